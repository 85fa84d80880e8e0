public import GiftModel
import GiftNumerics

/// How many customers a test needs, so that it finds a difference if there is one.
///
/// ```swift
/// let test = SampleSize.Test(alpha: .percent(5), power: .percent(80))
/// SampleSize(detecting: .percent(12), against: .percent(10), by: test)    // 3,841 and 3,841
/// ```
public struct SampleSize: Hashable, Sendable {
    /// How many are not to be treated.
    public let control: Int64
    /// How many are.
    public let treated: Int64

    /// How sure a test is to be.
    public struct Test: Hashable, Sendable {
        /// How often it may find a difference where there is none, on both sides together.
        public let alpha: Ratio
        /// How often it finds one that is there.
        public let power: Ratio
        /// How many are treated for one who is not.
        public let treatedPerControl: Ratio

        /// A test that is so sure.
        public init(alpha: Ratio = .percent(5), power: Ratio = .percent(80), treatedPerControl: Ratio = .percent(100)) {
            self.alpha = alpha
            self.power = power
            self.treatedPerControl = treatedPerControl
        }
    }

    /// Where a test of two shares takes the variance from.
    ///
    /// The two answers are all there are, so this enum is closed.
    public enum Variance: Hashable, Sendable, CaseIterable {
        /// From both groups together, as the test of ``ProportionComparison/z`` does.
        case pooled
        /// From each group by itself.
        case unpooled
    }

    /// The size at which `test` finds that a share is `treated` and not `control`.
    ///
    /// Both sizes are rounded up. It is `nil` unless the shares differ and all but the number of treated for one
    /// control lie between zero and one, which that lies above.
    ///
    /// - Source: J. L. Fleiss, "Statistical Methods for Rates and Proportions" (1981), 3.2, without continuity
    ///   correction.
    public init?(
        detecting treated: Ratio,
        against control: Ratio,
        by test: Test = Test(),
        variance: Variance = .pooled
    ) {
        guard let quantiles = test.quantiles, let p = control.share, let q = treated.share, p != q else { return nil }
        let factor = test.treatedPerControl.double
        let unpooled = p * (1 - p) + q * (1 - q) / factor
        let mean = (p + factor * q) / (1 + factor)
        let pooled = mean * (1 - mean) * (1 + 1 / factor)
        let reach = quantiles.alpha * (variance == .pooled ? pooled : unpooled).squareRoot()
        let whole = (reach + quantiles.power * unpooled.squareRoot()) / (q - p)
        self.init(control: whole * whole, times: factor)
    }

    /// The size at which `test` finds that means are so many standard deviations apart.
    ///
    /// It is `nil` unless the `distance` is not zero and the test makes sense. The normal distribution stands for
    /// Student's, which asks for one or two more.
    public init?(detectingDeviations distance: Ratio, by test: Test = Test()) {
        guard let quantiles = test.quantiles, distance.numerator != 0 else { return nil }
        let factor = test.treatedPerControl.double
        let whole = (quantiles.alpha + quantiles.power) / distance.double
        self.init(control: whole * whole * (1 + 1 / factor), times: factor)
    }

    private init?(control: Double, times factor: Double) {
        let (control, treated) = (control.rounded(.up), (control * factor).rounded(.up))
        guard control < 0x1p62, treated < 0x1p62 else { return nil }
        self.control = Int64(control)
        self.treated = Int64(treated)
    }
}

extension SampleSize.Test {
    fileprivate var quantiles: (alpha: Double, power: Double)? {
        guard let alpha = alpha.share, let power = power.share, treatedPerControl.numerator > 0 else { return nil }
        return (-NormalDistribution.quantile(alpha / 2), NormalDistribution.quantile(power))
    }
}

extension Ratio {
    /// The nearest real number, for statistics.
    var double: Double { Double(numerator) / Double(denominator) }

    /// The same, or `nil` unless it lies between zero and one.
    fileprivate var share: Double? { numerator > 0 && numerator < denominator ? double : nil }
}
