import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Segmentation
import Testing

/// Story S07: four parents leave a crib in the cart.
@Suite struct `A crib in the cart` {
    private static func offer(_ id: String, when sensitivity: String, giving gift: String) -> String {
        """
        { "id": "\(id)", "name": { "en": "Cart, \(id)", "zh": "购物车\(id)" }, "occasion": "cart",
          "goal": "repurchase", "priority": 60, "on": { "cart": { "untouchedMinutes": 120 } },
          "when": { "field": "label", "name": "sensitivity", "op": "==", "value": "\(sensitivity)" },
          "gift": { "kinds": ["coupon"], "gifts": ["\(gift)"], "from": "0.00 CNY", "through": "200.00 CNY" },
          "tasks": [\(adviser)] }
        """
    }

    private static let adviser = #"{ "work": "child-care", "for": "adviser", "by": "weCom", "withinHours": 48 }"#

    private static let policy = StoryShop.policy(
        rules: offer("price", when: "price", giving: "off-200"),
        offer("quality", when: "quality", giving: "off-5-percent"),
        """
        { "id": "adviser", "name": { "en": "Cart, adviser only", "zh": "购物车顾问" }, "occasion": "cart",
          "goal": "repurchase", "priority": 60, "on": { "cart": { "untouchedMinutes": 120 } },
          "when": { "field": "label", "name": "sensitivity", "op": "unknown" },
          "tasks": [\(adviser)] }
        """,
        also: """
            "quietTimes": { "from": "22:00:00", "until": "08:00:00" },
            "labels": [{ "id": "sensitivity", "kind": "word", "words": ["price", "quality", "neither"] }],
            """
    )

    private static let crib = money("1899.00 CNY")
    private static let twoDays = 48 * Timestamp.hour
    private static let amount = Shop.trapping {
        try CouponTerms(.amount(money("200.00 CNY")), from: money("1500.00 CNY"), validMilliseconds: twoDays)
    }
    private static let share = Shop.trapping {
        try CouponTerms(.share(Ratio("1/20")!), from: money("0.00 CNY"), validMilliseconds: twoDays)
    }

    /// A parent who bought things before, so dear among their like and on offer or not, and left the crib at `touched`.
    private static func parent(_ bought: [(onOffer: Bool, rank: String)], touched: String) -> StoryShop {
        var parent = StoryShop(
            policy,
            giving: [
                StoryShop.gift("off-200", "60.00", .coupon) { $0.coupon = amount },
                StoryShop.gift("off-5-percent", "30.00", .coupon) { $0.coupon = share },
            ]
        )
        parent.sensitivity = .usual
        var evidence = SensitivityEvidence(in: .cny)
        for purchase in bought {
            let priced = PricedPurchase(money("80.00 CNY"), onOffer: purchase.onOffer, priceRank: Share(purchase.rank))!
            Shop.trapping { try evidence.add(priced) }
        }
        parent.evidence = bought.isEmpty ? nil : evidence
        parent.activities = [Did.cart("crib", 1, "1899.00 CNY", at("2026-05-12 \(touched)"))]
        return parent
    }

    private static let thrifty = [(onOffer: true, rank: "1/10"), (true, "1/5"), (true, "0")]
    private static let choosy = [(onOffer: false, rank: "9/10"), (false, "4/5"), (false, "1")]

    private static func order(at time: String) -> Order {
        Order(id: "o-1", customer: "c-1", placedAt: at("2026-05-14 \(time)"), total: crib)!
    }

    @Test func `R-TRIG-08 R-SEG-14 S07 Brings who looks at prices 200.00 off, good for 48 hours`() throws {
        var parent = Self.parent(Self.thrifty, touched: "19:30:00")
        let early = parent.decision(at: at("2026-05-12 21:29:59"))
        #expect((early.candidates.isEmpty, early.tasks.isEmpty) == (true, true))
        #expect(early.refusal(of: "price")?.earliest?.instant == at("2026-05-12 21:30:00"))
        let due = at("2026-05-12 21:30:00")
        let decision = parent.decision(at: due)
        #expect(decision.candidates.map(\.rule) == ["price"])
        #expect(decision.candidates.map(\.dispatch.instant) == [due])
        #expect(decision.tasks.map(\.task.work) == ["child-care"])
        #expect(decision.tasks.map(\.dueBy) == [at("2026-05-14 21:30:00")])
        parent.give(at: due)
        #expect(parent.dispatch(at: due).permit != nil)
        #expect(parent.grants.map { $0.terms?.gift } == ["off-200"])

        let coupon = try #require(parent.gifts["off-200"]?.coupon)
        #expect(try coupon.discount(on: money("1499.99 CNY")) == nil)
        #expect(try coupon.discount(on: money("1500.00 CNY")) == money("200.00 CNY"))
        let issued = try #require(parent.grants[0].step(to: .dispatched)?.occurredAt)
        #expect(coupon.expiry(ofIssue: issued) == at("2026-05-14 21:30:00"))
        let last = try coupon.verdict(on: Self.order(at: "21:29:59"), issuedAt: issued)
        #expect(last == .takesOff(money("200.00 CNY")))
        let late = try coupon.verdict(on: Self.order(at: "21:30:00"), issuedAt: issued)
        #expect(late == .refused([Reason(CouponReason.couponExpired)]))
    }

