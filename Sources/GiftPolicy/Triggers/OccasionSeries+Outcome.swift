import GiftModel

extension OccasionSeries {
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
