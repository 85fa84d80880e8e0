import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Segmentation
import Testing

/// Story S18: Ning's gift under a policy, what she takes back and what she asks; how she is forgotten is told elsewhere.
@Suite struct `Taking consent back` {
    private static let policy = StoryShop.policy(
        rules: """
            { "id": "birthday", "name": { "en": "Birthday", "zh": "生日礼" }, "occasion": "birthday", "goal": "loyalty",
              "priority": 70, "on": { "birthday": { "days": { "from": -3, "through": 3 } } },
              "when": { "field": "tier", "op": ">=", "value": "gold" },
              "gift": { "gifts": ["tea-set"], "from": "199.00 CNY", "through": "199.00 CNY" },
              "followUps": [
                { "id": "reminder", "after": "dispatched", "delayHours": 24,
                  "touch": { "kind": "reminder", "channels": ["sms"] } },
                { "id": "survey", "after": "delivered", "delayHours": 48,
                  "touch": { "kind": "survey", "channels": ["sms"], "content": "how-was-it" } }
              ] }
            """,
        """
        { "id": "summer", "name": { "en": "Thanks", "zh": "答谢礼" }, "occasion": "thanks", "goal": "loyalty",
          "priority": 40, "on": { "periodic": { "every": "calendarYear" } }, "when": { "all": [] },
          "gift": { "gifts": ["cup"], "from": "0.00 CNY", "through": "50.00 CNY" } }
        """,
        caps: #"{ "id": "monthly", "of": "gifts", "atMost": 1, "window": { "rollingDays": 30 } }"#,
        also: #""worth": { "rule": 1, "frequency": 0, "monetary": 0, "price": 0, "gift": 0 },"#
    )

    private static let planned = at("2026-02-01 09:00:00")
    private static let dispatch = at("2026-02-02 17:00:00")

    /// Ning, who is gold, after her gift was planned and taken out of stock.
    private static let ning = {
        var shop = StoryShop(
            policy,
            giving: [StoryShop.gift("tea-set", "199.00", stock: 10), StoryShop.gift("cup", "30.00")]
        )
        shop.record.birthday = .solar("1988-02-04")
        shop.record.industry = "retail"
        shop.consents = StoryShop.consents([.marketing, .giftDelivery, .surveys])
        shop.activities = (1...10)
            .map { number in
                Did.order("o-\(number)", "900.00 CNY", at("2026-01-\(number + 10) 12:00:00"))
            }
        shop.give(at: planned)
        return shop
    }()

    /// Ning, who takes her consent to the delivery back at `time` of the day of the dispatch.
    private static func withdrawing(at time: String) -> StoryShop {
        var shop = ning
        shop.consents = Consents(
            shop.consents.changes + [ConsentChange(to: .giftDelivery, withdrawnAt: at("2026-02-02 \(time)"))]
        )
        return shop
    }

    @Test func `R-GIFT-04 S18 Finds her gift planned, held and out of stock`() {
        #expect(Self.ning.grants.map(\.state) == [.reserved])
        #expect((Self.ning.left(of: "tea-set"), Self.ning.held) == (9, money("199.00 CNY")))
        var ning = Self.ning
        #expect(ning.dispatch(at: Self.dispatch).permit != nil)
    }

    @Test func `R-DATA-06 R-POL-05 S18 An hour before calls the gift off, and the cap does not count it`() {
        var ning = Self.withdrawing(at: "16:00:00")
        let answer = ning.dispatch(at: Self.dispatch)
        #expect(answer.isCancelled)
        #expect(answer.told() == ["consent to gift delivery withdrawn at 2026-02-02 08:00:00 UTC"])
        #expect(answer.told(in: .chinese) == ["已于2026-02-02 08:00:00 UTC撤回对礼品寄送的同意"])
        #expect(ning.grants.map(\.state) == [.cancelled])
        #expect((ning.left(of: "tea-set"), ning.held, ning.paid) == (10, money("0.00 CNY"), money("0.00 CNY")))
        let later = at("2026-02-03 09:00:00")
        #expect(ning.decision(at: later).giftsLeft == 1)
        #expect(ning.decision(at: later).refusals.map(\.kind) == [.blocked, .blocked])
        // Whoever consents again gets the next gift at once, as if there had been none.
        ning.consents = Consents(
            ning.consents.changes + [
                ConsentChange(to: .giftDelivery, givenAt: later, notice: "2026-02", proof: "form-8")!
            ]
        )
        #expect(ning.decision(at: later).candidates.map(\.rule) == ["birthday", "summer"])
    }

