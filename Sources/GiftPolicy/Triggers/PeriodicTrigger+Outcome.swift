import GiftModel

extension PeriodicTrigger {
    /// Returns whether the occasion has come round in `customer`'s case.
    func outcome(in customer: CustomerCase) -> TriggerOutcome {
        var start: CalendarDate?
        if case .every(_, from: .event(let event)) = cycle {
            switch event.day(in: customer) {
            case .on(let day): start = day
            case .never(let reason): return .notDue(reason, earliest: nil)
            case .unknown(let reason): return .unknown(reason)
            }
        }
        guard let series = series(since: start, shortMonth: customer.defaults.shortMonth) else {
            let today = Fact("today", .date(customer.today))
            return .notDue(Reason(CalendarReason.noFurtherPeriod, today), earliest: nil)
        }
        return series.outcome(in: customer, none: .noFurtherPeriod) { window, isOpen in
            let (period, from) = (Fact("period", .code(window.term.text)), Fact("from", .date(window.days.lowerBound)))
            guard isOpen else {
                let wait = Fact("wait", .days(Int64(customer.today.days(until: window.days.lowerBound))))
                return Reason(CalendarReason.periodAhead, period, from, wait)
            }
            return Reason(CalendarReason.periodOpen, period, from, Fact("through", .date(window.days.upperBound)))
        }
    }
}
