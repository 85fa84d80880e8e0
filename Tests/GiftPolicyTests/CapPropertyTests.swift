import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import GiftTesting
import Testing

/// Caps, what went out before, and displeasure, drawn from a seed.
private struct Scene {
    let caps: [Cap]
    let clock: LocalClock
    let approaches: [Approach]
    let displeasedAt: Timestamp?
    let question: Approach

    init(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let zone = Bool.random(using: &random) ? Clocks.newYork : Clocks.shanghai
        let start = Clocks.instant("2025-12-01T00:00:00Z")
        let clock = LocalClock(
            at: start.adding(milliseconds: .random(in: 0..<86_400_000 * 90, using: &random)),
            in: zone
        )!
        let rules: [RuleReference.ID] = ["a", "b", "c"]
        func anyWay() -> Approach.Way {
            Bool.random(using: &random)
                ? .touch([.email, .weChat].randomElement(using: &random)!) : .gift("cup", of: .physical)
        }
        self.approaches = (0..<Int.random(in: 0...12, using: &random))
            .map { _ in
                // Now and then two at the same instant, and exactly a window apart.
                let days = Int64.random(in: -70...40, using: &random)
                let rest = Bool.random(using: &random) ? 0 : Int64.random(in: 0..<86_400_000, using: &random)
                let moment = clock.moment(after: days * 86_400_000 + rest)
                return Approach(anyWay(), by: rules.randomElement(using: &random)!, at: moment)
            }
        let windows: [CapWindow] =
            [.rolling(days: 1), .rolling(days: 7), .rolling(days: 30)] + CapWindow.Part.allCases.map { .calendar($0) }
        self.caps = (0..<Int.random(in: 1...3, using: &random))
            .map { number in
                var scope = CapScope(CapScope.Subject.allCases.randomElement(using: &random)!)
                if Int.random(in: 0..<4, using: &random) == 0 { scope.rules = ["a", "b"] }
                var cap = Cap(
                    id: Cap.ID("cap-\(number)" as String)!,
                    atMost: .random(in: 1...4, using: &random),
                    of: scope,
                    in: windows.randomElement(using: &random)!
                )
                if Int.random(in: 0..<4, using: &random) == 0 { cap.exempt = ["a"] }
                if Bool.random(using: &random) {
                    cap.afterDispleasure = FeedbackRule(
                        forDays: .random(in: 1...60, using: &random),
                        windowTimes: .random(in: 2...3, using: &random)
                    )
                }
                return cap
            }
        self.displeasedAt =
            Bool.random(using: &random)
            ? clock.now.instant.adding(milliseconds: -.random(in: 0..<86_400_000 * 60, using: &random)) : nil
        self.question = Approach(anyWay(), by: rules.randomElement(using: &random)!, at: clock.now)
        self.clock = clock
    }

    var book: CapBook { CapBook(caps, at: clock, after: approaches, displeasedAt: displeasedAt) }

    func question(at moment: Moment) -> Approach { Approach(question.way, by: question.rule, at: moment) }

    /// Whether one more is allowed at `moment`, said naively: it is put among the others, and no window may then hold
    /// it and too many.
    func isAllowed(at moment: Moment) -> Bool {
        caps.allSatisfy { cap in
            func isCounted(_ approach: Approach) -> Bool {
                let isGift = if case .gift = approach.way { true } else { false }
                let isOfSubject = cap.scope.subject == .everything || isGift == (cap.scope.subject == .gifts)
                return isOfSubject && (cap.scope.rules.isEmpty || cap.scope.rules.contains(approach.rule!))
            }
            guard isCounted(question), !cap.exempt.contains(question.rule!) else { return true }
            var times: Int64 = 1
            if let rule = cap.afterDispleasure, let displeasedAt,
                moment.instant < displeasedAt.adding(days: rule.days)
            {
                times = rule.windowTimes
            }
            let moments = approaches.filter(isCounted).map(\.moment) + [moment]
            // A window that ends at one of them, or at the start of a part of the calendar.
            return moments.allSatisfy { last in
                let held = moments.filter { isWithin($0, windowsOf: cap.window, times: times, endingAt: last) }
                return !held.contains(moment) || held.count <= cap.atMost
            }
        }
    }

