import Foundation
import GiftModel
import GiftTesting
import Segmentation
import Testing

@Suite struct `The findings about segments` {
    static func fixture(_ name: String) -> String {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name).json")
        return (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    }

    private func findings(_ segments: [SegmentCondition], groups: [SegmentGroup] = []) -> [String] {
        let named = segments.enumerated().map { SampleSegments.segment(.init("s\($0)")!, $1) }
        let document = SegmentDocument(
            id: "d",
            currency: .eur,
            tiers: SampleCustomer.tiers,
            segments: named,
            groups: groups
        )
        return document.findings.map(\.description)
    }

    @Test func `R-SEG-12 Are none in a clean file of 40`() throws {
        let document = try SegmentDocument(json: Self.fixture("segments_clean"))
        #expect(document.segments.count == 40)
        #expect(document.findings.map(\.description) == [])
        _ = try SegmentSet(validating: document)
        #expect(
            "\(document.contentHash)" == "d4d48a41a18bd2f8e4e179d65bb7a5f64b8ce30361e60dc874f88a1cc1d2da3f",
            "hashes are stored, so the canonical form never changes"
        )
    }

    @Test func `R-SEG-12 Are each fault that was planted in a file of 40, at its place`() throws {
        let text = Self.fixture("segments_planted")
        let document = try SegmentDocument(json: text)
        #expect(document.segments.count == 40)
        let places = try document.places(of: document.findings, in: text)
        let planted = [
            "10:5: /labels/5: no segment asks about the label `region`",
            "25:89: /segments/12/where: nobody can be in it", "33:58: /segments/20/where: nobody can be in it",
            "34:186: /segments/21/where/all/1/not/segment: unknown segment `went`",
            "36:58: /segments/23/where: nobody can be out of it",
            "39:133: /segments/26/where/value: an amount in `USD`, the document is in `EUR`",
            "41:60: /segments/28/where: the segment refers to itself: `tea`, `not-tea`, `tea`",
            "44:97: /segments/31/where/name: unknown label `npss`, perhaps `nps`",
            "45:70: /segments/32/where: it is the same as `promoters`",
            "46:144: /segments/33/where/value: compared with a value of the kind `number`, it is of the kind `date`",
            "48:201: /segments/35/where/all/1/op: values of the kind `truth` are equal or not, they have no order",
            "51:191: /segments/38/where/all/1/value: unknown tier `golden`, perhaps `gold`",
            "55:40: /groups/0/members/1: `top` and `high` overlap, for example at "
                + #"{"field":"sales","op":"==","value":"5000.00 EUR"}"#,
            "56:67: /groups/1/members/3: `fading` and `gone` overlap, for example at "
                + #"{"field":"stage","op":"in","value":["dormant"]}"#,
            #"57:5: /groups/2: no member covers {"all":[{"field":"score","name":"frequency","op":"==","value":3},"#
                + #"{"field":"score","name":"recency","op":"==","value":3}]}"#,
            "58:43: /groups/3/members/1: `silver-only` is hidden behind the members before it",
        ]
        try #require(places.count == planted.count)
        for (place, planted) in zip(places, planted) { #expect("\(place)".hasPrefix(planted)) }
        let invalid = #expect(throws: InvalidSegments.self) { try SegmentSet(validating: document) }
        #expect(invalid?.findings == document.findings.filter(\.isError))
    }

    @Test func `R-SEG-12 Are that nobody can be in a segment, or out of it`() {
        let orders = SegmentAttribute.count(.orders, inDays: nil)
        let inside: SegmentCondition = .count(.orders, .atLeast, 2)
        let never = ["/segments/0/where: nobody can be in it"]
        let always = ["/segments/0/where: nobody can be out of it"]
        #expect(findings([inside && .count(.orders, .below, 2)]) == never)
        #expect(findings([.count(.orders, .above, 2) && .count(.orders, .below, 3)]) == never, "between 2 and 3")
        #expect(findings([.count(.orders, .below, 0)]) == never, "a count is zero or more")
        #expect(findings([.stage(in: [.new]) && .stage(in: [.mature])]) == never)
        #expect(findings([.known(orders) && .unknown(orders)]) == never)
        #expect(findings([inside && .unknown(orders)]) == never)
        #expect(findings([.trait(.birthdayMonth, .above, 12)]) == never)
        #expect(findings([.tier(.below, "standard")]) == never)
        #expect(findings([inside || .count(.orders, .below, 2)]) == always)
        #expect(findings([.stage(in: Set(Stage.allCases))]) == always)
        #expect(findings([.known(orders) || .unknown(orders)]) == always)
        #expect(findings([.tag("tea") || !.tag("tea")]) == always)
        #expect(findings([.tier(.atMost, "gold")]) == always)
        #expect(findings([.all([])]) == [], "so it is written")
        #expect(findings([.any([])]) == never)
        #expect(
            findings([inside, !.segment("s0"), .segment("s0") && .segment("s1")]).first?.hasSuffix("in it") == true
        )
    }

    @Test func `R-SEG-12 Leave alone what can be, for fractions lie between whole numbers`() {
        let above = Ratio("1/3")!
        let cases: [SegmentCondition] = [
            .change(.orders, inDays: 9, .above, above) && .change(.orders, inDays: 9, .below, Ratio("1/2")!),
            .amount(.averageOrder, .above, Money("1.00 EUR")!) && .amount(.averageOrder, .below, Money("1.01 EUR")!),
            .amount(.net, .below, .zero(in: .eur)), .trait(.country, in: ["CN"]) || .trait(.country, in: ["DE"]),
            .count(.orders, inDays: 30, .atLeast, 3) && .count(.orders, inDays: 90, .atMost, 1),
            .tag("tea") && !.tag("coffee"), .score("own", .below, 0),
        ]
        #expect(findings(cases) == [])
        let sales: SegmentCondition =
            .amount(.sales, .above, Money("1.00 EUR")!) && .amount(.sales, .below, Money("1.01 EUR")!)
        #expect(findings([sales]).count == 1, "there is no amount between them")
    }

    @Test func `R-SEG-12 Are what makes no sense at all`() {
        let label: SegmentCondition = .label("nps", .above, .number(1))
        func errors(_ condition: SegmentCondition) -> [String] {
            SampleSegments.document([SampleSegments.segment("s0", condition)]).findings.filter(\.isError)
                .map(\.description)
        }
        #expect(errors(label) == [])
        let where_ = "/segments/0/where"
        #expect(
            errors(.compared(.label("nps"), .equal, .truth(true))).first?.hasPrefix("\(where_)/value: compared") == true
        )
        #expect(
            errors(.oneOf(.label("nps"), ["a"])).first?
                .hasPrefix("\(where_)/value: compared with a value of the kind `word`") == true
        )
        #expect(
            errors(.compared(.stage, .above, .word("new"))) == [
                "\(where_)/op: values of the kind `word` are equal or not, they have no order"
            ]
        )
        #expect(
            errors(.not(.oneOf(.stage, ["nwe"]))).first?
                .hasPrefix("\(where_)/not/value: unknown word `nwe`, perhaps `new`") == true
        )
        #expect(
            errors(.trait(.country, in: ["China"])) == [
                "\(where_)/value: `China` is not a country of two capital letters such as CN"
            ]
        )
        #expect(
            errors(.any([.count(.orders, inDays: 0, .equal, 1)])) == [
                "\(where_)/any/0/inDays: a window of `0` days is not one of 1 through 36500"
            ]
        )
        #expect(errors(.segment("s0")) == ["\(where_): the segment refers to itself: `s0`, `s0`"])
        #expect(
            errors(.tier(in: ["goold"])).first?.hasPrefix("\(where_)/value: unknown tier `goold`, perhaps `gold`")
                == true
        )
        let twice = SegmentDocument(
            id: "d",
            currency: .eur,
            tiers: ["a", "a"],
            labels: [SegmentLabel(id: "l", kind: .word), SegmentLabel(id: "l", kind: .word)],
            segments: [SampleSegments.segment("s", .all([])), SampleSegments.segment("s", .known(.label("l")))],
            groups: [
                SegmentGroup(id: "g", members: ["s", "s", "t"]), SegmentGroup(id: "g", members: []),
            ]
        )
        #expect(
            twice.findings.map(\.path) == [
                "/tiers/1", "/labels/1/id", "/segments/1/id", "/groups/0/members/1", "/groups/0/members/2",
                "/groups/1/id",
            ]
        )
    }

    @Test func `R-SEG-12 Of a group are members that overlap, that are hidden, and who is in none`() {
        func sales(_ comparison: Comparison, _ text: String) -> SegmentCondition {
            .amount(.sales, comparison, Money(text)!)
        }
        let segments = [sales(.atLeast, "9.00 EUR"), sales(.above, "5.00 EUR"), sales(.below, "5.00 EUR")]
        func found(_ members: [Segment.ID], isDisjoint: Bool, isComplete: Bool) -> [String] {
            findings(
                segments,
                groups: [SegmentGroup(id: "g", members: members, isDisjoint: isDisjoint, isComplete: isComplete)]
            )
        }
        #expect(
            found(["s0", "s1", "s2"], isDisjoint: true, isComplete: true) == [
                "/groups/0/members/1: `s0` and `s1` overlap, for example at "
                    + #"{"field":"sales","op":"==","value":"9.00 EUR"}"#,
                #"/groups/0: no member covers {"field":"sales","op":"==","value":"5.00 EUR"}"#,
            ]
        )
        #expect(found(["s0", "s1", "s2"], isDisjoint: false, isComplete: false) == [])
        #expect(
            found(["s1", "s0"], isDisjoint: false, isComplete: false) == [
                "/groups/0/members/1: `s0` is hidden behind the members before it"
            ]
        )
    }

    /// That nine pigeons do not fit into eight holes takes long to find out by trying.
    @Test func `R-SEG-12 Are told as undecided when there is too much to try`() {
        let names = (0..<9).map { Identifier<Label>("p\($0)")! }
        let holes = (0..<8).map { SegmentValue.Word("h\($0)")! }
        var parts: [SegmentCondition] = names.map { .oneOf(.label($0), Set(holes)) }
        for (place, name) in names.enumerated() {
            for other in names[..<place] {
                parts += holes.map { .not(.all([.oneOf(.label(name), [$0]), .oneOf(.label(other), [$0])])) }
            }
        }
        let document = SegmentDocument(
            id: "pigeons",
            currency: .eur,
            labels: names.map { SegmentLabel(id: $0, kind: .word) },
            segments: [SampleSegments.segment("s", .all(parts))]
        )
        #expect(document.findings.map(\.problem) == [.undecided("whether anybody can be in it")])
        #expect(document.findings.allSatisfy { !$0.isError })
    }

    /// Everybody whom the naive truth finds in a segment proves that somebody can be.
    @Test(arguments: 0..<150 as Range<UInt64>)
    func `R-SEG-12 Never say of a segment with somebody in it that nobody can be`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let segments = SampleSegments.segments(10, &random)
        let document = SampleSegments.document(segments)
        let findings = document.findings
        for _ in 0..<20 {
            let customer = SampleCustomer(&random, asOf: day("2026-06-30"))
            for (position, segment) in segments.enumerated() {
                let path = "/segments/\(position)/where"
                let truth = customer.truth(of: segment.condition, among: segments, on: day("2026-06-30"))
                #expect(truth != .holds || !findings.contains(SegmentFinding(path: path, problem: .neverHolds)))
                #expect(truth != .fails || !findings.contains(SegmentFinding(path: path, problem: .alwaysHolds)))
            }
        }
    }
}
