import GiftModel
import GiftTesting
import Segmentation
import Testing

@Suite struct `The next possible change of a segment` {
    static let today = day("2026-06-30")

    private func next(_ condition: SegmentCondition, _ facts: SegmentFacts) -> String? {
        SampleSegments.set([SampleSegments.segment("it", condition)]).answer(for: facts, in: "it")?
            .nextPossibleChange?
            .description
    }

    private func facts(_ events: [Shop.Event]) -> SegmentFacts {
        SegmentFacts(of: Shop.summary(events).days(asOf: Self.today))
    }

    @Test func `R-SEG-12 Is the day on which enough has left the window`() {
        let facts = facts([("2026-04-02", 1), ("2026-05-10", 1), ("2026-06-01", 1)])
        #expect(next(.count(.purchaseDays, inDays: 90, .atLeast, 3), facts) == "2026-07-01")
        #expect(next(.count(.purchaseDays, inDays: 90, .atLeast, 2), facts) == "2026-08-08")
        #expect(next(.count(.purchaseDays, inDays: 90, .atLeast, 4), facts) == nil)
        #expect(next(.count(.purchaseDays, inDays: 90, .below, 1), facts) == "2026-08-30")
        #expect(next(.count(.purchaseDays, .atLeast, 3), facts) == nil)
        #expect(next(.change(.orders, inDays: 30, .atLeast, Ratio("1")!), facts) == "2026-07-01")
    }

    @Test func `R-SEG-12 Is the day on which so much time has passed`() {
        let facts = facts([("2026-06-01", 1)])
        #expect(next(.daysSinceLastPurchase(.atLeast, 30), facts) == "2026-07-01")
        #expect(next(.daysSinceLastPurchase(.above, 30), facts) == "2026-07-02")
        #expect(next(.daysSinceLastPurchase(.equal, 29), facts) == "2026-07-01")
        #expect(next(.daysSinceLastPurchase(.atLeast, 29), facts) == nil)
        #expect(next(.daysSinceLastPurchase(.atLeast, .max), facts) == nil)
    }

    @Test func `R-SEG-12 Is the day on which a customer is of age, a label ends, or others said`() {
        var facts = SegmentFacts(asOf: Self.today)
        facts.record = CustomerRecord(of: "c-1")
        facts.record?.birthday = Birthday(.solar(AnnualDate("--02-29")!), bornIn: 2012)
        #expect(next(.trait(.age, .atLeast, 18), facts) == "2030-03-01")
        facts.labels = [.init("nps", .number(1), until: day("2026-08-01"))]
        #expect(next(.label("nps", .equal, .number(1)), facts) == "2026-08-01")
        facts.stage = .init(.new, until: day("2026-07-05"))
        #expect(next(.stage(in: [.new]), facts) == "2026-07-05")
        facts.tags = [.init("tea", isHeld: .init(true, until: day("2026-07-09")))]
        #expect(next(.tag("tea"), facts) == "2026-07-09")
        #expect(next(.tag("coffee"), facts) == nil)
    }

    @Test func `R-SEG-12 Of a list that is settled is the last day on which it stays so`() {
        let facts = facts([("2026-06-01", 1)])
        let both: SegmentCondition = .all([
            .daysSinceLastPurchase(.atLeast, 40), .daysSinceLastPurchase(.atLeast, 50),
        ])
        #expect(next(both, facts) == "2026-07-21")
        #expect(next(both && .count(.orders, .atLeast, 9), facts) == nil)
        let either: SegmentCondition = .daysSinceLastPurchase(.atLeast, 40) || .daysSinceLastPurchase(.atLeast, 50)
        #expect(next(either, facts) == "2026-07-11")
    }

    @Test(arguments: 0..<24 as Range<UInt64>)
    func `R-SEG-12 Is never late: until then a full evaluation says the same, day by day`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let set = SampleSegments.set(SampleSegments.segments(10, &random))
        var evaluator = SegmentEvaluator(of: set)
        let customer = SampleCustomer(&random, asOf: Self.today)
        let daily = (0...400)
            .map { days in
                let facts = customer.facts(on: Self.today.adding(days: days)!)
                return (facts, evaluator.answers(for: facts))
            }
        for start in [0, 3, 57, 150] {
            let (facts, answers) = daily[start]
            var first: CalendarDate?
            for (position, segment) in set.document.segments.enumerated() {
                let promised = set.answer(for: facts, in: segment.id)?.nextPossibleChange
                #expect(promised.map { $0 > facts.asOf } ?? true)
                for (later, answer) in daily[start...] where later.asOf < promised ?? day("9999-12-31") {
                    #expect(answer[position] == answers[position], "\(segment.condition) on \(later.asOf)")
                }
                if let promised { first = min(first ?? promised, promised) }
            }
            #expect(set.nextPossibleChange(for: facts) == first)
        }
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `R-SEG-12 Of one comparison of purchases or time is that day exactly`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let comparison = Comparison.allCases.randomElement(using: &random)!
        let condition: SegmentCondition = [
            .count(
                .orders,
                inDays: .random(in: 1...99, using: &random),
                comparison,
                .random(in: 0...3, using: &random)
            ),
            .amount(
                .averageOrder,
                inDays: .random(in: 1...99, using: &random),
                comparison,
                Money(minorUnits: .random(in: 1...9, using: &random), in: .eur)
            ), .daysSinceLastPurchase(comparison, .random(in: 0...99, using: &random)),
            .change(.orders, inDays: .random(in: 1...60, using: &random), comparison, .percent(50)),
        ]
        .randomElement(using: &random)!
        let set = SampleSegments.set([SampleSegments.segment("it", condition)])
        let customer = SampleCustomer(&random, asOf: Self.today)
        let facts = customer.facts(on: Self.today)
        let now = set.answers(for: facts)[0]
        let change = (1...400).lazy.map { Self.today.adding(days: $0)! }
            .first { set.answers(for: customer.facts(on: $0))[0] != now }
        #expect(set.answer(for: facts, in: "it")?.nextPossibleChange == change)
    }
}

