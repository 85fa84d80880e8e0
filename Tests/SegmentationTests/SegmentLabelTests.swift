import Foundation
import GiftModel
import Segmentation
import Testing

@Suite struct `A label that declares its values` {
    private func read(_ text: String) throws -> SegmentLabel {
        try JSONDecoder().decode(SegmentLabel.self, from: Data(text.utf8))
    }

    private func written(_ label: SegmentLabel) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(label), as: UTF8.self)
    }

    @Test(arguments: [
        (SegmentLabel(id: "a", kind: .number), #"{"id":"a","kind":"number"}"#),
        (SegmentLabel(id: "a", numbers: 0...9), #"{"from":0,"id":"a","kind":"number","through":9}"#),
        (SegmentLabel(id: "a", numbers: 1 ... .max), #"{"from":1,"id":"a","kind":"number"}"#),
        (SegmentLabel(id: "a", numbers: .min ... -1), #"{"id":"a","kind":"number","through":-1}"#),
        (SegmentLabel(id: "a", numbers: .min ... .max), #"{"id":"a","kind":"number"}"#),
        (SegmentLabel(id: "c", words: ["y", "x"]), #"{"id":"c","kind":"word","words":["y","x"]}"#),
        (SegmentLabel(id: "d", kind: .truth), #"{"id":"d","kind":"truth"}"#),
    ])
    func `R-POL-10 Has a wire format that never changes`(label: SegmentLabel, text: String) throws {
        #expect(try written(label) == text)
        #expect(try read(text) == label)
    }

    @Test(arguments: [
        (#"{"id":"a","kind":"word","from":0}"#, ["/labels/0/from: a label of the kind `word` has no `from`"]),
        (
            #"{"id":"a","kind":"number","words":["x"]}"#,
            ["/labels/0/words: a label of the kind `number` has no `words`"]
        ),
        (
            #"{"id":"a","kind":"truth","from":9,"through":3,"words":[]}"#,
            [
                "/labels/0/from: a label of the kind `truth` has no `from`",
                "/labels/0/through: a label of the kind `truth` has no `through`",
                "/labels/0/through: no number lies from 9 through 3",
                "/labels/0/words: a label of the kind `truth` has no `words`", "/labels/0/words: the list is empty",
            ]
        ),
        (#"{"id":"a","kind":"number","thruogh":3}"#, ["/labels/0/thruogh: unknown key `thruogh`, perhaps `through`"]),
    ])
    func `R-POL-10 Is refused with every fault where it makes no sense`(label: String, faults: [String]) {
        let text =
            #"{"format":"gift-segments/1","id":"d","currency":"EUR","labels":["# + label + #"],"segments":[]}"#
        let error = #expect(throws: InvalidDocument.self) { try SegmentDocument(json: text) }
        let found = (error?.faults ?? []).map { "\($0.path): \($0.problem)" }
        #expect(found.count == faults.count)
        for (found, fault) in zip(found, faults) { #expect(found.hasPrefix(fault)) }
    }

    private func document(_ condition: SegmentCondition) -> SegmentDocument {
        SegmentDocument(
            id: "d",
            currency: .eur,
            labels: [
                SegmentLabel(id: "a", numbers: 0...9), SegmentLabel(id: "c", words: ["x", "y"]),
            ],
            segments: [SampleSegments.segment("s", .all([condition, .known(.label("a")), .known(.label("c"))]))]
        )
    }

    private func findings(_ condition: SegmentCondition) -> [String] {
        document(condition).findings.map(\.description)
    }

    @Test func `R-POL-10 Is never compared with another word, and with another number only under a warning`() {
        #expect(findings(.label("a", .below, .number(9))) == [])
        #expect(findings(.label("c", .equal, .word("x"))) == [])
        #expect(
            findings(.label("c", .equal, .word("xx"))) == [
                "/segments/0/where/all/0/value: unknown word `xx`; known are `x`, `y`"
            ]
        )
        #expect(
            findings(.not(.label("a", .above, .number(10)))) == [
                "/segments/0/where/all/0/not/value: the label is never `10`, it is declared 0 through 9"
            ]
        )
        #expect(document(.label("a", .above, .number(10))).findings.first?.isError == false)
        let twice = SegmentDocument(
            id: "d",
            currency: .eur,
            labels: [SegmentLabel(id: "c", words: ["x", "y", "x"])],
            segments: [SampleSegments.segment("s", .known(.label("c")))]
        )
        #expect(twice.findings.map(\.description) == ["/labels/0/words/2: `x` stands here a second time"])
    }

    @Test func `R-POL-10 Lets findings see that nobody is in a segment, or out of it`() {
        let never = ["/segments/0/where: nobody can be in it"]
        #expect(findings(.label("a", .above, .number(9))) == never)
        #expect(findings(.noneOf(.label("c"), ["x", "y"])) == never)
        let always = SegmentDocument(
            id: "d",
            currency: .eur,
            labels: [SegmentLabel(id: "a", numbers: 0...9)],
            segments: [SampleSegments.segment("s", .label("a", .atMost, .number(9)))]
        )
        #expect(always.findings.map(\.description) == ["/segments/0/where: nobody can be out of it"])
    }

    @Test func `R-POL-10 Counts any other value as not known`() throws {
        func truth(_ value: SegmentValue, of label: Identifier<Label>) throws -> Truth? {
            var facts = SegmentFacts(asOf: day("2026-01-01"))
            facts.labels = [.init(label, value)]
            let condition: SegmentCondition =
                label == "a" ? .label("a", .atLeast, .number(0)) : .label("c", .notEqual, .word("x"))
            let document = SegmentDocument(
                id: "d",
                currency: .eur,
                labels: [SegmentLabel(id: "a", numbers: 0...9), SegmentLabel(id: "c", words: ["x", "y"])],
                segments: [SampleSegments.segment("s", condition)]
            )
            let set = try SegmentSet(validating: document)
            #expect(set.answer(for: facts, in: "s")?.truth == set.answers(for: facts).first)
            return set.answer(for: facts, in: "s")?.truth
        }
        #expect(try truth(.number(9), of: "a") == .holds)
        #expect(try truth(.number(10), of: "a") == .unknown)
        #expect(try truth(.number(-1), of: "a") == .unknown)
        #expect(try truth(.word("y"), of: "c") == .holds)
        #expect(try truth(.word("z"), of: "c") == .unknown)
    }
}
