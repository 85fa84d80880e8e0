import GiftModel

extension HolidayTrigger {
    /// Returns whether the occasion has come round in `customer`'s case.
    func outcome(in customer: CustomerCase) -> TriggerOutcome {
        let title = Fact("holiday", .name(holiday.title))
        if let culture {
            guard let cultures = customer.facts.cultures else { return .unknown(.missing(.cultures)) }
            guard cultures.contains(culture) else {
                let reason = Reason(CalendarReason.holidayNotKept, title, Fact("culture", .name(culture.title)))
                return .notDue(reason, earliest: nil)
            }
        }
        return series.outcome(in: customer, none: .noFurtherHoliday) { window, isOpen in
            let (day, from) = (Fact("day", .date(window.day)), Fact("from", .date(window.days.lowerBound)))
            guard isOpen else {
                let wait = Fact("wait", .days(Int64(customer.today.days(until: window.days.lowerBound))))
                let code = window.isProvisional ? CalendarReason.provisionalHolidayAhead : .holidayAhead
                return Reason(code, title, day, from, wait)
            }
            return Reason(window.isProvisional ? CalendarReason.provisionalHolidayNear : .holidayNear, title, day, from)
        }
    }
}
