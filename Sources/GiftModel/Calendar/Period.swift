/// A length of time in years, months and days of the calendar.
///
/// A month is no number of days, so `P1M` and `P30D` are different, and so are `P12M` and `P1Y`, although both lead to
/// the same day. Which day a period leads to depends on where it starts, and at the end of a month on a rule.
///
/// ```swift
/// let returnTime: Period = "P30D"              // a literal: a bad one is a programmer's error, and traps
/// let received = Period(text)                  // data: a bad one is nil
/// ```
///
/// - Range: each number 0 through 3,652,058, the days between the calendar's ends; a period never runs backwards.
/// - Wire format: ISO 8601 with what is zero left out, such as `"P30D"`, `"P12M"` or `"P1Y6M"`; nothing is `"P0D"`.
/// - Source: the duration of ISO 8601, <https://www.iso.org/iso-8601-date-and-time-format.html>; weeks and times of
///   day are refused, and every period has one text.
public struct Period: Hashable, Sendable {
    /// How many years.
    public let years: Int
    /// How many months beside the years; 12 of them are not turned into a year.
    public let months: Int
    /// How many days beside the years and months.
    public let days: Int

    /// That many years, months and days together, or `nil` when a number is out of range.
    public init?(years: Int = 0, months: Int = 0, days: Int = 0) {
        guard [years, months, days].allSatisfy((0...3_652_058).contains) else { return nil }
        self.years = years
        self.months = months
        self.days = days
    }
}

extension CalendarDate {
    /// Returns the day to which `period` leads, or `nil` when `rule` skips it or it leaves the calendar.
    ///
    /// Years and months are added in one step, which `rule` completes, then the days.
    ///
    /// - Parameter count: how many periods in a row. They are counted from this day, so that a series on the 31st comes
    ///   back to the 31st after a shorter month; negative for earlier days.
    public func adding(_ period: Period, times count: Int = 1, shortMonth rule: ShortMonthRule) -> CalendarDate? {
        let (months, first) = (period.years * 12 + period.months).multipliedReportingOverflow(by: count)
        let (days, second) = period.days.multipliedReportingOverflow(by: count)
        guard !first, !second else { return nil }
        return adding(months: months, shortMonth: rule)?.adding(days: days)
    }
}
