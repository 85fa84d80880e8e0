public import GiftModel

/// An amount of money over a count, such as what a gift costs or an order brings.
///
/// It is always the sum over the count, and never the mean of the averages of customers, which would let one with a
/// single order weigh as much as one with twenty.
///
/// ```swift
/// let gifts = MeasuredCount(900, .delivered)!
/// AverageAmount(.costPerGift, of: Money("11000.00 CNY")!, over: gifts).money(rounded: .halfEven)   // 12.22 CNY
/// ```
public struct AverageAmount: Hashable, Sendable {
    /// What is measured.
    public let measure: MeasureName
    /// All of the money.
    public let total: Money
    /// What it is spread over.
    public let count: MeasuredCount

    /// The average of `total` over `count`.
    public init(_ measure: MeasureName, of total: Money, over count: MeasuredCount) {
        self.measure = measure
        self.total = total
        self.count = count
    }
}

extension AverageAmount {
    /// The exact average in minor units, or `nil` over nothing.
    public var minorUnits: Ratio? { Ratio(total.minorUnits, over: count.count) }

    /// Returns the average as money, or `nil` over nothing.
    public func money(rounded rounding: Rounding) -> Money? {
        guard count.count > 0 else { return nil }
        let units = rounding.quotient(of: Int128(total.minorUnits), by: Int128(count.count))
        return Int64(exactly: units).map { Money(minorUnits: $0, in: total.currency) }
    }

    /// Returns by which part of `earlier` the average rose, below zero where it fell.
    ///
    /// - Returns: `nil` over nothing, from nothing or less, between currencies, and where the ratio does not fit in 64
    ///   bits.
    public func change(from earlier: AverageAmount) -> Ratio? {
        guard let now = minorUnits, let then = earlier.minorUnits, total.currency == earlier.total.currency,
            then.numerator > 0
        else { return nil }
        return now.subtracting(then)?.divided(by: then)
    }

    /// The average with what it rests on, or why there is none.
    public var reason: Reason {
        let facts = [
            Fact("measure", .name(measure.title)), Fact("amount", .money(total)),
            Fact("denominator", .name(count.name)),
            Fact("total", .number(count.count)),
        ]
        guard let money = money(rounded: .halfAwayFromZero) else {
            return Reason(EffectReason.averageOfNothing, facts: facts)
        }
        return Reason(EffectReason.averageKnown, facts: facts + [Fact("average", .money(money))])
    }
}
