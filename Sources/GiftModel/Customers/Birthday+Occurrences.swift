extension Birthday {
    /// Returns the first birthday on or after `day`, or `nil` when it leaves the calendar.
    ///
    /// Before the birth there are none. Only the rules of the calendar by which the birthday is kept mean anything. A
    /// Gregorian year may hold two lunar birthdays or none, so the year of the day must not tell one from the next.
    ///
    /// ```swift
    /// birthday.nextDay(onOrAfter: today, leapDay: .dayBefore, leapMonth: .regular, shortMonth: .lastDay)
    /// ```
    ///
    /// - Throws: ``LunarError/outOfRange(_:)`` and ``LunarError/noneOnOrAfter(_:)``, of a lunar birthday only.
    /// - Complexity: as that of ``AnnualDate`` and ``AnnualLunarDate``.
    public func nextDay(
        onOrAfter day: CalendarDate,
        leapDay: LeapDayRule,
        leapMonth: LeapMonthRule,
        shortMonth: ShortMonthRule
    ) throws(LunarError) -> CalendarDate? {
        let first = date.map { max($0, day) } ?? day
        return switch self.day {
        case .solar(let annual): annual.nextDay(onOrAfter: first, leapDay: leapDay)
        case .lunar(let annual):
            try annual.nextOccurrence(onOrAfter: first, leapMonth: leapMonth, shortMonth: shortMonth).day
        }
    }

    /// Returns the last birthday on or before `day`, or `nil` when it leaves the calendar or lies before the birth.
    ///
    /// - Throws: ``LunarError/outOfRange(_:)`` and ``LunarError/noneOnOrBefore(_:)``, of a lunar birthday only.
    /// - Complexity: as that of ``AnnualDate`` and ``AnnualLunarDate``.
    public func previousDay(
        onOrBefore day: CalendarDate,
        leapDay: LeapDayRule,
        leapMonth: LeapMonthRule,
        shortMonth: ShortMonthRule
    ) throws(LunarError) -> CalendarDate? {
        let previous: CalendarDate? =
            switch self.day {
            case .solar(let annual): annual.previousDay(onOrBefore: day, leapDay: leapDay)
            case .lunar(let annual):
                try annual.previousOccurrence(onOrBefore: day, leapMonth: leapMonth, shortMonth: shortMonth).day
            }
        return previous.flatMap { found in date.map { $0 <= found } ?? true ? found : nil }
    }
}
