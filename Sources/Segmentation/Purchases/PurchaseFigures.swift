public import GiftModel

/// What a purchase summary comes to as of a day.
public struct PurchaseFigures: Hashable, Sendable {
    /// The day as of which the figures stand; later activities are invisible.
    public let asOf: CalendarDate
    /// The first day with an order.
    public let firstPurchase: CalendarDate
    /// The last day with an order.
    public let lastPurchase: CalendarDate
    /// How many orders were placed, at least one.
    public let orders: Int64
    /// On how many days, at least one.
    public let purchaseDays: Int64
    /// What the orders came to.
    public let sales: Money
    /// What was paid back.
    public let refunds: Money
}

extension PurchaseFigures {
    /// How many days have passed since the last purchase; called *recency* where scores are spoken of.
    public var daysSinceLastPurchase: Int { lastPurchase.days(until: asOf) }

    /// How many days have passed since the first purchase.
    public var daysSinceFirstPurchase: Int { firstPurchase.days(until: asOf) }

    /// Returns the spend that counts under `basis`.
    public func spend(_ basis: SpendBasis) -> Money {
        switch basis {
        case .sales: sales
        // Both are sums that fit and neither is negative, so their difference fits too.
        case .net: Money(minorUnits: sales.minorUnits - refunds.minorUnits, in: sales.currency)
        }
    }
}

extension PurchaseSummary {
    /// Returns what this summary comes to as of `day`, or `nil` when it knows of no order by then.
    ///
    /// - Complexity: O(*n*) in the number of days.
    public func figures(asOf day: CalendarDate) -> PurchaseFigures? {
        let visible = days(through: day)
        guard let first = visible.first(where: { $0.orders > 0 }), let last = visible.last(where: { $0.orders > 0 })
        else { return nil }
        return PurchaseFigures(
            asOf: day,
            firstPurchase: first.date,
            lastPurchase: last.date,
            orders: visible.reduce(0) { $0 + $1.orders },
            purchaseDays: visible.reduce(0) { $0 + ($1.orders > 0 ? 1 : 0) },
            sales: Money(minorUnits: visible.reduce(0) { $0 + $1.salesMinorUnits }, in: currency),
            refunds: Money(minorUnits: visible.reduce(0) { $0 + $1.refundsMinorUnits }, in: currency)
        )
    }

    /// Returns the days on or before `last`, ascending.
    func days(through last: CalendarDate) -> ArraySlice<PurchaseDay> {
        guard let first = days.first, first.date <= last else { return [] }
        return days(from: first.date, through: last)
    }
}
