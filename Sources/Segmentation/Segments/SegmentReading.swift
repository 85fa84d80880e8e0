import GiftModel

/// What an attribute came to: a number or fraction, or the place of a word in a list; or that it is not known.
///
/// Amounts are in minor units of the document's currency, days are counted from 1970-01-01, and a truth is 1 or 0.
/// Where it is known as a range only, the two ends differ.
public struct SegmentReading: Hashable, Sendable {
    /// The number, the numerator of a fraction, or the lowest number of a range.
    public let low: Int64
    /// The highest number of a range; of all others the same as ``low``.
    public let high: Int64
    /// The denominator of a fraction, 1 of a whole number, zero of what is not known.
    public let denominator: Int64

    static let unknown = SegmentReading(low: 0, high: 0, denominator: 0)

    /// Whether anything is known.
    public var isKnown: Bool { denominator != 0 }

    private init(low: Int64, high: Int64, denominator: Int64) {
        self.low = low
        self.high = high
        self.denominator = denominator
    }

    init(_ number: Int64) { self.init(low: number, high: number, denominator: 1) }

    init(_ number: Int64?) {
        if let number { self.init(number) } else { self = .unknown }
    }

    init(_ truth: Bool) { self.init(truth ? 1 : 0) }

    init(in range: ClosedRange<Int64>) { self.init(low: range.lowerBound, high: range.upperBound, denominator: 1) }

    /// A fraction, not known over zero or less.
    init(_ numerator: Int64, over denominator: Int64) {
        self.init(low: numerator, high: numerator, denominator: max(denominator, 0))
    }

    /// How it compares with a whole number.
    func truth(_ comparison: Comparison, _ number: Int64) -> Truth {
        if denominator == 1 {
            let atLow = comparison.holds(low, number)
            guard low != high else { return Truth(atLow) }
            switch comparison {
            case .below, .atMost, .above, .atLeast:
                return atLow == comparison.holds(high, number) ? Truth(atLow) : .unknown
            case .equal, .notEqual:
                return low <= number && number <= high ? .unknown : Truth(comparison == .notEqual)
            }
        }
        return truth(comparison, number, over: 1)
    }

    /// How it compares with a fraction.
    func truth(_ comparison: Comparison, _ numerator: Int64, over other: Int64) -> Truth {
        guard isKnown else { return .unknown }
        return Truth(comparison.holds(Int128(low) * Int128(other), Int128(numerator) * Int128(denominator)))
    }
}
