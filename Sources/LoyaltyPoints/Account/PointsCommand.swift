public import GiftModel

/// What a host asks of an account, under a key that makes asking twice harmless.
public struct PointsCommand: Hashable, Sendable {
    /// The key of the request; the same command may be sent again under it.
    public let key: RequestKey
    /// What is to happen.
    public let action: Action

    /// A request for `action` under `key`.
    public init(_ action: Action, key: RequestKey) {
        self.key = key
        self.action = action
    }

    /// What can be asked of an account.
    @nonexhaustive
    public enum Action: Hashable, Sendable {
        /// Points are earned and usable at once; none at all is recorded too.
        case earn(Points)
    }
}
