/// A holiday on one of its days, with the day on which it is observed.
public struct ObservedHoliday: Hashable, Sendable {
    /// Which holiday it is.
    public let holiday: Holiday
    /// The day on which it falls.
    public let day: CalendarDate
    /// The day on which it is observed.
    public let observedDay: CalendarDate
}

extension Holiday {
    /// Returns the first time that the holiday is observed on or after `day`, or `nil` when none is left.
    ///
    /// - Throws: as ``HolidayRule/nextDay(onOrAfter:)`` does, which is asked from the first day on that would be
    ///   observed on `day` or later.
    /// - Complexity: that of the rule, and O(*n*²) in the days from one workday to the next.
    package func nextObserved(onOrAfter day: CalendarDate) throws(LunarError) -> ObservedHoliday? {
        var earliest = day
        while let preceding = earliest.adding(days: -1), let observed = observance.observedDay(for: preceding),
            observed >= day
        { earliest = preceding }
        while let found = try rule.nextDay(onOrAfter: earliest) {
            if let observed = observance.observedDay(for: found), observed >= day {
                return ObservedHoliday(holiday: self, day: found, observedDay: observed)
            }
            guard let following = found.adding(days: 1) else { return nil }
            earliest = following
        }
        return nil
    }

    /// Returns the days of `holidays` in `year`, none moved to a day that is another's.
    ///
    /// Christmas and 26 December on a weekend would both be observed on Monday; together they are observed on Monday
    /// and Tuesday. What falls on a workday stays there, also when several do; then what has to move is moved in the
    /// order of its days. Holidays of the years before and after are not looked at.
    ///
    /// ```swift
    /// try Holiday.observed([christmas, boxingDay], inYear: 2027)   // observed on 2027-12-27 and 2027-12-28
    /// ```
    ///
    /// - Returns: in the order of the days on which they fall, and of `holidays` on one day; without a holiday that
    ///   would have to leave the calendar.
    /// - Throws: as ``HolidayRule/days(inYear:)`` does.
    /// - Complexity: O(*n* log *n*) in the days found, times the days by which one is moved.
    public static func observed(
        _ holidays: some Sequence<Holiday>,
        inYear year: Int
    ) throws(LunarError) -> [ObservedHoliday] {
        var all: [(day: CalendarDate, holiday: Holiday)] = []
        for holiday in holidays { all += try holiday.rule.days(inYear: year).map { ($0, holiday) } }
        all.sort { $0.day < $1.day }
        var taken = Set(all.filter { $0.holiday.observance.observedDay(for: $0.day) == $0.day }.map(\.day))
        return all.compactMap { day, holiday in
            let staysThere = holiday.observance.observedDay(for: day) == day
            let observed = staysThere ? day : holiday.observance.observedDay(for: day, avoiding: taken)
            return observed.map { observed in
                taken.insert(observed)
                return ObservedHoliday(holiday: holiday, day: day, observedDay: observed)
            }
        }
    }
}
