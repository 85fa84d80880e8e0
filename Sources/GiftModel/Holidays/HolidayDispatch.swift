/// The day on which gifts must leave for a holiday.
public struct HolidayDispatch: Hashable, Sendable {
    /// The day on which the holiday is observed.
    public let holiday: CalendarDate
    /// The day on which gifts leave, the lead time before.
    public let dispatchDay: CalendarDate

    /// Gifts for `holiday` that leave `days` days before it, or `nil` when `days` is below zero or that day leaves the
    /// calendar.
    public init?(for holiday: CalendarDate, leadDays days: Int) {
        guard days >= 0, let dispatchDay = holiday.adding(days: -days) else { return nil }
        self.holiday = holiday
        self.dispatchDay = dispatchDay
    }
}

extension Holiday {
    /// Returns the first dispatch on or after `day` for a holiday `leadDays` later, or `nil` when none is left or
    /// `leadDays` is below zero.
    ///
    /// A holiday so near that its gifts should have left already is passed over; ``nextDay(onOrAfter:)`` tells it.
    ///
    /// - Throws: as ``nextDay(onOrAfter:)`` does, for the day `leadDays` after `day`.
    public func nextDispatch(onOrAfter day: CalendarDate, leadDays: Int) throws(LunarError) -> HolidayDispatch? {
        guard leadDays >= 0, let earliest = day.adding(days: leadDays) else { return nil }
        return try nextDay(onOrAfter: earliest).flatMap { HolidayDispatch(for: $0, leadDays: leadDays) }
    }

    /// Returns the last dispatch on or before `day` for a holiday `leadDays` later, or `nil` when there was none or
    /// `leadDays` is below zero.
    ///
    /// - Throws: as ``previousDay(onOrBefore:)`` does, for the day `leadDays` after `day`.
    public func previousDispatch(onOrBefore day: CalendarDate, leadDays: Int) throws(LunarError) -> HolidayDispatch? {
        guard leadDays >= 0, let latest = day.adding(days: leadDays) else { return nil }
        return try previousDay(onOrBefore: latest).flatMap { HolidayDispatch(for: $0, leadDays: leadDays) }
    }
}
