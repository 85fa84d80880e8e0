import GiftModel
import GiftTesting
import Segmentation
import Testing

/// A ladder, and what a customer did and sent back, all drawn from a seed.
private struct Course {
    static let names: [Tier.ID] = ["none", "silver", "gold", "platinum"]
    let ladder: TierLadder
    let oracle: TierOracle
    let start = day("2023-01-31")
    private(set) var earned: [(date: CalendarDate, points: Int64, backOn: CalendarDate?)] = []

    init(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let windows: [TierWindow] = [
            .calendar(.month), .calendar(.quarter), .calendar(.halfYear), .calendarYear, .lifetime, .rolling("P12M"),
            .rolling("P45D"), .anniversary("P1Y"), .anniversary("P3M"),
        ]
        let window = windows.randomElement(using: &random)!
        let isPeriodic =
            switch window {
            case .lifetime, .rolling: false
            case .calendar, .anniversary: true
            }
        let others: [TierRules.Reviews] = [.month, .quarter, .halfYear, .year]
        let reviews: TierRules.Reviews =
            Int.random(in: 0..<4, using: &random) == 0
            ? .daily
            : isPeriodic ? .periodEnd : others.randomElement(using: &random)!
        let isDaily = reviews == .daily
        let grace: Period? = ["P10D", "P1M", "P3M", nil].randomElement(using: &random)!
        let rules = TierRules(
            reviews: reviews,
            upgrades: isDaily || Bool.random(using: &random) ? .atOnce : .atReview,
            refunds: isDaily || Bool.random(using: &random) ? .immediate : .atReview,
            landing: [.recompute, .floor("silver"), isDaily ? .recompute : .oneStep].randomElement(using: &random)!,
            grace: grace,
            consumesShortfall: reviews == .periodEnd && grace != nil && Bool.random(using: &random),
            rollsOver: reviews == .periodEnd && Bool.random(using: &random)
        )
        let goals: [Int64] = [500, 2_000, 5_000]
        let keeping = goals.map { Bool.random(using: &random) ? $0 : $0 * 4 / 5 }
        self.ladder = try TierLadder(
            base: Club.tier("none"),
            rungs: zip(Self.names.dropFirst(), zip(goals, keeping))
                .map { TierRung(Club.tier($0), atLeast: TierGoal(points: $1.0), keptBy: TierGoal(points: $1.1)) },
            spend: .net,
            window: window,
            rules: rules,
            currency: .cny
        )
        self.oracle = TierOracle(goals: goals, keeping: keeping, window: window, rules: rules, start: start)
        let scale: Int64 = [200, 800, 3_000].randomElement(using: &random)!
        for _ in 0..<Int.random(in: 0...25, using: &random) {
            let date = start.adding(days: .random(in: 0...900, using: &random))!
            let isBack = Int.random(in: 0..<4, using: &random) == 0
            let back = date.adding(days: .random(in: 1...20, using: &random))
            earned.append((date, .random(in: 1...scale, using: &random), isBack ? back : nil))
        }
    }

    /// The points as they are known on `day`.
    func points(knownOn day: CalendarDate) -> [(CalendarDate, Int64)] {
        earned.filter { $0.date <= day && ($0.backOn.map { day < $0 } ?? true) }.map { ($0.date, $0.points) }
    }

    /// What is known on `known`, or on `day` itself, as of `day`.
    func facts(asOf day: CalendarDate, knownOn known: CalendarDate? = nil) -> TierFacts {
        let points = points(knownOn: known ?? day).map { ($0.0.description, $0.1) }
        return TierFacts(Club.purchases(asOf: day.description), points: Club.counts(points), startedOn: start)
    }

    /// The days on which anything happened or came back.
    var days: [CalendarDate] { Set(earned.flatMap { [$0.date, $0.backOn ?? $0.date] }).sorted() }
}

