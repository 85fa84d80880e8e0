import GiftNumerics

/// How many customers have each value: all that exact cut points need to know of a sample.
///
/// Parts merge exactly and in any order, so that threads and machines can share the counting; what is merged must be
/// of different customers.
///
/// ```swift
/// var counts = ValueCounts(of: [3, 1, 1])
/// counts.merge(ValueCounts(of: [2, 1]))
/// counts.values.map(\.customers)   // [3, 1, 1]
/// ```
///
/// - Range: every count is one or more; a sum beyond 64 bits stays at their greatest number.
/// - Wire format: an array in ascending order, such as `[[1,3],[2,1],[3,1]]`.
public struct ValueCounts: Hashable, Sendable {
    /// The values that occur, ascending.
    public private(set) var values: [Value] = []

    /// One value and how often it occurs.
    public struct Value: Hashable, Sendable {
        /// The value.
        public let value: Int64
        /// How many customers have it, one or more.
        public internal(set) var customers: Int64
    }

    /// Nobody counted yet.
    public init() {}

    /// The counts of `sample`, one value for each customer.
    ///
    /// - Complexity: O(*n* log *n*).
    public init(of sample: some Sequence<Int64>) {
        for value in sample.sorted() { append(Value(value: value, customers: 1)) }
    }

    /// The counts in `customers`, each one or more, by value.
    init(_ customers: [Int64: Int64]) {
        self.values = customers.map(Value.init).sorted { $0.value < $1.value }
    }
}

extension ValueCounts {
    /// Whether nobody was counted.
    public var isEmpty: Bool { values.isEmpty }

    /// How many customers were counted.
    ///
    /// - Complexity: O(*n*) in the number of values.
    public var customers: Int64 { values.reduce(0) { $0.saturatingSum($1.customers) } }

    /// Counts all that `other` counted, who must be other customers.
    ///
    /// - Complexity: O(*n* + *m*) in the numbers of values.
    public mutating func merge(_ other: ValueCounts) {
        values = values.merged(with: other.values, by: { $0.value }) { left, right in
            Value(value: left.value, customers: left.customers.saturatingSum(right.customers))
        }
    }

    /// The sample as quantiles are read off it, or `nil` when nobody was counted.
    var sample: CountedSample? {
        guard !isEmpty else { return nil }
        var (through, sum) = ([Int64](), Int64(0))
        through.reserveCapacity(values.count)
        for value in values {
            sum = sum.saturatingSum(value.customers)
            through.append(sum)
        }
        return CountedSample(values: values.map(\.value), through: through)
    }

    /// Counts a value that is none below the greatest so far.
    private mutating func append(_ value: Value) {
        guard let last = values.last, last.value == value.value else { return values.append(value) }
        values[values.count - 1].customers = last.customers.saturatingSum(value.customers)
    }
}

extension ValueCounts: Codable {
    public init(from decoder: any Decoder) throws {
        var list = try decoder.unkeyedContainer()
        self.init()
        while !list.isAtEnd {
            var pair = try list.nestedUnkeyedContainer()
            let value = Value(value: try pair.decode(Int64.self), customers: try pair.decode(Int64.self))
            guard value.customers > 0, pair.isAtEnd, values.last.map({ $0.value < value.value }) ?? true else {
                throw DecodingError.dataCorrupted(
                    .init(
                        codingPath: pair.codingPath,
                        debugDescription: "values come in ascending order, each with a count of one or more"
                    )
                )
            }
            append(value)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var list = encoder.unkeyedContainer()
        for value in values {
            var pair = list.nestedUnkeyedContainer()
            try pair.encode(value.value)
            try pair.encode(value.customers)
        }
    }
}
