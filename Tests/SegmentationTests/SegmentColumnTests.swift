import GiftModel
import GiftTesting
import Segmentation
import Testing

@Suite struct `Columns of customers` {
    static let today = day("2026-06-30")

    private static let shop: SegmentSet = SampleSegments.set([
        SampleSegments.segment(
            "asleep",
            .all([.daysSinceLastPurchase(.above, 90), .not(.amount(.sales, .below, Money("100.00 EUR")!))])
        ),
        SampleSegments.segment("silver", .tier(.atLeast, "silver") || .trait(.country, in: ["DE", "FR"])),
        SampleSegments.segment("others", !.segment("asleep") && .label("rate", .above, .ratio(Ratio(1, over: 2)!))),
    ])

    private static let questions = SegmentQuestions(of: shop)

    @Test func `R-POL-11 I5 Answer for customers whom the host tells by columns`() {
        var columns = SegmentColumns(of: Self.questions, asOf: Self.today, count: 4)
        columns.fill(.daysSinceLastPurchase, withNumbers: [91, 90, 400, nil])
        columns.fill(
            .amount(.sales, inDays: nil),
            with: [100_00, 200_00, 99_99, 0].map { .money(.init(minorUnits: $0, in: .eur)) }
        )
        columns.fill(.tier, with: [.word("standard"), .word("gold"), nil, .word("platinum")])
        columns.fill(.trait(.country), from: 2, with: [.word("FR"), .word("AT")])
        columns.fill(
            .label("rate"),
            with: [.ratio(Ratio("3/4")!), .ratio(Ratio("1/2")!), .number(1), .ratio(Ratio("2/3")!)]
        )
        let answers = Self.shop.answers(for: columns)
        #expect((0..<4).map { answers[0, $0] } == [.holds, .fails, .fails, .fails])
        #expect((0..<4).map { answers[1, $0] } == [.unknown, .holds, .holds, .unknown])
        #expect((0..<4).map { answers[2, $0] } == [.fails, .fails, .unknown, .holds])
        #expect(Array(answers.inside(1)) == [0b0110] && Array(answers.outside(0)) == [0b1110])
        var evaluator = SegmentEvaluator(of: Self.shop)
        for customer in 0..<4 {
            #expect(Array(evaluator.answers(for: columns, at: customer)) == (0..<3).map { answers[$0, customer] })
        }
        columns.set(.daysSinceLastPurchase, of: 0, to: .number(3))
        columns.set(.tier, of: 0, to: .word("silver"), through: .word("gold"))
        #expect(Array(evaluator.answers(for: columns, at: 0)) == [.fails, .holds, .holds])
    }

    @Test func `R-POL-11 I5 Know nothing of what is impossible, and leave out what nobody asks`() {
        let set = SampleSegments.set([
            SampleSegments.segment("a", .known(.label("nps"))), SampleSegments.segment("b", .known(.tier)),
            SampleSegments.segment("c", .known(.trait(.employees))),
        ])
        let questions = SegmentQuestions(of: set)
        #expect(questions.attributes == [.label("nps"), .tier, .trait(.employees)])
        #expect(questions.position(of: .tier) == 1 && questions.position(of: .stage) == nil)
        var columns = SegmentColumns(of: questions, asOf: Self.today, count: 2)
        columns.set(.stage, of: 0, to: .word("new"))
        columns.set(.label("nps"), of: 0, to: .word("many"))
        columns.set(.label("nps"), of: 1, to: .number(1), through: .number(2))
        columns.set(.tier, of: 0, to: .word("gold"), through: .word("silver"))
        columns.set(.trait(.employees), of: 0, to: .number(3), through: .number(9))
        columns.set(.trait(.employees), of: 1, to: .number(3))
        columns.set(.trait(.employees), of: 1, to: nil)
        let answers = set.answers(for: columns)
        #expect((0..<3).map { answers[$0, 0] } == [.fails, .fails, .holds])
        #expect((0..<3).map { answers[$0, 1] } == [.fails, .fails, .fails])
        let reading = columns.reading(ofAttributeAt: 2, of: 0)
        #expect((reading.low, reading.high, reading.denominator) == (3, 9, 1))
        #expect(!columns.reading(ofAttributeAt: 2, of: 1).isKnown)
    }

