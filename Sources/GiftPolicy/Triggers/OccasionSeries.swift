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

    /// What a trigger says that fires in the windows of this series.
    ///
    /// - Parameters:
    ///   - none: Why there is no window any more.
    ///   - reason: Why the trigger fires in a window that is open, or does not yet in one that lies ahead.
    func outcome(
        in customer: CustomerCase,
        none: CalendarReason,
        because reason: (OccasionWindow, _ isOpen: Bool) -> Reason
    ) -> TriggerOutcome {
        let (clock, today) = (customer.clock, Fact("today", .date(customer.today)))
        do throws(LunarError) {
            guard let window = try window(endingAfter: customer.now, in: clock.zone) else {
                return .notDue(Reason(none, today), earliest: nil)
            }
            guard window.instants.contains(customer.now) else {
                return .notDue(reason(window, false), earliest: clock.moment(at: window.instants.lowerBound))
            }
            return .due(
                term: window.term,
                until: window.instants.upperBound,
                next: start(after: window, in: clock.zone).flatMap(clock.moment),
                reason: reason(window, true)
            )
        } catch .noneOnOrAfter {
            return .notDue(Reason(none, today), earliest: nil)
        } catch {
            return .unknown(Reason(CalendarReason.calendarEnds, today))
        }
    }

    /// Returns the first instant at which a window after `window` is the one that counts.
    private func start(after window: OccasionWindow, in zone: some ZoneRules) -> Timestamp? {
        guard let day = window.days.upperBound.adding(days: 1), let dates = try? first(day) else { return nil }
        return max(OccasionWindow(dates, in: zone).instants.lowerBound, window.instants.upperBound)
    }
}
