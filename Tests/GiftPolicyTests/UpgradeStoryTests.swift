import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Segmentation
import Testing

/// Story S04: Hua sees what gold asks for, reaches it, and sends it back.
@Suite struct `Seeing gold, reaching gold and sending it back` {
    private static let policy = StoryShop.policy(
        rules: """
            { "id": "upgrade", "name": { "en": "On reaching gold", "zh": "金卡升级礼" }, "occasion": "upgrade",
              "goal": "loyalty", "priority": 80, "on": { "tierReached": { "tier": "gold", "withinDays": 30 } },
              "when": { "field": "tier", "op": ">=", "value": "gold" },
              "gift": { "gifts": ["lamp"], "from": "150.00 CNY", "through": "200.00 CNY" } }
            """
    )

    private static let ordered = at("2026-10-01 20:15:00")
    private static let returned = at("2026-10-03 10:00:00")
    private static let again = at("2026-10-20 11:00:00")

    /// Hua on the last day of September: nine orders, 6,200.00.
    private static let hua = {
        var shop = StoryShop(policy, giving: [StoryShop.gift("lamp", "199.00", stock: 10)])
        shop.activities = (1...9)
            .map { Did.order("o-\($0)", $0 == 9 ? "1400.00 CNY" : "600.00 CNY", at("2026-0\($0)-15 12:00:00")) }
        return shop
    }()

    /// Hua after the order that makes her gold, with the gift that came of it.
    private static let golden = {
        var shop = hua
        shop.activities.append(Did.order("o-10", "1800.00 CNY", ordered))
        shop.give(at: ordered)
        return shop
    }()

    private static func tier(of hua: StoryShop, at instant: Timestamp) -> Tier.ID? {
        hua.facts(at: instant).profile.tier?.tier.id
    }

    @Test func `R-SEG-05 S04 Shows what is missing to gold and to diamond, with what both bring`() throws {
        let tier = try #require(Self.hua.facts(at: at("2026-09-30 18:00:00")).profile.tier)
        #expect((tier.tier.id, tier.spend, tier.amounts.orders) == ("silver", money("6200.00 CNY"), 9))
        #expect(tier.missing.map(\.tier.id) == ["gold", "diamond"])
        #expect(tier.missing.map(\.spend) == [money("1800.00 CNY"), money("23800.00 CNY")])
        #expect(tier.missing.map(\.ways[0].orders) == [1, 11])
        #expect(tier.missing.map(\.benefits[0].name.chinese) == ["免费升舱", "专属客服"])
        #expect(
            tier.missing.map { $0.reason.text(in: .english, from: .policy) } == [
                "1800.00 CNY, 1 order missing to Gold", "23800.00 CNY, 11 orders missing to Diamond",
            ]
        )
    }

    @Test func `R-TRIG-02 R-POL-03 S04 Brings the gift in the instant of the order that reaches gold`() {
        var hua = Self.hua
        hua.activities.append(Did.order("o-10", "1800.00 CNY", Self.ordered))
        let before = Self.ordered.later(-1)
        #expect((Self.tier(of: hua, at: before), hua.decision(at: before).candidates.count) == ("silver", 0))
        #expect(Self.tier(of: hua, at: Self.ordered) == "gold")
        #expect(hua.decision(at: Self.ordered).candidate(of: "upgrade")?.dispatch.instant == Self.ordered)
        hua.give(at: Self.ordered)
        #expect((hua.left(of: "lamp"), hua.held) == (9, money("199.00 CNY")))
        #expect(hua.grants.map { $0.terms?.occurrence.term } == ["tier-2026/gold"])
    }

    @Test func `R-TRIG-02 R-GIFT-04 S04 Calls the gift off when the order comes back whole, and gives it again later`()
        throws
    {
        var hua = Self.golden
        hua.activities.append(Did.returned("o-10", "1800.00 CNY", Self.returned))
        #expect(hua.decision(at: Self.returned.later(-1)).standing(of: hua.grants[0]) == .stands)
        #expect(Self.tier(of: hua, at: Self.returned) == "silver")
        let answer = hua.dispatch(at: Self.returned)
        #expect(answer.isCancelled)
        #expect(answer.told() == ["1800.00 CNY, 1 order missing to Gold"])
        #expect(hua.grants[0].state == .cancelled)
        #expect(hua.grants[0].step(to: .cancelled)?.reason == answer.reasons[0])
        #expect((hua.left(of: "lamp"), hua.held) == (10, money("0.00 CNY")))
        #expect(hua.decision(at: at("2026-10-19 11:00:00")).candidates.isEmpty)

        hua.activities.append(Did.order("o-11", "1800.00 CNY", Self.again))
        #expect(Self.tier(of: hua, at: Self.again) == "gold")
        hua.give(at: Self.again)
        #expect(hua.dispatch(at: Self.again).permit != nil)
        #expect(hua.grants.map(\.stands) == [false, true])
        #expect(hua.grants.map { $0.terms?.occurrence.term } == ["tier-2026/gold", "tier-2026/gold"])
        #expect((hua.left(of: "lamp"), hua.paid) == (9, money("199.00 CNY")))
    }

    @Test
    func `R-TRIG-02 R-GIFT-04 S04 Leaves a gift with her that was delivered before, with a note, and gives no other`()
        throws
    {
        var hua = Self.golden
        hua.dispatch(at: at("2026-10-02 09:00:00"))
        hua.report(.delivered, at: at("2026-10-02 16:00:00"))
        hua.activities.append(Did.returned("o-10", "1800.00 CNY", Self.returned))
        #expect(Self.tier(of: hua, at: Self.returned) == "silver")
        let decision = hua.decision(at: Self.returned)
        guard case .over(let note) = decision.standing(of: hua.grants[0]) else {
            return #expect(Bool(false), "what it was given for holds no longer")
        }
        #expect(note.text(in: .english, from: .policy) == "1800.00 CNY, 1 order missing to Gold")
        #expect(note.text(in: .chinese, from: .policy) == "距金卡还差1800.00 CNY、1笔订单")
        #expect(hua.dispatch(at: Self.returned) == .notWaiting(.delivered))
        #expect((hua.grants[0].state, hua.left(of: "lamp"), hua.paid) == (.delivered, 9, money("199.00 CNY")))

        hua.activities.append(Did.order("o-11", "1800.00 CNY", Self.again))
        #expect(Self.tier(of: hua, at: Self.again) == "gold")
        #expect(hua.decision(at: Self.again).told("upgrade") == ["given before, on 2026-10-01"])
        #expect(hua.give(at: Self.again).grants.isEmpty)
        // The next year is another.
        #expect(hua.decision(at: Self.again).standing(of: hua.grants[0]) == .stands)
        #expect(hua.decision(at: at("2027-01-01 09:00:00")).standing(of: hua.grants[0]) == .stands)
    }
}
