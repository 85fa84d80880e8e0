public import GiftModel

/// One customer's purchases as they stood at the end of a day: what happened later is invisible.
///
/// Everything that is said of one customer is worked out from this.
public struct PurchaseDays: Hashable, Sendable {
    /// The day as of which they stand.
    public let asOf: CalendarDate
    /// The currency of every amount.
    public let currency: Currency
    /// The days on which anything was bought or given back, ascending, none after ``asOf``.
    ///
    /// Purchase days are those on which an order stands; a day whose orders all came back is still among these.
    public let days: ArraySlice<PurchaseDay>
}

extension PurchaseDays {
    /// Returns the days on or after `first`, ascending.
    ///
    /// - Complexity: O(log *n*) in the number of days.
    public func days(onOrAfter first: CalendarDate) -> ArraySlice<PurchaseDay> {
        days[days.firstPosition(onOrAfter: first)...]
    }

    /// Returns the `length` days that end on and include `last`, as far as anything happened on them.
    ///
    /// - Complexity: O(log *n*) in the number of days.
    public func days(inDays length: Int, through last: CalendarDate) -> ArraySlice<PurchaseDay> {
        guard length > 0 else { return [] }
        let end = days.through(last).endIndex
        // A window that begins before the calendar does begins with the first purchase.
        let start = last.adding(days: 1 - length).map(days.firstPosition(onOrAfter:)) ?? days.startIndex
        return days[start..<max(start, end)]
    }

    /// Returns on how many of the `length` days that end on and include `last` anything was bought.
    ///
    /// - Complexity: O(*n*) in the number of days from the window's first on.
    public func purchaseDays(inDays length: Int, through last: CalendarDate) -> Int {
        var count = 0
        forEachDay(inDays: length, through: last) { count += $0.orders > 0 ? 1 : 0 }
        return count
    }

    /// Calls `body` for each of the `length` days that end on and include `last` on which anything happened, the last
    /// first.
    @inline(__always)
    func forEachDay(inDays length: Int, through last: CalendarDate, _ body: (PurchaseDay) -> Void) {
        for position in days.indices.reversed() {
            guard days[position].date <= last else { continue }
            guard days[position].date.days(until: last) < length else { break }
            body(days[position])
        }
    }
}

extension PurchaseSummary {
    /// Returns the purchases as they stood at the end of `day`; what happened later is invisible.
    ///
    /// 1. A return is taken out of the day of its order, from its own day on. One that names no order, or an order
    ///    that is not known, counts on its own day.
    /// 2. An order for which its total or more was paid back stands no longer; its sales stay, beside its refunds.
    /// 3. An order that was called off stands no longer, from the day of its cancellation on, and its sales leave with
    ///    it. So do its refunds, which would else be taken off twice.
    ///
    /// ```swift
    /// // 30.00 on 1 March, of which 10.00 came back on 9 March:
    /// summary.days(asOf: eighthOfMarch).days.map(\.refundsMinorUnits)   // [0]
    /// summary.days(asOf: ninthOfMarch).days.map(\.refundsMinorUnits)    // [1000], on 1 March
    /// ```
    ///
    /// - Complexity: O(log *n*) in the number of days while nothing had come back or been called off, and nothing is
    ///   copied; otherwise O(*n* + *r* log *n*) in the orders and in all returns and cancellations, and O(*r* *n*) when
    ///   returns of unknown orders fall on days of their own.
    public func days(asOf day: CalendarDate) -> PurchaseDays {
        let hasReversals = firstReversal.map { $0 <= day } ?? false
        let days = hasReversals ? nettedDays(asOf: day)[...] : placedDays[...].through(day)
        return PurchaseDays(asOf: day, currency: currency, days: days)
    }

    /// Returns the first and the last day on which an order stood at the end of `day`, and how many there were.
    ///
    /// - Parameter known: The same customer's purchases as of that day or a later one.
    /// - Complexity: O(*n*) in the number of days, returns and cancellations; where any came between the two days,
    ///   that of ``days(asOf:)``.
    func course(
        asOf day: CalendarDate,
        knowing known: PurchaseDays
    ) -> (first: CalendarDate, last: CalendarDate, count: Int)? {
        // What came back or was called off by the one day, or after the other, changes nothing.
        func isBetween(_ date: CalendarDate) -> Bool { day < date && date <= known.asOf }
        let isAsKnown =
            firstReversal == nil
            || !returns.contains(where: { isBetween($0.date) })
                && !cancellations.contains(where: { isBetween($0.date) })
        guard isAsKnown else { return days(asOf: day).course(through: day) }
        return known.course(through: day)
    }
}
