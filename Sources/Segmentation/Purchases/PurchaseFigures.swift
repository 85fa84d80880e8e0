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

extension PurchaseDays {
    /// What the purchases come to, or `nil` when no order is known.
    ///
    /// - Complexity: O(*n*) in the number of days.
    public var figures: PurchaseFigures? {
        guard let first = days.first(where: { $0.orders > 0 }), let last = days.last(where: { $0.orders > 0 })
        else { return nil }
        var (orders, purchaseDays, sales, refunds) = (Int64(0), Int64(0), Int64(0), Int64(0))
        for day in days {
            orders += day.orders
            purchaseDays += day.orders > 0 ? 1 : 0
            sales += day.salesMinorUnits
            refunds += day.refundsMinorUnits
        }
        return PurchaseFigures(
            asOf: asOf,
            firstPurchase: first.date,
            lastPurchase: last.date,
            orders: orders,
            purchaseDays: purchaseDays,
            sales: Money(minorUnits: sales, in: currency),
            refunds: Money(minorUnits: refunds, in: currency)
        )
    }
}

extension PurchaseSummary {
    /// Returns what this summary comes to as of `day`, or `nil` when it knows of no order by then.
    ///
    /// - Complexity: O(*n*) in the number of days.
    public func figures(asOf day: CalendarDate) -> PurchaseFigures? { days(asOf: day).figures }
}