@Suite struct `What a change can affect` {
    static let today = day("2026-06-30")
    static let set = SampleSegments.set([
        SampleSegments.segment("orders", .count(.orders, .atLeast, 1)),
        SampleSegments.segment("recent", .count(.orders, inDays: 30, .atLeast, 1)),
        SampleSegments.segment("shares", .count(.interactions("share", in: "app"), .atLeast, 1)),
        SampleSegments.segment("any", .count(.interactions(), inDays: 30, .atLeast, 1)),
        SampleSegments.segment("complaints", .count(.complaints, .atLeast, 1)),
        SampleSegments.segment("cn", .trait(.country, in: ["CN"])),
        SampleSegments.segment("nps", .known(.label("nps"))),
        SampleSegments.segment("tea", .tag("tea")), SampleSegments.segment("stage", .stage(in: [.new])),
        SampleSegments.segment("ref", .not(.segment("cn"))), SampleSegments.segment("all", .all([])),
    ])

    @Test(arguments: [
        (SegmentChange.activity(.order), ["orders", "recent", "tea", "stage"]),
        (.activity(.return), ["orders", "recent", "tea", "stage"]),
        (.activity(.complaintStep), ["complaints", "tea", "stage"]), (.activity(.review), ["tea", "stage"]),
        (.interaction("share", in: "app"), ["shares", "any", "tea", "stage"]),
        (.interaction("share", in: nil), ["any", "tea", "stage"]), (.record(.country), ["cn", "ref"]),
        (.record(.age), []), (.label("nps"), ["nps"]), (.label("rate"), []), (.tag("tea"), ["tea"]),
        (.tag("coffee"), []), (.assessment, ["stage"]), (.newDay, ["recent", "any", "nps", "tea", "stage"]),
    ])
    func `R-SEG-12 Are the segments that ask about it, and those that refer to them`(
        change: SegmentChange,
        segments: [Segment.ID]
    ) {
        #expect(Self.set.affected(by: change) == segments)
    }

    @Test func `R-SEG-12 Is told by the activity itself`() {
        #expect(SegmentChange(Shop.activity(("2026-06-30", 1))) == .activity(.order))
        let done = Interaction(.share, id: "i", customer: "c-1", occurredAt: Timestamp(milliseconds: 0), channel: .app)!
        #expect(SegmentChange(.interaction(done)) == .interaction(.share, in: .app))
    }

    @Test(arguments: 0..<120 as Range<UInt64>)
    func `R-SEG-12 Worked out again comes to the same as all worked out again`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let set = SampleSegments.set(SampleSegments.segments(20, &random))
        var evaluator = SegmentEvaluator(of: set)
        var customer = SampleCustomer(&random, asOf: Self.today)
        var today = Self.today
        var answers = evaluator.answers(for: customer.facts(on: today))
        for _ in 0..<20 {
            var changes: [SegmentChange] = []
            if Bool.random(using: &random) { today = today.adding(days: .random(in: 1...40, using: &random))! }
            switch Int.random(in: 0..<7, using: &random) {
            case 0:
                customer.orders.append((today, .random(in: 1...9, using: &random)))
                changes.append(.activity(.order))
            case 1:
                customer.returns.append((today, 1))
                changes.append(.activity(.return))
            case 2:
                let kind = SampleCustomer.kinds.randomElement(using: &random)!
                let channel = SampleCustomer.channels.randomElement(using: &random)!
                customer.interactions = (customer.interactions ?? []) + [(today, kind, channel)]
                // That nothing was known of interactions and now is, touches all of them.
                changes = SampleCustomer.kinds.flatMap { kind in
                    (SampleCustomer.channels + [nil]).map { .interaction(kind, in: $0) }
                }
            case 3:
                customer.complaints = (customer.complaints ?? []) + [today]
                changes.append(.activity(.complaintStep))
            case 4:
                customer.labels = [.init("nps", .number(.random(in: 0...3, using: &random)))]
                changes = [.label("nps"), .label("group"), .label("rate")]
            case 5:
                customer.tags = [(Bool.random(using: &random), nil)]
                changes.append(.tag("tea"))
                changes.append(.tag("coffee"))
            default:
                customer.tier = SampleCustomer.tiers.randomElement(using: &random)
                changes.append(.assessment)
            }
            let facts = customer.facts(on: today)
            answers = evaluator.updated(answers, after: changes, for: facts)
            #expect(answers == evaluator.answers(for: facts))
        }
    }
}
