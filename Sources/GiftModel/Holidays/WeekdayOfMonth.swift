/// A certain weekday of a month, such as the second Sunday of May, which every year has.
///
/// - Range: the first through the fourth weekday and the last; a fifth one is missing in most years.
/// - Wire format: `{"month":5,"position":"second","weekday":"sunday"}`.
public struct WeekdayOfMonth: Hashable, Sendable {
    /// Which of the month's four or five such weekdays it is.
    public let position: Position
    /// The day of the week.
    public let weekday: Weekday
    /// The month, 1 (January) through 12.
    public let month: Int

    /// Which of the weekdays of a month is meant.
    ///
    /// The five answers are all that every month has, so this enum is closed: switch over it without a default.
    public enum Position: String, Hashable, Sendable, CaseIterable {
        /// From the 1st through the 7th.
        case first = "first"
        /// From the 8th through the 14th.
        case second = "second"
        /// From the 15th through the 21st.
        case third = "third"
        /// From the 22nd through the 28th.
        case fourth = "fourth"
        /// In the last seven days of the month.
        case last = "last"
    }

    /// The weekday at `position` of `month`, or `nil` when there is no such month.
    public init?(_ position: Position, _ weekday: Weekday, ofMonth month: Int) {
        guard (1...12).contains(month) else { return nil }
        self.position = position
        self.weekday = weekday
        self.month = month
    }

    /// Returns this day in `year`, or `nil` when the calendar has no such year.
    public func date(inYear year: Int) -> CalendarDate? {
        guard let firstDay = CalendarDate(year: year, month: month, day: 1) else { return nil }
        let earliest =
            switch position {
            case .first: firstDay
            case .second: firstDay.adding(days: 7)
            case .third: firstDay.adding(days: 14)
            case .fourth: firstDay.adding(days: 21)
            case .last: firstDay.lastDayOfMonth.adding(days: -6)
            }
        return earliest.flatMap(weekday.nextDay(onOrAfter:))
    }
}

extension WeekdayOfMonth.Position: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}

extension WeekdayOfMonth: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case month = "month"
        case position = "position"
        case weekday = "weekday"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        let month = try container.decode(Int.self, forKey: .month)
        let position = try container.decode(Position.self, forKey: .position)
        guard let day = Self(position, try container.decode(Weekday.self, forKey: .weekday), ofMonth: month) else {
            throw DecodingError.dataCorruptedError(
                forKey: .month,
                in: container,
                debugDescription: "`\(month)` is not a month, 1 through 12"
            )
        }
        self = day
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(month, forKey: .month)
        try container.encode(position, forKey: .position)
        try container.encode(weekday, forKey: .weekday)
    }
}