    @Test func `R-DATA-06 S18 Half an hour after lets the gift travel on, and no reminder and no survey follow`() throws
    {
        func followUps(of ning: StoryShop, at instant: Timestamp) -> [FollowUpFinding] {
            ning.decision(at: instant).followUps
        }
        var (willing, ning) = (Self.ning, Self.withdrawing(at: "17:30:00"))
        for index in 0...1 {
            var shop = index == 0 ? willing : ning
            #expect(shop.dispatch(at: Self.dispatch).permit != nil)
            shop.report(.delivered, at: at("2026-02-05 10:00:00"))
            #expect((shop.left(of: "tea-set"), shop.paid) == (9, money("199.00 CNY")))
            #expect(shop.decision(at: at("2026-02-05 10:00:00")).giftsLeft == 0)
            if index == 0 { willing = shop } else { ning = shop }
        }
        let later = at("2026-02-08 10:00:00")
        let due = followUps(of: willing, at: later)
        #expect(due.map(\.step) == ["reminder", "survey"])
        #expect(due.allSatisfy { if case .due = $0.standing { true } else { false } })

        let stopped = followUps(of: ning, at: later)
        #expect(stopped.map(\.standing) == [.stopped, .stopped])
        for finding in stopped {
            #expect(
                finding.reasons.map { $0.text(in: .english, from: .policy) } == [
                    "consent to gift delivery withdrawn at 2026-02-02 09:30:00 UTC"
                ]
            )
        }
        #expect(ning.decision(at: later).touches.isEmpty)
        #expect(ning.grants.map(\.state) == [.delivered])
    }

    @Test func `R-DATA-06 R-POL-11 S18 Shows her the facts that were used, each with source and date, and no other`()
        throws
    {
        var shop = Self.ning
        shop.grants = []
        let decision = shop.decision(at: Self.planned)
        let used = try #require(decision.factsUsed(by: "birthday"))
        #expect(
            used.map(\.title.english) == [
                "birthday", "consents", "earlier gifts", "quiet hours asked for", "tier", "time zone",
            ]
        )
        let known = [
            UsedFact("birthday", from: "registration", on: day("2024-05-01")),
            UsedFact("industry", from: "registration", on: day("2024-05-01")),
            UsedFact("tier", from: "tier-ladder", on: day("2026-02-01")),
            UsedFact("complaints", from: "service-desk", on: day("2025-11-11")),
            UsedFact("consents", from: "form-7", on: day("2011-01-01")),
        ]
        let terms = try #require(Self.ning.grants[0].terms)
        let use = try #require(
            DataUse(
                of: "c-1",
                for: .giftDelivery,
                in: .grant(terms.id),
                facts: used.used(among: known, orFrom: "crm", on: day("2026-02-01")),
                under: Self.ning.consents,
                at: Self.planned
            )
        )
        let account = use.account { AskedFact($0)?.title }
        #expect(
            Phrasebook.dataUse.texts(of: account, for: .customer, in: .english) == [
                "birthday was used, from registration, as of 2024-05-01",
                "consents was used, from form-7, as of 2011-01-01",
                "earlier gifts was used, from crm, as of 2026-02-01",
                "quiet hours asked for was used, from crm, as of 2026-02-01",
                "tier was used, from tier-ladder, as of 2026-02-01", "time zone was used, from crm, as of 2026-02-01",
                "consent to gift delivery given at 2011-01-01 02:00:00 UTC (notice 2011-01, proof form-7)",
            ]
        )
        // Why she was chosen rests on her birthday and her tier alone.
        #expect(
            decision.told("birthday") == [
                "birthday on 2026-02-04, celebrated from 2026-02-01 through 2026-02-07",
                "tier is Gold, as asked: at least Gold",
            ]
        )
    }

    @Test func `R-DATA-06 S18 Calls off what waits for her once she is erased`() {
        let (ning, now) = (Self.ning, Self.dispatch)
        var check = DispatchCheck(by: Self.policy.reference, validSeconds: 600)
        check.identity = .erased
        let customer = GuardCase(
            of: ning.facts(at: now),
            under: ning.circumstances(at: now),
            at: LocalClock(at: now, in: StoryShop.zone)!,
            leapDay: .dayBefore,
            before: Self.policy.guards
        )
        let answer = check.answer(for: ning.grants[0], of: customer)
        #expect(answer.isCancelled)
        #expect(answer.told() == ["the customer was erased"])
    }
}
