import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Segmentation
import Testing

/// Story S01: Lin registers late in the evening, and gets a pack that is whole.
@Suite struct `A welcome within a day, but not at night` {
    private static let registered = at("2026-03-06 21:40:00")

    private static let policy = StoryShop.policy(
        rules: """
            { "id": "welcome", "name": { "en": "Welcome", "zh": "欢迎礼" }, "occasion": "welcome",
              "goal": "acquisition", "priority": 50, "on": { "welcome": { "withinHours": 24 } }, "when": { "all": [] },
              "gift": { "gifts": ["pack"], "from": "0.00 CNY", "through": "20.00 CNY" } }
            """,
        also: #""quietTimes": { "from": "22:00:00", "until": "08:00:00" },"#
    )

    /// Lin, a pack and what is in it; the coupon is booked at 30 % of what it takes off.
    private static func lin(bags: Int64 = 100) throws -> StoryShop {
        let coupon = try CouponTerms(
            .amount(money("20.00 CNY")),
            from: money("200.00 CNY"),
            validMilliseconds: 30 * Timestamp.day
        )
        let booked = try #require(try coupon.expectedCost(usedBy: Ratio("3/10")!, typicalSpend: money("200.00 CNY")))
        #expect(booked == money("6.00 CNY"))
        var lin = StoryShop(
            policy,
            giving: [
                StoryShop.gift("booklet", "2.00"), StoryShop.gift("bag", "8.00", stock: bags),
                StoryShop.gift("coupon", "6.00", .coupon) { $0.coupon = coupon },
            ],
            sets: [GiftSet(in: StoryShop.gift("pack", "0.00"), of: ["booklet": 1, "bag": 1, "coupon": 1])!]
        )
        lin.activities = [Did.act(.registration, registered)]
        return lin
    }

    @Test func `R-TRIG-01 R-POL-04 S01 Leaves at eight in the morning, before its deadline, and says why`() throws {
        let decision = try Self.lin().decision(at: at("2026-03-06 22:05:00"))
        let candidate = try #require(decision.candidate(of: "welcome"))
        #expect(candidate.options.map(\.gift) == ["pack"])
        #expect(candidate.options[0].cost.expected == money("16.00 CNY"))
        #expect(candidate.dispatch.instant == at("2026-03-07 08:00:00"))
        #expect(candidate.dispatch.instant == Self.registered.later(10 * Timestamp.hour + 20 * Timestamp.minute))
        #expect(
            decision.told("welcome") == [
                "registered at 2026-03-06 21:40:00, 24 hours until 2026-03-07 21:40:00",
                "due at 2026-03-06 22:05:00, quiet until 2026-03-07 08:00:00",
            ]
        )
        #expect(
            decision.told("welcome", in: .chinese) == [
                "于2026-03-06 21:40:00注册，24小时内有效，截至2026-03-07 21:40:00",
                "应于2026-03-06 22:05:00发出，免打扰至2026-03-07 08:00:00",
            ]
        )
    }

    @Test func `R-GIFT-10 R-POL-03 S01 Is one grant that takes each part out of stock and costs 16.00`() throws {
        var lin = try Self.lin()
        let plan = lin.give(at: at("2026-03-06 22:05:00"))
        #expect((plan.grants.count, plan.budget.committed) == (1, money("16.00 CNY")))
        #expect((lin.held, lin.paid) == (money("16.00 CNY"), money("0.00 CNY")))
        #expect(lin.dispatch(at: at("2026-03-07 08:00:00")).permit != nil)
        #expect(lin.grants.map(\.state) == [.dispatched])
        #expect(["booklet", "bag", "coupon"].map { lin.left(of: $0) } == [99, 99, 99])
        #expect((lin.held, lin.paid) == (money("0.00 CNY"), money("16.00 CNY")))
    }

    @Test func `R-SEG-03 R-TRIG-01 S01 Is not given again with the first order, which makes Lin a new customer`() throws
    {
        var lin = try Self.lin()
        lin.give(at: at("2026-03-06 22:05:00"))
        lin.dispatch(at: at("2026-03-07 08:00:00"))
        let ordered = at("2026-03-07 10:15:00")
        lin.activities.append(Did.order("o-1", "50.00 CNY", ordered))
        #expect(lin.facts(at: ordered.later(-1)).profile.stage.stage == .prospect)
        #expect(lin.facts(at: ordered).profile.stage.stage == .new)
        let again = lin.decision(at: ordered)
        #expect(again.candidates.isEmpty)
        #expect(again.refusal(of: "welcome")?.kind == .notDue)
        #expect(again.told("welcome") == ["given before, on 2026-03-07"])
        #expect(again.told("welcome", in: .chinese) == ["已于2026-03-07送过"])
        #expect(lin.give(at: ordered).grants.isEmpty)
    }

    @Test func `R-TRIG-01 S01 Goes out at once a second before the deadline, and not at it`() throws {
        var lin = try Self.lin()
        let late = lin.decision(at: at("2026-03-07 21:40:00"))
        #expect((late.candidates.isEmpty, late.refusal(of: "welcome")?.kind) == (true, .notDue))
        #expect(late.refusal(of: "welcome")?.earliest == nil)
        #expect(
            late.told("welcome") == [
                "deadline 2026-03-07 21:40:00 passed, 24 hours after the registration: 0 seconds too late"
            ]
        )
        let last = at("2026-03-07 21:39:59")
        #expect(lin.decision(at: last).candidate(of: "welcome")?.dispatch.instant == last)
        lin.give(at: last)
        #expect(lin.dispatch(at: last).permit != nil)
    }

    @Test func `R-GIFT-10 R-POL-11 S01 Is refused whole when bags are out of stock, and takes nothing`() throws {
        var lin = try Self.lin(bags: 0)
        let now = at("2026-03-06 22:05:00")
        let decision = lin.decision(at: now)
        #expect(decision.refusal(of: "welcome")?.kind == .unfunded)
        #expect(
            decision.told("welcome") == ["no gift in stock fits from 0.00 CNY to 20.00 CNY", "pack: bag has run out"]
        )
        #expect(decision.told("welcome", in: .chinese).last == "「pack」：「bag」已发完")
        #expect(lin.give(at: now).grants.isEmpty)
        #expect((lin.left(of: "booklet"), lin.left(of: "coupon")) == (100, 100))
        #expect((lin.held, lin.paid) == (money("0.00 CNY"), money("0.00 CNY")))
    }
}
