/// How far an order's total or a return's refund may lie from the others before it is an outlier.
///
/// Totals are judged among totals and refunds among refunds, since a refund is commonly for a part of an order.
///
/// The distance is counted in median absolute deviations, which, unlike a standard deviation, the outliers
/// themselves do not widen. Where more than half of all amounts are the same the deviation is zero and nothing is an
/// outlier, since any other amount would be. All arithmetic is in integers.
///
/// - Source: B. Iglewicz and D. C. Hoaglin, "How to Detect and Handle Outliers" (1993): a modified score
///   0.6745·|x − median| / MAD above 3.5, which is a distance above 5.19 deviations.
public struct OutlierRule: Hashable, Sendable {
    /// What becomes of an outlier; the two answers are all there are, so this enum is closed.
    public enum Treatment: Hashable, Sendable {
        /// It stays, and the report points it out.
        case flag
        /// It is rejected.
        case reject
    }

    /// The distance that is still no outlier, in median absolute deviations; zero or more.
    public let deviations: Ratio
    /// How many orders, or returns, are needed to judge them at all, one or more.
    public let leastCount: Int
    /// What becomes of an outlier.
    public let treatment: Treatment

    /// Outliers lie more than `deviations` from the median; `nil` when that or `leastCount` is out of range.
    public init?(above deviations: Ratio = .percent(519), leastCount: Int = 10, treatment: Treatment) {
        guard deviations.numerator >= 0, leastCount > 0 else { return nil }
        self.deviations = deviations
        self.leastCount = leastCount
        self.treatment = treatment
    }
}

/// The median and the spread of some amounts of zero or more, against which each can be judged.
struct AmountSpread {
    /// Twice the median, which lies halfway between the two middle amounts when their number is even.
    private let doubledMedian: UInt64
    /// Four times the median of the distances from the median, for the same reason.
    private let deviation: UInt128

    /// The spread of `amounts`, or `nil` when there are none.
    init?(of amounts: [UInt64]) {
        guard !amounts.isEmpty else { return nil }
        let (low, high) = Self.middles(of: amounts)
        let median = low + high
        let (near, far) = Self.middles(of: amounts.map { Self.distance(of: $0, from: median) })
        self.doubledMedian = median
        self.deviation = UInt128(near) + UInt128(far)
    }

    /// The median in whole minor units, rounded down.
    var median: Int64 { Int64(doubledMedian / 2) }

    /// Whether `amount` lies more than `limit` deviations from the median.
    func isOutlier(_ amount: UInt64, above limit: Ratio) -> Bool {
        let distance = 2 * UInt128(Self.distance(of: amount, from: doubledMedian))
        let allowed = deviation * UInt128(limit.numerator.magnitude)
        return deviation > 0 && distance * UInt128(limit.denominator.magnitude) > allowed
    }

    /// Returns twice the distance; an amount of `Int64` fits into 64 bits when doubled.
    private static func distance(of amount: UInt64, from doubledMedian: UInt64) -> UInt64 {
        max(2 * amount, doubledMedian) - min(2 * amount, doubledMedian)
    }

    /// Returns the two numbers in the middle, which are one when their count is odd.
    private static func middles(of numbers: [UInt64]) -> (UInt64, UInt64) {
        let upper = number(atRank: numbers.count / 2, of: numbers)
        guard numbers.count.isMultiple(of: 2) else { return (upper, upper) }
        return (number(atRank: numbers.count / 2 - 1, of: numbers), upper)
    }

    /// Returns the number that sorting would put at `rank`, found byte by byte from the highest.
    ///
    /// - Complexity: O(*n*), whatever the numbers, which choosing a pivot could not promise.
    private static func number(atRank rank: Int, of numbers: [UInt64]) -> UInt64 {
        var (left, rank) = (numbers, rank)
        for shift in stride(from: UInt64(56), through: 0, by: -8) {
            var counts = [Int](repeating: 0, count: 256)
            for number in left { counts[Int(number >> shift & 0xFF)] += 1 }
            var byte = 0
            while rank >= counts[byte] {
                rank -= counts[byte]
                byte += 1
            }
            if counts[byte] < left.count { left = left.filter { Int($0 >> shift & 0xFF) == byte } }
        }
        return left[0]
    }
}
