/// A month and day of the lunar calendar that come round, such as a birthday.
///
/// Two questions have no answer of their own and need a rule each: when a day of a leap month comes round, and what
/// becomes of day 30 in a month of 29 days. First ``LeapMonthRule`` chooses the months, then ``ShortMonthRule`` the day
/// in each.
///
/// - Range: every day from 1-1 through 12-30, also in a leap month.
/// - Wire format: `{"day":1,"isLeapMonth":true,"month":4}`.
public struct AnnualLunarDate: Hashable, Sendable {
    private let monthNumber: UInt8
    private let dayNumber: UInt8
    /// Whether the day lies in a leap month.
    public let isLeapMonth: Bool

    /// The number of the month, 1 through 12; a leap month has the number of the month before it.
    public var month: Int { Int(monthNumber) }
    /// The day of the month, 1 through 30.
    public var day: Int { Int(dayNumber) }

    /// The given month and day, or `nil` when the lunar calendar has no such day.
    public init?(month: Int, isLeapMonth: Bool = false, day: Int) {
        guard (1...12).contains(month), (1...30).contains(day) else { return nil }
        self.monthNumber = UInt8(month)
        self.dayNumber = UInt8(day)
        self.isLeapMonth = isLeapMonth
    }

    /// The month and day of `date`.
    public init(_ date: LunarDate) {
        self.monthNumber = UInt8(date.month)
        self.dayNumber = UInt8(date.day)
        self.isLeapMonth = date.isLeapMonth
    }
}

extension AnnualLunarDate {
    /// Returns the days on which this date comes round in `year`, in ascending order: none, one or two.
    public func days(
        in year: LunarYear,
        leapMonth leapRule: LeapMonthRule,
        shortMonth shortRule: ShortMonthRule
    ) -> [CalendarDate] {
        let hasLeap = isLeapMonth && year.leapMonth == month
        let months =
            switch leapRule {
            case .regular: [false]
            case .leapElseRegular: [hasLeap]
            case .leapOnly: hasLeap == isLeapMonth ? [hasLeap] : []
            case .both: hasLeap ? [false, true] : [false]
            }
        return months.compactMap { day(inMonthThatIsLeap: $0, of: year, shortMonth: shortRule) }
    }

    private func day(inMonthThatIsLeap isLeap: Bool, of year: LunarYear, shortMonth rule: ShortMonthRule)
        -> CalendarDate?
    {
        guard let firstDay = year.firstDay(ofMonth: month, isLeapMonth: isLeap),
            let length = year.length(ofMonth: month, isLeapMonth: isLeap)
        else { return nil }
        if day <= length { return firstDay.adding(days: day - 1) }
        return switch rule {
        case .lastDay: firstDay.adding(days: length - 1)
        case .firstOfNext: firstDay.adding(days: length)
        case .skip: nil
        }
    }

    /// Returns the first time that this date comes round on or after `day`.
    ///
    /// - Throws: ``LunarError/outOfRange(_:)`` and ``LunarError/noneOnOrAfter(_:)``.
    /// - Complexity: O(*n*) in the lunar years until then; by the rules that leave years out that may be decades.
    public func nextOccurrence(
        onOrAfter day: CalendarDate,
        leapMonth: LeapMonthRule,
        shortMonth: ShortMonthRule
    ) throws(LunarError) -> LunarOccurrence {
        try LunarOccurrence.next(onOrAfter: day) { days(in: $0, leapMonth: leapMonth, shortMonth: shortMonth) }
    }

    /// Returns the last time that this date came round on or before `day`.
    ///
    /// - Throws: ``LunarError/outOfRange(_:)`` and ``LunarError/noneOnOrBefore(_:)``.
    /// - Complexity: O(*n*) in the lunar years since then.
    public func previousOccurrence(
        onOrBefore day: CalendarDate,
        leapMonth: LeapMonthRule,
        shortMonth: ShortMonthRule
    ) throws(LunarError) -> LunarOccurrence {
        try LunarOccurrence.previous(onOrBefore: day) { days(in: $0, leapMonth: leapMonth, shortMonth: shortMonth) }
    }
}
