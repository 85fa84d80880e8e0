import Benchmark
import GiftModel

func grantBenchmarks() {
    let occurrence = Occurrence(of: .welcome, for: "customer-1", term: "first-order")
    let hash = ContentHash(of: occurrence)
    let terms = GrantTerms(
        of: "cup",
        on: occurrence,
        cost: LandedCost(goods: 4_00, shipping: 95, in: .eur)!,
        plannedFor: CalendarDate("2026-11-20")!,
        by: RuleReference(policy: PolicyReference(id: "shop", version: 1, hash: hash), rule: "welcome"),
        because: []
    )
    let states: [GrantState] = [
        .approved, .offered, .claimed, .reserved, .dispatched, .delivered, .unboxed, .used,
    ]
    let way = ([.plan(terms)] + states.map { .report($0, at: Timestamp(milliseconds: 0)) }).enumerated()
        .map { GrantCommand($1, key: RequestKey(UInt128($0))) }
    let now = Timestamp(milliseconds: 1)

    Benchmark("Grant: decide and apply one step of nine, planned to used") { benchmark in
        var entries = 0
        var grant = GiftGrant(id: terms.id)
        for index in benchmark.scaledIterations {
            let step = index % way.count
            if step == 0 { grant = GiftGrant(id: terms.id) }
            entries &+= (try? grant.perform(way[step], at: now))?.entries.count ?? 0
        }
        precondition(entries == benchmark.scaledIterations.count, "every step has one entry")
    }
    Benchmark("Grant: hash of an occurrence") { benchmark in
        for _ in benchmark.scaledIterations { blackHole(ContentHash(of: occurrence)) }
    }
}
