public import GiftModel

extension JournalSamples<GrantEntry> {
    /// Entries of a grant's whole way, and one that was called off with a reason.
    public static var samples: JournalSamples {
        guard let cost = LandedCost(goods: 2_95, shipping: 50, in: .gbp), let day = CalendarDate("2026-02-01") else {
            preconditionFailure("the cost is above zero and the day exists")
        }
        let terms = GrantTerms(
            of: "cup",
            on: Occurrence(of: .welcome, for: "c-1", term: "first"),
            cost: cost,
            plannedFor: day,
            by: RuleReference(
                policy: PolicyReference(id: "shop", version: 1, hash: ContentHash(of: "shop")),
                rule: "r"
            ),
            because: []
        )
        var grant = GiftGrant(id: terms.id)
        let states: [GrantState] = [.approved, .offered, .claimed, .reserved, .delivered, .used]
        let actions = [GrantCommand.Action.plan(terms)] + states.map { .report($0, at: Timestamp(milliseconds: 1)) }
        for (number, action) in actions.enumerated() {
            let command = GrantCommand(action, key: RequestKey(UInt128(number)))
            guard (try? grant.perform(command, at: Timestamp(milliseconds: Int64(number)))) != nil else {
                preconditionFailure("the states follow each other")
            }
        }
        return JournalSamples(grant.entries)
    }
}
