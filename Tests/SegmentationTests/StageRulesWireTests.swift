import Foundation
import GiftModel
import Segmentation
import Testing

@Suite struct `The wire format of stage rules` {
    static let long = #"""
        {"changesOnPurchase":true,"comparedDays":90,"enteredAtOnce":["new","churned"],"minimumGaps":3,\#
        "minimumStayDays":14,"otherwise":"mature","rules":[\#
        {"stage":"churned","when":[{"field":"daysSinceLastPurchase","op":">","value":365}]},\#
        {"stage":"dormant","stays":[{"field":"ownRhythm","op":">","value":"2/1"}],\#
        "when":[{"field":"ownRhythm","op":">","value":"5/2"},{"field":"activityProbability","op":"<","value":"1/5"}]},\#
        {"stage":"declining","when":[{"field":"purchaseDaysInWindowBefore","op":">=","value":2},\#
        {"field":"windowRatio","op":"<=","value":"1/2"}]},\#
        {"stage":"new","when":[{"field":"daysSinceFirstPurchase","op":"<=","value":30},\#
        {"field":"purchaseDays","op":"==","value":1},{"field":"purchaseDaysInWindow","op":"!=","value":0},\#
        {"field":"activityProbability","op":">=","value":"1/5"}]}]}
        """#

    private func rules() throws -> StageRules {
        try StageRules(
            [
                StageRule(.churned, when: [.daysSinceLastPurchase(.above, 365)]),
                StageRule(
                    .dormant,
                    when: [.ownRhythm(.above, .percent(250)), .activityBelow(.percent(20))],
                    stays: [.ownRhythm(.above, .percent(200))]
                ),
                StageRule(
                    .declining,
                    when: [.purchaseDaysInWindowBefore(.atLeast, 2), .windowRatio(.atMost, .percent(50))]
                ),
                StageRule(
                    .new,
                    when: [
                        .daysSinceFirstPurchase(.atMost, 30), .purchaseDays(.equal, 1),
                        .purchaseDaysInWindow(.notEqual, 0), .activityAtLeast(.percent(20)),
                    ]
                ),
            ],
            otherwise: .mature,
            comparedDays: 90,
            minimumGaps: 3,
            minimumStayDays: 14,
            enteredAtOnce: [.churned, .new],
            changesOnPurchase: true
        )
    }

    private func stored(_ rules: StageRules) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(rules), as: UTF8.self)
    }

    private func read(_ text: String) throws -> StageRules {
        try JSONDecoder().decode(StageRules.self, from: Data(text.utf8))
    }

    @Test func `R-SEG-03 Never changes`() throws {
        #expect(try stored(try rules()) == Self.long)
        #expect(try read(Self.long) == rules())
        let short =
            #"{"otherwise":"new","rules":[{"stage":"mature","when":[{"field":"purchaseDays","op":">","value":1}]}]}"#
        let least = try StageRules([StageRule(.mature, when: [.purchaseDays(.above, 1)])], otherwise: .new)
        #expect(try stored(least) == short)
        #expect(try read(short) == least)
        #expect((least.minimumGaps, least.minimumStayDays, least.changesOnPurchase) == (2, 0, false))
    }

    @Test func `R-SEG-03 Is that of four boundaries wherever four boundaries say the same`() throws {
        let short = #"{"churnedAfterDays":365,"comparedDays":90,"dormantAfterDays":90,"newThroughDays":30}"#
        #expect(try read(short) == `A stage`.rules)
        #expect(try stored(`A stage`.rules) == short)
        let spelledOut = try StageRules(`A stage`.rules.rules, otherwise: .mature, comparedDays: 90)
        #expect(try stored(spelledOut) == short)
        let slower = try StageRules(`A stage`.rules.rules, otherwise: .mature, comparedDays: 90, minimumStayDays: 7)
        #expect(try read(stored(slower)) == slower)
    }

    @Test(arguments: [
        (#""value":365"#, #""value":36501"#, "/rules/0/when/0/value"),
        (#""value":365"#, #""value":"365""#, "/rules/0/when/0/value"),
        (#""value":"1/2""#, #""value":"0/1""#, "/rules/2/when/1/value"),
        (#""value":"1/2""#, #""value":"1/1000001""#, "/rules/2/when/1/value"),
        (#""op":"<","value":"1/5""#, #""op":"<","value":"1/1""#, "/rules/1/when/1/value"),
        (#""op":"<","value":"1/5""#, #""op":"<=","value":"1/5""#, "/rules/1/when/1/op"),
        (#""field":"windowRatio""#, #""field":"windowsRatio""#, "/rules/2/when/1/field"),
        (#""stays""#, #""stay""#, "/rules/1/stay"),
        (#""minimumGaps":3"#, #""minimumGaps":0"#, "/minimumGaps"),
        (#""enteredAtOnce":["new","churned"]"#, #""enteredAtOnce":[]"#, "/enteredAtOnce"),
        (#""otherwise":"mature""#, #""otherwise":"prospect""#, ""), (#""comparedDays":90,"#, "", ""),
        (#""minimumGaps":3"#, #""newThroughDays":3"#, "/newThroughDays"),
    ])
    func `R-SEG-03 Refuses what makes no rules, and says where`(part: String, wrong: String, path: String) throws {
        let text = Self.long.replacing(part, with: wrong)
        #expect(text != Self.long)
        let error = #expect(throws: InvalidDocument.self) { try Document.read(StageRules.self, from: text) }
        #expect(error?.faults.first?.path == path)
    }

    @Test func `R-SEG-03 Has every fault told at once`() throws {
        let text = Self.long.replacing(#""value":365"#, with: #""value":-1"#)
            .replacing(#""value":"5/2""#, with: #""value":"a""#).replacing("90", with: "0")
            .replacing("mature", with: "old")
        let error = #expect(throws: InvalidDocument.self) { try Document.read(StageRules.self, from: text) }
        #expect(
            error?.faults.map(\.path).sorted() == [
                "/comparedDays", "/otherwise", "/rules/0/when/0/value", "/rules/1/when/0/value",
            ]
        )
    }
}
