public import GiftModel

/// How many of some did something, with both named and the time in which it counts.
///
/// ```swift
/// let rate = Rate(.unboxing, MeasuredCount(558, .unboxed)!, of: MeasuredCount(620, .delivered)!)
/// rate.ratio                                 // 9/10
/// ```
public struct Rate: Hashable, Sendable {
    /// What is measured.
    public let measure: MeasureName
    /// Those that did.
    public let numerator: MeasuredCount
    /// Those that could have.
    public let denominator: MeasuredCount
    /// How long afterwards it counts, or `nil` when it always does.
    public let window: MeasureWindow?

    /// The rate of `numerator` among `denominator`.
    public init(
        _ measure: MeasureName,
        _ numerator: MeasuredCount,
        of denominator: MeasuredCount,
        within window: MeasureWindow? = nil
    ) {
        self.measure = measure
        self.numerator = numerator
        self.denominator = denominator
        self.window = window
    }
}

extension Rate {
    /// The exact rate, or `nil` of nothing.
    public var ratio: Ratio? { Ratio(numerator.count, over: denominator.count) }

    /// The same as a share of a group, with its interval; `nil` where more did it than could have.
    public var proportion: Proportion? { Proportion(numerator.count, of: denominator.count) }

    /// The rate with what it rests on, or why there is none.
    public var reason: Reason {
        var facts = [
            Fact("measure", .name(measure.title)), Fact("numerator", .name(numerator.name)),
            Fact("denominator", .name(denominator.name)), Fact("count", .number(numerator.count)),
            Fact("total", .number(denominator.count)),
        ]
        let window = window?.title ?? LocalizedText(english: "ever", chinese: "不限期")
        facts.append(Fact("window", .name(window)))
        guard let ratio else { return Reason(EffectReason.rateOfNothing, facts: facts) }
        return Reason(EffectReason.rateKnown, facts: facts + [Fact("rate", .ratio(ratio.rounded))])
    }
}
