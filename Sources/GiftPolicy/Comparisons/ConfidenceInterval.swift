/// Where a true value lies, as far as the data can tell, with a confidence of 95 %.
///
/// Of many such intervals nineteen in twenty hold the true value; of a single one nobody knows whether it does.
public struct ConfidenceInterval: Hashable, Sendable {
    /// The least value that the data allow.
    public let lower: Double
    /// The greatest value that the data allow.
    public let upper: Double

    init(_ lower: Double, _ upper: Double) {
        self.lower = lower
        self.upper = upper
    }

    /// As far to both sides of `center`.
    init(around center: Double, reaching reach: Double) { self.init(center - reach, center + reach) }

    /// Returns whether `value` lies within, ends included.
    public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }
}
