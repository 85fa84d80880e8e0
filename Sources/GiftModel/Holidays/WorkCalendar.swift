/// On which days people work: the days of the week, but for the exceptions that a host lists.
///
/// In China the government moves workdays every year: weekdays beside a festival are off, and Saturdays and Sundays are
/// made-up workdays 调休 in their place. A calendar knows the exceptions that it is given and no others, so it has to be
/// renewed every year.
///
/// ```swift
/// let work = WorkCalendar(.saturdayAndSunday, daysOff: [thursday], madeUpWorkdays: [saturday])!
/// work.isWorkday(saturday)   // true
/// ```
///
/// - Wire format: `{"daysOff":["2026-10-01"],"madeUpWorkdays":["2026-10-10"],"weekend":["saturday","sunday"]}`, days in
///   ascending order; an empty list is left out.
public struct WorkCalendar: Hashable, Sendable {
    /// The days of the week on which nobody works.
    public let weekend: Weekend
    /// The days on which nobody works either.
    public let daysOff: Set<CalendarDate>
    /// The days of a weekend on which people work nevertheless.
    public let madeUpWorkdays: Set<CalendarDate>

    /// The days outside `weekend`, without an exception.
    public init(_ weekend: Weekend) {
        self.weekend = weekend
        self.daysOff = []
        self.madeUpWorkdays = []
    }

    /// The days outside `weekend` with exceptions, or `nil` when a day is off and a workday at once.
    public init?(_ weekend: Weekend, daysOff: Set<CalendarDate>, madeUpWorkdays: Set<CalendarDate> = []) {
        guard daysOff.isDisjoint(with: madeUpWorkdays) else { return nil }
        self.weekend = weekend
        self.daysOff = daysOff
        self.madeUpWorkdays = madeUpWorkdays
    }

    /// Monday through Friday, without an exception.
    public static let mondayThroughFriday = WorkCalendar(.saturdayAndSunday)
}

extension WorkCalendar {
    /// Returns whether people work on `day`.
    public func isWorkday(_ day: CalendarDate) -> Bool {
        madeUpWorkdays.contains(day) || !daysOff.contains(day) && !weekend.days.contains(day.weekday)
    }

    /// Whether there are neither days off nor made-up workdays.
    var hasNoExceptions: Bool { daysOff.isEmpty && madeUpWorkdays.isEmpty }
}

extension WorkCalendar: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case weekend = "weekend"
        case daysOff = "daysOff"
        case madeUpWorkdays = "madeUpWorkdays"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        let weekend = try container.decode(Weekend.self, forKey: .weekend)
        let daysOff = try container.decodeIfPresent([CalendarDate].self, forKey: .daysOff) ?? []
        let madeUpWorkdays = try container.decodeIfPresent([CalendarDate].self, forKey: .madeUpWorkdays) ?? []
        let calendar = Self(weekend, daysOff: Set(daysOff), madeUpWorkdays: Set(madeUpWorkdays))
        let isWhole = Set(daysOff).count == daysOff.count && Set(madeUpWorkdays).count == madeUpWorkdays.count
        self = try decoder.whole(isWhole ? calendar : nil, isNot: "a calendar that lists a day once at most")
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(weekend, forKey: .weekend)
        if !daysOff.isEmpty { try container.encode(daysOff.sorted(), forKey: .daysOff) }
        if !madeUpWorkdays.isEmpty { try container.encode(madeUpWorkdays.sorted(), forKey: .madeUpWorkdays) }
    }
}
