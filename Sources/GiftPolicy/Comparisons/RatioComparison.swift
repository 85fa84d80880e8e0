public import GiftModel
import GiftNumerics

/// Whether a ratio of sums, such as the average order, is higher in a group that was treated.
///
/// Customers are what was assigned, and not orders: a customer with many orders is one customer, so that the sums vary
/// with each other. What cannot be told is `nil`, and ``obstacle`` says why.
///
/// - Source: the delta method, A. Deng and others, "Applying the Delta Method in Metric Analytics" (2018),
///   <https://doi.org/10.1145/3219819.3219919>.
public struct RatioComparison: Hashable, Sendable {
    /// The group that was not treated.
    public let control: RatioSample
    /// The group that was.
    public let treated: RatioSample

    /// Compares `treated` with `control`.
    public init(control: RatioSample, treated: RatioSample) {
        self.control = control
        self.treated = treated
    }

    /// The ratio of the treated less that of the others, or `nil` where one of them is not defined.
    public var difference: Double? {
        guard let first = control.ratio, let second = treated.ratio else { return nil }
        return second - first
    }

    private var error: Double? {
        guard let first = control.variance, let second = treated.variance, first + second > 0 else { return nil }
        return (first + second).squareRoot()
    }

    /// How many standard errors the difference is.
    public var z: Double? {
        guard let difference, let error else { return nil }
        return difference / error
    }

    /// The probability of so large a difference, on either side, where there is none in truth.
    public var p: Double? { z.map(NormalDistribution.bothTails) }

    /// The differences that the sums allow.
    public var interval: ConfidenceInterval? {
        guard let difference, let error else { return nil }
        return ConfidenceInterval(around: difference, reaching: NormalDistribution.quantile(0.975) * error)
    }

    /// Why there is no ``z``, or `nil` where there is one.
    public var obstacle: Reason? {
        for (name, group) in [(ComparisonReason.control, control), (ComparisonReason.treated, treated)] {
            let fact = Fact("group", .name(name))
            if group.count < 2 {
                return Reason(ComparisonReason.groupTooSmall, fact, Fact("units", .number(group.count)))
            }
            if group.ratio == nil { return Reason(ComparisonReason.denominatorZero, fact) }
        }
        return error == nil ? Reason(ComparisonReason.valuesDoNotVary) : nil
    }
}

/// What each customer of a group adds to the numerator and to the denominator of a ratio of sums.
public struct RatioSample: Hashable, Sendable {
    /// How many customers there are.
    public let count: Int64
    /// The sum of the numerators over that of the denominators, or `nil` where the latter is not above zero.
    public let ratio: Double?
    /// How far the ratio is likely to be off, squared; `nil` where there is no ratio or only one customer.
    public let variance: Double?

    /// The sample of customers with these numerators and denominators, or `nil` when a value is not finite.
    ///
    /// - Complexity: O(*n*).
    public init?(_ customers: [(numerator: Double, denominator: Double)]) {
        guard customers.allSatisfy({ $0.numerator.isFinite && $0.denominator.isFinite }) else { return nil }
        let sums = customers.reduce((0.0, 0.0)) { ($0.0 + $1.numerator, $0.1 + $1.denominator) }
        let count = Double(customers.count)
        self.count = Int64(customers.count)
        let ratio = sums.1 > 0 ? sums.0 / sums.1 : nil
        self.ratio = ratio
        self.variance =
            if let ratio, customers.count > 1 {
                // What is left of each numerator beyond its share sums to nothing, so that these are its variances.
                customers
                    .reduce(0) { sum, customer in
                        let rest = customer.numerator - ratio * customer.denominator
                        return sum + rest * rest
                    } / (count - 1) / count / (sums.1 / count * (sums.1 / count))
            } else {
                nil
            }
    }
}
