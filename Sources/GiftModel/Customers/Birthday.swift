/// A customer's birthday, by the calendar by which the customer keeps it, with the year if it is known.
///
/// The year is that of the same calendar: who was born on lunar 1990-12-20 was born in January 1991. With a year the
/// day must have existed in it; without one no age is known.
///
/// - Range: any year of the calendar; of the lunar calendar, 1900 through 2100.
/// - Wire format: `{"solar":"--02-29","year":1996}`, `{"lunar":{"day":15,"isLeapMonth":false,"month":8}}`.
public struct Birthday: Hashable, Sendable {
    /// A month and day by one of two calendars.
    ///
    /// The two are all there are, so this enum is closed.
    public enum Day: Hashable, Sendable {
        /// By the Gregorian calendar.
        case solar(AnnualDate)
        /// By the Chinese lunar calendar.
        case lunar(AnnualLunarDate)
    }

    /// The month and day.
    public let day: Day
    /// The year of birth in the calendar of `day`, or `nil` when it is not known.
    public let year: Int?
    /// The day of birth, or `nil` when the year is not known.
    public let date: CalendarDate?

    /// A birthday without a year.
    public init(_ day: Day) {
        self.day = day
        self.year = nil
        self.date = nil
    }

    /// The birthday of somebody born on `day` in `year`, or `nil` when that year had no such day.
    public init?(_ day: Day, bornIn year: Int) {
        let date: CalendarDate? =
            switch day {
            case .solar(let annual): CalendarDate(year: year, month: annual.month, day: annual.day)
            case .lunar(let annual):
                LunarDate(year: year, month: annual.month, isLeapMonth: annual.isLeapMonth, day: annual.day)
                    .map(CalendarDate.init)
            }
        guard let date else { return nil }
        self.day = day
        self.year = year
        self.date = date
    }
}

extension Birthday {
    /// Returns how many years of age the customer is on `today`, or `nil` when that is not known or before the birth.
    ///
    /// Ages are counted by the Gregorian calendar, as the law does, also of who keeps a lunar birthday; `rule` says on
    /// which day a year is complete for who was born on 29 February.
    public func age(on today: CalendarDate, leapDay rule: LeapDayRule) -> Int? {
        guard let date, date <= today else { return nil }
        return date.years(until: today, leapDay: rule)
    }
}
