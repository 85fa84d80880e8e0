extension CalendarDate {
    /// The day of the week.
    public var weekday: Weekday { Weekday(daysAfterMonday: Int(daysAfterEpoch) + 3) }
}

extension Weekday {
    /// Returns the first such day on or after `day`, or `nil` when it leaves the calendar.
    public func nextDay(onOrAfter day: CalendarDate) -> CalendarDate? {
        day.adding(days: (isoNumber - day.weekday.isoNumber + 7) % 7)
    }

    /// Returns the last such day on or before `day`, or `nil` when it leaves the calendar.
    ///
    /// The first day of a week that begins on Sundays is `Weekday.sunday.previousDay(onOrBefore: day)`.
    public func previousDay(onOrBefore day: CalendarDate) -> CalendarDate? {
        day.adding(days: -((day.weekday.isoNumber - isoNumber + 7) % 7))
    }
}
