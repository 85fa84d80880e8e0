public import GiftModel

/// Over which time things count towards a tier.
///
/// The four answers are all there are, so this enum is closed.
///
/// - Wire format: `"lifetime"`, `"calendarMonth"`, `"calendarQuarter"`, `"calendarHalfYear"`, `"calendarYear"`,
///   `{"rolling":"P12M"}` or `{"anniversary":"P1Y"}`.
public enum TierWindow: Hashable, Sendable {
    /// All that ever happened.
    case lifetime
    /// From the first day of a part of the calendar on; everybody starts anew with the next.
    case calendar(CalendarPart)
    /// The time of that length that ends on and includes the day asked about.
    ///
    /// What happened on 15 June 2024 counts in twelve months through 14 June 2025.
    case rolling(Period)
    /// From the last anniversary on, one after each such length of time since the first purchase, or since the day that
    /// the facts of a customer name; a month that is too short has it on its last day.
    case anniversary(Period)

    /// The calendar year.
    public static let calendarYear = TierWindow.calendar(.year)

    /// A part of the calendar after which counting starts anew.
    ///
    /// The four parts are all there are, so this enum is closed.
    public enum CalendarPart: String, Hashable, Sendable, CaseIterable {
        /// A month.
        case month = "month"
        /// Three months from January, April, July or October on.
        case quarter = "quarter"
        /// Six months from January or July on.
        case halfYear = "halfYear"
        /// A year from January on.
        case year = "year"
    }
}

extension TierWindow {
    /// Returns a name for the time in which a tier that was reached on `date` counts as reached once, or `nil` for a
    /// whole life.
    ///
    /// It is `2011`, `2011-h2`, `2011-q4` or `2011-11`, and the day itself where the window is each customer's own.
    public func term(reachedOn date: CalendarDate) -> String? {
        switch self {
        case .lifetime: nil
        case .calendar(.year): "\(date.year)"
        case .calendar(.halfYear): "\(date.year)-h\((date.month + 5) / 6)"
        case .calendar(.quarter): "\(date.year)-q\((date.month + 2) / 3)"
        case .calendar(.month): String(date.description.prefix(7))
        case .rolling, .anniversary: date.description
        }
    }

    /// Whether counting starts anew at some time, so that one period is followed by another.
    var hasPeriods: Bool {
        switch self {
        case .lifetime, .rolling: false
        case .calendar, .anniversary: true
        }
    }

    /// Returns the first day that counts as of `day`, or `nil` when nothing counts yet.
    ///
    /// - Parameter anchor: The day from which anniversaries are counted.
    package func start(asOf day: CalendarDate, from anchor: CalendarDate?) -> CalendarDate? {
        switch self {
        case .lifetime: .first
        case .calendar(let part): part.start(of: day)
        case .rolling(let period):
            day.adding(period, times: -1, shortMonth: .lastDay)?.adding(days: 1) ?? .first
        case .anniversary(let period): Self.anniversaries(every: period, around: day, from: anchor)?.last
        }
    }

    /// Returns the last day of the period in which `day` lies, or `nil` when the window has no periods or this one has
    /// no end.
    package func end(asOf day: CalendarDate, from anchor: CalendarDate?) -> CalendarDate? {
        switch self {
        case .lifetime, .rolling: nil
        case .calendar(let part): part.end(of: day)
        case .anniversary(let period):
            Self.anniversaries(every: period, around: day, from: anchor)?.next?.adding(days: -1)
        }
    }

    /// Returns the first day as of which what happened on `date` does not count any more, in a rolling window.
    package func departure(of date: CalendarDate) -> CalendarDate? {
        guard case .rolling(let period) = self else { return nil }
        func counts(asOf day: CalendarDate) -> Bool { start(asOf: day, from: nil).map { $0 <= date } ?? false }
        guard var day = date.adding(period, shortMonth: .lastDay) else { return nil }
        while let before = day.adding(days: -1), before > date, !counts(asOf: before) { day = before }
        while counts(asOf: day) {
            guard let next = day.adding(days: 1) else { return nil }
            day = next
        }
        return day
    }

    /// The last anniversary on or before a day, and the next after it.
    private static func anniversaries(
        every period: Period,
        around day: CalendarDate,
        from anchor: CalendarDate?
    ) -> (last: CalendarDate, next: CalendarDate?)? {
        guard let anchor, anchor <= day else { return nil }
        // No month is longer than 31 days, so that this is never one too many.
        var count = anchor.days(until: day) / ((period.years * 12 + period.months) * 31 + period.days)
        guard var last = anchor.adding(period, times: count, shortMonth: .lastDay) else { return nil }
        while true {
            let next = anchor.adding(period, times: count + 1, shortMonth: .lastDay)
            guard let next, next <= day else { return (last, next) }
            last = next
            count += 1
        }
    }
}

extension TierWindow.CalendarPart {
    private var months: Int {
        switch self {
        case .month: 1
        case .quarter: 3
        case .halfYear: 6
        case .year: 12
        }
    }

    func start(of day: CalendarDate) -> CalendarDate? {
        let (year, month, _) = day.components
        return CalendarDate(year: year, month: (month - 1) / months * months + 1, day: 1)
    }

    func end(of day: CalendarDate) -> CalendarDate? {
        let (year, month, _) = day.components
        return CalendarDate(year: year, month: (month - 1) / months * months + months, day: 1)?.lastDayOfMonth
    }
}

extension CalendarDate {
    /// The first day of the calendar.
    static let first = CalendarDate(year: 1, month: 1, day: 1)!
    /// The last day of the calendar.
    static let last = CalendarDate(year: 9999, month: 12, day: 31)!
}

extension TierWindow: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case rolling = "rolling"
        case anniversary = "anniversary"
    }

    private static let lifetimeWord = "lifetime"

    private static let words: [(word: String, window: TierWindow)] = [
        (lifetimeWord, .lifetime), ("calendarMonth", .calendar(.month)), ("calendarQuarter", .calendar(.quarter)),
        ("calendarHalfYear", .calendar(.halfYear)), ("calendarYear", .calendar(.year)),
    ]

    public init(from decoder: any Decoder) throws {
        if let word = try? decoder.singleValueContainer().decode(String.self) {
            guard let known = Self.words.first(where: { $0.word == word }) else {
                throw KnownWords(Self.words.map(\.word)).unknown("word", word).error(at: decoder.codingPath)
            }
            self = known.window
            return
        }
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let rolling = object.readIfPresent(Period.self, .rolling)
        let anniversary = object.readIfPresent(Period.self, .anniversary)
        guard let rolling, let anniversary else { throw object.failure }
        switch (rolling, anniversary) {
        case (let period?, nil): self = .rolling(period)
        case (nil, let period?): self = .anniversary(period)
        default:
            throw DocumentProblem.impossible("a window is either `rolling` or `anniversary`")
                .error(at: decoder.codingPath)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .lifetime, .calendar:
            try Self.words.first { $0.window == self }?.word.encode(to: encoder)
        case .rolling(let period):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(period, forKey: .rolling)
        case .anniversary(let period):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(period, forKey: .anniversary)
        }
    }
}
