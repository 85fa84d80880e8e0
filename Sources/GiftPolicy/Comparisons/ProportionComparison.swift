public import GiftModel
import GiftNumerics

/// Whether a group that was treated did something more often than one that was not.
///
/// What cannot be told from the counts is `nil`, and ``obstacle`` says why; no probability is ever made up. Where one
/// group did it not even once, the interval and the exact test still hold.
///
/// ```swift
/// let comparison = ProportionComparison(control: Proportion(60, of: 500)!, treated: Proportion(180, of: 1000)!)
/// comparison.difference                      // 0.06
/// comparison.interval                        // 0.0213 through 0.0958
/// comparison.p                               // 0.00281
/// ```
public struct ProportionComparison: Hashable, Sendable {
    /// Those who were not treated.
    public let control: Proportion
    /// Those who were.
    public let treated: Proportion

    /// Compares `treated` with `control`.
    public init(control: Proportion, treated: Proportion) {
        self.control = control
        self.treated = treated
    }
}

extension ProportionComparison {
    private var groupIsEmpty: Bool { control.total == 0 || treated.total == 0 }

    /// How many did it in either group.
    private var count: Double { Double(control.count) + Double(treated.count) }

    /// How many there are in both groups.
    private var total: Double { Double(control.total) + Double(treated.total) }

    /// The share of the treated less that of the others, or `nil` where a group is empty.
    public var difference: Double? {
        guard !groupIsEmpty else { return nil }
        // Over one denominator, so that equal shares differ by exactly nothing.
        let over = Int128(treated.count) * Int128(control.total) - Int128(control.count) * Int128(treated.total)
        return Double(over) / (Double(control.total) * Double(treated.total))
    }

    /// How many standard errors the difference is, if there is none in truth; `nil` where all or none of both did it.
    ///
    /// - Source: the pooled test, <https://en.wikipedia.org/wiki/Two-proportion_Z-test>.
    public var z: Double? {
        guard let difference, count > 0, count < total else { return nil }
        let pooled = count / total * ((total - count) / total)
        return difference / (pooled * (1 / Double(control.total) + 1 / Double(treated.total))).squareRoot()
    }

    /// The probability of so large a difference, on either side, where there is none in truth.
    public var p: Double? { z.map(NormalDistribution.bothTails) }

    /// The same by counting out every outcome, which holds for few and rare as well; `nil` where a group is empty.
    ///
    /// - Complexity: O(√*n*) in the counts.
    /// - Source: <https://en.wikipedia.org/wiki/Fisher%27s_exact_test>.
    public var exactP: Double? {
        guard !groupIsEmpty else { return nil }
        let (drawn, overflow) = control.count.addingReportingOverflow(treated.count)
        guard !overflow else { return nil }
        return HypergeometricDistribution(drawing: drawn, from: control.total, and: treated.total)
            .bothTails(around: control.count)
    }

    /// The differences that the counts allow, or `nil` where a group is empty.
    ///
    /// - Source: the hybrid score interval of R. G. Newcombe, "Interval estimation for the difference between
    ///   independent proportions" (1998), method 10,
    ///   <https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8%3C873::AID-SIM779%3E3.0.CO;2-I>.
    public var interval: ConfidenceInterval? {
        guard let difference, let first = control.interval, let second = treated.interval else { return nil }
        func length(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
        let (p, q) = (control.share, treated.share)
        return ConfidenceInterval(
            difference - length(q - second.lower, first.upper - p),
            difference + length(second.upper - q, p - first.lower)
        )
    }

    /// The test that may be looked at as often as one likes, or `nil` where no value varies.
    public func sequential(by design: SequentialDesign) -> SequentialComparison? {
        guard let difference else { return nil }
        let (p, q) = (control.share, treated.share)
        let variance = p * (1 - p) / Double(control.total) + q * (1 - q) / Double(treated.total)
        return SequentialComparison(of: difference, variance: variance, units: total, by: design)
    }

    /// Why there is no ``z``, or `nil` where there is one.
    public var obstacle: Reason? {
        if let empty = [(ComparisonReason.control, control), (ComparisonReason.treated, treated)]
            .first(where: { $0.1.total == 0 })
        {
            return Reason(ComparisonReason.groupEmpty, Fact("group", .name(empty.0)))
        }
        guard count == 0 || count == total else { return nil }
        let units = Int64(clamping: Int128(control.total) + Int128(treated.total))
        return Reason(count == 0 ? ComparisonReason.nobodyDid : .everybodyDid, Fact("units", .number(units)))
    }
}
