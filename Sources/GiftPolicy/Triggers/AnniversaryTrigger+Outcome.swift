import GiftModel

extension AnniversaryTrigger {
    /// Returns whether the occasion has come round in `customer`'s case.
    func outcome(in customer: CustomerCase) -> TriggerOutcome {
        let start: CalendarDate
        switch event.day(in: customer) {
        case .on(let day): start = day
        case .never(let reason): return .notDue(reason, earliest: nil)
        case .unknown(let reason): return .unknown(reason)
        }
        return series(since: start, leapDay: customer.defaults.leapDay)
            .outcome(in: customer, none: .noFurtherAnniversary) { window, isOpen in
                let event = Fact("event", .name(event.title))
                let number = Fact("number", .number(Int64(window.day.year - start.year)))
                let (day, from) = (Fact("day", .date(window.day)), Fact("from", .date(window.days.lowerBound)))
                guard isOpen else {
                    let wait = Fact("wait", .days(Int64(customer.today.days(until: window.days.lowerBound))))
                    return Reason(CalendarReason.anniversaryAhead, event, number, day, from, wait)
                }
                let through = Fact("through", .date(window.days.upperBound))
                return Reason(CalendarReason.anniversaryNear, event, number, day, from, through)
            }
    }
}
