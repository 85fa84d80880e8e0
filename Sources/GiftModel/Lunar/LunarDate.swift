/// A day of the Chinese lunar calendar, as it is published for China (UTC+8).
///
/// Only days that the table holds can be made, so turning one into a ``CalendarDate`` cannot fail. Which day of the
/// lunar calendar it is does not depend on where the customer lives: festivals are not shifted into local time.
///
/// ```swift
/// LunarDate(year: 2027, month: 8, day: 15).map(CalendarDate.init)   // 2027-09-15, Mid-Autumn
/// try LunarDate(CalendarDate("2020-05-23")!)                        // 2020-L04-01, in a leap month
/// ```
///
/// - Range: the first day of lunar 1900 (1900-01-31) through the last of lunar 2100 (2101-01-28).
/// - Wire format: `{"day":1,"isLeapMonth":true,"month":4,"year":2020}`.
public struct LunarDate: Hashable, Sendable {
    /// The year, month, leap month and day from the highest bit on, so that later days are greater.
    private let packed: UInt32

    /// The number of the lunar year, 1900 through 2100.
    public var year: Int { Int(packed >> 10) }
    /// The number of the month, 1 through 12; a leap month has the number of the month before it.
    public var month: Int { Int(packed >> 6 & 0xF) }
    /// Whether the month is the leap month.
    public var isLeapMonth: Bool { packed >> 5 & 1 == 1 }
    /// The day of the month, 1 through 30.
    public var day: Int { Int(packed & 0x1F) }

    /// The given day, or `nil` when the table holds no such day.
    public init?(year: Int, month: Int, isLeapMonth: Bool = false, day: Int) {
        guard let length = LunarYear(year)?.length(ofMonth: month, isLeapMonth: isLeapMonth) else { return nil }
        guard (1...length).contains(day) else { return nil }
        self.init(packing: year, month, isLeapMonth, day)
    }

    /// The lunar day that `date` is.
    ///
    /// - Throws: ``LunarError/outOfRange(_:)``.
    public init(_ date: CalendarDate) throws(LunarError) {
        let year = try LunarYear(of: date)
        let (month, isLeapMonth, day) = year.fields(of: date)
        self.init(packing: year.number, month, isLeapMonth, day)
    }

    private init(packing year: Int, _ month: Int, _ isLeapMonth: Bool, _ day: Int) {
        self.packed = UInt32(year << 10 | month << 6 | (isLeapMonth ? 1 : 0) << 5 | day)
    }
}

extension CalendarDate {
    /// The day that `lunar` is.
    public init(_ lunar: LunarDate) {
        let firstDay = LunarYear(lunar.year)?.firstDay(ofMonth: lunar.month, isLeapMonth: lunar.isLeapMonth)
        self = firstDay!.adding(days: lunar.day - 1)!
    }
}

extension LunarDate: Comparable {
    public static func < (left: Self, right: Self) -> Bool { left.packed < right.packed }
}

extension LunarDate: CustomStringConvertible {
    /// The year, month and day, such as `2020-04-01`, or `2020-L04-01` in a leap month.
    public var description: String {
        "\(year)-\(isLeapMonth ? "L" : "")\(ISOText.padded(month, to: 2))-\(ISOText.padded(day, to: 2))"
    }
}
