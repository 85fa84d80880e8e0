public import GiftModel

/// Whether a customer bought on much fewer days than a model expected.
///
/// A cohort buys ever less by itself, so that fewer days than before may be just what was to be expected.
public struct ShortfallSignal: Hashable, Sendable {
    /// When fewer count as a shortfall.
    public let rule: DropRule
    /// On how many days of the last window a purchase was expected, or `nil` when no model was asked.
    public let expected: Double?
    /// On how many days of it there was one.
    public let now: Int64
}

extension ShortfallSignal {
    /// Whether at most the share of the rule came about; unknown where too little was expected to tell.
    public var truth: Truth {
        guard let expected, expected >= Double(rule.atLeast) else { return .unknown }
        return Truth(Double(now) * Double(rule.leftAtMost.denominator) <= expected * Double(rule.leftAtMost.numerator))
    }

    /// How much of what was expected is missing, 0 through 1000 thousandths, rounded down; `nil` where the truth is
    /// unknown.
    public var strengthPerMille: Int64? {
        guard truth != .unknown, let expected else { return nil }
        // In this order whole numbers stay whole, so that nothing is rounded down which needs no rounding.
        return Int64(max(0, 1000 - 1000 * Double(now) / expected))
    }
}
