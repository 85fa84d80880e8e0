/// The values of a group, such as what each customer spent: how many, their mean and how they vary.
///
/// A sum of squares would lose everything where values are large and alike; this does not.
public struct ValueSample: Hashable, Sendable {
    /// How many values there are.
    public let count: Int64
    /// Their mean; zero of none.
    public let mean: Double
    /// The sum of the squares of their distances from the mean.
    let squares: Double

    /// The sample of `values`, or `nil` when one is not finite.
    ///
    /// - Complexity: O(*n*).
    public init?(_ values: [Double]) {
        guard values.allSatisfy(\.isFinite) else { return nil }
        let count = Double(values.count)
        let rough = values.isEmpty ? 0 : values.reduce(0) { $0 + $1 / count }
        // What rounding left out of the mean comes back in the second pass.
        let rest = values.isEmpty ? 0 : values.reduce(0) { $0 + ($1 - rough) } / count
        let squares = values.reduce(0) { $0 + ($1 - rough) * ($1 - rough) } - count * rest * rest
        self.init(count: Int64(values.count), mean: rough + rest, squares: max(0, squares))
    }

    /// A sample known by its figures alone, or `nil` unless `count` is one or more and the others are finite.
    ///
    /// - Parameter deviation: The standard deviation of a sample, zero or more, with one less than `count` below it.
    public init?(count: Int64, mean: Double, deviation: Double) {
        guard count > 0, mean.isFinite, deviation.isFinite, deviation >= 0 else { return nil }
        self.init(count: count, mean: mean, squares: deviation * deviation * Double(count - 1))
    }

    private init(count: Int64, mean: Double, squares: Double) {
        self.count = count
        self.mean = mean
        self.squares = squares
    }
}

extension ValueSample {
    /// The variance of the values, or `nil` of fewer than two.
    public var variance: Double? { count > 1 ? squares / Double(count - 1) : nil }
}
