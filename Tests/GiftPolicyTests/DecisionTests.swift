import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Segmentation
import Testing

@Suite struct `A decision` {
    private func decision(
        _ orders: [(String, Int64)],
        grants: [GiftGrant] = [],
        asOf: CalendarDate = Shop.today,
        under policy: Policy = Shop.policy()
    ) -> Decision {
        policy.decision(for: Shop.facts(orders, grants: grants, asOf: asOf), choosingFrom: Shop.gifts)
    }

    @Test func `R-TRIG-04 Wakes up a customer after more than 90 days, not at 90 (S05)`() throws {
        let at90 = decision([("2011-09-11", 200_00)])
        let refusal = try #require(at90.refusal(of: "wake-up"))
        #expect((refusal.kind, refusal.earliestDay) == (.notDue, day("2011-12-11")))
        #expect(
            at90.why(not: "wake-up") == [
                "last order 90 days ago, on 2011-09-11, not yet more than 90 days: 1 day to go"
            ]
        )

        let at91 = decision([("2011-09-11", 200_00)], asOf: day("2011-12-11"))
        #expect(at91.candidates.map(\.rule) == ["wake-up"])
        #expect(
            at91.candidates[0].reasons.map { $0.text(in: .chinese, from: .policy) } == [
                "自2011-09-11起已91天未购买，超过90天", "销售额为200.00 EUR，符合“不低于100.00 EUR”",
            ]
        )
    }

    @Test func `R-TRIG-04 Leaves a silent customer alone whose sales are too small, and says how small`() {
        #expect(
            decision([("2011-01-01", 99_99)]).why(not: "wake-up") == [
                "sales is 99.99 EUR, asked for: at least 100.00 EUR"
            ]
        )
    }

    @Test func `R-TRIG-01 Welcomes the first order for 30 days`() {
        #expect(decision([("2011-11-10", 1_00)]).candidates.map(\.rule) == ["welcome"])
        #expect(
            decision([("2011-11-09", 1_00)]).why(not: "welcome") == [
                "first order 31 days ago, longer than 30 days", "stage is Growing, asked for: exactly New",
            ]
        )
        #expect(decision([("2011-11-09", 1_00)]).refusal(of: "welcome")?.earliest == nil)
    }

    @Test func `R-TRIG-02 Thanks for a tier when it has been reached, once for each tier and year`() {
        let orders: [(String, Int64)] = [("2011-06-01", 1_000_00), ("2011-11-20", 1_000_00)]
        let fresh = decision(orders)
        #expect(fresh.candidates.map(\.rule) == ["thanks"])
        #expect(
            fresh.candidates[0].reasons[0].text(in: .english, from: .policy)
                == "Gold reached on 2011-11-20, 20 days ago, within 30 days"
        )

        let term = fresh.candidates[0].occurrence.term
        #expect(term == "tier-2011/gold")
        let again = decision(orders, grants: [Shop.grant(.upgrade, term: term, on: "2011-11-05")])
        #expect(again.why(not: "thanks") == ["given before, on 2011-11-05"])
        #expect(
            decision([("2011-10-01", 2_000_00)]).why(not: "thanks") == [
                "Gold reached on 2011-10-01, 70 days ago, longer than 30 days"
            ]
        )
        #expect(
            decision([("2011-12-01", 1_999_99)]).why(not: "thanks") == [
                "0.01 EUR missing to Gold", "tier is Silver, asked for: at least Gold",
            ]
        )
    }

    @Test func `R-TRIG-02 Takes back the tier with the money`() {
        let returned = decision([("2011-12-01", 2_000_00), ("2011-12-05", -1)])
        #expect(returned.why(not: "thanks").first == "0.01 EUR missing to Gold")
    }

    @Test func `R-DATA-05 Gives nothing on facts that are not known, and names them`() {
        let unknown = decision([("2011-12-01", -5_00)])
        #expect(unknown.candidates.isEmpty)
        #expect(unknown.refusals.map(\.kind) == [.notDue, .notDue, .notDue])
        #expect(unknown.why(not: "wake-up") == ["Purchases: not known", "sales is not known"])
        #expect(unknown.why(not: "welcome") == ["Purchases: not known", "stage is not known"])
    }

    @Test func `R-TRIG-01 Knows a prospect has not bought yet`() {
        #expect(
            decision([]).why(not: "welcome") == ["nothing was bought yet", "stage is Prospect, asked for: exactly New"]
        )
    }

    @Test func `R-POL-04 Keeps to one gift in 30 days over all rules`() {
        let orders: [(String, Int64)] = [("2011-01-01", 200_00)]
        let given = [Shop.grant(.welcome, on: "2011-11-11", then: [.approved])]
        let capped = decision(orders, grants: given)
        #expect(capped.giftsLeft == 0)
        #expect(
            capped.why(not: "wake-up") == [
                "1 of at most 1 gifts in any 30 days (gifts): free on 2011-12-11, 1 day to go"
            ]
        )
        #expect(capped.refusal(of: "wake-up")?.kind == .suppressed)
        #expect(capped.refusal(of: "wake-up")?.earliestDay == day("2011-12-11"))

        let free = decision(orders, grants: given, asOf: day("2011-12-11"))
        #expect((free.giftsLeft, free.candidates.map(\.rule)) == (1, ["wake-up"]))
    }

    @Test func `R-POL-04 Tells when enough of the counted gifts have left the window`() {
        let policy = Shop.policy { $0.caps = [Shop.cap(2, inDays: 30)] }
        let given = ["2011-11-20", "2011-12-01", "2011-11-15"]
            .map { Shop.grant(.welcome, term: .init("w-\($0)" as String)!, on: $0, then: [.approved]) }
        let capped = decision([("2011-01-01", 200_00)], grants: given, under: policy)
        #expect(capped.refusal(of: "wake-up")?.earliestDay == day("2011-12-20"))
        #expect(
            capped.why(not: "wake-up") == [
                "3 of at most 2 gifts in any 30 days (gifts): free on 2011-12-20, 10 days to go"
            ]
        )
    }

    @Test func `R-TRIG-04 Lets an occasion rest after a gift`() {
        let resting = decision([("2011-06-15", 200_00)], grants: [Shop.grant(.reactivation, on: "2011-06-14")])
        #expect(resting.why(not: "wake-up") == ["last given on 2011-06-14, less than 180 days ago"])
        #expect(resting.refusal(of: "wake-up")?.earliestDay == day("2011-12-11"))
        let rested = decision([("2011-06-15", 200_00)], grants: [Shop.grant(.reactivation, on: "2011-06-13")])
        #expect(rested.candidates.map(\.rule) == ["wake-up"])
    }

    @Test func `R-TRIG-04 Gives once for each silence, also after the rest`() {
        let given = Shop.grant(.reactivation, term: "since-2011-01-01", on: "2011-04-02")
        #expect(
            decision([("2011-01-01", 200_00)], grants: [given]).why(not: "wake-up") == ["given before, on 2011-04-02"]
        )
        #expect(decision([("2011-04-10", 200_00)], grants: [given]).candidates.map(\.rule) == ["wake-up"])
    }

    @Test func `R-TRIG-02 Gives again what was called off, as another attempt, and does not count it`() {
        let orders: [(String, Int64)] = [("2011-10-20", 1_00), ("2011-11-20", 2_000_00)]
        let calledOff = Shop.grant(.upgrade, term: "tier-2011/gold", on: "2011-12-01", then: [.cancelled])
        let again = decision(orders, grants: [calledOff])
        #expect(again.giftsLeft == 1)
        #expect(again.candidates.map(\.rule) == ["thanks"])
        #expect(again.candidates.map(\.attempt) == [2])
        let standing = Shop.grant(.upgrade, term: "tier-2011/gold", on: "2011-11-01", then: [.approved, .reserved])
        #expect(decision(orders, grants: [calledOff, standing]).why(not: "thanks") == ["given before, on 2011-11-01"])
    }

    @Test func `R-POL-01 Offers the gifts that fit occasion, tier, price and stock, best first`() {
        let gifts = Shop.catalog([
            Shop.gift("exact", "10.00 EUR"), Shop.gift("dear", "10.01 EUR"), Shop.gift("gone", "10.00 EUR", stock: 0),
            Shop.gift("golden", "10.00 EUR", tiers: ["gold"]), Shop.gift("hello", "10.00 EUR", occasions: [.welcome]),
            Shop.gift("cheap", "1.99 EUR"), Shop.gift("near", "6.00 EUR"), Shop.gift("also", "6.00 EUR"),
        ])
        // The only customer scores 1 for monetary value, so the target is the lowest price, 2.00 EUR.
        let decision = Shop.policy().decision(for: Shop.facts([("2011-01-01", 200_00)]), choosingFrom: gifts)
        #expect(decision.candidates[0].options.map(\.gift) == ["also", "near", "exact"])
        #expect(decision.candidates[0].options.map(\.worth.total) == [130, 130, 80])
    }

    @Test func `R-POL-11 Explains a worth by parts that sum to it`() {
        let policy = Shop.policy()
        let decision = decision([("2011-01-01", 200_00)])
        for candidate in decision.candidates {
            for option in candidate.options {
                let reasons = policy.reasons(for: option, of: candidate)
                let parts = reasons.compactMap { part -> Int64? in
                    if case .number(let worth)? = part["worth"] { worth } else { nil }
                }
                #expect(parts.count == reasons.count && parts.count == 4)
                #expect(parts.reduce(0, +) == option.worth.total)
            }
        }
    }

    @Test func `R-POL-01 Means a dearer gift for who bought for more`() {
        // Of three customers the first has bought for least and scores 1, then come 2 and 4.
        let three = (0..<3).map { Customer.ID(String("c-\($0)"))! }
        let others = three.enumerated().map { ($1, [("2011-01-01", Int64(100_00 + 100_00 * $0))]) }
        let targets = three.map { customer in
            let facts = Shop.facts(among: others, of: customer)
            return Shop.policy().decision(for: facts, choosingFrom: Shop.gifts).candidates[0].target
        }
        #expect(targets == [money("2.00 EUR"), money("4.00 EUR"), money("8.00 EUR")])
        let dearest = Shop.facts(among: others, of: three[2])
        let options = Shop.policy().decision(for: dearest, choosingFrom: Shop.gifts).candidates[0].options
        #expect(options.map(\.gift) == ["tea", "cup"])
        #expect(options.map(\.worth.price) == [88, 50])
    }

    @Test func `R-POL-01 Gives only gifts of the kinds that the rule names`() {
        let policy = Shop.policy { document in
            document.rules = [
                Rule(
                    id: "coupons",
                    name: Shop.name("coupons"),
                    occasion: .reactivation,
                    goal: .repurchase,
                    priority: 1,
                    on: .inactive(moreThanDays: 90),
                    when: .count(.orders, .atLeast, 1),
                    giving: GiftSelection([.coupon], from: money("0.00 EUR"), through: money("9.00 EUR"))
                )
            ]
        }
        let facts = Shop.facts([("2011-01-01", 200_00)])
        #expect(policy.decision(for: facts, choosingFrom: Shop.gifts).refusal(of: "coupons")?.kind == .unfunded)
        let coupon = Gift(
            id: "off",
            name: Shop.name("off"),
            kind: .coupon,
            cost: LandedCost(goods: 1_00, in: .eur)!,
            stock: 1
        )!
        let gifts = Shop.catalog(Shop.gifts.gifts + [coupon])
        #expect(policy.decision(for: facts, choosingFrom: gifts).candidates[0].options.map(\.gift) == ["off"])
    }

    @Test func `R-POL-01 Says that a catalog in another currency cannot be given from`() throws {
        let decision = Shop.policy()
            .decision(
                for: Shop.facts([("2011-01-01", 200_00)]),
                choosingFrom: try Catalog([], in: .usd)
            )
        #expect(decision.why(not: "wake-up") == ["the gifts cost USD, the policy is in EUR"])
    }

    // Names that are stored for ever: they must never change.
    @Test func `R-POL-10 Names what came round in the same words for ever`() throws {
        let upgrade = decision([("2011-10-20", 1_00), ("2011-11-20", 2_000_00)]).candidates[0]
        let silence = decision([("2011-01-01", 200_00)]).candidates[0]
        let welcome = decision([("2011-12-01", 1_00)]).candidates[0]
        #expect(
            [upgrade, silence, welcome].map(\.occurrence.term) == ["tier-2011/gold", "since-2011-01-01", "first-order"]
        )

        let lifetime = Shop.policy { document in
            document.tiers = Shop.trapping {
                try TierLadder(
                    base: Shop.tiers.base,
                    rungs: Shop.tiers.rungs,
                    spend: .net,
                    window: .lifetime
                )
            }
        }
        let ever = decision([("2011-10-20", 1_00), ("2011-11-20", 2_000_00)], under: lifetime).candidates[0]
        #expect(ever.occurrence.term == "tier/gold")
        let long = String(repeating: "g", count: 255)
        let named = Shop.policy { document in
            document.tiers = Shop.trapping {
                try TierLadder(
                    base: Shop.tiers.base,
                    rungs: [TierRung(Tier(id: Tier.ID(long)!, name: Shop.name("long")), atLeast: money("1.00 EUR"))],
                    spend: .net,
                    window: .lifetime
                )
            }
            document.rules = [
                Rule(
                    id: "long",
                    name: Shop.name("long"),
                    occasion: .upgrade,
                    goal: .loyalty,
                    priority: 1,
                    on: .tierReached(Tier.ID(long)!, withinDays: 30),
                    when: .count(.orders, .atLeast, 1),
                    giving: Shop.thanks.selection
                )
            ]
        }
        let facts = Shop.facts([("2011-12-01", 9_00)], on: named.document.tiers)
        let term = named.decision(for: facts, choosingFrom: Shop.gifts).candidates[0].occurrence.term
        #expect(term.text == "tier/#\(ContentHash(of: long))")
    }

    @Test func `R-POL-04 Counts gifts that are planned ahead, but not those of others, and each once`() throws {
        let orders: [(String, Int64)] = [("2011-01-01", 200_00)]
        let ahead = decision(orders, grants: [Shop.grant(.welcome, on: "2012-01-08", then: [.approved])])
        #expect(ahead.giftsLeft == 0)
        #expect(ahead.refusal(of: "wake-up")?.earliestDay == day("2012-02-07"))
        #expect(decision(orders, grants: [Shop.grant(.welcome, on: "2012-01-10", then: [.approved])]).giftsLeft == 1)

        let others = Shop.facts(orders, of: "c-2", grants: [Shop.grant(.welcome, on: "2011-12-01", then: [.approved])])
        #expect(Shop.policy().decision(for: others, choosingFrom: Shop.gifts).giftsLeft == 1)
        let two = Shop.policy { $0.caps = [Shop.cap(2, inDays: 30)] }
        let same = Shop.grant(.welcome, on: "2011-12-01", then: [.approved])
        #expect(decision(orders, grants: [same, same], under: two).giftsLeft == 1)
    }

    @Test func `R-TRIG-04 Rests after the last gift of the occasion, in whatever order they are told`() {
        let grants = ["2011-06-20", "2011-02-01"]
            .map { Shop.grant(.reactivation, term: .init("x-\($0)" as String)!, on: $0) }
        for grants in [grants, grants.reversed()] {
            #expect(
                decision([("2011-07-01", 200_00)], grants: grants).refusal(of: "wake-up")?.earliestDay
                    == day("2011-12-17")
            )
        }
    }

    @Test func `R-POL-10 Lists what it refuses in the order of the policy`() {
        #expect(decision([("2011-12-01", -1)]).refusals.map(\.rule) == ["welcome", "wake-up", "thanks"])
    }

    @Test func `R-POL-01 Refuses where no gift fits`() {
        let decision = Shop.policy().decision(for: Shop.facts([("2011-01-01", 200_00)]), choosingFrom: Shop.catalog([]))
        #expect(decision.refusal(of: "wake-up")?.kind == .unfunded)
        #expect(decision.why(not: "wake-up") == ["no gift in stock fits from 2.00 EUR to 10.00 EUR"])
    }

    @Test func `R-POL-04 Puts the rule of higher priority first, and of equal ones the smaller name`() {
        let policy = Shop.policy {
            $0.rules = [("b", 5), ("a", 5), ("c", 9)]
                .map { id, priority in
                    Rule(
                        id: .init(id)!,
                        name: Shop.name(id),
                        occasion: Occasion(.init(id)!),
                        goal: .loyalty,
                        priority: priority,
                        on: .inactive(moreThanDays: 1),
                        when: .count(.orders, .atLeast, 1),
                        giving: Shop.wakeUp.selection
                    )
                }
        }
        let facts = Shop.facts([("2011-01-01", 200_00)])
        #expect(policy.decision(for: facts, choosingFrom: Shop.gifts).candidates.map(\.rule) == ["c", "a", "b"])
    }

    @Test func `R-POL-10 Speaks of every rule exactly once`() {
        for orders in [[], [("2011-12-01", -1)], [("2011-01-01", 200_00)], [("2011-12-01", 3_000_00)]]
            as [[(String, Int64)]]
        {
            let decision = decision(orders)
            let spoken = decision.candidates.map(\.rule) + decision.refusals.map(\.rule)
            #expect(spoken.sorted() == ["thanks", "wake-up", "welcome"])
            #expect(decision.refusals.allSatisfy { !$0.reasons.isEmpty })
        }
    }
}
