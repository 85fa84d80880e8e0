/// A reason why a grant refuses a command, in the order in which the reasons are checked.
@nonexhaustive
public enum GrantError: Error, Hashable, Sendable {
    /// Another command was sent under this key before.
    case keyConflict(RequestKey)
    /// Nothing was planned under this name yet.
    case notPlanned(GrantTerms.ID)
    /// The terms name another grant.
    case otherGrant(GrantTerms.ID, expected: GrantTerms.ID)
    /// The grant was planned before, on other terms.
    case alreadyPlanned(GrantTerms.ID)
    /// The gift cannot have reached the one state from the other: somebody must look.
    case contradiction(from: GrantState, to: GrantState)
}

extension GrantError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .keyConflict(let key): "the key `\(key)` was used for another command"
        case .notPlanned(let grant): "nothing was planned as grant `\(grant)`"
        case .otherGrant(let found, let expected): "the terms of grant `\(found)` for grant `\(expected)`"
        case .alreadyPlanned(let grant): "grant `\(grant)` was planned on other terms"
        case .contradiction(let from, let to): "a gift that was `\(from.rawValue)` cannot be `\(to.rawValue)`"
        }
    }
}
