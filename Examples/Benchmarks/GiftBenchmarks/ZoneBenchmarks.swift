import Benchmark
import GiftModel
import GiftTesting

func zoneBenchmarks() {
    let halfYear: Int64 = 15_778_800_000
    let transitions = (1...136)
        .map { number in
            ZoneTable.Transition(
                at: Timestamp(milliseconds: Int64(number) * halfYear),
                offsetSeconds: number.isMultiple(of: 2) ? 3600 : 7200
            )
        }
    let table = try? ZoneTable(
        id: "Generated/Zone",
        from: Timestamp(milliseconds: 0),
        until: Timestamp(milliseconds: 137 * halfYear),
        initialOffsetSeconds: 3600,
        transitions: transitions
    )
    guard let table else { preconditionFailure("the generated zone is in order") }
    var generator = SeededGenerator(seed: 3)
    let instants = Samples { _ in Timestamp(milliseconds: .random(in: 0...(137 * halfYear), using: &generator)) }

    Benchmark("Zone table of 136 transitions: offset at an instant") { benchmark in
        var sum = 0
        for index in benchmark.scaledIterations { sum &+= table.offsetSeconds(at: instants[index]) }
        blackHole(sum)
    }
    Benchmark("Zone table of 136 transitions: day of an instant") { benchmark in
        var sum = 0
        for index in benchmark.scaledIterations { sum &+= Int(table.date(of: instants[index])?.daysAfterEpoch ?? 0) }
        blackHole(sum)
    }
}
