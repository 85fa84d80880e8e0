public import GiftModel

/// Makes a gift fall due again and again, once in each period.
///
/// Periods are counted from their beginning and never from the one before: monthly from the 31st comes back to the
/// 31st after a shorter month, which the policy's rule for short months completes or leaves out. From a day of the
/// document the first gift falls due on that day, from an event of the customer's one period after it. A gift stays
/// open until the next period begins, or for fewer days.
///
/// - Wire format: `{"every":"calendarQuarter"}`, with `calendarMonth` and `calendarYear` as the others;
///   `{"every":"P3M","from":"2025-11-30","openDays":14}`, `{"every":"P1M","from":"firstPurchase"}`.
public struct PeriodicTrigger: Hashable, Sendable {
    /// What comes round.
    public let cycle: Cycle
    /// How many days a gift stays open, or `nil` until the next period begins.
    public let openDays: Int64?

    /// What comes round.
    @nonexhaustive
    public enum Cycle: Hashable, Sendable {
        /// Each month of the calendar, called `2026-03`.
        case calendarMonth
        /// Each quarter of the calendar, called `2026-Q1`.
        case calendarQuarter
        /// Each year of the calendar, called `2026`.
        case calendarYear
        /// Each such period, called `P3M/2025-11-30/4` when four of them have passed.
        case every(Period, from: Anchor)
    }

    /// From where periods are counted.
    ///
    /// The two are all there are, so this enum is closed.
    public enum Anchor: Hashable, Sendable {
        /// The same day for everybody.
        case day(CalendarDate)
        /// A day of the customer's own.
        case event(CustomerEvent)
    }

    /// Due in each period of `cycle`, for so many days or until the next.
    public init(_ cycle: Cycle, openDays: Int64? = nil) {
        self.cycle = cycle
        self.openDays = openDays
    }
}

extension PeriodicTrigger {
    /// Returns the first window that ends after `instant`, or `nil` when none is left.
    ///
    /// - Parameter event: The day of the event from which periods are counted; without it there is no window where
    ///   they are. No other cycle asks for it.
    /// - Complexity: O(1) as a rule; O(*n*) in the periods by which an average period is off.
    public func window(
        since event: CalendarDate? = nil,
        endingAfter instant: Timestamp,
        in zone: some ZoneRules,
        shortMonth rule: ShortMonthRule
    ) -> OccasionWindow? {
        // The lunar calendar is never asked.
        try? series(since: event, shortMonth: rule)?.window(endingAfter: instant, in: zone)
    }

    /// All windows, or `nil` where periods have no length or begin nowhere.
    func series(since event: CalendarDate?, shortMonth rule: ShortMonthRule) -> OccasionSeries? {
        guard let steps = cycle.steps(since: event, shortMonth: rule) else { return nil }
        return OccasionSeries { day throws(LunarError) in
            steps.first(endingOnOrAfter: day, openDays: openDays)
                .map { step, last in
                    OccasionDates(term: cycle.term(of: step), day: step.day, days: step.day...last)
                }
        }
    }

    /// What makes no sense in this trigger.
    public var faults: [CalendarFault] {
        var faults: [CalendarFault] = []
        if case .every(let period, _) = cycle {
            let months = period.years * 12 + period.months
            if months == 0, period.days == 0 {
                faults.append(CalendarFault(path: "/every", problem: .emptyPeriod(period)))
            }
            if months > 120 || period.days > 3660 {
                faults.append(CalendarFault(path: "/every", problem: .longPeriod(period)))
            }
        }
        return faults + (openDays.map { CalendarFault.outOfRange($0, 1...366, "/openDays") } ?? [])
    }

    /// The trigger in words: triggers that mean different days read differently.
    public var sentence: LocalizedText {
        let open = openDays.map { FactValue.days($0) }
        return LocalizedText(
            english: "\(cycle.phrase.english), open \(open.map { "for \($0.text(in: .english))" } ?? "until the next")",
            chinese: "\(cycle.phrase.chinese)，有效\(open.map { $0.text(in: .chinese) } ?? "至下一期")"
        )
    }
}

extension PeriodicTrigger.Cycle {
    /// Returns the steps in which periods begin, or `nil` where they have no length or begin nowhere.
    fileprivate func steps(since event: CalendarDate?, shortMonth rule: ShortMonthRule) -> PeriodSteps? {
        let firstDay = CalendarDate(year: 1, month: 1, day: 1)
        let (start, period, first): (CalendarDate?, Period, Int) =
            switch self {
            case .calendarMonth: (firstDay, "P1M", 0)
            case .calendarQuarter: (firstDay, "P3M", 0)
            case .calendarYear: (firstDay, "P1Y", 0)
            case .every(let period, .day(let day)): (day, period, 0)
            case .every(let period, .event): (event, period, 1)
            }
        return start.flatMap { PeriodSteps(every: period, from: $0, firstNumber: first, shortMonth: rule) }
    }

    fileprivate func term(of step: PeriodSteps.Step) -> Identifier<Occurrence> {
        let (year, month, _) = step.day.components
        return switch self {
        case .calendarMonth: Identifier(stringLiteral: String("\(step.day)".prefix(7)))
        case .calendarQuarter: Identifier(stringLiteral: "\(year)-Q\((month + 2) / 3)")
        case .calendarYear: Identifier(stringLiteral: "\(year)")
        case .every(let period, .day(let day)): Identifier(stringLiteral: "\(period)/\(day)/\(step.number)")
        case .every(let period, .event(let event)):
            Identifier(stringLiteral: "\(period)/\(event.rawValue)/\(step.number)")
        }
    }

    fileprivate var phrase: LocalizedText {
        switch self {
        case .calendarMonth: LocalizedText(english: "every calendar month", chinese: "每个自然月")
        case .calendarQuarter: LocalizedText(english: "every calendar quarter", chinese: "每个自然季度")
        case .calendarYear: LocalizedText(english: "every calendar year", chinese: "每个自然年")
        case .every(let period, .day(let day)):
            LocalizedText(
                english: "every \(period.words.english) from \(day) on",
                chinese: "自\(day)起每\(period.words.chinese)"
            )
        case .every(let period, .event(let event)):
            LocalizedText(
                english: "every \(period.words.english) after the \(event.title.english)",
                chinese: "自\(event.title.chinese)起每\(period.words.chinese)"
            )
        }
    }
}
