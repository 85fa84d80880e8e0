import GiftModel
import GiftPolicy
import Segmentation

/// One planning run: what went in, what was decided and what came out.
struct PlanRun {
    let shop: Shop
    let catalog: Catalog
    let rejected: [RejectedRow]
    let asOf: CalendarDate
    let profiles: [CustomerProfile]
    let facts: [CustomerFacts]
    let decisions: [Decision]
    let plan: GiftPlan

    init(
        of shop: Shop,
        giving gifts: GiftFile,
        after history: GrantHistory = GrantHistory(),
        asOf day: CalendarDate,
        within budget: Money
    ) throws {
        let catalog = gifts.catalog
        self.shop = shop
        self.catalog = catalog
        self.rejected = gifts.rejected + shop.rejected
        self.asOf = day
        let profiler = try shop.profiler(asOf: day, spend: .net)
        let histories = shop.histories(knownBy: day)
        let circumstances = try shop.circumstances(on: day, giving: catalog)
        self.profiles = try profiler.profiles(of: histories, asOf: day)
        self.facts = zip(histories, profiles)
            .map { customer, profile in
                shop.customers.facts(
                    of: profile,
                    profiler.segmentFacts(of: customer, profile),
                    after: history[profile.customer]
                )
            }
        var round = shop.policy.round(under: circumstances)
        self.decisions = facts.map { round.decision(for: $0) }
        self.plan = try Allocator(policy: shop.policy, catalog: catalog).plan(decisions, within: budget)
    }

    /// Records every grant of the plan in `journal`, once however often that is done.
    func record(in journal: some Journal<GrantEntry>) async throws {
        let ledger = GiftLedger(in: journal)
        for terms in plan.grants {
            // A grant's name is 128 bits in hexadecimal digits, and planning it is one request for ever.
            guard let key = RequestKey(hexadecimal: terms.id.text) else { preconditionFailure("a name is 32 digits") }
            try await ledger.perform(
                GrantCommand(.plan(terms), key: key),
                on: terms.id,
                at: Timestamp(asOf, at: .midnight, in: .utc)
            )
        }
    }

    /// Returns how many customers `rule` would give a gift to, if budget and stock reached.
    func candidates(of rule: Rule.ID) -> Int { decisions.count { $0.candidates.contains { $0.rule == rule } } }

    /// The refusals whose wait ends on the next day if nothing else happens; their other reasons may remain.
    var waitEndsNextDay: [Refusal] {
        let nextDay = asOf.adding(days: 1)
        return decisions.flatMap(\.refusals).filter { $0.earliest != nil && $0.earliest?.day == nextDay }
    }

    func grants(of rule: Rule.ID) -> [GrantTerms] { plan.grants.filter { $0.rule.rule == rule } }

    func refusals(of kind: Refusal.Kind) -> Int { plan.refusals.count { $0.kind == kind } }
}
