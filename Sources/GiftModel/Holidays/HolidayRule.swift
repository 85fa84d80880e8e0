/// The days of a holiday in every year, as data.
///
/// These are the kinds that the library can compute, so this enum is closed: switch over it without a default. What is
/// fixed by decree from year to year is ``listed(_:)``.
///
/// - Wire format: one member that names the kind: `{"annual":{"date":"--12-25","leapDay":"skip"}}`,
///   `{"weekdayOfMonth":{"month":5,"position":"second","weekday":"sunday"}}`, `{"easter":{"plusDays":-2}}`,
///   `{"lunarFestival":"midAutumn"}`, `{"solarTerm":"qingming"}`,
///   `{"lunarDate":{"date":{"day":8,"isLeapMonth":false,"month":4},"leapMonth":"regular","shortMonth":"lastDay"}}`,
///   `{"listed":["2027-10-08"]}`.
public enum HolidayRule: Hashable, Sendable {
    /// The same month and day every year.
    case annual(AnnualDate, leapDay: LeapDayRule)
    /// A certain weekday of a month, every year.
    case weekdayOfMonth(WeekdayOfMonth)
    /// That many days after Easter Sunday of the western churches, or before it when negative.
    case easter(plusDays: Int)
    /// A festival of the lunar calendar.
    case lunarFestival(LunarFestival)
    /// A solar term of the Chinese calendar.
    case solarTerm(SolarTerm)
    /// A day of the lunar calendar.
    case lunarDate(AnnualLunarDate, leapMonth: LeapMonthRule, shortMonth: ShortMonthRule)
    /// These days and no others.
    case listed(Set<CalendarDate>)
}

extension HolidayRule {
    /// Returns the first day of the holiday on or after `day`, or `nil` when none is left.
    ///
    /// - Throws: by the lunar kinds, ``LunarError/outOfRange(_:)`` and ``LunarError/noneOnOrAfter(_:)``: where the
    ///   lunar calendar's table ends, there may be a day that the library does not know. By solar terms,
    ///   ``LunarError/solarTermOutOfRange(_:)``.
    /// - Complexity: O(*n*) in the number of listed days.
    public func nextDay(onOrAfter day: CalendarDate) throws(LunarError) -> CalendarDate? {
        switch self {
        case .annual(let date, let leapDay):
            date.nextDay(onOrAfter: day, leapDay: leapDay)
        case .weekdayOfMonth(let weekday):
            (day.year...day.year + 1).lazy.compactMap(weekday.date).first { $0 >= day }
        case .easter(let days):
            Self.easters(around: day, plusDays: days).first { $0 >= day }
        case .lunarFestival(let festival):
            try festival.nextOccurrence(onOrAfter: day).day
        case .solarTerm(let term):
            try term.nextDay(onOrAfter: day)
        case .lunarDate(let date, let leapMonth, let shortMonth):
            try date.nextOccurrence(onOrAfter: day, leapMonth: leapMonth, shortMonth: shortMonth).day
        case .listed(let days):
            days.lazy.filter { $0 >= day }.min()
        }
    }

    /// Returns the last day of the holiday on or before `day`, or `nil` when there was none.
    ///
    /// - Throws: by the lunar kinds, ``LunarError/outOfRange(_:)`` and ``LunarError/noneOnOrBefore(_:)``; by solar
    ///   terms, ``LunarError/solarTermOutOfRange(_:)``.
    /// - Complexity: O(*n*) in the number of listed days.
    public func previousDay(onOrBefore day: CalendarDate) throws(LunarError) -> CalendarDate? {
        switch self {
        case .annual(let date, let leapDay):
            date.previousDay(onOrBefore: day, leapDay: leapDay)
        case .weekdayOfMonth(let weekday):
            (day.year - 1...day.year).reversed().lazy.compactMap(weekday.date).first { $0 <= day }
        case .easter(let days):
            Self.easters(around: day, plusDays: days).last { $0 <= day }
        case .lunarFestival(let festival):
            try festival.previousOccurrence(onOrBefore: day).day
        case .solarTerm(let term):
            try term.previousDay(onOrBefore: day)
        case .lunarDate(let date, let leapMonth, let shortMonth):
            try date.previousOccurrence(onOrBefore: day, leapMonth: leapMonth, shortMonth: shortMonth).day
        case .listed(let days):
            days.lazy.filter { $0 <= day }.max()
        }
    }
}