    @Test func `R-TRIG-08 R-SEG-14 R-GIFT-11 S07 Brings who looks at quality 5 % off, which is 94.95`() throws {
        var parent = Self.parent(Self.choosy, touched: "19:30:00")
        let due = at("2026-05-12 21:30:00")
        #expect(parent.decision(at: due).candidates.map(\.rule) == ["quality"])
        #expect(parent.decision(at: due).tasks.count == 1)
        parent.give(at: due)
        let coupon = try #require(parent.gifts[parent.grants[0].terms!.gift]?.coupon)
        #expect(try coupon.discount(on: Self.crib) == money("94.95 CNY"))
        #expect(coupon.expiry(ofIssue: due) == at("2026-05-14 21:30:00"))
    }

    @Test func `R-TRIG-08 R-POL-04 S07 Waits for the morning, and sends nothing once it is paid`() throws {
        var parent = Self.parent(Self.thrifty, touched: "20:15:00")
        #expect(
            parent.decision(at: at("2026-05-12 21:30:00")).refusal(of: "price")?.earliest?.instant
                == at("2026-05-12 22:15:00")
        )
        let due = at("2026-05-12 22:15:00")
        let decision = parent.decision(at: due)
        let morning = at("2026-05-13 08:00:00")
        #expect(decision.candidates.map(\.dispatch.instant) == [morning])
        #expect(decision.tasks.map(\.start.instant) == [morning])
        parent.give(at: due)
        parent.activities.append(Did.order("o-1", "1899.00 CNY", at("2026-05-13 07:50:00")))
        let answer = parent.dispatch(at: morning)
        #expect(answer.isCancelled)
        #expect(answer.told() == ["cart last changed at 2026-05-12 20:15:00, paid at 2026-05-13 07:50:00"])
        #expect(parent.grants.map(\.state) == [.cancelled])
        #expect((parent.left(of: "off-200"), parent.held, parent.paid) == (100, money("0.00 CNY"), money("0.00 CNY")))
        let paid = parent.decision(at: morning)
        #expect((paid.candidates, paid.tasks, paid.touches) == ([], [], []))
    }

    @Test func `R-POL-13 R-SEG-14 S07 Brings an adviser alone where nobody knows what counts, and names that`() {
        let parent = Self.parent([], touched: "19:30:00")
        let decision = parent.decision(at: at("2026-05-12 21:30:00"))
        #expect(decision.candidates.isEmpty)
        #expect(decision.tasks.map(\.origin.rule) == ["adviser"])
        #expect(decision.tasks.map(\.dueBy) == [at("2026-05-14 21:30:00")])
        for rule: Rule.ID in ["price", "quality"] {
            #expect(decision.refusal(of: rule)?.kind == .notDue)
            #expect(decision.told(rule) == ["label sensitivity is not known"])
        }
        #expect(decision.told("price", in: .chinese) == ["字段sensitivity未知"])
    }

    @Test func `R-EFF-02 S07 Is won back at 28 %, where 14 of 50 paid within 48 hours`() throws {
        let window = try #require(MeasureWindow(until: 2))
        let reminded = (0..<50).map { at("2026-05-03 09:00:00").later(Int64($0) * 12 * Timestamp.hour) }
        // Fourteen pay in time, the last of them in the last millisecond; one a millisecond later; the others never.
        let paid = reminded.enumerated()
            .compactMap { index, instant -> (reminded: Timestamp, paid: Timestamp)? in
                switch index {
                case 0..<13: (instant, instant.later(Int64(index) * 3 * Timestamp.hour))
                case 13: (instant, instant.later(Self.twoDays - 1))
                case 14: (instant, instant.later(Self.twoDays))
                default: nil
                }
            }
        let inTime = paid.count { window.contains($0.paid, after: $0.reminded) }
        let rate = Rate(
            .cartRecovery,
            try #require(MeasuredCount(Int64(inTime), LocalizedText(english: "paid", chinese: "已付款"))),
            of: try #require(MeasuredCount(50, LocalizedText(english: "reminded", chinese: "已提醒"))),
            within: window
        )
        #expect((rate.numerator.count, rate.ratio) == (14, Ratio("28/100")))
        #expect(rate.reason["rate"] == .ratio(Ratio.percent(28)))
    }
}

extension MeasureName {
    fileprivate static let cartRecovery: MeasureName = "cartRecovery"
}
