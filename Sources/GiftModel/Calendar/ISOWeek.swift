/// A numbered week from Monday through Sunday, which belongs to the year of its Thursday.
///
/// Around New Year the year of a week is not the year of all its days: 2027-01-01 lies in `2026-W53`.
///
/// - Range: 0001-W01 through 9999-W52; the last one's Saturday and Sunday lie outside the calendar.
/// - Wire format: ISO 8601, such as `"2026-W09"`.
/// - Source: the week of ISO 8601, <https://www.iso.org/iso-8601-date-and-time-format.html>.
public struct ISOWeek: Hashable, Sendable {
    /// The year to which the week belongs, 1 through 9999.
    public let year: Int
    /// The number of the week, 1 through 53.
    public let week: Int

    /// The given week, or `nil` when the year has no such week.
    public init?(year: Int, week: Int) {
        guard (1...9999).contains(year), (1...Self.count(inYear: year)).contains(week) else { return nil }
        self.year = year
        self.week = week
    }

    /// The week in which `date` lies.
    public init(of date: CalendarDate) {
        // The calendar begins on a Monday and ends on a Friday, so no Thursday is missing.
        let thursday = date.adding(days: 3 - date.weekday.daysAfterMonday)!
        self.year = thursday.year
        self.week = CalendarDate(year: year, month: 1, day: 1)!.days(until: thursday) / 7 + 1
    }

    /// Returns how many weeks belong to `year`, 52 or 53; outside the calendar there are none.
    public static func count(inYear year: Int) -> Int {
        // 28 December always lies in the last week of its own year.
        CalendarDate(year: year, month: 12, day: 28).map { ISOWeek(of: $0).week } ?? 0
    }

    /// Returns the day of this week that is a `weekday`, or `nil` when it leaves the calendar.
    public func date(on weekday: Weekday) -> CalendarDate? {
        // 4 January always lies in the first week.
        let fourth = CalendarDate(year: year, month: 1, day: 4)!
        return fourth.adding(days: (week - 1) * 7 + weekday.daysAfterMonday - fourth.weekday.daysAfterMonday)
    }
}

extension ISOWeek: Comparable {
    public static func < (left: Self, right: Self) -> Bool { (left.year, left.week) < (right.year, right.week) }
}

extension ISOWeek {
    /// Reads a week such as `2026-W09`, or returns `nil` for any other text or a week that does not exist.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 8, bytes[5] == UInt8(ascii: "W"),
            let fields = ISOText.fields(of: bytes[..<5] + bytes[6...], widths: [4, 2], separator: UInt8(ascii: "-"))
        else { return nil }
        self.init(year: fields[0], week: fields[1])
    }
}

extension ISOWeek: CustomStringConvertible {
    /// The week in ISO 8601 form, such as `2026-W09`.
    public var description: String { "\(ISOText.padded(year, to: 4))-W\(ISOText.padded(week, to: 2))" }
}

extension ISOWeek: Codable {
    public init(from decoder: any Decoder) throws {
        self = try decoder.text(Self.init(_:), isNot: "a week such as 2026-W09")
    }

    public func encode(to encoder: any Encoder) throws { try description.encode(to: encoder) }
}
