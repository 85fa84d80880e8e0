import GiftModel

extension PurchaseSummary {
    /// The days on which anything was bought or given back, ascending, with all that is known.
    ///
    /// - Complexity: O(1) while nothing came back or was called off, otherwise that of ``days(asOf:)``.
    public var days: [PurchaseDay] { firstReversal == nil ? placedDays : nettedDays(asOf: nil) }

    /// The first day as of which all days are as ``days`` has them, but for those that come later.
    ///
    /// - Complexity: O(1) while nothing came back or was called off, otherwise O(*n*) in the returns and cancellations.
    var settledOn: CalendarDate {
        guard firstReversal != nil else { return .first }
        var last = placedDays.last?.date ?? .first
        for goods in returns { last = max(last, goods.date) }
        for cancellation in cancellations { last = max(last, cancellation.date) }
        return last
    }

    /// Returns the days with what came back and was called off through `day`, or ever, taken out.
    func nettedDays(asOf day: CalendarDate?) -> [PurchaseDay] {
        func isVisible(_ date: CalendarDate) -> Bool { day.map { date <= $0 } ?? true }
        func position(ofVisible id: Order.ID) -> Int? {
            orders.position(of: id).flatMap { isVisible(orders[$0].date) ? $0 : nil }
        }
        var days = day.map { Array(placedDays[...].through($0)) } ?? placedDays
        // What was paid back for each order so far; the lowest number marks one that was called off.
        var refunds = [Int64?](repeating: nil, count: orders.count)
        for cancellation in cancellations where isVisible(cancellation.date) {
            guard let order = position(ofVisible: cancellation.id) else { continue }
            refunds[order] = .min
            days.cancel(orders[order])
        }
        for goods in returns where isVisible(goods.date) {
            guard let order = goods.order.flatMap(position(ofVisible:)) else {
                days.refund(goods.minorUnits, on: goods.date)
                continue
            }
            let before = refunds[order]
            guard before != .min else { continue }
            let (after, total) = ((before ?? 0) + goods.minorUnits, orders[order].minorUnits)
            refunds[order] = after
            days.refund(goods.minorUnits, on: orders[order].date)
            if after >= total, before.map({ $0 < total }) ?? true { days.takeBack(orders[order]) }
        }
        return days
    }
}

extension [PurchaseDay] {
    fileprivate mutating func cancel(_ order: OrderEntry) {
        let position = position(making: order.date)
        self[position].orders -= 1
        self[position].salesMinorUnits -= order.minorUnits
        self[position].cancelledOrders += 1
    }

    fileprivate mutating func refund(_ minorUnits: Int64, on date: CalendarDate) {
        let position = position(making: date)
        self[position].returns += 1
        self[position].refundsMinorUnits += minorUnits
    }

    fileprivate mutating func takeBack(_ order: OrderEntry) {
        let position = position(making: order.date)
        self[position].orders -= 1
        self[position].returnedOrders += 1
    }
}
