import Benchmark
import GiftModel

func cleaningBenchmarks() {
    for (name, isFaulty) in [("clean", false), ("4.5 % faulty", true)] {
        Benchmark("Cleaning: 1000000 records, \(name)", configuration: .slow) { benchmark, records in
            let rules = CleaningRules(currency: .eur, zone: FixedZone.utc, knownUntil: CalendarDate("2026-03-11")!)
            for _ in benchmark.scaledIterations { blackHole(Cleaner(rules).clean(records).kept.count) }
        } setup: {
            records(1_000_000, isFaulty: isFaulty)
        }
    }
}

/// Orders as a file has them; of the faulty ones some lack a customer, and some have a blank too many.
private func records(_ count: Int, isFaulty: Bool) -> [RawActivity] {
    (0..<count)
        .map { number in
            let amount = "\(number % 1000).\(10 + number % 90)"
            return RawActivity(
                at: SourcePlace("online.csv", line: number),
                kind: "order",
                id: "o-\(number)",
                customer: isFaulty && number % 50 == 0 ? nil : "c-\(number % 100_000)",
                occurredAt: "2026-0\(1 + number % 2)-\(10 + number % 18)T10:11:\(10 + number % 50)",
                channel: "online",
                currency: "EUR",
                amount: isFaulty && number % 40 == 1 ? " \(amount)" : amount
            )
        }
}