    @Test func `R-POL-11 I5 Know a label only within its numbers`() throws {
        let label = SegmentLabel(id: "nps", numbers: 0...10)
        let set = try SegmentSet(
            validating: SegmentDocument(
                id: "s",
                currency: .eur,
                labels: [label],
                segments: [SampleSegments.segment("s", .label("nps", .atLeast, .number(5)))]
            )
        )
        var columns = SegmentColumns(of: SegmentQuestions(of: set), asOf: Self.today, count: 4)
        columns.fill(.label("nps"), withNumbers: [10, 11, -1, nil])
        columns.set(.label("nps"), of: 3, to: .number(12))
        let answers = set.answers(for: columns)
        #expect((0..<4).map { answers[0, $0] } == [.holds, .unknown, .unknown, .unknown])
    }

    /// Customers as they are, with ranges now and then.
    static func samples(_ count: Int, _ random: inout SeededGenerator) -> [SegmentFacts] {
        (0..<count)
            .map { _ in
                var facts = SampleCustomer(&random, asOf: today).facts(on: today)
                if facts.tier != nil { facts.possibleTier = ["silver", "gold", nil].randomElement(using: &random)! }
                if Bool.random(using: &random) { facts.quadrant = .init(.keyCare) }
                return facts
            }
    }

    static func columns(of facts: [SegmentFacts], for set: SegmentSet) -> SegmentColumns {
        var columns = SegmentColumns(of: SegmentQuestions(of: set), asOf: today)
        for facts in facts { columns.append(facts) }
        return columns
    }

    @Test(arguments: 0..<60)
    func `R-POL-11 I5 Answer row by row and all at once as the facts of one customer do`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let counts = [1, 2, 20, 70, 150]
        let set = SampleSegments.set(SampleSegments.segments(counts[Int(seed) % counts.count], &random))
        let facts = Self.samples(30, &random)
        let columns = Self.columns(of: facts, for: set)
        let answers = set.answers(for: columns)
        var evaluator = SegmentEvaluator(of: set)
        var counted = SegmentCounts(of: set)
        for (customer, facts) in facts.enumerated() {
            let expected = set.answers(for: facts)
            #expect(evaluator.answers(for: columns, at: customer) == expected)
            #expect(expected.indices.allSatisfy { answers[$0, customer] == expected[$0] })
            counted.add(expected)
        }
        var together = SegmentCounts(of: set)
        together.add(answers)
        #expect(together == counted)
    }

    @Test(arguments: [0, 1, 63, 64, 65, 1_023, 1_024, 1_025, 2_500])
    func `R-POL-11 I5 Answer for as many customers as there are`(count: Int) {
        var random = SeededGenerator(seed: UInt64(count))
        let set = SampleSegments.set(SampleSegments.segments(9, &random))
        let samples = Self.samples(50, &random)
        let facts = (0..<count).map { samples[$0 * 7 % samples.count] }
        let columns = Self.columns(of: facts, for: set)
        let answers = set.answers(for: columns)
        #expect(answers.customers == count && answers.segments == 9 && columns.count == count)
        let expected = samples.map { set.answers(for: $0) }
        for segment in 0..<9 {
            #expect((0..<count).allSatisfy { answers[segment, $0] == expected[$0 * 7 % samples.count][segment] })
            let inside = answers.inside(segment).reduce(0) { $0 + $1.nonzeroBitCount }
            #expect(inside == (0..<count).count { answers[segment, $0] == .holds })
            let outside = answers.outside(segment).reduce(0) { $0 + $1.nonzeroBitCount }
            #expect(outside == (0..<count).count { answers[segment, $0] == .fails })
        }
    }
}

@Suite struct `What a row is explained by` {
    private typealias Samples = `Columns of customers`

