import GiftNumerics

/// How a test that may be looked at as often as one likes spends its certainty over time.
public struct SequentialDesign: Hashable, Sendable {
    /// The number of customers at which the test is to be sharpest, above zero.
    public let sharpestAt: Int64

    /// A design that is sharpest at so many customers, both groups together; `nil` unless that is above zero.
    public init?(sharpestAt count: Int64) {
        guard count > 0 else { return nil }
        self.sharpestAt = count
    }
}

/// A difference that may be looked at as often as one likes.
///
/// A test with a fixed horizon that is looked at every day finds differences where there are none. This one does so at
/// most once in twenty times, however often it is looked at, and needs more customers for it.
///
/// - Source: I. Waudby-Smith and others, "Time-uniform central limit theory and asymptotic confidence sequences"
///   (2021), <https://arxiv.org/abs/2103.06476>.
public struct SequentialComparison: Hashable, Sendable {
    /// The probability of so large a difference at any look so far, where there is none in truth.
    public let p: Double
    /// The differences that the data allow, at this look and every other.
    public let interval: ConfidenceInterval

    /// A test of `difference`, whose squared standard error is `variance`, or `nil` where nothing varies.
    init?(of difference: Double, variance: Double, units: Double, by design: SequentialDesign) {
        guard variance > 0 else { return nil }
        let doubled = -2 * Elementary.logarithm(0.05)
        let square = (doubled + Elementary.logarithm(doubled + 1)) / Double(design.sharpestAt)
        let load = units * square
        let spread = load + 1
        let evidence = load / spread * difference * difference / (2 * variance) - Elementary.logarithm(spread) / 2
        self.p = min(1, Elementary.exponential(-evidence))
        let reach = spread / load * (Elementary.logarithm(spread) + doubled)
        self.interval = ConfidenceInterval(around: difference, reaching: (variance * reach).squareRoot())
    }
}
