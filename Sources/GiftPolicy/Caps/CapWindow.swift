import GiftModel

/// Over which time a cap counts.
///
/// The three answers are all there are, so this enum is closed.
///
/// - Wire format: `{"rollingDays":30}`, `"calendarDay"`, `"calendarWeek"`, `"calendarMonth"`, `"calendarQuarter"`,
///   `"calendarYear"` or `"lifetime"`.
public enum CapWindow: Hashable, Sendable {
    /// Any stretch of so many times 24 hours, counted by the instant.
    ///
    /// A gift that left exactly 30 days ago no longer counts in 30 days, and one that left a millisecond later does.
    case rolling(days: Int64)
    /// Each part of the calendar by itself, by the customer's days.
    case calendar(Part)
    /// All that ever was.
    case lifetime

    /// A part of the calendar.
    ///
    /// The five parts are all there are, so this enum is closed.
    public enum Part: String, Hashable, Sendable, CaseIterable {
        /// A day.
        case day = "calendarDay"
        /// A week from Monday on.
        case week = "calendarWeek"
        /// A month.
        case month = "calendarMonth"
        /// Three months from January, April, July or October on.
        case quarter = "calendarQuarter"
        /// A year.
        case year = "calendarYear"
    }
}

extension CapWindow {
    /// Returns where `moment` stands on the scale on which this window is ``width(times:)`` long.
    func position(of moment: Moment) -> Int64 {
        switch self {
        case .rolling: moment.instant.milliseconds
        case .calendar(let part): part.number(of: moment.day)
        case .lifetime: 0
        }
    }

    /// The length of so many windows in a row.
    func width(times count: Int64) -> Int64 {
        switch self {
        case .rolling(let days): days * 86_400_000 * count
        case .calendar: count
        case .lifetime: 1
        }
    }

    /// Returns the first moment that stands at `position`, or `nil` when there is none.
    func moment(at position: Int64, by clock: LocalClock) -> Moment? {
        switch self {
        case .rolling: clock.moment(at: Timestamp(milliseconds: position))
        case .calendar(let part): part.start(ofNumber: position).map(clock.start)
        case .lifetime: nil
        }
    }

    /// In words, such as `in any 30 days`.
    var title: LocalizedText {
        switch self {
        case .rolling(let days): LocalizedText(english: "in any \(Self.days(days))", chinese: "任意\(days)天内")
        case .calendar(.day): LocalizedText(english: "in a calendar day", chinese: "每个自然日")
        case .calendar(.week): LocalizedText(english: "in a calendar week", chinese: "每个自然周")
        case .calendar(.month): LocalizedText(english: "in a calendar month", chinese: "每个自然月")
        case .calendar(.quarter): LocalizedText(english: "in a calendar quarter", chinese: "每个自然季度")
        case .calendar(.year): LocalizedText(english: "in a calendar year", chinese: "每个自然年")
        case .lifetime: LocalizedText(english: "in a lifetime", chinese: "终身")
        }
    }

    private static func days(_ days: Int64) -> String { FactValue.days(days).text(in: .english) }
}

extension CapWindow.Part {
    private static let monday = CalendarDate(year: 1970, month: 1, day: 5)!

    private var months: Int {
        switch self {
        case .day, .week: 0
        case .month: 1
        case .quarter: 3
        case .year: 12
        }
    }

    /// Returns a number that grows by one from each part of the calendar to the next.
    fileprivate func number(of day: CalendarDate) -> Int64 {
        let days = Int64(Self.monday.days(until: day))
        switch self {
        case .day: return days
        case .week: return days / 7 - (days % 7 < 0 ? 1 : 0)
        case .month, .quarter, .year: return Int64((day.year * 12 + day.month - 1) / months)
        }
    }

    /// Returns the first day of the part with that `number`, or `nil` outside the calendar.
    fileprivate func start(ofNumber number: Int64) -> CalendarDate? {
        switch self {
        case .day: return Self.monday.adding(days: Int(number))
        case .week: return Self.monday.adding(days: Int(number) * 7)
        case .month, .quarter, .year:
            let month = Int(number) * months
            return CalendarDate(year: month / 12, month: month % 12 + 1, day: 1)
        }
    }
}

extension CapWindow: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case rollingDays = "rollingDays"
    }

    private static let words: [(word: String, window: CapWindow)] =
        Part.allCases.map { ($0.rawValue, .calendar($0)) } + [("lifetime", .lifetime)]

    public init(from decoder: any Decoder) throws {
        if let word = try? decoder.singleValueContainer().decode(String.self) {
            guard let known = Self.words.first(where: { $0.word == word }) else {
                throw KnownWords(Self.words.map(\.word)).unknown("word", word).error(at: decoder.codingPath)
            }
            self = known.window
            return
        }
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        guard let days = object.read(Int64.self, .rollingDays) else { throw object.failure }
        self = .rolling(days: days)
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .calendar, .lifetime:
            try Self.words.first { $0.window == self }?.word.encode(to: encoder)
        case .rolling(let days):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(days, forKey: .rollingDays)
        }
    }
}
