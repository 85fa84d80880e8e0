public import GiftModel

/// What a purchase summary comes to as of a day.
public struct PurchaseFigures: Hashable, Sendable {
    /// The day as of which the figures stand; later activities are invisible.
    public let asOf: CalendarDate
    /// The first day with an order that stands.
    public let firstPurchase: CalendarDate
    /// The last day with an order that stands.
    public let lastPurchase: CalendarDate
    /// How many orders stand, at least one.
    public let orders: Int64
    /// On how many days, at least one.
    public let purchaseDays: Int64
    /// What the orders came to; without those that were called off, but with those that came back.
    public let sales: Money
    /// What was paid back.
    public let refunds: Money
    /// How many orders came back whole, and no longer stand.
    public internal(set) var returnedOrders: Int64 = 0
    /// How many orders were called off, and no longer stand.
    public internal(set) var cancelledOrders: Int64 = 0
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

    /// Returns what an order comes to on average: sales by all orders but those called off, or what is left of them by
    /// the orders that stand.
    ///
    /// An order that came back whole counts under ``SpendBasis/sales``, because its sales do, and not under
    /// ``SpendBasis/net``.
    public func averageOrderValue(_ basis: SpendBasis, rounding: Rounding) -> Money {
        let count = basis.averagedOrders(standing: orders, returned: returnedOrders)
        let average = SpendBasis.averageOrder(of: spend(basis).minorUnits, among: count, rounding: rounding)
        return Money(minorUnits: average, in: sales.currency)
    }
}

/// What the models of customer behavior call *x*, *t*ₓ and *T*; days are their unit of time.
///
/// Their *recency* is ``ageAtLastPurchase``, and not the ``daysSinceLastPurchase`` of scores.
///
/// - Source: Fader, Hardie and Lee (2005), <https://www.brucehardie.com/papers/018/>.
extension PurchaseFigures {
    /// On how many days anything was bought after the first of them (*x*).
    public var repeatPurchases: Int64 { purchaseDays - 1 }

    /// How many days lay between the first purchase and the last (*t*ₓ).
    public var ageAtLastPurchase: Int { firstPurchase.days(until: lastPurchase) }

    /// How many days have passed since the first purchase (*T*).
    public var age: Int { daysSinceFirstPurchase }
}

extension PurchaseDays {
    /// What the purchases come to, or `nil` when no order stands.
    ///
    /// - Complexity: O(*n*) in the number of days.
    public var figures: PurchaseFigures? {
        guard let course = course(through: asOf) else { return nil }
        let sum = sum
        return PurchaseFigures(
            asOf: asOf,
            firstPurchase: course.first,
            lastPurchase: course.last,
            orders: sum.orders,
            purchaseDays: Int64(course.count),
            sales: Money(minorUnits: sum.salesMinorUnits, in: currency),
            refunds: Money(minorUnits: sum.refundsMinorUnits, in: currency),
            returnedOrders: sum.returnedOrders,
            cancelledOrders: sum.cancelledOrders
        )
    }

    /// Returns the first and the last purchase day through `end`, and how many there are, or `nil` without any.
    ///
    /// - Complexity: O(*n*) in the number of days.
    func course(through end: CalendarDate) -> (first: CalendarDate, last: CalendarDate, count: Int)? {
        var (first, last, count) = (asOf, asOf, 0)
        for position in days.indices where days[position].orders > 0 {
            guard days[position].date <= end else { break }
            last = days[position].date
            if count == 0 { first = last }
            count += 1
        }
        return count == 0 ? nil : (first, last, count)
    }

    /// All days in one.
    ///
    /// - Complexity: O(*n*) in the number of days.
    var sum: PurchaseDay {
        var sum = PurchaseDay(on: asOf)
        for position in days.indices { sum.add(days[position]) }
        return sum
    }
}

extension PurchaseSummary {
    /// Returns what this summary comes to as of `day`, or `nil` when no order stands by then.
    ///
    /// - Complexity: O(*n*) in the number of days, besides that of ``days(asOf:)``.
    public func figures(asOf day: CalendarDate) -> PurchaseFigures? { days(asOf: day).figures }
}
