public import GiftModel
import GiftNumerics

/// Whether the values of a group that was treated are higher on average than those of one that was not.
///
/// The groups need not vary alike. What cannot be told is `nil`, and ``obstacle`` says why.
///
/// - Source: B. L. Welch (1947), <https://en.wikipedia.org/wiki/Welch%27s_t-test>.
public struct MeanComparison: Hashable, Sendable {
    /// The values of those who were not treated.
    public let control: ValueSample
    /// The values of those who were.
    public let treated: ValueSample

    /// Compares `treated` with `control`.
    public init(control: ValueSample, treated: ValueSample) {
        self.control = control
        self.treated = treated
    }
}

extension MeanComparison {
    /// The squared standard errors of both means, or `nil` where nothing varies or a group has fewer than two.
    private var errors: (control: Double, treated: Double)? {
        guard let first = control.variance, let second = treated.variance, first > 0 || second > 0 else { return nil }
        return (first / Double(control.count), second / Double(treated.count))
    }

    /// The mean of the treated less that of the others, or `nil` where a group is empty.
    public var difference: Double? {
        control.count > 0 && treated.count > 0 ? treated.mean - control.mean : nil
    }

    /// How many standard errors the difference is.
    public var t: Double? {
        guard let errors, let difference else { return nil }
        return difference / (errors.control + errors.treated).squareRoot()
    }

    /// The degrees of freedom that ``t`` has, which are seldom a whole number.
    public var degrees: Double? {
        guard let errors else { return nil }
        // By shares of the whole, so that nothing leaves the range of numbers.
        let share = errors.control / (errors.control + errors.treated)
        return 1 / (share * share / Double(control.count - 1) + (1 - share) * (1 - share) / Double(treated.count - 1))
    }

    /// The probability of so large a difference, on either side, where there is none in truth.
    public var p: Double? {
        guard let t, let degrees else { return nil }
        return StudentDistribution(degrees: degrees).bothTails(beyond: t)
    }

    /// The differences that the values allow.
    public var interval: ConfidenceInterval? {
        guard let errors, let difference, let degrees else { return nil }
        let reach = StudentDistribution(degrees: degrees).quantile(above: 0.025)
        return ConfidenceInterval(
            around: difference,
            reaching: reach * (errors.control + errors.treated).squareRoot()
        )
    }

    /// The test that may be looked at as often as one likes, or `nil` where no value varies.
    public func sequential(by design: SequentialDesign) -> SequentialComparison? {
        guard let errors, let difference else { return nil }
        return SequentialComparison(
            of: difference,
            variance: errors.control + errors.treated,
            units: Double(control.count) + Double(treated.count),
            by: design
        )
    }

    /// Why there is no ``t``, or `nil` where there is one.
    public var obstacle: Reason? {
        if let small = [(ComparisonReason.control, control), (ComparisonReason.treated, treated)]
            .first(where: { $0.1.count < 2 })
        {
            let group = Fact("group", .name(small.0))
            return Reason(ComparisonReason.groupTooSmall, group, Fact("units", .number(small.1.count)))
        }
        return errors == nil ? Reason(ComparisonReason.valuesDoNotVary) : nil
    }
}
