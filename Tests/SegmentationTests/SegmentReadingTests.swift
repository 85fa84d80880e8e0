import Foundation
import GiftModel
import GiftTesting
import Segmentation
import Testing

@Suite struct `Reading segments from JSON` {
    private func document(_ condition: String) -> String {
        """
        {
          "format": "gift-segments/1", "id": "shop", "currency": "EUR",
          "segments": [ { "id": "it", "name": { "en": "It", "zh": "它" }, "where": \(condition) } ]
        }
        """
    }

    private func wire(_ condition: SegmentCondition) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(condition), as: UTF8.self)
    }

    static let wires: [(SegmentCondition, String)] = [
        (.all([.any([]), .not(.segment("a"))]), #"{"all":[{"any":[]},{"not":{"segment":"a"}}]}"#),
        (.count(.orders, inDays: 90, .atLeast, 2), #"{"field":"orders","inDays":90,"op":">=","value":2}"#),
        (.count(.purchaseDays, .equal, 0), #"{"field":"purchaseDays","op":"==","value":0}"#),
        (.count(.returns, .notEqual, 1), #"{"field":"returns","op":"!=","value":1}"#),
        (.count(.complaints, .above, 1), #"{"field":"complaints","op":">","value":1}"#),
        (
            .count(.interactions(.share, in: .app), inDays: 7, .below, 3),
            #"{"channel":"app","field":"interactions","inDays":7,"kind":"share","op":"<","value":3}"#
        ),
        (
            .change(.orders, inDays: 90, .atMost, Ratio("0.5")!),
            #"{"against":"before","field":"orders","inDays":90,"op":"<=","value":"1/2"}"#
        ),
        (
            .amount(.averageOrder, inDays: 365, .atLeast, Money("12.50 EUR")!),
            #"{"field":"averageOrder","inDays":365,"op":">=","value":"12.50 EUR"}"#
        ),
        (.daysSinceFirstPurchase(.atMost, 30), #"{"field":"daysSinceFirstPurchase","op":"<=","value":30}"#),
        (.daysSinceLastPurchase(.above, 30), #"{"field":"daysSinceLastPurchase","op":">","value":30}"#),
        (.score(.recency, .atLeast, 4), #"{"field":"score","name":"recency","op":">=","value":4}"#),
        (.stage(in: [.mature, .growing]), #"{"field":"stage","op":"in","value":["growing","mature"]}"#),
        (.tier(.atLeast, "gold"), #"{"field":"tier","op":">=","value":"gold"}"#),
        (.noneOf(.valueBand, ["high"]), #"{"field":"valueBand","op":"notIn","value":["high"]}"#),
        (.quadrant(in: ["key"]), #"{"field":"quadrant","op":"in","value":["key"]}"#),
        (.tag("tea"), #"{"field":"tag","name":"tea","op":"==","value":true}"#),
        (.label("nps", .above, .number(8)), #"{"field":"label","name":"nps","op":">","value":8}"#),
        (.label("ok", .equal, .truth(true)), #"{"field":"label","name":"ok","op":"==","value":true}"#),
        (.label("w", .equal, .word("a")), #"{"field":"label","name":"w","op":"==","value":"a"}"#),
        (
            .label("end", .below, .date(day("2026-07-01"))),
            #"{"field":"label","name":"end","op":"<","value":{"date":"2026-07-01"}}"#
        ),
        (
            .label("m", .below, .money(Money("1.00 EUR")!)),
            #"{"field":"label","name":"m","op":"<","value":{"money":"1.00 EUR"}}"#
        ),
        (.label("r", .below, .ratio(Ratio("1/3")!)), #"{"field":"label","name":"r","op":"<","value":{"ratio":"1/3"}}"#),
        (.known(.label("nps")), #"{"field":"label","name":"nps","op":"known"}"#),
        (.unknown(.trait(.country)), #"{"field":"country","op":"unknown"}"#),
        (.trait(.language, in: ["zh-Hans"]), #"{"field":"language","op":"in","value":["zh-Hans"]}"#),
        (.trait(.age, .atLeast, 18), #"{"field":"age","op":">=","value":18}"#),
    ]

    @Test func `R-SEG-12 Has one wire format for each comparison, which is read back as it was`() throws {
        for (condition, stored) in Self.wires {
            #expect(try wire(condition) == stored)
            #expect(try JSONDecoder().decode(SegmentCondition.self, from: Data(stored.utf8)) == condition)
            #expect(try SegmentDocument(json: document(stored)).segments[0].condition == condition)
        }
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `R-SEG-12 Gives back any document that was written`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let group = SegmentGroup(id: "g", members: ["s0", "s1"], isDisjoint: false, isComplete: false)
        let document = SampleSegments.document(SampleSegments.segments(8, &random), groups: [group])
        let text = String(decoding: try JSONEncoder().encode(document), as: UTF8.self)
        #expect(try SegmentDocument(json: text) == document)
        #expect(try JSONDecoder().decode(SegmentDocument.self, from: Data(text.utf8)) == document)
    }

    struct Fault: CustomTestStringConvertible {
        let condition: String
        let says: [String]
        var testDescription: String { condition }

        init(_ condition: String, _ says: String...) { (self.condition, self.says) = (condition, says) }
    }

    @Test(arguments: [
        Fault(#"{"field":"stage","op":"in","value":["dorment"]}"#, "/value"),
    ])
    func `R-SEG-12 Says what is wrong and what was meant`(fault: Fault) {
        let invalid = #expect(throws: InvalidDocument.self) { try SegmentDocument(json: document(fault.condition)) }
        let found = invalid?.faults.map { "\($0.path.replacing("/segments/0/where", with: "")): \($0.problem)" }
        #expect(found == fault.says)
    }
}
