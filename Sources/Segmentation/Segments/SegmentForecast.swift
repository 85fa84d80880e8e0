import GiftModel

/// When the answers for one customer can change while nothing happens.
struct SegmentForecast {
    private let program: SegmentProgram
    private let facts: SegmentFacts
    private var evaluation: SegmentEvaluation
    private var changes: [CalendarDate??]

    init(_ program: SegmentProgram, _ facts: SegmentFacts) {
        self.program = program
        self.facts = facts
        self.evaluation = SegmentEvaluation(program)
        self.changes = Array(repeating: nil, count: program.nodes.count)
    }

    /// Returns the first later day on which the answer to a question can be another, or `nil` when none can.
    mutating func nextChange(of node: Int) -> CalendarDate? {
        if let known = changes[node] { return known }
        let change: CalendarDate? =
            switch program.nodes[node] {
            case .all(let range): nextChange(of: range, settledBy: .fails, truth(of: node))
            case .any(let range): nextChange(of: range, settledBy: .holds, truth(of: node))
            case .segment(let root, _, _): nextChange(of: root)
            case .number(let slot, _, let number): nextChange(of: node, slot, threshold: number)
            case .ratio(let slot, _, _, _), .words(let slot, _, _), .known(let slot, _):
                nextChange(of: node, slot, threshold: nil)
            }
        changes[node] = .some(change)
        return change
    }

    private mutating func truth(of node: Int) -> Truth { evaluation.truth(of: node, in: program, facts) }

    /// A list that is settled stays so as long as one of the parts that settle it; any other may change with a part.
    private mutating func nextChange(
        of range: Range<Int>,
        settledBy settling: Truth,
        _ truth: Truth
    ) -> CalendarDate? {
        let parts = range.map { program.operands[$0] }
        guard truth == settling else { return parts.compactMap { nextChange(of: $0) }.min() }
        var last: CalendarDate?
        for part in parts where self.truth(of: part) == settling {
            guard let change = nextChange(of: part) else { return nil }
            last = last.map { max($0, change) } ?? change
        }
        return last
    }

    private mutating func nextChange(of node: Int, _ slot: Int, threshold: Int64?) -> CalendarDate? {
        switch program.slots[slot].attribute.future(in: facts, threshold: threshold) {
        case .unforeseen(let day): return day
        case .foreseen(let days):
            let now = truth(of: node)
            return days.filter { $0 > facts.asOf }.sorted()
                .first { day in
                    let reading = program.slots[slot].reading(in: facts, on: day, currency: program.currency)
                    return program.truth(of: node, at: reading) != now
                }
        }
    }
}

/// On which days an attribute changes while nothing happens.
private enum SegmentFuture {
    /// On these days, in any order, and what it comes to then can be told.
    case foreseen([CalendarDate])
    /// From this day on it may be anything; `nil` when it stays.
    case unforeseen(CalendarDate?)
}

extension SegmentAttribute {
    /// - Parameter threshold: The number with which it is compared, where it is one.
    fileprivate func future(in facts: SegmentFacts, threshold: Int64?) -> SegmentFuture {
        switch self {
        case .count(_, nil), .amount(_, nil): return .unforeseen(nil)
        case .count(let counted, let days?):
            return .foreseen(counted.days(in: facts, inDays: Int(days)).compactMap { $0.adding(days: Int(days)) })
        case .change(let counted, let days):
            let dates = counted.days(in: facts, inDays: 2 * Int(days))
            return .foreseen([Int(days), 2 * Int(days)].flatMap { days in dates.compactMap { $0.adding(days: days) } })
        case .amount(_, let days?):
            let dates = SegmentAttribute.Counted.orders.days(in: facts, inDays: Int(days))
            return .foreseen(dates.compactMap { $0.adding(days: Int(days)) })
        case .daysSinceFirstPurchase: return .growing(from: facts.figures?.firstPurchase, threshold)
        case .daysSinceLastPurchase: return .growing(from: facts.figures?.lastPurchase, threshold)
        case .score(.recency): return .unforeseen(facts.scores?.until)
        // Who buys nothing more keeps what was bought.
        case .score(.frequency), .score(.monetary): return .unforeseen(nil)
        case .score(let dimension):
            let known = facts.furtherScores.first { $0.dimension == dimension }
            return .unforeseen(known.map(\.score.until) ?? facts.awaitedScores[dimension])
        case .stage: return .unforeseen(facts.stage?.until)
        case .tier: return .unforeseen(facts.tier?.until)
        case .valueBand: return .unforeseen(facts.valueBand?.until)
        case .quadrant: return .unforeseen(facts.quadrant?.until)
        case .tag(let id): return .unforeseen(facts.tags?.first { $0.id == id }?.isHeld.until)
        case .label(let id):
            let own = facts.labels.filter { $0.id == id }
            return .foreseen(own.compactMap(\.from) + own.compactMap(\.until))
        case .trait(.age):
            guard let birth = facts.record?.birthday?.date else { return .unforeseen(nil) }
            // On the day of birth an age becomes known.
            let years: [Int64] =
                [0] + (threshold.map { number in [number, number.addingReportingOverflow(1).partialValue] } ?? [])
            return .foreseen(years.compactMap { Self.birthday($0, of: birth) })
        case .trait(.daysSinceRegistration): return .growing(from: facts.record?.registeredOn, threshold)
        case .trait: return .unforeseen(nil)
        }
    }

    /// The day on which so many years of age are complete.
    private static func birthday(_ years: Int64, of birth: CalendarDate) -> CalendarDate? {
        guard (0...9999).contains(years) else { return nil }
        return AnnualDate(birth).date(inYear: birth.year + Int(years), leapDay: .dayAfter)
    }
}

extension SegmentFuture {
    /// A number of days that grows by one each day from `start` on, compared with `threshold`.
    static func growing(from start: CalendarDate?, _ threshold: Int64?) -> SegmentFuture {
        guard let start else { return .unforeseen(nil) }
        let reached = threshold.flatMap(Int.init(exactly:)).flatMap(start.adding(days:))
        return .foreseen([start, reached, reached?.adding(days: 1)].compactMap(\.self))
    }
}

extension SegmentAttribute.Counted {
    /// The days of those that are counted, among the `length` that end on the day of the facts.
    fileprivate func days(in facts: SegmentFacts, inDays length: Int) -> [CalendarDate] {
        switch self {
        case .orders, .purchaseDays, .returns:
            facts.purchases?.days(inDays: length, through: facts.asOf).map(\.date) ?? []
        case .complaints: facts.complaints?.days(inDays: length, through: facts.asOf).map(\.date) ?? []
        case .interactions(let kind, let channel):
            facts.interactions?.counts(of: kind, in: channel).days(inDays: length, through: facts.asOf).map(\.date)
                ?? []
        }
    }
}
