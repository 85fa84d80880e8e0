import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import GiftTesting
import Segmentation
import Testing

@Suite struct `The sentence of a rule` {
    private static let wakeUp = Rule(
        id: "wakeup",
        name: LocalizedText(english: "Wake-up", chinese: "唤醒"),
        occasion: .reactivation,
        goal: .loyalty,
        priority: 40,
        on: .inactive(moreThanDays: 90),
        when: .amount(.sales, .atLeast, money("1000.00 GBP")),
        restDays: 180,
        giving: GiftSelection(from: money("4.00 GBP"), through: money("15.00 GBP"))
    )

    private static var thanks: Rule {
        var selection = GiftSelection(at: [
            GiftPrice(from: money("20.00 GBP"), through: money("40.00 GBP"), for: ["gold"]),
            GiftPrice(from: money("5.00 GBP"), through: money("10.00 GBP")),
        ])
        selection.kinds = [.physical, .experience]
        selection.gifts = ["cup", "tea"]
        selection.characters = [.keepsake]
        selection.horizon = .reward
        selection.repeatDays = 365
        selection.choices = 3
        selection.substitutes = [GiftSelection([.coupon], from: money("5.00 GBP"), through: money("5.00 GBP"))]
        var rule = Rule(
            id: "thank you",
            name: LocalizedText(english: "Thanks", chinese: "致谢"),
            occasion: "jubilee",
            goal: .repurchase,
            priority: 80,
            on: .tierReached("gold", withinDays: 30),
            at: ScheduleGate(workdays: true, until: TimeOfDay("12:00:00")),
            when: .all([]),
            giving: selection,
            budget: money("500.00 GBP")
        )
        rule.target = .repurchase
        rule.touches = [TouchPlan(.greeting, by: [.weCom, .email])]
        rule.tasks = [StaffTask("call", for: .adviser, by: .telephone, withinHours: 48)]
        rule.followUps = [
            FollowUpStep(id: "survey", after: .delivered, hours: 72, .touch(TouchPlan(.message, by: [.email])))
        ]
        return rule
    }

