/// On which day a holiday is observed that does not fall on a workday.
///
/// The four answers are all there are, so this enum is closed: switch over it without a default.
///
/// - Wire format: `{"shift":"none"}`, `{"shift":"nearestWorkday","weekend":["saturday","sunday"]}`, or with exceptions
///   `{"shift":"nextWorkday","workdays":{"daysOff":["2026-10-01"],"weekend":["saturday","sunday"]}}`.
public enum Observance: Hashable, Sendable {
    /// On the day itself.
    case actualDay
    /// On the nearest workday: Saturday's on Friday and Sunday's on Monday. Of two that are as near, the later one.
    case nearestWorkday(WorkCalendar)
    /// On the next workday: Saturday's and Sunday's on Monday.
    case nextWorkday(WorkCalendar)
    /// On the previous workday: Saturday's and Sunday's on Friday.
    case previousWorkday(WorkCalendar)
}

extension Observance {
    /// Returns the day on which a holiday on `day` is observed, or `nil` when it leaves the calendar.
    ///
    /// - Complexity: O(*n*) in the days from one workday to the next.
    public func observedDay(for day: CalendarDate) -> CalendarDate? { observedDay(for: day, avoiding: []) }

    /// Returns the day on which a holiday on `day` is observed if that may be none of `taken`.
    func observedDay(for day: CalendarDate, avoiding taken: Set<CalendarDate>) -> CalendarDate? {
        switch self {
        case .actualDay: day
        case .nearestWorkday(let work):
            Self.nearest(
                to: day,
                of: work.workday(from: day, step: -1, avoiding: taken),
                or: work.workday(from: day, step: 1, avoiding: taken)
            )
        case .nextWorkday(let work): work.workday(from: day, step: 1, avoiding: taken)
        case .previousWorkday(let work): work.workday(from: day, step: -1, avoiding: taken)
        }
    }

    private static func nearest(
        to day: CalendarDate,
        of earlier: CalendarDate?,
        or later: CalendarDate?
    ) -> CalendarDate? {
        guard let earlier, let later else { return earlier ?? later }
        return earlier.days(until: day) < day.days(until: later) ? earlier : later
    }
}

extension WorkCalendar {
    /// Returns the first workday that is none of `taken`, from `day` on in steps of 1 or -1.
    fileprivate func workday(from day: CalendarDate, step: Int, avoiding taken: Set<CalendarDate>) -> CalendarDate? {
        var candidate: CalendarDate? = day
        while let found = candidate, !isWorkday(found) || taken.contains(found) { candidate = found.adding(days: step) }
        return candidate
    }
}

extension Observance: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case shift = "shift"
        case weekend = "weekend"
        case workdays = "workdays"
    }

    private enum Shift: String, CaseIterable, Codable {
        case none = "none"
        case nearestWorkday = "nearestWorkday"
        case nextWorkday = "nextWorkday"
        case previousWorkday = "previousWorkday"

        init(from decoder: any Decoder) throws { self = try decoder.word() }
    }

    private init?(_ shift: Shift, on work: WorkCalendar?) {
        switch (shift, work) {
        case (.none, nil): self = .actualDay
        case (.nearestWorkday, let work?): self = .nearestWorkday(work)
        case (.nextWorkday, let work?): self = .nextWorkday(work)
        case (.previousWorkday, let work?): self = .previousWorkday(work)
        default: return nil
        }
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        let shift = try container.decode(Shift.self, forKey: .shift)
        let weekend = try container.decodeIfPresent(Weekend.self, forKey: .weekend)
        let workdays = try container.decodeIfPresent(WorkCalendar.self, forKey: .workdays)
        let isToldOnce = weekend == nil || workdays == nil
        self = try decoder.whole(
            isToldOnce ? Self(shift, on: workdays ?? weekend.map(WorkCalendar.init(_:))) : nil,
            isNot: "an observance: a shift needs a weekend or workdays, no shift needs neither"
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        let (shift, work): (Shift, WorkCalendar?) =
            switch self {
            case .actualDay: (.none, nil)
            case .nearestWorkday(let work): (.nearestWorkday, work)
            case .nextWorkday(let work): (.nextWorkday, work)
            case .previousWorkday(let work): (.previousWorkday, work)
            }
        try container.encode(shift, forKey: .shift)
        guard let work else { return }
        if work.hasNoExceptions {
            try container.encode(work.weekend, forKey: .weekend)
        } else {
            try container.encode(work, forKey: .workdays)
        }
    }
}
