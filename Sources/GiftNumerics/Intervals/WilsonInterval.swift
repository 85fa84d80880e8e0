/// The interval in which a true share lies, as far as counts can tell, with a confidence of 95 %.
///
/// Unlike the textbook interval around the mean it stays within 0 and 1 and holds for few counts and rare things.
///
/// - Source: E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference" (1927),
///   <https://en.wikipedia.org/wiki/Binomial_proportion_confidence_interval#Wilson_score_interval>.
package struct WilsonInterval: Hashable, Sendable {
    /// The least share that the counts allow.
    package let lower: Double
    /// The greatest share that the counts allow.
    package let upper: Double

    /// The quantile of the normal distribution that leaves 2.5 % above it.
    private static let quantile = 1.959963984540054

    /// The interval of `count` among `total`; traps unless `total` is above zero and `count` zero through `total`.
    package init(of count: Int64, among total: Int64) {
        precondition(total > 0 && (0...total).contains(count), "a share is of something, and of no more than all")
        let n = Double(total)
        let share = Double(count) / n
        let square = Self.quantile * Self.quantile
        let center = share + square / (2 * n)
        let reach = Self.quantile * (share * (1 - share) / n + square / (4 * n * n)).squareRoot()
        let scale = 1 + square / n
        self.lower = count == 0 ? 0 : (center - reach) / scale
        self.upper = count == total ? 1 : (center + reach) / scale
    }
}
