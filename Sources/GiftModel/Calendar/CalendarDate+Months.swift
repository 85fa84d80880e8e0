extension CalendarDate {
    /// The number of the day in its year, 1 through 366.
    public var dayOfYear: Int { CalendarDate(year: year, month: 1, day: 1)!.days(until: self) + 1 }

    /// The last day of the month in which this day lies.
    public var lastDayOfMonth: CalendarDate {
        let (year, month, _) = components
        return Self.lastDay(ofMonth: month, inYear: year)!
    }

    /// Returns the same day of the month `count` months later, or `nil` when `rule` skips it or it leaves the calendar.
    ///
    /// Count from the first day of a series, not from the day before: `2025-01-31` and one month more is `2025-02-28`
    /// by ``ShortMonthRule/lastDay``, two months more is `2025-03-31`, and a month more than `2025-02-28` is the 28th.
    ///
    /// - Parameter count: negative for earlier months.
    public func adding(months count: Int, shortMonth rule: ShortMonthRule) -> CalendarDate? {
        let (year, month, day) = components
        let (total, overflow) = (year * 12 + month - 1).addingReportingOverflow(count)
        guard !overflow, (12..<120_000).contains(total) else { return nil }
        if let date = CalendarDate(year: total / 12, month: total % 12 + 1, day: day) { return date }
        let lastDay = Self.lastDay(ofMonth: total % 12 + 1, inYear: total / 12)
        return switch rule {
        case .lastDay: lastDay
        case .firstOfNext: lastDay?.adding(days: 1)
        case .skip: nil
        }
    }

    /// Returns the same day `count` years later, or `nil` when `rule` skips it or it leaves the calendar.
    ///
    /// Only 29 February is ever missing.
    ///
    /// - Parameter count: negative for earlier years.
    public func adding(years count: Int, shortMonth rule: ShortMonthRule) -> CalendarDate? {
        let (months, overflow) = count.multipliedReportingOverflow(by: 12)
        return overflow ? nil : adding(months: months, shortMonth: rule)
    }

    private static func lastDay(ofMonth month: Int, inYear year: Int) -> CalendarDate? {
        (28...31).reversed().lazy.compactMap { CalendarDate(year: year, month: month, day: $0) }.first
    }
}
