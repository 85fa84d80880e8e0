import Benchmark
import GiftPolicy
import Segmentation

func decisionBenchmarks() {
    for count in [1_000, 10_000, 100_000] {
        Benchmark("Decisions: \(count) customers, 3 rules, 54 gifts", configuration: .slow) { benchmark, facts in
            let circumstances = Shop.circumstances(giving: Shop.catalog(stock: 100))
            for _ in benchmark.scaledIterations {
                var round = DemoPolicy.policy.round(under: circumstances)
                for facts in facts { blackHole(round.decision(for: facts)) }
            }
        } setup: {
            Array(Shop.facts.prefix(count))
        }
    }
}
