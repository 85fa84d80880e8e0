import GiftModel

/// All times at which an occasion comes round, one after another.
struct OccasionSeries {
    /// Returns the first whose days end on or after a day, or `nil` when none is left.
    let first: (CalendarDate) throws(LunarError) -> OccasionDates?

    /// Returns the first window that ends after `instant`, or `nil` when none is left.
    ///
    /// Where two overlap, the earlier one counts until it ends.
    func window(endingAfter instant: Timestamp, in zone: some ZoneRules) throws(LunarError) -> OccasionWindow? {
        // What a place skipped is observed later, and clocks that were put back may show the day before.
        var day = zone.date(of: instant)?.adding(days: -2)
        while let start = day, let dates = try first(start) {
            let window = OccasionWindow(dates, in: zone)
            if window.instants.upperBound > instant { return window }
            day = dates.days.upperBound.adding(days: 1)
        }
        return nil
    }
}
