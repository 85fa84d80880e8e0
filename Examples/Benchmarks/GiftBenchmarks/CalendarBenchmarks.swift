import Benchmark
import GiftModel
import GiftTesting

func calendarBenchmarks() {
    var generator = SeededGenerator(seed: 1)
    let dates = Samples { _ in CalendarDate(daysAfterEpoch: .random(in: 0...40_000, using: &generator))! }

    Benchmark("Calendar: add days") { benchmark in
        var sum = 0
        for index in benchmark.scaledIterations {
            sum &+= Int(dates[index].adding(days: index)?.daysAfterEpoch ?? 0)
        }
        blackHole(sum)
    }
    Benchmark("Calendar: year, month, day of a date") { benchmark in
        var sum = 0
        for index in benchmark.scaledIterations {
            let (year, month, day) = dates[index].components
            sum &+= year &+ month &+ day
        }
        blackHole(sum)
    }
    Benchmark("Calendar: date of year, month, day") { benchmark in
        var sum = 0
        for index in benchmark.scaledIterations {
            let date = CalendarDate(year: 1970 + index & 127, month: 1 + index % 12, day: 1 + index % 28)
            sum &+= Int(date?.daysAfterEpoch ?? 0)
        }
        blackHole(sum)
    }
    Benchmark("Calendar: ISO week") { benchmark in
        var sum = 0
        for index in benchmark.scaledIterations {
            let week = ISOWeek(of: dates[index])
            sum &+= week.year &+ week.week
        }
        blackHole(sum)
    }
    Benchmark("Calendar: add months") { benchmark in
        var sum = 0
        for index in benchmark.scaledIterations {
            sum &+= Int(dates[index].adding(months: index & 63, shortMonth: .lastDay)?.daysAfterEpoch ?? 0)
        }
        blackHole(sum)
    }
}
