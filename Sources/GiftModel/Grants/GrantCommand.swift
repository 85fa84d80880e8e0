/// What a host asks of a grant, under a key that makes asking twice harmless.
public struct GrantCommand: Hashable, Sendable {
    /// The key of the request; the same command may be sent again under it.
    public let key: RequestKey
    /// What is to be recorded.
    public let action: Action

    /// A request to record `action` under `key`.
    public init(_ action: Action, key: RequestKey) {
        self.key = key
        self.action = action
    }

    /// What can be recorded of a grant.
    @nonexhaustive
    public enum Action: Hashable, Sendable {
        /// The grant comes into being.
        indirect case plan(GrantTerms)
        /// The gift, or one part of it alone, reached a state at an instant, which may lie in the past.
        case report(GrantState, at: Timestamp, because: Reason? = nil, of: Gift.ID? = nil)
        /// The customer chose one of the offer's alternatives, or what was planned after all, at an instant.
        case exchange(for: Gift.ID, at: Timestamp)
        /// The customer was reminded, for the offer's reminder of this instant and all before it.
        case remind(Timestamp)
        /// What had to happen before the gift can be claimed happened at this instant.
        case unlock(at: Timestamp)
        /// What the gift without its parts, which of a set is the box, or one part of it, really cost became known.
        indirect case settle(LandedCost, because: Reason? = nil, of: Gift.ID? = nil)
    }
}
