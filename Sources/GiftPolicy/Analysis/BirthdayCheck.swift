public import GiftModel

/// How the days of rules for birthdays lie to each other and to the rest of the calendar, in one year.
///
/// Every day of the year counts as a birthday once, so the numbers say nothing about real customers.
public struct BirthdayCheck: Hashable, Sendable {
    /// The year, 2 through 9998.
    public let year: Int

    /// The birthdays of `year`, or `nil` outside of the years that can be looked at.
    public init?(inYear year: Int) {
        guard (2...9998).contains(year) else { return nil }
        self.year = year
    }

    /// The days of the year.
    ///
    /// - Complexity: O(*n*) in them.
    public var days: [CalendarDate] {
        guard let first = CalendarDate(year: year, month: 1, day: 1) else { return [] }
        return (0..<366).compactMap { first.adding(days: $0) }.filter { $0.year == year }
    }
}

extension BirthdayCheck {
    /// Returns the birthdays for which some of `days` lie outside of `others`.
    ///
    /// - Complexity: O(*n*) in the days of the year.
    public func birthdays(with days: OccasionDays, outside others: OccasionDays) -> [CalendarDate] {
        self.days.filter { birthday in
            guard let own = days.days(around: birthday) else { return false }
            guard let other = others.days(around: birthday) else { return true }
            return own.lowerBound < other.lowerBound || other.upperBound < own.upperBound
        }
    }

    /// Returns that some of the days of `rule` lie outside of those of `other`, or `nil` when they never do.
    ///
    /// - Complexity: O(*n*) in the days of the year.
    public func finding(
        of rule: Rule.ID,
        on days: OccasionDays,
        outside other: Rule.ID,
        on others: OccasionDays,
        at path: String
    ) -> PolicyFinding? {
        let found = birthdays(with: days, outside: others)
        guard !found.isEmpty else { return nil }
        let weekdays = Weekday.allCases.filter { weekday in found.contains { $0.weekday == weekday } }
        // Weekdays tell something only where they tell all.
        let tellsAll = self.days.count { weekdays.contains($0.weekday) } == found.count
        return PolicyFinding(
            at: path,
            .outsideWindow(
                rule,
                of: other,
                birthdays: found.count,
                among: self.days.count,
                year: year,
                weekdays: tellsAll ? weekdays : []
            )
        )
    }
}

extension BirthdayCheck {
    /// Returns the birthdays around which some of `days` meet `dates`, those of the years before and after among them.
    ///
    /// - Parameter leapDay: When a birthday on 29 February is kept in other years.
    /// - Complexity: O(*n* · *d*) for *n* days of the year and *d* ranges of dates.
    public func birthdays(
        with days: OccasionDays,
        meeting dates: [ClosedRange<CalendarDate>],
        leapDay: LeapDayRule = .dayBefore
    ) -> [CalendarDate] {
        self.days.filter { birthday in
            (year - 1...year + 1)
                .contains { year in
                    guard let day = AnnualDate(birthday).date(inYear: year, leapDay: leapDay),
                        let own = days.days(around: day)
                    else { return false }
                    return dates.contains { $0.overlaps(own) }
                }
        }
    }

    /// Returns the birthdays by the lunar calendar, but for those in leap months, around which some of `days` meet
    /// `dates`, or `nil` where that calendar is not known.
    ///
    /// - Complexity: O(*n* · *d*) for *n* days of the lunar year and *d* ranges of dates.
    public func lunarBirthdays(
        with days: OccasionDays,
        meeting dates: [ClosedRange<CalendarDate>],
        shortMonth: ShortMonthRule = .lastDay
    ) -> [AnnualLunarDate]? {
        let years = (year - 1...year + 1).compactMap(LunarYear.init)
        // The first months of a year belong to the lunar year before it.
        guard years.count > 1, years[1].number == year else { return nil }
        return (1...12)
            .flatMap { month in (1...30).compactMap { AnnualLunarDate(month: month, day: $0) } }
            .filter { birthday in
                years.contains { year in
                    birthday.days(in: year, leapMonth: .regular, shortMonth: shortMonth)
                        .contains { day in
                            days.days(around: day).map { own in dates.contains { $0.overlaps(own) } } ?? false
                        }
                }
            }
    }

    /// Returns for how many birthdays some of `days` meet `dates`, such as those of a holiday, or `nil` when for none.
    ///
    /// - Complexity: O(*n* · *d*) for *n* days of the year and *d* ranges of dates.
    public func meeting(
        of days: OccasionDays,
        with dates: [ClosedRange<CalendarDate>],
        by defaults: PolicyDefaults,
        everyYear: AnnualLunarDate? = nil
    ) -> BirthdayMeeting? {
        let solar = birthdays(with: days, meeting: dates, leapDay: defaults.leapDay).count
        let lunar = lunarBirthdays(with: days, meeting: dates, shortMonth: defaults.shortMonth)?.count
        guard solar > 0 || lunar ?? 0 > 0 else { return nil }
        return BirthdayMeeting(
            inYear: year,
            solar: solar,
            of: self.days.count,
            lunar: lunar,
            everyYear: everyYear
        )
    }
}
