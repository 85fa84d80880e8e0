import GiftModel
import Segmentation

/// An order that was not called off by now, with what came back of it.
struct PlacedOrder {
    let order: Order
    /// The local day on which it was placed.
    let day: CalendarDate
    /// What was paid back for it.
    let refunds: [Money]
    /// What was paid back, since it was placed, for goods of which nobody recorded the order.
    let strayRefunds: [Money]

    /// What is left of it, at least and at most, or `nil` when refunds in another currency leave that open.
    func spend(_ basis: SpendBasis) -> (least: Int64, most: Int64)? {
        guard basis == .net else { return (order.total.minorUnits, order.total.minorUnits) }
        guard let back = Self.sum(refunds, in: order.total.currency),
            let stray = Self.sum(strayRefunds, in: order.total.currency)
        else { return nil }
        let most = Int128(order.total.minorUnits) - back
        return (Int64(clamping: most - stray), Int64(clamping: most))
    }

    /// Whether all of it came back.
    var isReturnedWhole: Bool {
        guard !refunds.isEmpty else { return false }
        return spend(.net).map { $0.most <= 0 } ?? false
    }

    private static func sum(_ amounts: [Money], in currency: Currency) -> Int128? {
        var sum: Int128 = 0
        for amount in amounts {
            guard amount.currency == currency else { return nil }
            sum += Int128(amount.minorUnits)
        }
        return sum
    }
}

extension CustomerCase {
    /// Returns the orders of the last local days, today and so many before it, that were not called off, by instant; or
    /// `nil` when purchases tell of one and activities do not.
    func placedOrders(withinDays limit: Int64) -> [PlacedOrder]? {
        var orders: Set<Order> = []
        var returns: Set<Return> = []
        var cancelled: Set<Order.ID> = []
        for activity in activities {
            switch activity {
            case .order(let order): orders.insert(order)
            case .return(let goods): returns.insert(goods)
            case .cancellation(let cancellation): cancelled.insert(cancellation.order)
            default: break
            }
        }
        if orders.isEmpty, profile.stage.stage == nil { return nil }
        if orders.isEmpty, let purchases = profile.purchases, purchases.daysSinceLastPurchase <= limit { return nil }
        return orders.filter { !cancelled.contains($0.id) }
            .compactMap { order in
                guard let day = clock.zone.date(of: order.placedAt), day.days(until: today) <= limit else { return nil }
                let later = returns.filter { $0.order == nil && $0.receivedAt >= order.placedAt }
                return PlacedOrder(
                    order: order,
                    day: day,
                    refunds: returns.filter { $0.order == order.id }.map(\.refund),
                    strayRefunds: later.map(\.refund)
                )
            }
            .sorted { ($0.order.placedAt, $0.order.id) < ($1.order.placedAt, $1.order.id) }
    }

    /// Returns the first moment at which `day` is more than so many local days ago.
    func start(afterDays limit: Int64, since day: CalendarDate) -> Moment? {
        let (days, overflow) = limit.addingReportingOverflow(1)
        return overflow ? nil : day.adding(days: Int(clamping: days)).map(clock.start)
    }
}
