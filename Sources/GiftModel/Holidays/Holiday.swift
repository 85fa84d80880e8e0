/// A holiday by name: its days in every year, and the day on which it is observed.
///
/// ```swift
/// let christmas = Holiday(
///     title: LocalizedText(english: "Christmas", chinese: "圣诞节"),
///     rule: .annual(AnnualDate("--12-25")!, leapDay: .skip),
///     observance: .actualDay
/// )
/// try christmas.nextDispatch(onOrAfter: today, leadDays: 14)?.dispatchDay   // 2027-12-11
/// ```
///
/// - Wire format: `{"observance":{"shift":"none"},"rule":{"lunarFestival":"midAutumn"},"title":{"en":…,"zh":…}}`.
public struct Holiday: Hashable, Sendable {
    /// What the holiday is called.
    public let title: LocalizedText
    /// On which days it falls.
    public let rule: HolidayRule
    /// Where it is observed when it does not fall on a workday.
    public let observance: Observance

    /// A holiday called `title`, on the days of `rule`, observed by `observance`.
    public init(title: LocalizedText, rule: HolidayRule, observance: Observance) {
        self.title = title
        self.rule = rule
        self.observance = observance
    }

    /// The festival `festival` on its own day.
    public init(_ festival: LunarFestival) {
        self.init(title: festival.title, rule: .lunarFestival(festival), observance: .actualDay)
    }

    /// The solar term `term` on its own day.
    public init(_ term: SolarTerm) {
        self.init(title: term.title, rule: .solarTerm(term), observance: .actualDay)
    }
}

extension Holiday {
    /// Returns the first observed day on or after `day`, or `nil` when none is left.
    ///
    /// - Throws: as ``HolidayRule/nextDay(onOrAfter:)`` does, which is asked from the first day on that would be
    ///   observed on `day` or later.
    /// - Complexity: that of the rule, and O(*n*²) in the days from one workday to the next.
    public func nextDay(onOrAfter day: CalendarDate) throws(LunarError) -> CalendarDate? {
        try nextObserved(onOrAfter: day)?.observedDay
    }

    /// Returns the last observed day on or before `day`, or `nil` when there was none.
    ///
    /// - Throws: as ``HolidayRule/previousDay(onOrBefore:)`` does, which is asked from the last day on that would be
    ///   observed on `day` or earlier.
    /// - Complexity: that of the rule, and O(*n*²) in the days from one workday to the next.
    public func previousDay(onOrBefore day: CalendarDate) throws(LunarError) -> CalendarDate? {
        var latest = day
        while let following = latest.adding(days: 1), let observed = observance.observedDay(for: following),
            observed <= day
        { latest = following }
        while let found = try rule.previousDay(onOrBefore: latest) {
            if let observed = observance.observedDay(for: found), observed <= day { return observed }
            guard let preceding = found.adding(days: -1) else { return nil }
            latest = preceding
        }
        return nil
    }

    /// Returns the observed days of the holiday in `year`, in ascending order, each once.
    ///
    /// They belong to the year of the holiday: New Year's Day 2028 is one of 2028, also where it is observed on Friday,
    /// 2027-12-31.
    ///
    /// - Throws: as ``HolidayRule/days(inYear:)`` does.
    public func days(inYear year: Int) throws(LunarError) -> [CalendarDate] {
        let days = try rule.days(inYear: year).compactMap { observance.observedDay(for: $0) }
        // Two days of a list, a Saturday and its Sunday, may be observed on one.
        return days.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }
}

extension Holiday: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case title = "title"
        case rule = "rule"
        case observance = "observance"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        self.init(
            title: try container.decode(LocalizedText.self, forKey: .title),
            rule: try container.decode(HolidayRule.self, forKey: .rule),
            observance: try container.decode(Observance.self, forKey: .observance)
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(title, forKey: .title)
        try container.encode(rule, forKey: .rule)
        try container.encode(observance, forKey: .observance)
    }
}
