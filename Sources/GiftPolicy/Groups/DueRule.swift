public import GiftModel

/// A rule that has come round for a customer, before it is known whether it may go out beside the others.
public struct DueRule: Hashable, Sendable {
    /// The rule.
    public let rule: RuleReference.ID
    /// Which rule goes first; the higher one does.
    public let priority: Int64
    /// What its best gift is worth.
    public let worth: Int64
    /// What would go to the customer.
    public let approach: Approach

    /// `rule`, which calls for a gift or touch by `way` at `moment`.
    public init(
        _ rule: RuleReference.ID,
        priority: Int64,
        worth: Int64 = 0,
        by way: Approach.Way,
        on occasion: Occasion? = nil,
        at moment: Moment
    ) {
        self.rule = rule
        self.priority = priority
        self.worth = worth
        self.approach = Approach(way, by: rule, on: occasion, at: moment)
    }

    /// Whether it goes before `other`: by priority descending, then by the bytes of the name.
    func goesBefore(_ other: DueRule) -> Bool {
        priority == other.priority ? rule < other.rule : priority > other.priority
    }
}
