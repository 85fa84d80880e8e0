import Benchmark
import GiftModel
import Segmentation

func summaryBenchmarks() {
    for count in [10_000, 100_000, 1_000_000] {
        Benchmark("Summaries: add \(count) activities", configuration: .slow) { benchmark, activities in
            for _ in benchmark.scaledIterations { blackHole(Shop.summaries(of: activities[...]).count) }
        } setup: {
            Shop.activities(count)
        }
    }
    Benchmark("Summaries: merge 4 parts of 250000 activities", configuration: .slow) { benchmark, parts in
        for _ in benchmark.scaledIterations {
            var whole = parts[0]
            for part in parts.dropFirst() { Shop.trapping { try whole.merge(part) } }
            blackHole(whole.count)
        }
    } setup: {
        (0..<4).map { Shop.summaries(of: Shop.million[($0 * 250_000)..<($0 + 1) * 250_000]) }
    }
    for days in [1, 10] {
        let count = 100_000 * days
        Benchmark("RFM: learn cut points from \(count) figures", configuration: .slow) { benchmark, figures in
            for _ in benchmark.scaledIterations {
                blackHole(Shop.trapping { try ScoreScale(dividing: figures, spend: .net) })
            }
        } setup: {
            let all = (0..<days)
                .flatMap { day in
                    Shop.summaries.ordered.compactMap { $0.figures(asOf: Shop.today.adding(days: -day)!) }
                }
            return all
        }
    }
}
