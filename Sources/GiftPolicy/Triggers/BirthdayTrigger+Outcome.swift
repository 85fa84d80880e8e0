import GiftModel

extension BirthdayTrigger {
    /// Returns whether the occasion has come round in `customer`'s case.
    func outcome(in customer: CustomerCase) -> TriggerOutcome {
        guard let birthday = customer.facts.record?.birthday else { return .unknown(.missing(.birthday)) }
        return series(of: birthday, by: customer.defaults)
            .outcome(in: customer, none: .noFurtherBirthday) { window, isOpen in
                let (day, from) = (Fact("day", .date(window.day)), Fact("from", .date(window.days.lowerBound)))
                guard isOpen else {
                    let wait = Fact("wait", .days(Int64(customer.today.days(until: window.days.lowerBound))))
                    let code = window.isProvisional ? CalendarReason.provisionalBirthdayAhead : .birthdayAhead
                    return Reason(code, day, from, wait)
                }
                let code = window.isProvisional ? CalendarReason.provisionalBirthdayNear : .birthdayNear
                return Reason(code, day, from, Fact("through", .date(window.days.upperBound)))
            }
    }
}
