public import GiftModel

/// What gifts brought beyond what would have come without them, against customers who received none.
///
/// Everybody who was drawn counts, also who never claimed a gift: otherwise the eager would be compared with all.
/// Figures of money are exact; the intervals are those of the difference between the shares, so that a return may be
/// called proven only where even its lower end is above nothing.
///
/// ```swift
/// let effect = IncrementalEffect(
///     of: ProportionComparison(control: Proportion(60, of: 500)!, treated: Proportion(180, of: 1000)!),
///     marginPerOrder: Money("95.00 CNY")!,
///     cost: Money("4800.00 CNY")!
/// )!
/// effect.returnOnInvestment                  // 3/16
/// effect.isProven                            // false
/// ```
public struct IncrementalEffect: Hashable, Sendable {
    /// Who bought among those who were offered gifts and those who were not.
    public let comparison: ProportionComparison
    /// What an order leaves after the cost of its goods.
    public let marginPerOrder: Money
    /// What all the gifts cost, with everything that belongs to them.
    public let cost: Money

    /// The effect, or `nil` unless the margin is above zero, the cost not below it and both in one currency.
    public init?(of comparison: ProportionComparison, marginPerOrder: Money, cost: Money) {
        guard marginPerOrder.currency == cost.currency, marginPerOrder.minorUnits > 0, cost.minorUnits >= 0 else {
            return nil
        }
        self.comparison = comparison
        self.marginPerOrder = marginPerOrder
        self.cost = cost
    }
}

extension IncrementalEffect {
    private var control: Proportion { comparison.control }
    private var treated: Proportion { comparison.treated }
    private var margin: Int128 { Int128(marginPerOrder.minorUnits) }

    /// The orders that would not have come without gifts, below zero where gifts kept some away.
    ///
    /// It is `nil` without a group to compare with, and wherever an exact ratio does not fit in 64 bits; so are all the
    /// figures below.
    public var orders: Ratio? {
        guard control.total > 0, treated.total > 0 else { return nil }
        let expected = Int128(control.count) * Int128(treated.total)
        return Ratio(Int128(treated.count) * Int128(control.total) - expected, Int128(control.total))
    }

    /// The margin of these orders, in minor units.
    public var marginMinorUnits: Ratio? { orders?.multiplied(by: marginPerOrder.minorUnits) }

    /// The margin beyond the cost, over the cost; `nil` where nothing was spent.
    public var returnOnInvestment: Ratio? { marginPerUnitOfCost?.subtracting(.percent(100)) }

    /// What each unit of cost brought in margin; `nil` where nothing was spent.
    public var marginPerUnitOfCost: Ratio? { marginMinorUnits?.divided(by: cost.minorUnits) }

    /// What each of these orders cost, in minor units; `nil` unless there is at least a part of one.
    public var costPerOrder: Ratio? {
        guard let orders, orders.numerator > 0 else { return nil }
        return Ratio(cost.minorUnits, over: 1)?.divided(by: orders)
    }

    /// The difference between the shares at which the gifts would pay for themselves.
    public var breakEven: Ratio? { Ratio(Int128(cost.minorUnits), margin * Int128(treated.total)) }

    /// The returns that the counts allow, or `nil` where there is none.
    public var returnInterval: ConfidenceInterval? {
        guard let interval = comparison.interval, cost.minorUnits > 0 else { return nil }
        let scale = Double(treated.total) * Double(marginPerOrder.minorUnits) / Double(cost.minorUnits)
        return ConfidenceInterval(interval.lower * scale - 1, interval.upper * scale - 1)
    }

    /// Whether even the lower end of the returns is above nothing, or `nil` where there is none.
    public var isProven: Bool? { returnInterval.map { $0.lower > 0 } }

    /// What the return would be if every order of a treated customer were due to the gift.
    ///
    /// It is not: this is shown to warn of it, and nothing follows from it.
    public var misleadingReturn: Ratio? {
        guard cost.minorUnits > 0 else { return nil }
        return Ratio(Int128(treated.count) * margin - Int128(cost.minorUnits), Int128(cost.minorUnits))
    }
}

extension IncrementalEffect {
    /// What the gifts are shown to have brought, with the evidence, or why that cannot be told.
    ///
    /// The figure that misleads comes last, and says so.
    public var reasons: [Reason] {
        let misleading = misleadingReturn.map {
            Reason(EffectReason.returnMisleading, Fact("return", .ratio($0.rounded)))
        }
        return [reason] + [misleading].compactMap { $0 }
    }

    private var reason: Reason {
        guard let orders, let interval = comparison.interval else {
            return comparison.obstacle ?? Reason(EffectReason.effectTooLarge)
        }
        var facts = [
            Fact("orders", .ratio(orders.rounded)), Fact("difference", rounding: comparison.difference),
            Fact("lower", rounding: interval.lower), Fact("upper", rounding: interval.upper),
            Fact("cost", .money(cost)),
        ]
        guard let isProven, let returns = returnInterval, let value = returnOnInvestment else {
            return Reason(EffectReason.returnWithoutCost, facts: facts.compactMap { $0 })
        }
        facts += [
            Fact("return", .ratio(value.rounded)), Fact("least", rounding: returns.lower),
            Fact("most", rounding: returns.upper), breakEven.map { Fact("breakEven", .ratio($0.rounded)) },
        ]
        let code: EffectReason = isProven ? .returnProven : returns.upper < 0 ? .returnLoss : .returnNotProven
        return Reason(code, facts: facts.compactMap { $0 })
    }
}
