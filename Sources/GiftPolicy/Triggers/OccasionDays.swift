public import GiftModel

/// On which days around an occasion its gift may be given.
///
/// The occasion may lie outside of them: from three days before through three days before is that one day.
///
/// - Wire format: `{"from":-3,"through":3}`, in days after the occasion and negative before it; the calendar week in
///   which the occasion lies is `{"weekFrom":"monday"}`.
@nonexhaustive
public enum OccasionDays: Hashable, Sendable {
    /// From so many days after the occasion through so many days after it, or before it where negative.
    case around(from: Int64, through: Int64)
    /// The seven days of the calendar week that holds the occasion, the first of them this weekday.
    case week(from: Weekday)
}

extension OccasionDays {
    /// How far from an occasion its days may reach.
    static let furthest: Int64 = 90

    /// Returns the days around an occasion on `day`, or `nil` where there are none or they leave the calendar.
    public func days(around day: CalendarDate) -> ClosedRange<CalendarDate>? {
        let (first, last): (CalendarDate?, CalendarDate?)
        switch self {
        case .around(let from, let through):
            (first, last) = (day.adding(days: Int(clamping: from)), day.adding(days: Int(clamping: through)))
        case .week(let weekday):
            first = weekday.previousDay(onOrBefore: day)
            last = first?.adding(days: 6)
        }
        guard let first, let last, first <= last else { return nil }
        return first...last
    }

    /// Returns the first day around which days would end on or after `day`, or `nil` when it leaves the calendar.
    func firstOccasion(endingOnOrAfter day: CalendarDate) -> CalendarDate? {
        switch self {
        case .around(_, let through): day.adding(days: Int(clamping: -max(through, -.max)))
        case .week(let weekday): weekday.previousDay(onOrBefore: day)
        }
    }

    /// What makes no sense in these days.
    var faults: [CalendarFault] {
        guard case .around(let from, let through) = self else { return [] }
        let range = -Self.furthest...Self.furthest
        let faults =
            CalendarFault.outOfRange(from, range, "/from") + CalendarFault.outOfRange(through, range, "/through")
        return from <= through
            ? faults : faults + [CalendarFault(path: "/through", problem: .emptyDays(from: from, through: through))]
    }

    /// The days in words, after the name of the occasion.
    var phrase: LocalizedText {
        switch self {
        case .around(let from, let through) where from == through: Self.phrase(of: from)
        case .around(let from, let through):
            LocalizedText(
                english: "from \(Self.phrase(of: from).english) through \(Self.phrase(of: through).english)",
                chinese: "\(Self.phrase(of: from).chinese)至\(Self.phrase(of: through).chinese)"
            )
        case .week(let weekday):
            LocalizedText(
                english: "in its week, from \(weekday.title.english)",
                chinese: "所在的一周，自\(weekday.title.chinese)起"
            )
        }
    }

    private static func phrase(of offset: Int64) -> LocalizedText {
        let days = FactValue.days(Int64(clamping: offset.magnitude))
        let (english, chinese) = (days.text(in: .english), days.text(in: .chinese))
        return switch offset {
        case 0: LocalizedText(english: "the day itself", chinese: "当天")
        case ..<0: LocalizedText(english: "\(english) before", chinese: "前\(chinese)")
        default: LocalizedText(english: "\(english) after", chinese: "后\(chinese)")
        }
    }
}

extension OccasionDays: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case from = "from"
        case through = "through"
        case weekFrom = "weekFrom"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        if object.keys.contains(.weekFrom) {
            let weekday = object.read(Weekday.self, .weekFrom)
            if object.keys.count > 1 { object.refuse("", .impossible("days are a week or a range, not both")) }
            guard let weekday, object.keys.count == 1 else { throw object.failure }
            self = .week(from: weekday)
        } else {
            let from = object.read(Int64.self, .from)
            let through = object.read(Int64.self, .through)
            guard let from, let through else { throw object.failure }
            self = .around(from: from, through: through)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .around(let from, let through):
            try container.encode(from, forKey: .from)
            try container.encode(through, forKey: .through)
        case .week(let weekday): try container.encode(weekday, forKey: .weekFrom)
        }
    }
}
