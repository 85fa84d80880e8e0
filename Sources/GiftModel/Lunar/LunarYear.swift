/// A year of the Chinese lunar calendar, from a Spring Festival up to the next.
///
/// It has twelve months, or thirteen when a leap month follows the month of the same number, and a month has 29 or 30
/// days. It takes the number of the Gregorian year in which it begins; its end lies in the year after that.
///
/// - Range: 1900 through 2100.
/// - Wire format: the bare number.
public struct LunarYear: Hashable, Sendable {
    /// The number of the Gregorian year in which the lunar year begins, 1900 through 2100.
    public let number: Int
    private let word: UInt32

    /// The lunar year with that number, or `nil` when the table does not hold it.
    public init?(_ number: Int) {
        guard LunarTable.years.contains(number) else { return nil }
        self.init(index: number - LunarTable.years.lowerBound)
    }

    /// The lunar year in which `date` lies.
    ///
    /// - Throws: ``LunarError/outOfRange(_:)``.
    public init(of date: CalendarDate) throws(LunarError) {
        guard date >= LunarTable.firstDay, date <= LunarTable.lastDay else { throw .outOfRange(date) }
        // New Year never falls before the quotient's first day, so the year is the quotient or the one before it.
        let quotient = (Int(date.daysAfterEpoch) - LunarTable.origin) * 4 / 1461
        let year = Self(index: min(quotient, LunarTable.words.count - 1))
        self = date.daysAfterEpoch < year.dayNumber ? Self(index: year.index - 1) : year
    }

    private init(index: Int) {
        self.number = LunarTable.years.lowerBound + index
        self.word = LunarTable.words[index]
    }

    private var index: Int { number - LunarTable.years.lowerBound }
}

extension LunarYear {
    /// The number of the month that a leap month follows, or `nil` when none does.
    public var leapMonth: Int? { leap == 0 ? nil : leap }

    /// How many months the year has, 12 or 13.
    public var monthCount: Int { leap == 0 ? 12 : 13 }

    /// How many days the year has, 353 through 385.
    public var dayCount: Int { daysBefore(position: monthCount) }

    /// The first day, which is Spring Festival.
    public var newYearsDay: CalendarDate { CalendarDate(daysAfterEpoch: dayNumber)! }

    /// The last day, which is the 29th or the 30th of the last month.
    public var newYearsEve: CalendarDate { CalendarDate(daysAfterEpoch: dayNumber + dayCount - 1)! }

    /// Returns how many days a month has, 29 or 30, or `nil` when the year has no such month.
    public func length(ofMonth month: Int, isLeapMonth: Bool = false) -> Int? {
        position(ofMonth: month, isLeapMonth: isLeapMonth).map { word >> UInt32($0) & 1 == 1 ? 30 : 29 }
    }

    /// Returns the first day of a month, or `nil` when the year has no such month.
    public func firstDay(ofMonth month: Int, isLeapMonth: Bool = false) -> CalendarDate? {
        position(ofMonth: month, isLeapMonth: isLeapMonth)
            .flatMap { CalendarDate(daysAfterEpoch: dayNumber + daysBefore(position: $0)) }
    }
}

extension LunarYear {
    /// The first day, in days after 1970-01-01.
    private var dayNumber: Int { LunarTable.origin + 365 * index + Int(word >> 17) }

    /// The number of the month that a leap month follows, or 0.
    private var leap: Int { Int(word >> 13 & 0xF) }

    /// How many days of the year lie before the month at `position`, counted from 0.
    private func daysBefore(position: Int) -> Int {
        29 * position + (word & ((1 << UInt32(position)) - 1)).nonzeroBitCount
    }

    private func position(ofMonth month: Int, isLeapMonth: Bool) -> Int? {
        guard (1...12).contains(month), !isLeapMonth || month == leap else { return nil }
        return leap != 0 && (isLeapMonth || month > leap) ? month : month - 1
    }

    /// Returns which day of which month `date` is, which must lie in this year.
    func fields(of date: CalendarDate) -> (month: Int, isLeapMonth: Bool, day: Int) {
        let days = Int(date.daysAfterEpoch) - dayNumber
        // No month is longer than 30 days and none shorter than 29, so the quotient is one too low at most.
        let quotient = days / 30
        let position = daysBefore(position: quotient + 1) <= days ? quotient + 1 : quotient
        let isAfterLeap = leap != 0 && position >= leap
        return (
            isAfterLeap ? position : position + 1, isAfterLeap && position == leap,
            days - daysBefore(position: position) + 1
        )
    }
}

extension LunarYear: Comparable {
    public static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

extension LunarYear: CustomStringConvertible {
    /// The number, such as `2027`.
    public var description: String { String(number) }
}

extension LunarYear: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let number = try container.decode(Int.self)
        guard let year = Self(number) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "`\(number)` is not a lunar year, 1900 through 2100"
            )
        }
        self = year
    }

    public func encode(to encoder: any Encoder) throws { try number.encode(to: encoder) }
}
