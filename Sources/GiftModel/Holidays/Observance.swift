/// On which day a holiday is observed that falls on a weekend.
///
/// The three answers are all there are, so this enum is closed: switch over it without a default.
///
/// - Wire format: `{"shift":"none"}`, or `{"shift":"nearestWorkday","weekend":["saturday","sunday"]}`.
public enum Observance: Hashable, Sendable {
    /// On the day itself.
    case actualDay
    /// On the nearest workday: Saturday's on Friday and Sunday's on Monday. Of two that are as near, the later one.
    case nearestWorkday(Weekend)
    /// On the next workday: Saturday's and Sunday's on Monday.
    case nextWorkday(Weekend)
}

extension Observance {
    /// How many days an observed day may lie from the day itself.
    var greatestShift: Int { self == .actualDay ? 0 : 6 }

    /// Returns the day on which a holiday on `day` is observed, or `nil` when it leaves the calendar.
    public func observedDay(for day: CalendarDate) -> CalendarDate? {
        switch self {
        case .actualDay: day
        case .nearestWorkday(let weekend): Self.firstWorkday(of: [0, 1, -1, 2, -2, 3, -3], from: day, weekend: weekend)
        case .nextWorkday(let weekend): Self.firstWorkday(of: Array(0...6), from: day, weekend: weekend)
        }
    }

    private static func firstWorkday(of shifts: [Int], from day: CalendarDate, weekend: Weekend) -> CalendarDate? {
        shifts.lazy.compactMap(day.adding).first { !weekend.days.contains($0.weekday) }
    }
}

extension Observance: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case shift = "shift"
        case weekend = "weekend"
    }

    private enum Shift: String, CaseIterable, Codable {
        case none = "none"
        case nearestWorkday = "nearestWorkday"
        case nextWorkday = "nextWorkday"

        init(from decoder: any Decoder) throws { self = try decoder.word() }
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        switch try container.decode(Shift.self, forKey: .shift) {
        case .none:
            guard !container.contains(.weekend) else {
                throw DecodingError.dataCorruptedError(
                    forKey: .weekend,
                    in: container,
                    debugDescription: "without a shift no weekend is asked for"
                )
            }
            self = .actualDay
        case .nearestWorkday: self = .nearestWorkday(try container.decode(Weekend.self, forKey: .weekend))
        case .nextWorkday: self = .nextWorkday(try container.decode(Weekend.self, forKey: .weekend))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .actualDay:
            try container.encode(Shift.none, forKey: .shift)
        case .nearestWorkday(let weekend):
            try container.encode(Shift.nearestWorkday, forKey: .shift)
            try container.encode(weekend, forKey: .weekend)
        case .nextWorkday(let weekend):
            try container.encode(Shift.nextWorkday, forKey: .shift)
            try container.encode(weekend, forKey: .weekend)
        }
    }
}
