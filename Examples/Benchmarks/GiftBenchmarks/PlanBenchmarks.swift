import Benchmark
import GiftModel
import GiftPolicy

func planBenchmarks() {
    for count in [1_000, 10_000] {
        Benchmark("Plan: \(count) candidates", configuration: .slow) { benchmark, decisions in
            let allocator = Allocator(policy: DemoPolicy.policy, catalog: Shop.catalog(stock: Int64(count / 50)))
            let budget = Money(minorUnits: Int64(count) * 5_00, in: .gbp)
            for _ in benchmark.scaledIterations {
                blackHole(Shop.trapping { try allocator.plan(decisions, within: budget) }.grants.count)
            }
        } setup: {
            let circumstances = Shop.circumstances(giving: Shop.catalog(stock: 1))
            var round = DemoPolicy.policy.round(under: circumstances)
            let decisions = Shop.facts.map { round.decision(for: $0) }.filter { $0.candidates.count == 1 }
            let chosen = Array(decisions.prefix(count))
            precondition(chosen.count == count, "only \(chosen.count) customers are candidates")
            return chosen
        }
    }
}