    private func isWithin(_ moment: Moment, windowsOf window: CapWindow, times: Int64, endingAt last: Moment) -> Bool {
        guard moment <= last else { return false }
        switch window {
        case .lifetime: return true
        case .rolling(let days): return last.instant < moment.instant.adding(days: days * times)
        case .calendar(let part):
            // So many parts before the one that ends it.
            var first = last.day
            for _ in 1..<times { first = start(of: first, in: part).adding(days: -1)! }
            return start(of: first, in: part) <= moment.day
        }
    }

    private func start(of day: CalendarDate, in part: CapWindow.Part) -> CalendarDate {
        switch part {
        case .day: day
        case .week: Weekday.monday.previousDay(onOrBefore: day)!
        case .month: CalendarDate(year: day.year, month: day.month, day: 1)!
        case .quarter: CalendarDate(year: day.year, month: (day.month - 1) / 3 * 3 + 1, day: 1)!
        case .year: CalendarDate(year: day.year, month: 1, day: 1)!
        }
    }
}

@Suite struct `The room under caps` {
    @Test(arguments: 0..<400 as Range<UInt64>)
    func `R-POL-04 Is what a naive count says`(seed: UInt64) {
        let scene = Scene(seed: seed)
        let book = scene.book
        for hours in 0..<60 {
            let moment = scene.clock.moment(after: Int64(hours) * 7 * 3_600_000)
            #expect(book.verdict(on: scene.question(at: moment)).isAllowed == scene.isAllowed(at: moment))
        }
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func `R-POL-04 Is there at the earliest moment told and at no hour of a year before it`(seed: UInt64) throws {
        let scene = Scene(seed: seed)
        let book = scene.book
        let earliest = try #require(book.verdict(on: scene.question).earliest)
        #expect(scene.isAllowed(at: earliest))
        #expect(book.verdict(on: scene.question(at: earliest)).isAllowed)
        for hour in 0..<Int64(8_784) {
            let moment = scene.clock.moment(after: hour * 3_600_000)
            guard moment < earliest else { break }
            #expect(!scene.isAllowed(at: moment))
        }
        if earliest > scene.clock.now {
            let before = scene.clock.moment(at: earliest.instant.adding(milliseconds: -1))!
            #expect(!book.verdict(on: scene.question(at: before)).isAllowed)
        }
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `R-POL-04 Does not depend on the order of caps or of what went out`(seed: UInt64) {
        let scene = Scene(seed: seed)
        var random = SeededGenerator(seed: seed)
        let other = CapBook(
            scene.caps.shuffled(using: &random),
            at: scene.clock,
            after: scene.approaches.shuffled(using: &random),
            displeasedAt: scene.displeasedAt
        )
        #expect(other.verdict(on: scene.question) == scene.book.verdict(on: scene.question))
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `R-POL-04 Is shared out the same in any order of rules, caps and groups`(seed: UInt64) {
        let scene = Scene(seed: seed)
        var random = SeededGenerator(seed: seed)
        let due = (0..<Int.random(in: 0...6, using: &random))
            .map { number in
                DueRule(
                    .init("r-\(number)" as String)!,
                    priority: .random(in: 0...2, using: &random),
                    worth: .random(in: 0...2, using: &random),
                    by: .gift(nil, of: nil),
                    at: scene.clock.now
                )
            }
        let groups = [
            ConflictGroup(id: "x", keeping: .best, of: ["r-0", "r-1"]),
            ConflictGroup(id: "y", keeping: .stack(2), of: ["r-2", "r-3", "r-4"]),
        ]
        let selection = RuleSelection(of: due, within: scene.book, groups: groups)
        #expect(selection.selected.count + selection.suppressed.count == due.count)
        let shuffled = RuleSelection(
            of: due.shuffled(using: &random),
            within: CapBook(
                scene.caps.shuffled(using: &random),
                at: scene.clock,
                after: scene.approaches.shuffled(using: &random),
                displeasedAt: scene.displeasedAt
            ),
            groups: groups.reversed()
        )
        #expect(shuffled == selection)
        // Whatever was selected keeps every cap: each is allowed in view of all the others.
        for rule in selection.selected {
            var book = scene.book
            for other in selection.selected where other != rule { book.add(other.approach) }
            #expect(book.verdict(on: rule.approach).isAllowed)
        }
    }
}
