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
        (.quadrant(in: [.keyCare]), #"{"field":"quadrant","op":"in","value":["keyCare"]}"#),
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
        Fault(
            #"{"field":"stage","op":"in","value":["dorment"]}"#,
            "/value: unknown word `dorment`, perhaps `dormant`; known are `prospect`, `new`, `growing`, `mature`, "
                + "`declining`, `dormant`, `churned`"
        ),
        Fault(
            #"{"field":"country","op":"==","value":"cn"}"#,
            "/value: `cn` is not a country of two capital letters such as CN"
        ),
        Fault(
            #"{"field":"language","op":"==","value":"ZH"}"#,
            "/value: `ZH` is not a language in its usual case such as zh-Hans"
        ),
        Fault(#"{"field":"orders","inDays":0,"op":">","value":1}"#, "/inDays: `0` is not 1 through 36500"),
        Fault(#"{"field":"orders","op":">","value":"1"}"#, "/value: expected a whole number, found the text `1`"),
        Fault(
            #"{"field":"sales","op":">","value":"1 euro"}"#,
            "/value: `1 euro` is not an amount such as `1000.00 GBP`"
        ),
        Fault(#"{"field":"orders","against":"before","op":">","value":"1/2"}"#, ": the key `inDays` is missing"),
        Fault(#"{"field":"stage","inDays":3,"op":"known"}"#, "/inDays: `stage` has no `inDays`"),
        Fault(#"{"field":"stage","op":"known","value":3}"#, "/value: `known` is compared with no value"),
        Fault(#"{"field":"stage","op":"in"}"#, ": the key `value` is missing"),
        Fault(#"{"field":"stage","op":"in","value":[]}"#, "/value: the list is empty"),
        Fault(#"{"field":"stage","op":"in","value":["new","new"]}"#, "/value: the list repeats itself"),
        Fault(
            #"{"field":"stage","op":"<","value":"new"}"#,
            "/op: unknown comparison `<`; known are `==`, `!=`, `in`, `notIn`, `known`, `unknown`"
        ),
        Fault(
            #"{"field":"label","name":"end","op":"<","value":{"dates":"2026-01-01"}}"#,
            "/value: a value of a label has one of `date`, `money` and `ratio`",
            "/value/dates: unknown key `dates`, perhaps `date`; known are `date`, `money`, `ratio`"
        ),
        Fault(
            #"{"al":[]}"#,
            ": a condition is one of `all`, `any`, `not`, `segment`, or a `field` with `op` and `value`",
            "/al: unknown key `al`, perhaps `all`; known are `all`, `any`, `not`, `segment`, `field`, `name`, `kind`, "
                + "`channel`, `inDays`, `against`, `op`, `value`"
        ),
        Fault(
            #"{"all":[],"any":[]}"#,
            ": a condition is one of `all`, `any`, `not`, `segment`, or a `field` with `op` and `value`"
        ),
    ])
    func `R-SEG-12 Says what is wrong and what was meant`(fault: Fault) {
        let invalid = #expect(throws: InvalidDocument.self) { try SegmentDocument(json: document(fault.condition)) }
        let found = invalid?.faults.map { "\($0.path.replacing("/segments/0/where", with: "")): \($0.problem)" }
        #expect(found == fault.says)
    }

    @Test func `R-SEG-12 Tells every fault at once, in the order of the text`() {
        let text = """
            {
              "format": "gift-segments/2", "id": "shop", "currency": "EURO", "tier": [],
              "labels": [{ "id": "nps", "kind": "nummer" }],
              "segments": [
                { "id": "", "name": { "en": "It" },
                  "where": { "all": [{ "field": "oders", "op": ">", "value": 1 }, { "not": { "segmnt": "a" } }] } }
              ],
              "groups": [{ "id": "g" }]
            }
            """
        let invalid = #expect(throws: InvalidDocument.self) { try SegmentDocument(json: text) }
        #expect(
            invalid?.faults.map { "\($0.line):\($0.column) \($0.path)" } == [
                "2:3 /format", "2:46 /currency", "2:66 /tier", "3:29 /labels/0/kind", "5:7 /segments/0/id",
                "5:17 /segments/0/name", "6:28 /segments/0/where/all/0/field", "6:73 /segments/0/where/all/1/not",
                "6:82 /segments/0/where/all/1/not/segmnt", "8:14 /groups/0",
            ]
        )
        let field = invalid?.faults.first { $0.path.hasSuffix("field") }?.problem
        #expect(field?.nearest == "orders" && field?.found == "`oders`")
    }
}
