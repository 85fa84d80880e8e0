import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Segmentation
import Testing

@Suite struct `A gift that is offered` {
    private static func rule(choices: Int64 = 1, _ offer: OfferPlan?) -> Rule {
        var selection = GiftSelection(from: money("0.00 EUR"), through: money("10.00 EUR"))
        selection.choices = choices
        selection.repeatDays = 365
        var rule = Rule(
            id: "wake-up",
            name: Shop.name("Wake-up"),
            occasion: .reactivation,
            goal: .repurchase,
            priority: 60,
            on: .inactive(moreThanDays: 90),
            when: .all([]),
            giving: selection
        )
        rule.offer = offer
        return rule
    }

    private static let fortnight = OfferPlan(claimDays: 14, reminderDays: [10, 7], lock: "second-order")
    private static let noon = Timestamp(Shop.today, at: TimeOfDay(hour: 12, minute: 0)!, in: .utc)

    private static func plan(
        _ rule: Rule,
        customers: Int = 1,
        from catalog: Catalog = Shop.gifts,
        within budget: String = "100.00 EUR",
        _ change: (inout PolicyDocument) -> Void = { _ in }
    ) throws -> GiftPlan {
        let policy = Shop.policy {
            $0.rules = [rule]
            change(&$0)
        }
        let decisions = (1...customers)
            .map { number in
                let facts = Shop.facts([("2011-01-01", 200_00)], of: Customer.ID("c-\(number)")!)
                return policy.decision(for: facts, choosingFrom: catalog)
            }
        return try Allocator(policy: policy, catalog: catalog).plan(decisions, within: money(budget))
    }

    @Test func `R-GIFT-09 Can be claimed for so many days, with reminders, once something has happened`() throws {
        let grant = try #require(try Self.plan(Self.rule(Self.fortnight)).grants.first)
        let offer = try #require(grant.offer)
        #expect(offer.claimBy == Self.noon.adding(days: 14))
        #expect(offer.reminders == [Self.noon.adding(days: 7), Self.noon.adding(days: 10)])
        #expect(offer.lock == "second-order" && offer.alternatives.isEmpty)
        #expect(try Self.plan(Self.rule(nil)).grants[0].offer == nil)
    }

    @Test func `R-POL-06 R-GIFT-09 Lets the customer choose among the best, and what is picked is what was given`()
        throws
    {
        let plan = try Self.plan(Self.rule(choices: 3, Self.fortnight))
        let terms = try #require(plan.grants.first)
        #expect(terms.gift == "card" && terms.offer?.alternatives.map(\.gift) == ["cup", "tea"])
        var grant = GiftGrant(id: terms.id)
        for (key, action) in [
            GrantCommand.Action.plan(terms), .report(.approved, at: Self.noon), .report(.offered, at: Self.noon),
            .unlock(at: Self.noon), .exchange(for: "cup", at: Self.noon), .report(.claimed, at: Self.noon),
        ]
        .enumerated() {
            try grant.perform(GrantCommand(action, key: RequestKey(UInt128(key))), at: Self.noon)
        }
        #expect(grant.choice?.gift == "cup")
        // The cup is not given again for a year; the card, which was planned, is.
        let later = Shop.facts([("2011-01-01", 200_00)], grants: [grant], asOf: day("2012-06-01"))
        let policy = Shop.policy {
            $0.caps = []
            $0.rules = [
                Rule(
                    id: "birthday",
                    name: Shop.name("Birthday"),
                    occasion: .birthday,
                    goal: .loyalty,
                    priority: 1,
                    on: .inactive(moreThanDays: 1),
                    when: .all([]),
                    giving: Self.rule(nil).selection
                )
            ]
        }
        let options = policy.decision(for: later, choosingFrom: Shop.gifts).candidates.first?.options.map(\.gift)
        #expect(options == ["card", "tea"])
    }

    @Test func `R-POL-03 R-POL-06 Holds the dearest choice, and offers no choice that the budget cannot pay`() throws {
        let rule = Self.rule(choices: 3, OfferPlan(claimDays: 1))
        #expect(try Self.plan(rule, customers: 2).budget.committed == money("18.00 EUR"))
        // After the first customer, who may choose the tea, 4.50 are left: the second may not.
        let tight = try Self.plan(rule, customers: 2, within: "13.50 EUR")
        #expect(tight.grants.map(\.gift) == ["card", "card"])
        #expect(tight.grants[1].offer?.alternatives.map(\.gift) == ["cup"])
        #expect(tight.budget.committed == money("13.00 EUR"))
    }

