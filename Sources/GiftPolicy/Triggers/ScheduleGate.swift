public import GiftModel

/// When a rule may speak: on some days of the week, on workdays or on days off, at some time of day.
///
/// All that it names must be so. Days and times are those of the customer's clocks; where clocks skip a time or show
/// it twice, the rules of the zone say which instant is meant. Workdays are those of the host's calendar, with their
/// days off and made-up workdays; where that is not known, a gate that asks for them opens for nobody.
///
/// ```swift
/// let workdayMornings = ScheduleGate(workdays: true, until: TimeOfDay("12:00:00"))
/// ```
///
/// - Wire format: `{"from":"09:00:00","until":"12:00:00","weekdays":["saturday"],"workdays":false}`; what is left out
///   is not asked.
public struct ScheduleGate: Hashable, Sendable {
    /// The days of the week on which it opens; all when empty.
    public let weekdays: Set<Weekday>
    /// Whether it opens on workdays only, or when false on other days only; `nil` when that is not asked.
    public let workdays: Bool?
    /// The first time of day at which it is open; `nil` when that is the start of the day.
    public let from: TimeOfDay?
    /// The time of day at which it is no longer open; `nil` when that is the end of the day.
    public let until: TimeOfDay?

    /// Open on those days from one time until another.
    public init(
        weekdays: Set<Weekday> = [],
        workdays: Bool? = nil,
        from: TimeOfDay? = nil,
        until: TimeOfDay? = nil
    ) {
        self.weekdays = weekdays
        self.workdays = workdays
        self.from = from
        self.until = until
    }

    /// Whether a rule may speak now.
    ///
    /// The three answers are all there are, so this enum is closed.
    public enum Outcome: Hashable, Sendable {
        /// It may.
        case open
        /// It may not before `earliest`, or in the year to come when that is `nil`.
        case closed(Reason, earliest: Moment?)
        /// Too little is known to tell.
        case unknown(Reason)
    }
}

extension ScheduleGate {
    /// How many days ahead an opening is looked for.
    private static let horizon = 366

    /// Returns whether this gate is open at the instant that `clock` shows, or when it opens next.
    ///
    /// - Complexity: O(*n*) in the days until it opens, a year at most.
    public func outcome(at clock: LocalClock, workCalendar: WorkCalendar?) -> Outcome {
        if workdays != nil, workCalendar == nil { return .unknown(.missing(.workCalendar)) }
        // A day may go on, or begin, while clocks show its neighbor.
        for offset in -1...Self.horizon {
            guard let day = clock.today.adding(days: offset), isOpen(on: day, workCalendar),
                let opening = opening(on: day, in: clock.zone), clock.now.instant < opening.upperBound
            else { continue }
            guard clock.now.instant < opening.lowerBound else { return .open }
            let schedule = Fact("schedule", .name(sentence))
            let reason = Reason(CalendarReason.scheduleClosed, schedule, Fact("day", .date(day)))
            return .closed(reason, earliest: clock.moment(at: opening.lowerBound))
        }
        let (schedule, today) = (Fact("schedule", .name(sentence)), Fact("today", .date(clock.today)))
        return .closed(Reason(CalendarReason.scheduleNeverOpens, schedule, today), earliest: nil)
    }

    /// Returns when this gate closes again where it is open at the instant that `clock` shows.
    func closing(at clock: LocalClock, workCalendar: WorkCalendar?) -> Timestamp? {
        (-1...1).compactMap { clock.today.adding(days: $0) }.filter { isOpen(on: $0, workCalendar) }
            .compactMap { opening(on: $0, in: clock.zone) }
            .first { $0.contains(clock.now.instant) }?
            .upperBound
    }

    private func isOpen(on day: CalendarDate, _ work: WorkCalendar?) -> Bool {
        (weekdays.isEmpty || weekdays.contains(day.weekday)) && (workdays == nil || work?.isWorkday(day) == workdays)
    }

    /// Returns when the gate is open on `day`, or `nil` when the place skipped the day or the time.
    private func opening(on day: CalendarDate, in zone: ZoneTable) -> Range<Timestamp>? {
        let instants = zone.instants(of: day)
        let start = from.map { zone.instant(of: day, at: $0) } ?? instants.lowerBound
        let end = until.map { zone.instant(of: day, at: $0) } ?? instants.upperBound
        return instants.isEmpty || start >= end ? nil : start..<end
    }

    /// What makes no sense in this gate.
    public var faults: [CalendarFault] {
        if weekdays.isEmpty || weekdays.count == 7, workdays == nil, from == nil, until == nil {
            return [CalendarFault(path: "", problem: .alwaysOpen)]
        }
        let first = from ?? .midnight
        guard let until, until <= first else { return [] }
        return [CalendarFault(path: "/until", problem: .emptyTimes(from: first, until: until))]
    }

    /// The gate in words: gates that mean different times read differently.
    public var sentence: LocalizedText {
        var parts: [LocalizedText] = []
        if let workdays {
            parts.append(
                workdays
                    ? LocalizedText(english: "on workdays", chinese: "工作日")
                    : LocalizedText(english: "on days off", chinese: "休息日")
            )
        }
        if !weekdays.isEmpty {
            let list = LocalizedText(listing: Weekday.allCases.filter(weekdays.contains).map(\.title))
            parts.append(LocalizedText(english: "on \(list.english)", chinese: list.chinese))
        }
        if let from { parts.append(LocalizedText(english: "from \(from)", chinese: "\(from)起")) }
        if let until { parts.append(LocalizedText(english: "until \(until)", chinese: "\(until)前")) }
        guard !parts.isEmpty else { return LocalizedText(english: "at any time", chinese: "任何时间") }
        return LocalizedText(
            english: parts.map(\.english).joined(separator: " "),
            chinese: parts.map(\.chinese).joined(separator: "，")
        )
    }
}

extension ScheduleGate: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case weekdays = "weekdays"
        case workdays = "workdays"
        case from = "from"
        case until = "until"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let weekdays = object.readSet(of: Weekday.self, .weekdays)
        let workdays = object.readIfPresent(Bool.self, .workdays)
        let from = object.readIfPresent(TimeOfDay.self, .from)
        let until = object.readIfPresent(TimeOfDay.self, .until)
        guard let weekdays, let workdays, let from, let until else { throw object.failure }
        self.init(weekdays: weekdays, workdays: workdays, from: from, until: until)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        if !weekdays.isEmpty { try container.encode(Weekday.allCases.filter(weekdays.contains), forKey: .weekdays) }
        try container.encodeIfPresent(workdays, forKey: .workdays)
        try container.encodeIfPresent(from, forKey: .from)
        try container.encodeIfPresent(until, forKey: .until)
    }
}
