extension DatedAmount {
    /// What `grant` is expected to cost, on the day for which it was planned, or `nil` unless it stands.
    ///
    /// While the customer may still choose something else, the dearest choice counts, as it does for budgets.
    /// What was called off counts for nothing, in caps and limits alike.
    public init?(_ grant: GiftGrant) {
        guard grant.stands, let terms = grant.terms, let choice = grant.choice else { return nil }
        let open = grant.step(to: .reserved) == nil ? terms.offer.map { [terms.choice] + $0.alternatives } ?? [] : []
        let cost = open.map(\.cost.expected).reduce(choice.cost.expected) { $0.minorUnits < $1.minorUnits ? $1 : $0 }
        self.init(cost, for: terms.customer, on: terms.plannedFor)
    }
}