    @Test func `R-POL-10 Reads as a shop keeper would say it, in both languages`() {
        #expect(
            Self.wakeUp.sentence
                == LocalizedText(
                    english: "“Wake-up” (wakeup): more than 90 days without a purchase; a gift from 4.00 GBP through "
                        + "15.00 GBP to whom this holds for: sales at least 1000.00 GBP; at most once in 180 days; "
                        + "occasion Reactivation, for loyalty, priority 40.",
                    chinese: "“唤醒”（wakeup）：超过90天未购买；向符合以下条件者送礼品一份，4.00 GBP至15.00 GBP："
                        + "销售额不低于1000.00 GBP；180天内至多一次；场合唤醒，目标忠诚，优先级40。"
                )
        )
    }

    @Test func `R-POL-10 Tells every part that a rule can have`() {
        #expect(
            Self.thanks.sentence
                == LocalizedText(
                    english: "“Thanks” (“thank you”): tier gold reached: within 30 days, only on workdays until "
                        + "12:00:00; one of 3 gifts to choose from of the kinds experience, goods of the characters "
                        + "keepsake meant as mid-term reward named “cup”, “tea” from 20.00 GBP through 40.00 GBP for the "
                        + "tiers gold, or from 5.00 GBP through 10.00 GBP, the same one not again within 365 days (or "
                        + "else a gift of the kinds coupon from 5.00 GBP through 5.00 GBP) to everybody; greeting by WeCom, "
                        + "or else e-mail; task “call” for the adviser by telephone within 2 days; “survey”: 3 days after "
                        + "the gift is delivered: message by e-mail; at most 500.00 GBP for all its gifts; occasion "
                        + "“jubilee”, for repurchase as told by the repurchase rate, priority 80.",
                    chinese: "“致谢”（“thank you”）：达到等级gold后30天内，仅限工作日，12:00:00前；向所有客户送3种礼品任选其一，"
                        + "类别：体验型礼品、实物礼品，性质：纪念性礼品，定位：中期回馈，名称：“cup”、“tea”，"
                        + "20.00 GBP至40.00 GBP（限等级gold），或5.00 GBP至10.00 GBP，365天内不重复同款"
                        + "（否则礼品一份，类别：优惠券，5.00 GBP至5.00 GBP）；祝福，渠道：企业微信，其次电子邮件；"
                        + "任务“call”，由顾问在2天内经电话完成；“survey”：礼品已签收3天后：资讯，渠道：电子邮件；"
                        + "全部礼品合计至多500.00 GBP；场合“jubilee”，目标复购（以复购率衡量），优先级80。"
                )
        )
    }

    @Test func `R-POL-13 Tells of a rule that gives no gift whom it is for`() {
        func rule(when condition: SegmentCondition) -> Rule {
            var rule = Rule(
                id: "news",
                name: Shop.name("News"),
                occasion: .reactivation,
                goal: .repurchase,
                priority: 10,
                on: .inactive(moreThanDays: 90),
                when: condition
            )
            rule.touches = [TouchPlan.light(by: [.email])]
            return rule
        }
        #expect(
            rule(when: .all([])).sentence.english
                == "“News” (news): more than 90 days without a purchase; for everybody; message by e-mail, at most "
                + "once in a calendar quarter; occasion Reactivation, for repurchase, priority 10."
        )
        #expect(rule(when: .tag("vip")).sentence.english.contains("; for whom this holds: tag "))
        #expect(rule(when: .tag("vip")).sentence.chinese.contains("；面向符合以下条件者："))
    }

    @Test func `R-POL-10 Calls tiers and segments by their names where it is told them`() {
        let tiers = [Tier(id: "gold", name: LocalizedText(english: "Gold card", chinese: "金卡"))]
        let loyal = Segment(id: "loyal", name: LocalizedText(english: "Loyal", chinese: "忠诚客户"), where: .all([]))
        let rule = Rule(
            id: "r",
            name: Shop.name("r"),
            occasion: .upgrade,
            goal: .loyalty,
            priority: 1,
            on: .tierReached("gold", withinDays: 1),
            when: .all([.tier(.atLeast, "gold"), .segment("loyal")]),
            giving: GiftSelection(at: [GiftPrice(from: money("1.00 EUR"), through: money("2.00 EUR"), for: ["gold"])])
        )
        let sentence = rule.sentence(calling: tiers, [loyal])
        #expect(sentence.english.contains("tier Gold card reached"))
        #expect(sentence.english.contains("tier at least Gold card and in the segment Loyal"))
        #expect(sentence.english.contains("2.00 EUR for the tiers Gold card"))
        #expect(sentence.chinese.contains("达到等级金卡后1天内"))
    }

    @Test(arguments: 0..<12 as Range<UInt64>)
    func `R-POL-10 Is another for every other rule, in either language`(seed: UInt64) {
        var samples = SampleRules(seed: seed)
        var rules = (0..<100).map { _ in samples.rule() }
        for rule in rules { rules += (0..<8).map { _ in samples.variant(of: rule) } }
        // Names say the same in both languages here, so that neither language may leave anything out.
        expectDistinct(rules, \.sentence)
        #expect(Set(rules).count > 500)
    }

    @Test(arguments: 0..<12 as Range<UInt64>)
    func `R-POL-10 Tells triggers, conditions and gifts apart by themselves`(seed: UInt64) {
        var samples = SampleRules(seed: 1000 + seed)
        let rules = (0..<300).map { _ in samples.rule() }
        expectDistinct(rules.map(\.trigger), \.sentence)
        expectDistinct(rules.compactMap(\.selection), \.sentence)
        expectDistinct(rules.map(\.condition)) { $0.phrase() }
    }

    @Test func `R-POL-10 Is another for rules whose names differ in one language alone`() {
        func rule(_ english: String, _ chinese: String) -> Rule {
            let rule = Self.wakeUp
            return Rule(
                id: rule.id,
                name: LocalizedText(english: english, chinese: chinese),
                occasion: rule.occasion,
                goal: rule.goal,
                priority: rule.priority,
                on: rule.trigger,
                when: rule.condition,
                giving: rule.selection
            )
        }
        let (one, other) = (rule("a", "甲").sentence, rule("a", "乙").sentence)
        #expect(one != other && one.english == other.english && one.chinese != other.chinese)
    }
}