@Suite struct `The course of a tier` {
    @Test(arguments: 0..<100 as Range<UInt64>)
    func `R-SEG-05 Is on every day what it is when it is told day by day`(seed: UInt64) throws {
        let course = try Course(seed: seed)
        let end = course.start.adding(days: 1_400)!
        let history = try course.ladder.history(of: course.days.map { course.facts(asOf: $0) }, through: end)
        var oracle = course.oracle
        var day = course.start
        while day <= end {
            oracle.live(day, course.points(knownOn: day))
            let tier = history.tier(on: day) ?? "none"
            try #require(
                tier == Course.names[oracle.tier],
                "on \(day), \(course.ladder.window), \(course.ladder.rules)"
            )
            day = day.adding(days: 1)!
        }
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `R-SEG-05 Changes next on the day foretold, if nothing happens, and on no earlier one`(seed: UInt64) throws {
        let course = try Course(seed: seed)
        let today = course.start.adding(days: 500)!
        let days = course.days.filter { $0 <= today }
        let history = try course.ladder.history(of: days.map { course.facts(asOf: $0) }, through: today)
        let next = course.ladder.nextChange(after: course.facts(asOf: today), in: history)
        var oracle = course.oracle
        var day = course.start
        while day <= today {
            oracle.live(day, course.points(knownOn: day))
            day = day.adding(days: 1)!
        }
        let (tier, known) = (oracle.tier, course.points(knownOn: today))
        var first: CalendarDate?
        for length in 1...400 where first == nil {
            let later = today.adding(days: length)!
            oracle.live(later, known)
            if oracle.tier != tier { first = later }
        }
        let horizon = today.adding(days: 400)!
        #expect(first == next.flatMap { $0 <= horizon ? $0 : nil }, "\(course.ladder.window), \(course.ladder.rules)")
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `R-SEG-05 By the day alone changes next on the day foretold`(seed: UInt64) throws {
        let course = try Course(seed: seed)
        let today = course.start.adding(days: 500)!
        let facts = course.facts(asOf: today)
        let tier = try course.ladder.standing(of: facts).tier
        let first = try (1...400)
            .map { today.adding(days: $0)! }
            .first { try course.ladder.standing(of: course.facts(asOf: $0, knownOn: today)).tier != tier }
        let horizon = today.adding(days: 400)!
        let next = course.ladder.nextChange(after: facts)
        #expect(first == next.flatMap { $0 <= horizon ? $0 : nil })
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `R-SEG-05 Is the same recorded step by step as told all at once`(seed: UInt64) throws {
        let course = try Course(seed: seed)
        let end = course.start.adding(days: 1_400)!
        let all = try course.ladder.history(of: course.days.map { course.facts(asOf: $0) }, through: end)
        var membership = TierMembership(id: "c-1")
        var key: UInt128 = 0
        func assess(_ facts: TierFacts, _ membership: inout TierMembership) throws {
            key += 1
            let now = Timestamp(facts.asOf, at: .midnight, in: .utc)
            let command = TierCommand(.assess(facts), key: RequestKey(key))
            try membership.perform(command, on: course.ladder, at: now)
            // What is stored comes to the same membership, and the same command to the same answer.
            let again = try membership.perform(command, on: course.ladder, at: now)
            #expect(again.isReplay || again.entries.isEmpty)
        }
        for (date, next) in zip(course.days, course.days.dropFirst() + [end.adding(days: 1)!]) {
            var facts = course.facts(asOf: date)
            try assess(facts, &membership)
            // The host asks again on each of the days foretold, until something happens.
            while let later = course.ladder.nextAssessment(after: facts, in: membership.history), later < next {
                facts = course.facts(asOf: later, knownOn: date)
                try assess(facts, &membership)
            }
        }
        #expect(membership.history.lines == all.lines)
        #expect(membership.history == all)
        var replayed = TierMembership(id: "c-1")
        for entry in membership.entries { try replayed.apply(entry) }
        #expect(replayed == membership)
    }
}
