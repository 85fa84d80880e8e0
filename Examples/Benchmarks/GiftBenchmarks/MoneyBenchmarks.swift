import Benchmark
import GiftModel
import GiftTesting

func moneyBenchmarks() {
    var generator = SeededGenerator(seed: 4)
    let amounts = Samples { _ in Money(minorUnits: .random(in: 1...10_000_000, using: &generator), in: .eur) }
    let weights = Samples { _ in (0..<10).map { _ in Int64.random(in: 1...1_000_000, using: &generator) } }
    let texts = Samples { amounts[$0].decimalText }
    let labelled = Samples { amounts[$0].description }

    Benchmark("Money: allocate by 10 weights") { benchmark in
        var sum: Int64 = 0
        for index in benchmark.scaledIterations {
            sum &+= (try? amounts[index].allocated(by: weights[index]))?[9].minorUnits ?? 0
        }
        blackHole(sum)
    }
    Benchmark("Money: read decimal text") { benchmark in
        var sum: Int64 = 0
        for index in benchmark.scaledIterations { sum &+= Money(decimal: texts[index], in: .eur)?.minorUnits ?? 0 }
        blackHole(sum)
    }
    Benchmark("Money: read decimal text with its currency") { benchmark in
        var sum: Int64 = 0
        for index in benchmark.scaledIterations { sum &+= Money(labelled[index])?.minorUnits ?? 0 }
        blackHole(sum)
    }
}
