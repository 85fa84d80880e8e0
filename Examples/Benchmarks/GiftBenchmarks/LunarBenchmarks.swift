import Benchmark
import GiftModel
import GiftTesting

func lunarBenchmarks() {
    var generator = SeededGenerator(seed: 2)
    let dates = Samples { _ in CalendarDate(daysAfterEpoch: .random(in: -25_000...47_000, using: &generator))! }
    let lunarDates = Samples { try? LunarDate(dates[$0]) }

    Benchmark("Lunar calendar: from a date") { benchmark in
        var sum = 0
        for index in benchmark.scaledIterations { sum &+= (try? LunarDate(dates[index]))?.day ?? 0 }
        blackHole(sum)
    }
    Benchmark("Lunar calendar: to a date") { benchmark in
        var sum = 0
        for index in benchmark.scaledIterations {
            sum &+= Int(lunarDates[index].map { CalendarDate($0) }?.daysAfterEpoch ?? 0)
        }
        blackHole(sum)
    }
}
