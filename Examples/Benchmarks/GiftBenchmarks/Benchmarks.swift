import Benchmark

let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: [.wallClock, .throughput],
        timeUnits: .nanoseconds,
        warmupIterations: 10,
        scalingFactor: .kilo,
        maxDuration: .milliseconds(1500),
        maxIterations: 20_000
    )
    calendarBenchmarks()
    lunarBenchmarks()
    zoneBenchmarks()
    moneyBenchmarks()
    grantBenchmarks()
    documentBenchmarks()
    policyBenchmarks()
    cleaningBenchmarks()
    summaryBenchmarks()
    profileBenchmarks()
    bulkBenchmarks()
    conditionBenchmarks()
    decisionBenchmarks()
    planBenchmarks()
}

extension Benchmark.Configuration {
    /// For what takes milliseconds or more: each measured time is that of one call, not of a thousand.
    static var slow: Self {
        var configuration = Benchmark.defaultConfiguration
        configuration.scalingFactor = .one
        configuration.timeUnits = .microseconds
        configuration.warmupIterations = 1
        configuration.maxDuration = .seconds(4)
        return configuration
    }
}

/// The values of a generated table, as many as fit into the fastest memory, read round and round.
struct Samples<Value> {
    private let values: [Value]

    init(_ make: (Int) -> Value) { values = (0..<1024).map(make) }

    subscript(index: Int) -> Value { values[index & 1023] }
}