    @Test func `R-POL-11 I5 Is in numbers, with the distance from the nearest number that passes`() {
        let set = SampleSegments.set([
            SampleSegments.segment(
                "s",
                .all([
                    .daysSinceLastPurchase(.above, 90), .not(.count(.complaints, .atLeast, 1)),
                    .amount(.averageOrder, .atLeast, Money("10.00 EUR")!), .tag("tea"), .trait(.employees, .below, 5),
                ])
            ),
            SampleSegments.segment("t", !.segment("s")),
        ])
        let questions = SegmentQuestions(of: set)
        #expect(questions.comparisons(ofSegmentAt: 0) == 0..<5 && questions.comparisons(ofSegmentAt: 1) == 5..<6)
        #expect(questions.comparisons[1].path == "/segments/0/where/all/1/not")
        var facts = SegmentFacts(
            of: Shop.summary([("2026-04-03", 3_00), ("2026-04-03", 4_00)]).days(asOf: Samples.today)
        )
        facts.complaints = DailyCounts()
        facts.complaints?.add(on: Samples.today)
        facts.record = CustomerRecord(of: "c-1")
        facts.record?.companySize = CompanySize(atLeast: 7, through: 9)
        let columns = Samples.columns(of: [facts], for: set)
        var explainer = SegmentExplainer(of: questions)
        #expect(explainer.explain(columns, at: 0) == set.answers(for: facts))
        let details = explainer.details
        #expect(details.map(\.truth) == [.fails, .holds, .fails, .unknown, .fails, .fails])
        #expect(details.map(\.passes) == [.fails, .fails, .fails, .unknown, .fails, .holds])
        #expect(details.map(\.actual.low) == [88, 1, 700, 0, 7, 0])
        #expect(details.map(\.actual.high) == [88, 1, 700, 0, 9, 0])
        #expect(details.map(\.actual.denominator) == [1, 1, 2, 0, 1, 0])
        #expect(details.map { $0.expected?.numerator } == [90, 1, 1000, 1, 5, nil])
        #expect(details.map(\.distance.low) == [3, 1, 1300, 0, 3, 0])
        #expect(details.map(\.distance.denominator) == [1, 1, 2, 0, 1, 0])
    }

    @Test func `R-POL-11 I5 Has no distance that does not fit in 64 bits`() {
        let set = SampleSegments.set([SampleSegments.segment("s", .label("nps", .equal, .number(.min)))])
        var columns = SegmentColumns(of: SegmentQuestions(of: set), asOf: Samples.today, count: 2)
        columns.fill(.label("nps"), withNumbers: [.max, .min + 7])
        var explainer = SegmentExplainer(of: columns.questions)
        _ = explainer.explain(columns, at: 0)
        #expect(explainer.details[0].passes == .fails && !explainer.details[0].distance.isKnown)
        _ = explainer.explain(columns, at: 1)
        #expect(explainer.details[0].distance.low == 7)
    }

    @Test(arguments: 0..<60)
    func `R-POL-11 I5 Is the same in words as for one customer`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let set = SampleSegments.set(SampleSegments.segments([1, 5, 40][Int(seed) % 3], &random))
        let facts = Samples.samples(6, &random)
        let columns = Samples.columns(of: facts, for: set)
        var explainer = SegmentExplainer(of: columns.questions)
        for (customer, facts) in facts.enumerated() {
            #expect(explainer.explain(columns, at: customer) == set.answers(for: facts))
            for (position, segment) in set.document.segments.enumerated() {
                guard let answer = set.answer(for: facts, in: segment.id) else { continue }
                let own = columns.questions.comparisons(ofSegmentAt: position)
                // The comparisons of others are told with them.
                let expected = answer.comparisons.filter { $0.path.hasPrefix("/segments/\(position)/") }
                #expect(own.map { explainer.comparison(at: $0, in: columns) } == expected)
                #expect(own.map { explainer.details[$0].truth } == expected.map(\.truth))
                #expect(own.map { explainer.details[$0].passes } == expected.map(\.passes))
                #expect(explainer.reasons(forSegmentAt: position, in: columns) == answer.reasons)
            }
        }
    }
}