    @Test func `R-POL-05 Lets nobody choose what somebody else would have to approve`() throws {
        let approval = ApprovalRule(
            id: "dear",
            atLeast: money("4.00 EUR"),
            by: ["manager"],
            validDays: 30,
            tolerance: Share("0")!
        )
        func plan(preferring gift: String) throws -> GrantTerms? {
            let gifts = [("card", "1.00 EUR"), ("pen", "3.99 EUR"), ("cup", "4.00 EUR"), ("tea", "9.00 EUR")]
                .map { id, cost in
                    var found = Shop.gift(id, cost)
                    found.worth = id == gift ? 1_000 : 0
                    return found
                }
            let rule = Self.rule(choices: 4, OfferPlan(claimDays: 1))
            return try Self.plan(rule, from: Shop.catalog(gifts)) { $0.approvals = [approval] }.grants.first
        }
        let cheap = try plan(preferring: "card")
        #expect(cheap?.gift == "card" && cheap?.offer?.alternatives.map(\.gift) == ["pen"])
        // The tea needs the approval anyhow, so that the cup may be chosen under it.
        let dear = try plan(preferring: "tea")
        #expect(dear?.gift == "tea" && dear?.offer?.alternatives.map(\.gift) == ["card", "pen", "cup"])
        // Who approves a cup does not approve a tea.
        let middle = try plan(preferring: "cup")
        #expect(middle?.gift == "cup" && middle?.offer?.alternatives.map(\.gift) == ["card", "pen"])
    }

    @Test func `R-POL-05 Counts the dearest choice under limits, until one is reserved`() throws {
        let rules = ["first", "second"]
            .map { id in
                var rule = Rule(
                    id: Rule.ID(id)!,
                    name: Shop.name(id),
                    occasion: Occasion(Identifier(id)!),
                    goal: .repurchase,
                    priority: id == "first" ? 60 : 50,
                    on: .inactive(moreThanDays: 90),
                    when: .all([]),
                    giving: Self.rule(choices: id == "first" ? 3 : 1, nil).selection
                )
                rule.offer = OfferPlan(claimDays: 1)
                return rule
            }
        var limit = GiftLimit(allowsZeroCost: true)
        limit.total = GiftLimit.Total(within: .calendarYear, amount: money("9.50 EUR"))
        let policy = Shop.policy {
            $0.caps = []
            $0.rules = rules
            $0.guards = [Guard(id: "limit", .limit(limit))]
        }
        let facts = Shop.facts([("2011-01-01", 200_00)])
        let decision = policy.decision(for: facts, choosingFrom: Shop.gifts)
        let plan = try Allocator(policy: policy, catalog: Shop.gifts).plan([decision], within: money("100.00 EUR"))
        #expect(plan.grants.map(\.gift) == ["card"] && plan.refusals.map(\.kind) == [.blocked])
        let terms = try #require(plan.grants.first)
        var grant = GiftGrant(id: terms.id)
        for (key, action) in [
            GrantCommand.Action.plan(terms), .report(.approved, at: Self.noon), .report(.offered, at: Self.noon),
            .report(.claimed, at: Self.noon), .report(.reserved, at: Self.noon),
        ]
        .enumerated() {
            try grant.perform(GrantCommand(action, key: RequestKey(UInt128(key))), at: Self.noon)
            let counted = DatedAmount(grant)?.amount
            #expect(counted == money(key < 4 ? "9.00 EUR" : "1.00 EUR"))
        }
    }

    @Test func `R-POL-10 Has faults with their places`() {
        var document = Shop.document
        var giftless = Rule(
            id: "none",
            name: Shop.name("None"),
            occasion: .reactivation,
            goal: .repurchase,
            priority: 1,
            on: .inactive(moreThanDays: 90),
            when: .all([]),
            restDays: 3
        )
        giftless.offer = OfferPlan(claimDays: 3)
        giftless.tasks = [StaffTask("call", for: .adviser, withinHours: 1)]
        document.rules = [Self.rule(choices: 2, nil), giftless]
        #expect(
            document.faults.map(\.description) == [
                "/rules/0/gift: a customer cannot choose where the rule has no `offer`",
                "/rules/1/restDays: the rule gives no gift of which this could be said",
                "/rules/1/offer: the rule gives no gift of which this could be said",
            ]
        )
        document.rules = [Self.rule(OfferPlan(claimDays: 2, reminderDays: [0, 1, 1, 2]))]
        #expect(
            document.faults.map(\.description) == [
                "/rules/0/offer/reminderDays: a reminder after `0` days does not lie within `2` days",
                "/rules/0/offer/reminderDays: another reminder comes after `1` days",
                "/rules/0/offer/reminderDays: a reminder after `2` days does not lie within `2` days",
            ]
        )
        for days in [Int64.min, 0, .max] {
            document.rules = [Self.rule(OfferPlan(claimDays: days, reminderDays: [1]))]
            #expect(document.faults.first?.description == "/rules/0/offer/claimDays: `\(days)` is not 1 through 36500")
            #expect(document.rules[0].sentence.english.contains("; offered for "))
        }
    }

    @Test func `R-POL-10 Reads in both languages, and as it is written`() throws {
        let rule = Self.rule(Self.fortnight)
        #expect(
            rule.sentence.english.contains(
                "; offered for 14 days with reminders after 7 days, 10 days, to be claimed once “second-order” has "
                    + "happened; "
            )
        )
        #expect(rule.sentence.chinese.contains("；14天内可领取，7天、10天后提醒，“second-order”后方可领取；"))
        #expect(
            Wire.text(of: Self.fortnight) == #"{"claimDays":14,"lock":"second-order","reminderDays":[7,10]}"#
        )
        #expect(Wire.text(of: OfferPlan(claimDays: 1)) == #"{"claimDays":1}"#)
        #expect(try Wire.read(Rule.self, from: Wire.text(of: rule)) == rule)
    }
}
