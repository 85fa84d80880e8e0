public import GiftModel

extension PurchaseSummary {
    /// Returns the days on or after `first` and on or before `last`, ascending.
    ///
    /// - Complexity: O(log *n*) in the number of days.
    public func days(from first: CalendarDate, through last: CalendarDate) -> ArraySlice<PurchaseDay> {
        let start = days.firstPosition(onOrAfter: first)
        let end = last.adding(days: 1).map(days.firstPosition(onOrAfter:)) ?? days.endIndex
        return days[start..<max(start, end)]
    }

    /// Returns on how many days within the `length` days that end on and include `last` anything was bought.
    public func purchaseDays(inDays length: Int, through last: CalendarDate) -> Int {
        guard length > 0 else { return 0 }
        // A window that begins before the calendar does begins with the summary.
        let visible = last.adding(days: 1 - length).map { days(from: $0, through: last) } ?? days(through: last)
        return visible.count { $0.orders > 0 }
    }
}

extension [PurchaseDay] {
    /// The first position whose day is not before `date`, found from the end, where most activities arrive.
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
