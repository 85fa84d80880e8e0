/// A month and day that come round every year, such as a birthday of which the year is not known.
///
/// ```swift
/// let birthday = AnnualDate("--02-29")!
/// birthday.date(inYear: 2027, leapDay: .dayBefore)   // 2027-02-28
/// ```
///
/// - Range: every day of a leap year; 29 February is valid and needs a ``LeapDayRule`` in other years.
/// - Wire format: `"--02-29"`.
/// - Source: the truncated date of ISO 8601:2000, which vCards kept,
///   <https://www.rfc-editor.org/rfc/rfc6350>.
public struct AnnualDate: Hashable, Sendable {
    private let monthNumber: UInt8
    private let dayNumber: UInt8

    /// The month, 1 (January) through 12.
    public var month: Int { Int(monthNumber) }
    /// The day of the month, 1 through 31.
    public var day: Int { Int(dayNumber) }

    /// The given month and day, or `nil` when no year has such a day.
    public init?(month: Int, day: Int) {
        guard let date = CalendarDate(year: 2000, month: month, day: day) else { return nil }
        self.init(date)
    }

    /// The month and day of `date`.
    public init(_ date: CalendarDate) {
        let (_, month, day) = date.components
        self.monthNumber = UInt8(month)
        self.dayNumber = UInt8(day)
    }

    /// Returns this date in `year`, or `nil` when `rule` skips it or `year` is out of range.
    public func date(inYear year: Int, leapDay rule: LeapDayRule) -> CalendarDate? {
        if let date = CalendarDate(year: year, month: month, day: day) { return date }
        return switch rule {
        case .dayBefore: CalendarDate(year: year, month: 2, day: 28)
        case .dayAfter: CalendarDate(year: year, month: 3, day: 1)
        case .skip: nil
        }
    }

    /// Returns the first such day on or after `day`, or `nil` when it leaves the calendar.
    ///
    /// - Complexity: O(1); it is looked for in at most nine years, the longest gap between two leap years (1896 and
    ///   1904, say).
    public func nextDay(onOrAfter day: CalendarDate, leapDay rule: LeapDayRule) -> CalendarDate? {
        (day.year...day.year + 8).lazy.compactMap { date(inYear: $0, leapDay: rule) }.first { $0 >= day }
    }

    /// Returns the last such day on or before `day`, or `nil` when it leaves the calendar.
    ///
    /// - Complexity: O(1), as for the next day.
    public func previousDay(onOrBefore day: CalendarDate, leapDay rule: LeapDayRule) -> CalendarDate? {
        (day.year - 8...day.year).reversed().lazy.compactMap { date(inYear: $0, leapDay: rule) }.first { $0 <= day }
    }
}

extension AnnualDate: Comparable {
    public static func < (left: Self, right: Self) -> Bool { (left.month, left.day) < (right.month, right.day) }
}

extension AnnualDate {
    /// Reads a month and day such as `--02-29`, or returns `nil` for any other text or a day that no year has.
    public init?(_ text: some StringProtocol) {
        let dash = UInt8(ascii: "-")
        guard text.utf8.starts(with: [dash, dash]),
            let fields = ISOText.fields(of: text.utf8.dropFirst(2), widths: [2, 2], separator: dash)
        else { return nil }
        self.init(month: fields[0], day: fields[1])
    }
}

extension AnnualDate: CustomStringConvertible {
    /// The month and day in the form of ISO 8601:2000, such as `--02-29`.
    public var description: String { "--\(ISOText.padded(month, to: 2))-\(ISOText.padded(day, to: 2))" }
}

extension AnnualDate: Codable {
    public init(from decoder: any Decoder) throws {
        self = try decoder.text(Self.init(_:), isNot: "a month and day such as --02-29")
    }

    public func encode(to encoder: any Encoder) throws { try description.encode(to: encoder) }
}
