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
        case plan(GrantTerms)
        /// The gift reached a state at an instant, which may lie in the past.
        case report(GrantState, at: Timestamp, because: Reason? = nil)
    }
}
