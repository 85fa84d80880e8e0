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

    /// Returns that some of `days` lie outside of `others`, or `nil` when they never do.
    ///
    /// - Complexity: O(*n*) in the days of the year.
    public func finding(of days: OccasionDays, outside others: OccasionDays, at path: String) -> PolicyFinding? {
        let found = birthdays(with: days, outside: others)
        guard !found.isEmpty else { return nil }
        let weekdays = Weekday.allCases.filter { weekday in found.contains { $0.weekday == weekday } }
        // Weekdays tell something only where they tell all.
        let tellsAll = self.days.count { weekdays.contains($0.weekday) } == found.count
        return PolicyFinding(
            at: path,
            .outsideWindow(
                birthdays: found.count,
                of: self.days.count,
                year: year,
                weekdays: tellsAll ? weekdays : []
            )
        )
    }

    /// Returns the birthdays around which some of `days` meet `dates`, those of the years before and after among them.
    ///
    /// A birthday on 29 February counts as the day before in other years.
    ///
    /// - Complexity: O(*n* · *d*) for *n* days of the year and *d* ranges of dates.
    public func birthdays(with days: OccasionDays, meeting dates: [ClosedRange<CalendarDate>]) -> [CalendarDate] {
        self.days.filter { birthday in
            (year - 1...year + 1)
                .contains { year in
                    guard let day = AnnualDate(birthday).date(inYear: year, leapDay: .dayBefore),
                        let own = days.days(around: day)
                    else { return false }
                    return dates.contains { $0.overlaps(own) }
                }
        }
    }

    /// Returns that some of `days` meet `dates`, such as those of a holiday, or `nil` when they never do.
    ///
    /// - Complexity: O(*n* · *d*) for *n* days of the year and *d* ranges of dates.
    public func finding(
        of days: OccasionDays,
        meeting dates: [ClosedRange<CalendarDate>],
        at path: String
    ) -> PolicyFinding? {
        let found = birthdays(with: days, meeting: dates)
        guard !found.isEmpty else { return nil }
        return PolicyFinding(
            at: path,
            .occasionsMeet(birthdays: found.count, of: self.days.count, year: year)
        )
    }
}
