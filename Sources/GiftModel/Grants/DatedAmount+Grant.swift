extension DatedAmount {
    /// What `grant` is expected to cost, on the day for which it was planned, or `nil` unless it stands.
    ///
    /// What was called off counts for nothing, in caps and limits alike.
    public init?(_ grant: GiftGrant) {
        guard grant.stands, let terms = grant.terms, let choice = grant.choice else { return nil }
        self.init(choice.cost.expected, for: terms.customer, on: terms.plannedFor)
    }
}
