import GiftModel

extension Trigger {
    /// For how many days after it has fallen due a gift may still be given at the longest; `nil` when there is no end.
    var validDays: Int64? {
        switch self {
        case .event, .inactive, .moment(.churn), .rhythm: nil
        case .anniversary(let trigger): trigger.days.length
        case .birthday(let trigger): trigger.days.length
        case .campaign(let trigger): Int64(trigger.firstDay.days(until: trigger.lastDay))
        case .cart(let trigger): trigger.valid.map { $0.milliseconds / 86_400_000 }
        case .holiday(let trigger): trigger.leadDays
        case .firstOrder(let days), .tierReached(_, let days): days
        case .moment(.interaction(_, let days)), .moment(.order(let days)), .moment(.comeback(_, let days)),
            .moment(.stage(_, let days)):
            days
        case .periodic(let trigger): trigger.validDays
        case .recovery(let trigger): trigger.openDays
        case .signal(let trigger): max(trigger.withinDays, 1) - 1
        case .spend(let trigger): if case .order(let days) = trigger.scope { days } else { nil }
        case .welcome(let trigger): trigger.time.milliseconds / 86_400_000
        }
    }

    /// Whether it answers something that the customer has just done, so that its gift is meant to leave at once.
    var answersAtOnce: Bool {
        switch self {
        case .cart, .firstOrder, .signal, .tierReached, .welcome: true
        case .moment(.comeback), .moment(.interaction), .moment(.order): true
        case .spend(let trigger): if case .order = trigger.scope { true } else { false }
        default: false
        }
    }

    /// How often a year, at least, it comes round for everybody, or of a birthday for everybody with one.
    var timesPerYear: Int64 {
        switch self {
        case .birthday: 1
        case .holiday(let trigger): trigger.culture == nil && trigger.holiday.rule.comesEveryYear ? 1 : 0
        case .periodic(let trigger): trigger.cycle.timesPerYear
        default: 0
        }
    }

    /// Whether it comes round on birthdays.
    var isBirthday: Bool { if case .birthday = self { true } else { false } }
}

extension Trigger {
    /// Whether it comes round on the same days for everybody.
    var isDated: Bool {
        switch self {
        case .campaign, .holiday: true
        default: false
        }
    }

    /// Returns when gifts may leave for what falls into `year`, if that is the same for everybody; nothing where the
    /// calendar does not tell.
    func dates(inYear year: Int) -> [ClosedRange<CalendarDate>] {
        switch self {
        case .campaign(let trigger):
            guard trigger.firstDay <= trigger.lastDay,
                (trigger.firstDay.year...trigger.lastDay.year).contains(year)
            else { return [] }
            return [trigger.firstDay...trigger.lastDay]
        case .holiday(let trigger):
            let days = (try? trigger.holiday.days(inYear: year)) ?? []
            return days.compactMap { day in
                day.adding(days: Int(clamping: -max(trigger.leadDays, -.max))).flatMap { $0 <= day ? $0...day : nil }
            }
        default: return []
        }
    }
}

extension OccasionDays {
    /// How many days lie after the first of them.
    fileprivate var length: Int64 {
        switch self {
        case .around(let from, let through): Int64(clamping: max(0, Int128(through) - Int128(from)))
        case .week: 6
        }
    }
}

extension CartTrigger {
    /// How long its gift may be given, or `nil` when there is no end.
    var valid: ElapsedTime? {
        withinHours.map { hours in
            ElapsedTime(
                from: Timestamp(milliseconds: untouched.milliseconds),
                until: Timestamp(milliseconds: ElapsedTime(hours: hours).milliseconds)
            )
        }
    }
}

extension PeriodicTrigger {
    /// For how many days after a period has begun a gift may be given, at the longest.
    fileprivate var validDays: Int64 {
        let period: Int64 =
            switch cycle {
            case .calendarMonth: 31
            case .calendarQuarter: 92
            case .calendarYear: 366
            case .every(let period, _): Int64(period.years * 366 + period.months * 31 + period.days)
            }
        return max(0, min(openDays ?? period, period) - 1)
    }
}

extension PeriodicTrigger.Cycle {
    fileprivate var timesPerYear: Int64 {
        switch self {
        case .calendarMonth: 12
        case .calendarQuarter: 4
        case .calendarYear: 1
        case .every(let period, .day):
            Int64(365 / max(1, period.years * 365 + period.months * 31 + period.days))
        // Who has not seen the event has no periods.
        case .every(_, .event): 0
        }
    }
}

extension HolidayRule {
    /// Whether it has a day in every year, be it of the calendar or of the lunar one.
    fileprivate var comesEveryYear: Bool {
        switch self {
        case .annual(let date, let leapDay): leapDay != .skip || date != AnnualDate(month: 2, day: 29)
        case .weekdayOfMonth, .easter, .lunarFestival, .solarTerm: true
        case .lunarDate(let date, let leapMonth, let shortMonth):
            !(date.isLeapMonth && leapMonth == .leapOnly) && !(date.day == 30 && shortMonth == .skip)
        case .listed: false
        }
    }
}
