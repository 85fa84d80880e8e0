public import GiftModel

/// A reason why an account refuses a command, in the order in which the reasons are checked.
@nonexhaustive
public enum PointsError: Error, Hashable, Sendable {
    /// Another command was sent under this key before.
    case keyConflict(RequestKey)
    /// The balance would leave the range of `Int64`.
    case overflow
}

extension PointsError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .keyConflict(let key): "the key `\(key)` was used for another command"
        case .overflow: "the balance does not fit in 64 bits"
        }
    }
}
