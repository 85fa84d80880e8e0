extension HolidayRule {
    /// Returns the days of the holiday that lie in `year`, in ascending order.
    ///
    /// A day of the lunar calendar may lie in a Gregorian year twice or not at all. A year that the calendar does not
    /// have, such as 10,000, has no days by any rule.
    ///
    /// - Throws: by the lunar kinds, ``LunarError/outOfRange(_:)`` unless the whole year lies in the table, as
    ///   1901 through 2100 do; by solar terms, ``LunarError/solarTermOutOfRange(_:)`` outside 1900 through 2100.
    public func days(inYear year: Int) throws(LunarError) -> [CalendarDate] {
        guard let firstDay = CalendarDate(year: year, month: 1, day: 1),
            let lastDay = CalendarDate(year: year, month: 12, day: 31)
        else { return [] }
        let days: [CalendarDate?] =
            switch self {
            case .annual(let date, let leapDay): [date.date(inYear: year, leapDay: leapDay)]
            case .weekdayOfMonth(let weekday): [weekday.date(inYear: year)]
            case .easter(let days): Self.easters(around: firstDay, plusDays: days)
            case .lunarFestival(let festival):
                try Self.lunarYears(from: firstDay, through: lastDay).map(festival.day)
            case .solarTerm(let term): [try term.nextDay(onOrAfter: firstDay)]
            case .lunarDate(let date, let leapMonth, let shortMonth):
                try Self.lunarYears(from: firstDay, through: lastDay)
                    .flatMap { date.days(in: $0, leapMonth: leapMonth, shortMonth: shortMonth) }
            case .listed(let days): days.sorted()
            }
        return days.compactMap(\.self).filter { (firstDay...lastDay).contains($0) }
    }

    private static func lunarYears(
        from firstDay: CalendarDate,
        through lastDay: CalendarDate
    ) throws(LunarError) -> [LunarYear] {
        [try LunarYear(of: firstDay), try LunarYear(of: lastDay)]
    }

    /// The days that lie `days` after an Easter Sunday, from more than a year before `day` to more than a year after.
    static func easters(around day: CalendarDate, plusDays days: Int) -> [CalendarDate] {
        // Further away than the calendar is long, no Easter leads into it.
        guard (-3_652_058...3_652_058).contains(days) else { return [] }
        let year = day.year - days * 400 / 146_097
        let years = max(1, min(year - 2, 9999))...max(1, min(year + 2, 9999))
        return years.compactMap { CalendarDate.easterSunday(inYear: $0)?.adding(days: days) }
    }
}
