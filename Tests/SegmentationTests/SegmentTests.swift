import GiftModel
import GiftTesting
import Segmentation
import Testing

@Suite struct `A segment` {
    static let today = day("2026-06-30")

    static let loyal: SegmentCondition = .all([
        .count(.purchaseDays, inDays: 90, .atLeast, 2), .stage(in: [.growing, .mature]),
    ])

    private func facts(_ events: [Shop.Event]) -> SegmentFacts {
        SegmentFacts(of: Shop.summary(events).days(asOf: Self.today))
    }

    private func answer(_ condition: SegmentCondition, _ facts: SegmentFacts) -> SegmentAnswer {
        SampleSegments.set([SampleSegments.segment("it", condition)]).answer(for: facts, in: "it")!
    }

    private func sentences(_ answer: SegmentAnswer, in language: Language = .english) -> [String] {
        answer.reasons.map { $0.text(in: language, from: Phrasebook(SegmentReason.self)) }
    }

    @Test func `R-SEG-12 Tells the comparisons that settled the answer, in both languages`() {
        var facts = facts([("2026-04-02", 5_00), ("2026-05-10", 1_00)])
        facts.stage = .init(.mature)
        let loyal = answer(Self.loyal, facts)
        #expect(loyal.truth == .holds)
        #expect(
            Set(sentences(loyal)) == [
                "purchase days in the last 90 days is 2, as asked: at least 2",
                "stage is Mature, as asked: one of Growing, Mature",
            ]
        )
        #expect(Set(sentences(loyal, in: .chinese)) == ["近90天购买天数为2，符合“不低于2”", "阶段为成熟，符合“属于成长、成熟”"])
        facts.stage = .init(.dormant)
        #expect(sentences(answer(Self.loyal, facts)) == ["stage is Dormant, asked for: one of Growing, Mature"])
        facts.stage = nil
        #expect(answer(Self.loyal, facts).truth == .unknown)
        #expect(sentences(answer(Self.loyal, facts)) == ["stage is not known"])
        #expect(sentences(answer(!Self.loyal, facts)) == ["stage is not known"])
    }

    @Test func `R-SEG-12 Says of each kind of value what it is and what was asked`() {
        var facts = facts([("2026-06-01", 10_00), ("2026-06-02", 10_01), ("2026-06-03", 10_00), ("2026-06-20", -4_00)])
        facts.record = CustomerRecord(of: "c-1")
        facts.record?.companySize = CompanySize(atLeast: 50, through: 249)
        facts.record?.jobRole = .decisionMaker
        facts.labels = [.init("nps", .number(3)), .init("rate", .ratio(Ratio("0.25")!)), .init("group", .word("a"))]
        facts.tags = []
        let cases: [(SegmentCondition, String)] = [
            (.amount(.net, .above, Money("26.00 EUR")!), "net spend is 26.01 EUR, as asked: above 26.00 EUR"),
            (
                .amount(.averageOrder, .atLeast, Money("10.01 EUR")!),
                "average order value is 10.0033 EUR, asked for: at least 10.01 EUR"
            ),
            (.daysSinceLastPurchase(.below, 30), "time since the last purchase is 27 days, as asked: at most 29 days"),
            (.trait(.employees, .atLeast, 100), "employees is 50–249, which may be at least 100"),
            (.trait(.jobRole, in: ["decisionMaker"]), "job role is decision-maker, as asked: exactly decision-maker"),
            (.label("rate", .below, .ratio(Ratio("1/3")!)), "label rate is 0.25, as asked: below 1/3"),
            (!.label("group", .equal, .word("b")), "label group is a, as asked: other than b"),
            (.tag("tea"), "tag tea is no, asked for: exactly yes"),
            (.known(.label("nps")), "label nps is known: 3"), (.unknown(.tier), "tier is not known"),
            (.known(.tier), "tier is not known"), (.unknown(.label("nps")), "label nps is known: 3"),
            (
                .change(.orders, inDays: 30, .atMost, Ratio("1/2")!),
                "orders in the last 30 days against the 30 before is not known"
            ),
        ]
        for (condition, sentence) in cases { #expect(sentences(answer(condition, facts)) == [sentence]) }
    }

    @Test func `R-SEG-12 May refer to another, which is told before its own comparisons`() {
        let set = SampleSegments.set([
            SampleSegments.segment("others", .all([.not(.segment("buyers")), .known(.count(.orders, inDays: nil))])),
            SampleSegments.segment("buyers", .count(.orders, .atLeast, 1)),
        ])
        let none = facts([])
        let answers = set.answers(for: none)
        #expect(Array(answers) == [.holds, .fails])
        #expect(
            Set(sentences(set.answer(for: none, in: "others")!)) == [
                "not in the segment buyers", "orders is 0, asked for: at least 1", "orders is known: 0",
            ]
        )
        #expect(set.answer(for: none, in: "nobody") == nil)
        #expect(set.position(of: "buyers") == 1 && set.position(of: "nobody") == nil)
    }

    @Test func `R-SEG-12 Leaves undetermined of whom too little is known`() {
        let nothing = SegmentFacts(asOf: Self.today)
        #expect(answer(.count(.orders, .atLeast, 0), nothing).truth == .unknown)
        #expect(answer(!.count(.orders, .atLeast, 0), nothing).truth == .unknown)
        #expect(answer(.all([.count(.orders, .atLeast, 0), .any([])]), nothing).truth == .fails)
        #expect(answer(.all([]), nothing).truth == .holds)
        #expect(
            answer(.change(.orders, inDays: 30, .below, .percent(50)), facts([("2026-06-01", 1)])).truth == .unknown
        )
        #expect(answer(.daysSinceLastPurchase(.above, 0), facts([])).truth == .unknown)
        #expect(answer(.amount(.averageOrder, .atLeast, .zero(in: .eur)), facts([])).truth == .unknown)
        #expect(answer(.tag("tea"), nothing).truth == .unknown)
    }

    @Test func `R-SEG-12 Does not know amounts in another currency than the document's`() {
        let foreign = PurchaseSummary(of: "c-1", in: .cny).days(asOf: Self.today)
        #expect(answer(.amount(.sales, .atLeast, .zero(in: .eur)), SegmentFacts(of: foreign)).truth == .unknown)
        #expect(answer(.count(.orders, .equal, 0), SegmentFacts(of: foreign)).truth == .holds)
    }

    @Test func `R-SEG-12 Knows recency, frequency and monetary value, and scores of the host's by name`() throws {
        let purchases = Shop.summary([("2026-06-01", 1)]).days(asOf: Self.today)
        let figures = try #require(purchases.figures)
        var facts = SegmentFacts(of: purchases)
        #expect(answer(.score(.monetary, .atLeast, 1), facts).truth == .unknown)
        facts.scores = try ScoreScale(dividing: [figures], spend: .sales).map { .init($0.scores(of: figures)) }
        facts.furtherScores = [.init("engagement", .init(4))]
        for dimension: ScoreDimension in [.recency, .frequency, .monetary] {
            #expect(answer(.score(dimension, .equal, 1), facts).truth == .holds)
        }
        #expect(answer(.score("engagement", .equal, 4), facts).truth == .holds)
        #expect(answer(.score("other", .equal, 4), facts).truth == .unknown)
    }

    @Test func `R-SEG-12 Does not see what happens after the day asked about`() {
        var facts = facts([("2026-06-30", 1), ("2026-07-01", 1)])
        facts.complaints = DailyCounts()
        facts.complaints?.add(on: day("2026-07-01"))
        #expect(answer(.count(.orders, .equal, 1), facts).truth == .holds)
        #expect(answer(.count(.complaints, .equal, 0), facts).truth == .holds)
        #expect(answer(.count(.complaints, inDays: 30, .equal, 0), facts).truth == .holds)
    }

    @Test func `R-SEG-12 Does not take a lunar birthday's month for one of ours`() {
        var facts = SegmentFacts(asOf: Self.today)
        facts.record = CustomerRecord(of: "c-1")
        facts.record?.birthday = Birthday(.lunar(AnnualLunarDate(month: 5, day: 5)!))
        #expect(answer(.trait(.birthdayMonth, .equal, 5), facts).truth == .unknown)
    }

    @Test(arguments: 0..<400 as Range<UInt64>)
    func `R-SEG-12 Agrees with its condition said naively`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let segments = SampleSegments.segments(12, &random)
        let set = SampleSegments.set(segments)
        var evaluator = SegmentEvaluator(of: set)
        for _ in 0..<5 {
            let customer = SampleCustomer(&random, asOf: Self.today)
            let answers = evaluator.answers(for: customer.facts(on: Self.today))
            for (segment, answer) in zip(segments, answers) {
                let naive = customer.truth(of: segment.condition, among: segments, on: Self.today)
                #expect(answer == naive, "\(segment.condition)")
            }
            #expect(answers == set.answers(for: customer.facts(on: Self.today)))
        }
    }

    @Test func `R-SEG-12 Has an answer of its own when there are more than 64`() {
        let segments = (0..<200)
            .map { SampleSegments.segment(.init("s\($0)")!, .count(.orders, .atLeast, Int64($0 % 3))) }
        let set = SampleSegments.set(segments)
        let answers = set.answers(for: facts([("2026-06-01", 1)]))
        #expect(Array(answers) == (0..<200).map { Truth($0 % 3 < 2) })
        #expect(Array(set.answers(for: SegmentFacts(asOf: Self.today))) == Array(repeating: .unknown, count: 200))
    }
}

