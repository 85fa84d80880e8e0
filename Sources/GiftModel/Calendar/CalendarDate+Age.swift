extension CalendarDate {
    /// Returns how many years are complete on `day` for who was born on this day; negative before it.
    ///
    /// Whoever was born on 29 February completes a year in other years on the day that `rule` names. Who observes the
    /// birthday in leap years only still grows older every year: by ``LeapDayRule/skip`` a year is complete on 1 March.
    public func years(until day: CalendarDate, leapDay rule: LeapDayRule) -> Int {
        let completion: LeapDayRule = rule == .dayBefore ? .dayBefore : .dayAfter
        let birthday = AnnualDate(self).date(inYear: day.year, leapDay: completion)!
        return day.year - year - (day < birthday ? 1 : 0)
    }
}
