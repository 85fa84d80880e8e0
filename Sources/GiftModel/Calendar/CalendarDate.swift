/// A day of the proleptic Gregorian calendar, without a time and without a time zone.
///
/// Which day it is *now* depends on a time zone, so this library never asks: the host passes today in.
/// Days are stored as one number, because days are compared and subtracted far more often than printed.
///
/// - Range: 0001-01-01 through 9999-12-31.
/// - Wire format: ISO 8601, such as `"2026-02-28"`.
/// - Source: days from dates after Howard Hinnant, <https://howardhinnant.github.io/date_algorithms.html>, and dates
///   from days after C. Neri and L. Schneider (2022), <https://doi.org/10.1002/spe.3172>.
public struct CalendarDate: Hashable, Sendable {
    /// How many days this day lies after 1970-01-01; negative before it.
    public let daysAfterEpoch: Int32

    /// The day that lies `count` days after 1970-01-01, or `nil` when the calendar has no such day.
    public init?(daysAfterEpoch count: Int) {
        guard (-719_162...2_932_896).contains(count) else { return nil }
        self.daysAfterEpoch = Int32(count)
    }

    /// The given day, or `nil` when the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
        guard (1...Self.length(ofMonth: month, inYear: year)).contains(day) else { return nil }
        // Years are counted from March, so that the leap day comes last.
        let shiftedYear = month > 2 ? year : year - 1
        let (era, yearOfEra) = (shiftedYear / 400, shiftedYear % 400)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.daysAfterEpoch = Int32(era * 146_097 + dayOfEra - 719_468)
    }
}

extension CalendarDate {
    /// The year, 1 through 9999.
    public var year: Int { components.year }
    /// The month, 1 (January) through 12.
    public var month: Int { components.month }
    /// The day of the month, 1 through 31.
    public var day: Int { components.day }

    /// The year, month and day together, for the price of one.
    public var components: (year: Int, month: Int, day: Int) {
        // After Neri and Schneider: one wide multiplication in place of three divisions.
        let shifted = UInt32(bitPattern: daysAfterEpoch &+ 719_468)
        let (century, quarterOfCentury) = (4 &* shifted &+ 3).quotientAndRemainder(dividingBy: 146_097)
        let product = 2_939_745 &* UInt64(quarterOfCentury | 3)
        let year = 100 &* century &+ UInt32(truncatingIfNeeded: product >> 32)
        let dayOfYear = UInt32(truncatingIfNeeded: product) / 2_939_745 / 4
        let month = 2141 &* dayOfYear &+ 197_913
        let isNextYear = dayOfYear >= 306
        return (
            Int(isNextYear ? year &+ 1 : year), Int(isNextYear ? (month >> 16) &- 12 : month >> 16),
            Int((month & 0xFFFF) / 2141) + 1
        )
    }

    /// Returns how many days lie from this day up to and excluding `end`; negative when `end` comes first.
    public func days(until end: CalendarDate) -> Int { Int(end.daysAfterEpoch) - Int(daysAfterEpoch) }

    /// Returns the day that lies `count` days later, or `nil` when it leaves the calendar.
    public func adding(days count: Int) -> CalendarDate? {
        let (sum, overflow) = Int(daysAfterEpoch).addingReportingOverflow(count)
        return overflow ? nil : CalendarDate(daysAfterEpoch: sum)
    }

    private static func length(ofMonth month: Int, inYear year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        default: 31
        }
    }
}

extension CalendarDate: Comparable {
    public static func < (left: Self, right: Self) -> Bool { left.daysAfterEpoch < right.daysAfterEpoch }
}
