public import GiftModel

/// Whether something that a customer did has become much rarer than before.
public struct DropSignal: Hashable, Sendable {
    /// When fewer count as a drop.
    public let rule: DropRule
    /// How many there were in the window before, or `nil` when nobody knows.
    public let before: Int64?
    /// How many there were in the last window, or `nil` when nobody knows.
    public let now: Int64?
}

extension DropSignal {
    /// Whether at most the share of the rule is left; unknown where there were too few before to tell.
    public var truth: Truth {
        guard let before, let now, before >= rule.atLeast else { return .unknown }
        return Truth(
            Int128(now) * Int128(rule.leftAtMost.denominator) <= Int128(before) * Int128(rule.leftAtMost.numerator)
        )
    }

    /// How much of before is gone, 0 through 1000 thousandths, rounded down; `nil` where the truth is unknown.
    ///
    /// It is told whether or not the signal holds, and is zero where nothing is gone.
    public var strengthPerMille: Int64? {
        guard truth != .unknown, let before, let now else { return nil }
        return now >= before ? 0 : Int64(Int128(before - now) * 1000 / Int128(before))
    }
}
