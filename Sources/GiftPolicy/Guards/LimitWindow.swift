public import GiftModel

/// Over which days the gifts to one recipient are added up for a limit, by the customer's days.
///
/// The two answers are all there are, so this enum is closed.
///
/// - Wire format: a period such as `"P12M"`, or `"calendarYear"`.
public enum LimitWindow: Hashable, Sendable {
    /// Any stretch of this length.
    ///
    /// What was given on 10 March 2025 no longer counts in twelve months on 10 March 2026, and the day before it does.
    case rolling(Period)
    /// From 1 January through 31 December.
    case calendarYear
}

extension LimitWindow {
    /// Returns the stretches that hold `day`: the one that ends with it, and those that end with later ones of `days`.
    ///
    /// What is planned for later counts with what is given now, so that no stretch ever comes to hold too much.
    func stretches(around day: CalendarDate, endingOn days: some Sequence<CalendarDate>) -> [ClosedRange<CalendarDate>]
    {
        switch self {
        case .calendarYear: return [first(endingOn: day)...lastDay(ofYearOf: day)]
        case .rolling:
            let later = Set(days).filter { day < $0 && first(endingOn: $0) <= day }.sorted()
            return ([day] + later).map { first(endingOn: $0)...$0 }
        }
    }

    /// Returns the first day after `today` on which a stretch that ends with it holds `day` no longer.
    func end(of day: CalendarDate, after today: CalendarDate) -> CalendarDate? {
        switch self {
        case .calendarYear: return lastDay(ofYearOf: max(day, today)).adding(days: 1)
        case .rolling(let period):
            var end = day.adding(period, shortMonth: .lastDay)
            // At the end of a month the way back is shorter than the way there, by three days at most.
            while let next = end, first(endingOn: next) <= day { end = next.adding(days: 1) }
            return end.map { max($0, today.adding(days: 1) ?? today) }
        }
    }

    private func first(endingOn day: CalendarDate) -> CalendarDate {
        switch self {
        case .calendarYear: CalendarDate(year: day.year, month: 1, day: 1) ?? day
        case .rolling(let period):
            day.adding(period, times: -1, shortMonth: .lastDay)?.adding(days: 1) ?? Self.firstDay
        }
    }

    private func lastDay(ofYearOf day: CalendarDate) -> CalendarDate {
        CalendarDate(year: day.year, month: 12, day: 31) ?? day
    }

    private static let firstDay = CalendarDate(year: 1, month: 1, day: 1)!

    /// In words, such as `in any 12 months`.
    var title: LocalizedText {
        switch self {
        case .calendarYear: LocalizedText(english: "in a calendar year", chinese: "每个自然年")
        case .rolling(let period):
            LocalizedText(english: "in any \(period.title.english)", chinese: "任意\(period.title.chinese)内")
        }
    }
}

extension Period {
    fileprivate var title: LocalizedText {
        let parts = [(years, "year", "年"), (months, "month", "个月"), (days, "day", "天")].filter { $0.0 > 0 }
        return LocalizedText(
            english: parts.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: " "),
            chinese: parts.map { "\($0.0)\($0.2)" }.joined()
        )
    }
}

extension LimitWindow: Codable {
    private static let calendarYearWord = "calendarYear"

    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        if text == Self.calendarYearWord {
            self = .calendarYear
        } else if let period = Period(text) {
            self = .rolling(period)
        } else {
            let expected = "a period such as P30D or P12M, or `\(Self.calendarYearWord)`"
            throw DocumentProblem.unreadable(text: text, expected: expected).error(at: decoder.codingPath)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .rolling(let period): try period.encode(to: encoder)
        case .calendarYear: try Self.calendarYearWord.encode(to: encoder)
        }
    }
}
