import GiftModel

/// A day that comes round every year, with the year that it counts for.
struct YearlyOccasion {
    /// The year in the calendar of the occasion, such as `2026`, or `2058-leap` for the second time in one year.
    let year: String
    let day: CalendarDate
    var isProvisional = false
}

extension Birthday {
    /// Returns the first birthday on or after `day`, and never before the birth.
    func occasion(onOrAfter day: CalendarDate, by defaults: PolicyDefaults) throws(LunarError) -> YearlyOccasion? {
        let first = date.map { max($0, day) } ?? day
        switch self.day {
        case .solar(let annual):
            return annual.nextDay(onOrAfter: first, leapDay: defaults.leapDay)
                .map { YearlyOccasion(year: "\($0.year)", day: $0) }
        case .lunar(let annual):
            return try annual.occasion(
                onOrAfter: first,
                leapMonth: defaults.leapMonth,
                shortMonth: defaults.shortMonth
            )
        }
    }
}

extension AnnualLunarDate {
    /// Returns the first time that this date comes round on or after `day`.
    func occasion(
        onOrAfter day: CalendarDate,
        leapMonth: LeapMonthRule,
        shortMonth: ShortMonthRule
    ) throws(LunarError) -> YearlyOccasion {
        let found = try nextOccurrence(onOrAfter: day, leapMonth: leapMonth, shortMonth: shortMonth)
        let isSecond =
            isLeapMonth && leapMonth == .both
            && !days(in: found.year, leapMonth: .regular, shortMonth: shortMonth).contains(found.day)
        return YearlyOccasion(
            year: isSecond ? "\(found.year)-leap" : "\(found.year)",
            day: found.day,
            isProvisional: found.day.isProvisionalInLunarCalendar
        )
    }
}

extension CalendarDate {
    /// Whether a later release of the lunar calendar may number this day differently.
    var isProvisionalInLunarCalendar: Bool { (try? LunarDate(self))?.isProvisional ?? false }
}
