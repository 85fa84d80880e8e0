public import GiftModel

/// A comparison of means, made sharper by what was known of each customer before.
///
/// Who spent much before spends much after; what that alone explains is taken out of both groups alike, which changes
/// nothing on average and leaves less to chance. The earlier values must be from before the treatment, or a part of
/// its effect is taken out with them.
///
/// - Source: A. Deng and others, "Improving the Sensitivity of Online Controlled Experiments by Utilizing
///   Pre-Experiment Data" (2013), <https://doi.org/10.1145/2433396.2433413>.
public struct AdjustedComparison: Hashable, Sendable {
    /// The comparison without what was known before.
    public let unadjusted: MeanComparison
    /// The comparison with it, or `nil` where the earlier values do not vary.
    public let adjusted: MeanComparison?
    /// How much of an earlier value comes back in the later one, or `nil` where the earlier values do not vary.
    public let theta: Double?

    /// A customer's value before the treatment and after it.
    public struct Unit: Hashable, Sendable {
        /// The value before.
        public let before: Double
        /// The value after.
        public let after: Double

        /// A customer with these values.
        public init(before: Double, after: Double) {
            self.before = before
            self.after = after
        }
    }

    /// Compares `treated` with `control`, or returns `nil` when a value is not finite.
    ///
    /// - Complexity: O(*n*).
    public init?(control: [Unit], treated: [Unit]) {
        guard let first = ValueSample(control.map(\.after)), let second = ValueSample(treated.map(\.after)),
            let before = ValueSample((control + treated).map(\.before)),
            let after = ValueSample((control + treated).map(\.after))
        else { return nil }
        self.unadjusted = MeanComparison(control: first, treated: second)
        let products = (control + treated)
            .reduce(0) { $0 + ($1.before - before.mean) * ($1.after - after.mean) }
        let theta = before.squares > 0 ? products / before.squares : nil
        self.theta = theta
        self.adjusted = theta.flatMap { theta in
            func rest(_ units: [Unit]) -> ValueSample? {
                ValueSample(units.map { $0.after - theta * ($0.before - before.mean) })
            }
            guard let first = rest(control), let second = rest(treated) else { return nil }
            return MeanComparison(control: first, treated: second)
        }
    }
}

extension AdjustedComparison {
    /// What share of the variance is left in each group; `nil` where nothing was adjusted or nothing varied.
    public var varianceLeft: (control: Double, treated: Double)? {
        guard let adjusted, let first = unadjusted.control.variance, let second = unadjusted.treated.variance,
            let left = adjusted.control.variance, let other = adjusted.treated.variance, first > 0, second > 0
        else { return nil }
        return (left / first, other / second)
    }

    /// Why nothing is adjusted or no test can tell, or `nil` where one can.
    public var obstacle: Reason? {
        guard let adjusted else { return Reason(ComparisonReason.earlierValuesDoNotVary) }
        return adjusted.obstacle
    }
}
