public import GiftModel
import GiftNumerics

/// How many of a group did something.
///
/// ```swift
/// let bought = Proportion(180, of: 1000)!
/// bought.interval                            // 0.157 through 0.205
/// ```
public struct Proportion: Hashable, Sendable {
    /// How many did it.
    public let count: Int64
    /// How many there are.
    public let total: Int64

    /// So many of so many, or `nil` unless `count` is zero through `total`.
    public init?(_ count: Int64, of total: Int64) {
        guard total >= 0, (0...total).contains(count) else { return nil }
        self.count = count
        self.total = total
    }
}

extension Proportion {
    /// The exact share, or `nil` of an empty group.
    public var ratio: Ratio? { Ratio(count, over: total) }

    /// The shares that the counts allow, or `nil` of an empty group.
    ///
    /// - Source: the interval of Wilson (1927),
    ///   <https://en.wikipedia.org/wiki/Binomial_proportion_confidence_interval#Wilson_score_interval>.
    public var interval: ConfidenceInterval? {
        guard total > 0 else { return nil }
        let interval = WilsonInterval(of: count, among: total)
        return ConfidenceInterval(interval.lower, interval.upper)
    }

    var share: Double { Double(count) / Double(total) }
}
