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
        let end = last.adding(days: 1).map(days.firstPosition(onOrAfter:)) ?? days.endIndex
        // A window that begins before the calendar does begins with the first purchase.
        let start = last.adding(days: 1 - length).map(days.firstPosition(onOrAfter:)) ?? days.startIndex
        return days[start..<max(start, end)]
    }

    /// Returns on how many of the `length` days that end on and include `last` anything was bought.
    ///
    /// - Complexity: O(*n*) in the number of days in the window.
    public func purchaseDays(inDays length: Int, through last: CalendarDate) -> Int {
        days(inDays: length, through: last).count { $0.orders > 0 }
    }
}

extension PurchaseSummary {
    /// Returns the purchases as they stood at the end of `day`.
    ///
    /// - Complexity: O(log *n*) in the number of days.
    public func days(asOf day: CalendarDate) -> PurchaseDays {
        let end = day.adding(days: 1).map(days[...].firstPosition(onOrAfter:)) ?? days.endIndex
        return PurchaseDays(asOf: day, currency: currency, days: days[..<end])
    }
}

extension ArraySlice<PurchaseDay> {
    /// The first position whose day is not before `date`.
    func firstPosition(onOrAfter date: CalendarDate) -> Int {
        guard let last, last.date >= date else { return endIndex }
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if self[middle].date < date { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
