public import GiftModel

/// What a host asks of a membership, under a key that makes asking twice harmless.
public struct TierCommand: Hashable, Sendable {
    /// The key of the request; the same command may be sent again under it.
    public let key: RequestKey
    /// What is to be recorded.
    public let action: Action

    /// A request to record `action` under `key`.
    public init(_ action: Action, key: RequestKey) {
        self.key = key
        self.action = action
    }

    /// What can be asked of a membership.
    @nonexhaustive
    public enum Action: Hashable, Sendable {
        /// The tier follows from what is known as of a day.
        indirect case assess(TierFacts)
        /// The tier is set by hand from a day on, for a reason of the host's: at least through the given day, and in
        /// any case until the next review.
        ///
        /// What was taken over from an earlier period is forgotten, and so is a time of grace. A tier below what the
        /// customer reaches is raised again when it is next assessed.
        case set(Tier.ID, on: CalendarDate, through: CalendarDate? = nil, because: Identifier<TierChange>)
    }
}

/// What became of a command that was accepted.
public struct TierOutcome: Hashable, Sendable {
    /// The entries that the command brought about, now or when it was first sent; none when nothing changed.
    public let entries: [TierEntry]
    /// Whether the command had been carried out before, so that nothing changed now.
    public let isReplay: Bool
}
