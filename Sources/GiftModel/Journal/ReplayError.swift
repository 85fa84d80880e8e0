/// A reason why a stored entry does not follow from those before it, in the order in which the reasons are checked.
///
/// Entries that a decider wrote always follow. One that does not was changed, lost or mixed up in the store.
@nonexhaustive
public enum ReplayError: Error, Hashable, Sendable {
    /// The entry has another sequence than the one that comes next.
    case outOfSequence(Int64, expected: Int64)
    /// The entry was recorded before the one that came before it.
    case timeWentBack(Timestamp, last: Timestamp)
    /// The entry's key belongs to an earlier request.
    case keyReused(RequestKey)
    /// What the entry changes cannot happen after the entries before it.
    case impossibleChange(sequence: Int64)
}

extension ReplayError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .outOfSequence(let found, let expected): "entry `\(found)` where `\(expected)` comes next"
        case .timeWentBack(let found, let last):
            "an entry recorded at `\(found.milliseconds)` ms after one at `\(last.milliseconds)` ms"
        case .keyReused(let key): "the key `\(key)` belongs to an earlier request"
        case .impossibleChange(let sequence): "what entry `\(sequence)` changes cannot happen there"
        }
    }
}
