import GiftModel
import GiftTesting
import Segmentation
import Testing

@Suite struct `The phrase of a condition` {
    static let tiers = [
        Tier(id: "gold", name: LocalizedText(english: "Gold", chinese: "金卡")),
        Tier(id: "silver", name: LocalizedText(english: "Silver", chinese: "银卡")),
    ]

    static let asleep = Segment(
        id: "asleep",
        name: LocalizedText(english: "Asleep", chinese: "沉睡客户"),
        where: .stage(in: [.dormant])
    )

    @Test(
        arguments: [
            (.all([]), "everybody", "所有客户"), (.any([]), "nobody", "无客户"),
            (
                .amount(.sales, inDays: 90, .atLeast, Money("1000.00 GBP")!),
                "sales in the last 90 days at least 1000.00 GBP", "近90天销售额不低于1000.00 GBP"
            ),
            (.daysSinceLastPurchase(.above, 90), "time since the last purchase above 90 days", "上次购买至今高于90天"),
            (.tier(.atLeast, "gold"), "tier at least Gold", "等级不低于金卡"),
            (.tier(in: ["gold", "silver"]), "tier one of Gold, Silver", "等级属于金卡、银卡"),
            (.tier(.equal, "bronze"), "tier exactly bronze", "等级等于bronze"),
            (.noneOf(.stage, ["new"]), "stage other than New", "阶段不等于新客"), (.tag("ski"), "tag ski held", "具有标签ski"),
            (.compared(.tag("ski"), .equal, .truth(false)), "tag ski not held", "不具有标签ski"),
            (.known(.trait(.age)), "age known", "年龄已知"), (.unknown(.label("nps")), "label nps not known", "字段nps未知"),
            (.segment("asleep"), "in the segment Asleep", "属于客群沉睡客户"),
            (
                .all([.tag("a"), .any([.tag("b"), .not(.tag("c"))])]),
                "tag a held and (tag b held or not (tag c held))",
                "具有标签a且（具有标签b或非（具有标签c））"
            ),
        ] as [(SegmentCondition, String, String)]
    )
    func `R-POL-10 Reads as people say it, in both languages`(
        condition: SegmentCondition,
        english: String,
        chinese: String
    ) {
        let phrase = condition.phrase(calling: Self.tiers, [Self.asleep])
        #expect((phrase.english, phrase.chinese) == (english, chinese))
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `R-POL-10 Tells conditions apart that are not the same`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var seen: [LocalizedText: SegmentCondition] = [:]
        for _ in 0..<400 {
            let condition = SampleSegments.condition(depth: 3, &random).canonical
            let phrase = condition.phrase(calling: Self.tiers)
            let other = seen.updateValue(condition, forKey: phrase) ?? condition
            #expect(other == condition, "both read “\(phrase.english)”")
            let english = seen.keys.count { $0.english == phrase.english }
            #expect(english == 1 && seen.keys.count { $0.chinese == phrase.chinese } == 1)
        }
    }
}
