public import GiftModel
import GiftNumerics

/// Whether the arms of an experiment are filled as they were meant to be.
///
/// Where they are not, customers were lost or counted twice, and nothing else that the experiment says can be trusted.
/// What was configured is what counts: an arm of weight zero that anybody is in is impossible by itself.
///
/// - Source: A. Fabijan and others, "Diagnosing Sample Ratio Mismatch" (2019),
///   <https://doi.org/10.1145/3292500.3330722>.
public struct SampleRatioCheck: Hashable, Sendable {
    /// How many are in each arm.
    public let observed: [Int64]
    /// The weight of each arm, such as its number of buckets.
    public let weights: [Int64]

    /// A mismatch is called one where chance would bring it about less than once in a thousand times.
    public static let limit = 0.001

    /// A check, or `nil` unless there is a weight for each arm, none is below zero and they sum to what 64 bits hold.
    public init?(observed: [Int64], weights: [Int64]) {
        guard observed.count == weights.count, Self.sum(observed) != nil, Self.sum(weights) != nil else { return nil }
        self.observed = observed
        self.weights = weights
    }

    private static func sum(_ numbers: [Int64]) -> Int64? {
        var sum: Int64 = 0
        for number in numbers {
            let (next, overflow) = sum.addingReportingOverflow(number)
            guard number >= 0, !overflow else { return nil }
            sum = next
        }
        return sum
    }

    /// What a check finds.
    @nonexhaustive
    public enum Verdict: Hashable, Sendable {
        /// The arms are filled as planned.
        case balanced
        /// They are not.
        case mismatch
        /// So many are in arms that are given to nobody.
        case impossible(Int64)
        /// Nobody is in any arm.
        case noUnits
        /// Only one arm is given to anybody, or none.
        case oneArm
    }
}

extension SampleRatioCheck {
    private var filled: [(count: Int64, weight: Int64)] {
        zip(observed, weights).filter { $0.1 > 0 }.map { (count: $0, weight: $1) }
    }
    /// How many are in the arms that are given to somebody.
    private var units: Int64 { filled.reduce(0) { $0 + $1.count } }
    private var weight: Int64 { weights.reduce(0, +) }

    /// The degrees of freedom: one less than the arms that are given to somebody; `nil` where that or nobody is left.
    public var degrees: Int? { filled.count > 1 && units > 0 ? filled.count - 1 : nil }

    /// The sum over the arms of the squared distance from what is expected, over what is expected.
    ///
    /// - Source: Pearson's test, <https://en.wikipedia.org/wiki/Pearson%27s_chi-squared_test>.
    public var chiSquare: Double? {
        guard degrees != nil else { return nil }
        return filled.reduce(0) { sum, arm in
            let distance = Double(Int128(arm.count) * Int128(weight) - Int128(units) * Int128(arm.weight))
            return sum + distance / (Double(units) * Double(arm.weight)) * (distance / Double(weight))
        }
    }

    /// The probability of arms filled so unevenly by chance.
    public var p: Double? {
        guard let chiSquare, let degrees else { return nil }
        return ChiSquareDistribution(degrees: degrees).above(chiSquare)
    }

    /// How far the share of an arm is from what was planned, for the arm where that is most.
    ///
    /// With very many customers a deviation that matters to nobody is still a mismatch.
    public var deviation: Double? {
        guard degrees != nil else { return nil }
        return filled.map { (Double($0.count) / Double(units) - Double($0.weight) / Double(weight)).magnitude }.max()
    }

    /// What the check finds; an impossible arm comes before everything else.
    public var verdict: Verdict {
        let impossible = zip(observed, weights).filter { $0.1 == 0 }.reduce(0) { $0 + $1.0 }
        if impossible > 0 { return .impossible(impossible) }
        guard units > 0 else { return .noUnits }
        guard let p else { return .oneArm }
        return p < Self.limit ? .mismatch : .balanced
    }

    /// The same with its evidence.
    public var reason: Reason {
        switch verdict {
        case .impossible(let units): Reason(ComparisonReason.armImpossible, Fact("units", .number(units)))
        case .noUnits: Reason(ComparisonReason.armsEmpty)
        case .oneArm: Reason(ComparisonReason.oneArmOnly)
        case .balanced: Reason(ComparisonReason.armsBalanced, facts: facts)
        case .mismatch:
            Reason(ComparisonReason.armsUnbalanced, facts: facts + [Fact("limit", .ratio(.perMille(1)))])
        }
    }

    private var facts: [Fact] {
        [Fact("units", .number(units)), Fact("deviation", rounding: deviation), Fact(probability: p)].compactMap { $0 }
    }
}

extension Fact {
    /// A real number, rounded to ten-thousandths; `nil` where there is none.
    init?(_ name: String, rounding value: Double?) {
        guard let value, let ratio = Ratio(rounding: value) else { return nil }
        self.init(name, .ratio(ratio))
    }

    /// A probability, called `p`; one below a ten-thousandth, which is never nothing, is told as that.
    init?(probability: Double?) { self.init("p", rounding: probability.map { max($0, 0.0001) }) }
}