@Suite struct `The canonical form of a condition` {
    private let first: SegmentCondition = .count(.orders, .atLeast, 1)
    private let second: SegmentCondition = .stage(in: [.new])
    private let third: SegmentCondition = .tag("tea")

    @Test func `R-SEG-12 Is one for all that mean the same by its laws`() {
        let pairs: [(SegmentCondition, SegmentCondition)] = [
            (!(!first), first), (.all([first, .all([second, third])]), .all([third, second, first, first])),
            (first && second, second && first), (.any([first, .any([second])]), second || first),
            (!(first && second), !first || !second), (!(first || .segment("s")), .all([!.segment("s"), !first])),
            (.all([first]), first), (.any([.all([first])]), first), (!first, .count(.orders, .below, 1)),
            (.count(.orders, .above, 0), first), (.count(.orders, .below, 1), .count(.orders, .atMost, 0)),
            (.compared(.stage, .equal, .word("new")), second), (!second, .compared(.stage, .notEqual, .word("new"))),
            (!third, .compared(.tag("tea"), .equal, .truth(false))), (!.known(.tier), .unknown(.tier)),
            (.all([first, .any([])]), .any([])), (.any([first, .all([])]), .all([])), (!.all([]), .any([])),
            (.all([first, .all([])]), first),
        ]
        for (one, other) in pairs {
            #expect(one.canonical == other.canonical)
            #expect(one.contentHash == other.contentHash)
        }
        #expect(first.contentHash != second.contentHash)
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func `R-SEG-12 Means the same, and is its own canonical form`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let condition = SampleSegments.condition(depth: 3, &random)
        #expect(condition.canonical.canonical == condition.canonical)
        #expect(SegmentCondition.not(.not(condition)).contentHash == condition.contentHash)
        for _ in 0..<5 {
            let customer = SampleCustomer(&random, asOf: day("2026-06-30"))
            let truth = customer.truth(of: condition, on: day("2026-06-30"))
            #expect(customer.truth(of: condition.canonical, on: day("2026-06-30")) == truth)
            #expect(customer.truth(of: SegmentCondition.not(condition).canonical, on: day("2026-06-30")) == !truth)
        }
    }

    @Test func `R-SEG-12 Of a document does not depend on the order of segments and labels`() {
        let segments = [SampleSegments.segment("a", first && second), SampleSegments.segment("b", third)]
        let one = SampleSegments.document(segments)
        let other = SegmentDocument(
            id: one.id,
            currency: one.currency,
            tiers: one.tiers,
            labels: one.labels.reversed(),
            segments: [segments[1], SampleSegments.segment("a", second && first)]
        )
        #expect(one != other)
        #expect(one.contentHash == other.contentHash)
        #expect(one.contentHash != SampleSegments.document([segments[0]]).contentHash)
    }
}
