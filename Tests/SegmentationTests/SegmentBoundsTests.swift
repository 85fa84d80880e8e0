import GiftModel
import GiftTesting
import Segmentation
import Testing

@Suite struct `Segments at their bounds` {
    static let today = day("2026-06-30")

    private func segment(_ number: Int, _ condition: SegmentCondition) -> Segment {
        SampleSegments.segment(.init("s\(number)")!, condition)
    }

    /// So many segments of which each refers to the one before it, written from the last to the first.
    private func chain(of count: Int) -> SegmentDocument {
        let links = (1..<count).map { segment($0, .segment(.init("s\($0 - 1)")!)) }
        return SampleSegments.document((([segment(0, .count(.orders, .atLeast, 1))] + links).reversed()))
    }

    @Test func `R-SEG-12 Refer to one another through 32 levels and no more, however many there are`() throws {
        #expect(chain(of: 33).findings.filter(\.isError).isEmpty)
        let set = try SegmentSet(validating: chain(of: 33))
        let facts = SegmentFacts(of: Shop.summary([("2026-06-01", 1)]).days(asOf: Self.today))
        #expect(set.answers(for: facts).allSatisfy { $0 == .holds })

        let document = chain(of: 20_000)
        let errors = document.findings.filter(\.isError)
        #expect(
            errors.map(\.description) == [
                "/segments/19966/where: the segment refers to others through more than 32 levels"
            ]
        )
        let invalid = #expect(throws: InvalidSegments.self) { try SegmentSet(validating: document) }
        #expect(invalid?.findings == errors)
    }

    @Test func `R-SEG-12 Are told to be in a circle, or to lead to one, however long it is`() {
        let count = 3_000
        let links = (0..<count).map { segment($0, .segment(.init("s\(($0 + 1) % count)")!)) }
        let document = SampleSegments.document(links + [segment(count, .segment("s7"))])
        let errors = document.findings.filter(\.isError)
        #expect(errors.map(\.path) == ["/segments/0/where"])
        #expect(errors.first?.problem == .circle((0..<count).map { .init("s\($0)")! }))
    }

    @Test(.timeLimit(.minutes(1)))
    func `R-SEG-12 Come to an end where each asks twice for the one before it`() throws {
        var segments = [segment(0, .count(.orders, .atLeast, 1))]
        for number in 1...30 {
            let before = SegmentCondition.segment(.init("s\(number - 1)")!)
            let days = Int64(number)
            let once = before && .count(.returns, inDays: days, .equal, 0)
            segments.append(segment(number, once || before && .count(.complaints, inDays: days, .equal, 0)))
        }
        let document = SampleSegments.document(segments)
        #expect(document.findings.filter(\.isError).isEmpty)
        let last = document.findings.last { $0.path == "/segments/30/where" }
        #expect(last?.problem == .undecided("whether anybody can be out of it"))
        let set = try SegmentSet(validating: document)
        var facts = SegmentFacts(of: Shop.summary([("2026-06-01", 1)]).days(asOf: Self.today))
        facts.complaints = DailyCounts()
        let answer = try #require(set.answer(for: facts, in: "s30"))
        #expect(answer.truth == .holds)
        #expect(answer.reasons.count < 200, "what a segment asks is told once")
    }

    @Test func `R-SEG-12 Know two spellings of one word as two words`() {
        let (one, other) = ("caf\u{E9}" as SegmentValue.Word, "cafe\u{301}" as SegmentValue.Word)
        let label = SegmentAttribute.label("place")
        let document = SegmentDocument(
            id: "d",
            currency: .eur,
            labels: [SegmentLabel(id: "place", kind: .word)],
            segments: [segment(0, .oneOf(label, [one])), segment(1, .oneOf(label, [other]))],
            groups: [SegmentGroup(id: "g", members: ["s0", "s1"], isComplete: false)]
        )
        #expect(document.findings.isEmpty)
        #expect(SegmentCondition.oneOf(label, [one]).contentHash != SegmentCondition.oneOf(label, [other]).contentHash)
    }

    @Test func `R-SEG-12 Change when somebody is born whose birth was expected`() {
        var facts = SegmentFacts(asOf: Self.today)
        facts.record = CustomerRecord(of: "c-1")
        facts.record?.birthday = Birthday(.solar(AnnualDate("--08-15")!), bornIn: 2026)
        let set = SampleSegments.set([segment(0, .trait(.age, .below, 3)), segment(1, .known(.trait(.age)))])
        #expect(set.answers(for: facts).map(\.self) == [.unknown, .fails])
        for id in ["s0", "s1"] as [Segment.ID] {
            #expect(set.answer(for: facts, in: id)?.nextPossibleChange == day("2026-08-15"))
        }
    }

    @Test func `R-SEG-12 Are affected by a label that is scored, and by an interaction of any kind`() {
        let set = SampleSegments.set([
            segment(0, .score("nps", .atLeast, 4)), segment(1, .score("own", .atLeast, 4)),
            segment(2, .count(.interactions(.share), .atLeast, 1)),
        ])
        #expect(set.affected(by: .label("nps")) == ["s0"])
        #expect(set.affected(by: .activity(.interaction)) == ["s0", "s1", "s2"])
    }

    @Test func `R-SEG-12 Change when a label begins whose score was not known`() throws {
        var counts = ScoreCounts(
            by: try ScoreRules(spend: .net, [ScoreRule("nps", .learned(.typeOne, levels: 5))]),
            asOf: Self.today,
            in: .eur
        )
        let summary = Shop.summary([("2026-06-01", 1)])
        try counts.add([summary.figures(asOf: Self.today)!])
        counts.add((0..<20).map { Int64($0) }, on: "nps")
        var rules = WholeShop.rules
        rules.segments = SampleSegments.set([segment(0, .score("nps", .atLeast, 4))])
        let profiler = Profiler(population: Population(from: counts), rules: rules)
        var history = CustomerHistory(summary)
        let list = LabelList([.init("nps", .number, title: LocalizedText(english: "NPS", chinese: "净推荐值"))])!
        var labels = CustomerLabels()
        try labels.add(.number(19), as: "nps", by: "crm", from: day("2026-07-03"), until: nil, in: list)
        history.labels = labels
        let profile = try profiler.profile(of: history, asOf: Self.today)
        #expect(profile.segments?[0] == .unknown)
        let facts = profiler.segmentFacts(of: history, profile)
        #expect(rules.segments?.answer(for: facts, in: "s0")?.nextPossibleChange == day("2026-07-03"))
        #expect(try profiler.profile(of: history, asOf: day("2026-07-03")).segments?[0] == .holds)
    }
}
