import GiftModel
import GiftPolicy
import Segmentation

/// The decision about one customer, with what it is made from.
struct CustomerDecision {
    let policy: Policy
    let facts: CustomerFacts
    let circumstances: Circumstances
    let decision: Decision

    /// The decision about the customer called `name`, as `shop` knows it on `day`.
    init(
        of name: String,
        in shop: Shop,
        on day: CalendarDate,
        giving catalog: Catalog,
        after history: GrantHistory
    ) throws {
        let customer = try shop.history(of: name, knownBy: day)
        let profiler = try shop.profiler(asOf: day, spend: .net)
        let profile = try profiler.profile(of: customer, asOf: day)
        self.policy = shop.policy
        self.facts = shop.customers.facts(
            of: profile,
            profiler.segmentFacts(of: customer, profile),
            after: history[profile.customer]
        )
        self.circumstances = try shop.circumstances(on: day, giving: catalog)
        self.decision = policy.decision(for: facts, under: circumstances)
    }
}

extension CustomerDecision {
    /// The decision about the customer called `name`, with the gifts and the grants that options name.
    init(
        of name: String,
        in files: Shop,
        on day: CalendarDate,
        _ shop: ShopOptions,
        _ journal: JournalOption
    ) async throws {
        let gifts = try files.gifts(shop)
        try shop.report(gifts.rejected)
        try self.init(of: name, in: files, on: day, giving: gifts.catalog, after: try await journal.history)
    }
}
