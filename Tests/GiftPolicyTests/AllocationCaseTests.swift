import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Segmentation
import Testing

@Suite struct `A plan among customers of whom each is worth so much` {
    /// What one gift to one customer costs in cents, and what it is worth.
    private struct Wish {
        let customer: Customer.ID
        let cost: Int64
        let worth: Int64
        var givenOn: String?

        init(_ customer: Customer.ID, _ cost: Int64, worth: Int64, givenOn date: String? = nil) {
            (self.customer, self.cost, self.worth, self.givenOn) = (customer, cost, worth, date)
        }
    }

    /// A rule for each customer, known by a label, and for each a gift; nothing but the gift is worth anything.
    private func plan(
        _ wishes: [Wish],
        within budget: String,
        oneGift stock: Int64? = nil,
        ties: Allocator.Tie = .customer
    ) throws -> GiftPlan {
        var worth = WorthRules()
        (worth.rule, worth.frequency, worth.monetary, worth.price) = (0, 0, 0, 0)
        let gifts = wishes.enumerated()
            .prefix(stock == nil ? wishes.count : 1)
            .map { index, wish in
                var gift = Shop.gift(
                    "g-\(index)",
                    Money(minorUnits: wish.cost, in: .eur).description,
                    stock: stock ?? 9
                )
                gift.worth = wish.worth
                return gift
            }
        let catalog = Shop.catalog(gifts)
        let policy = Shop.policy { document in
            document.worth = worth
            document.labels = [SegmentLabel(id: "who", numbers: 0...99)]
            document.rules = wishes.indices.map { index in
                var selection = GiftSelection(from: money("0.00 EUR"), through: money("99.00 EUR"))
                selection.gifts = [stock == nil ? Gift.ID("g-\(index)")! : "g-0"]
                return Rule(
                    id: Rule.ID("r-\(index)")!,
                    name: Shop.name("r-\(index)"),
                    occasion: .specialEvent,
                    goal: .loyalty,
                    priority: 50,
                    on: .inactive(moreThanDays: 1),
                    when: .label("who", .equal, .number(Int64(index))),
                    giving: selection
                )
            }
        }
        let decisions = wishes.enumerated()
            .map { index, wish in
                let known = Shop.facts([("2026-01-10", 100_00)], of: wish.customer, asOf: day("2026-03-01"))
                var attributes = known.attributes
                attributes.labels = [SegmentFacts.LabelValue("who", .number(Int64(index)))]
                let grants = wish.givenOn.map { [Self.grant(to: wish.customer, on: $0)] } ?? []
                let facts = CustomerFacts(profile: known.profile, attributes: attributes, grants: grants)
                return policy.decision(for: facts, choosingFrom: catalog)
            }
        return try Allocator(policy: policy, catalog: catalog, ties: ties).plan(decisions, within: money(budget))
    }

    private static func grant(to customer: Customer.ID, on date: String) -> GiftGrant {
        let terms = GrantTerms(
            of: "cup",
            on: Occurrence(of: .welcome, for: customer, term: "first"),
            cost: LandedCost(goods: 4_00, in: .eur)!,
            plannedFor: day(date),
            by: RuleReference(policy: Shop.policy().reference, rule: "welcome"),
            because: []
        )
        var grant = GiftGrant(id: terms.id)
        Shop.trapping { try grant.perform(GrantCommand(.plan(terms), key: 0), at: Timestamp(milliseconds: 0)) }
        return grant
    }

    private func value(_ plan: GiftPlan, of wishes: [Wish]) -> Int64 {
        plan.grants.compactMap { grant in wishes.first { $0.customer == grant.customer }?.worth }.reduce(0, +)
    }

    /// The most that any choice within the budget is worth, found by trying all of them.
    private func optimum(_ wishes: [Wish], within budget: Int64) -> Int64 {
        var best: Int64 = 0
        for choice in 0..<(1 << wishes.count) {
            let chosen = wishes.enumerated().filter { choice >> $0.offset & 1 == 1 }.map(\.element)
            let cost = chosen.map(\.cost).reduce(0, +)
            if cost <= budget { best = max(best, chosen.map(\.worth).reduce(0, +)) }
        }
        return best
    }

    @Test func `R-POL-03 D61 Runs out of budget in the middle, and is worth the most that can be`() throws {
        let wishes = [
            Wish("c1", 40_00, worth: 900), Wish("c2", 30_00, worth: 500), Wish("c3", 30_00, worth: 450),
            Wish("c4", 20_00, worth: 400),
        ]
        let plan = try plan(wishes, within: "70.00 EUR")
        #expect(plan.grants.map(\.customer) == ["c1", "c2"])
        #expect(plan.budget.committed == money("70.00 EUR"))
        #expect(value(plan, of: wishes) == 1400)
        #expect(optimum(wishes, within: 70_00) == 1400)
        #expect(plan.refusals.map(\.kind) == [.unfunded, .unfunded])
    }

    @Test func `R-POL-03 D62 Takes what is worth most first, which is 300 short of the optimum here`() throws {
        let wishes = [
            Wish("c1", 60_00, worth: 900), Wish("c2", 35_00, worth: 600), Wish("c3", 35_00, worth: 600),
            Wish("c4", 20_00, worth: 250),
        ]
        let plan = try plan(wishes, within: "70.00 EUR")
        #expect(plan.grants.map(\.customer) == ["c1"])
        #expect(value(plan, of: wishes) == 900)
        #expect(optimum(wishes, within: 70_00) == 1200)
        #expect(
            plan.refusals.map { $0.reasons.map { $0.text(in: .english, from: .policy) } } == [
                ["budget used up (policy): 10.00 EUR left, the cheapest gift costs 35.00 EUR"],
                ["budget used up (policy): 10.00 EUR left, the cheapest gift costs 35.00 EUR"],
                ["budget used up (policy): 10.00 EUR left, the cheapest gift costs 20.00 EUR"],
            ]
        )
    }

    @Test func `R-POL-03 D63 Gives the last unit to the smaller name, byte by byte, where worth is equal`() throws {
        let wishes = [Wish("u-3", 5_00, worth: 500), Wish("u-20", 5_00, worth: 500)]
        let plan = try plan(wishes, within: "70.00 EUR", oneGift: 1)
        #expect(plan.grants.map(\.customer) == ["u-20"])
        #expect(plan.refusals.map(\.customer) == ["u-3"])
        #expect(
            plan.refusals[0].reasons.map { $0.text(in: .english, from: .policy) } == [
                "all 1 gifts that fit have run out"
            ]
        )
    }

    @Test func `R-POL-03 D64 Gives it to whom nothing was given for longest, where that is asked for`() throws {
        let wishes = [Wish("a", 5_00, worth: 500, givenOn: "2026-01-01"), Wish("b", 5_00, worth: 500)]
        let fair = try plan(wishes, within: "70.00 EUR", oneGift: 1, ties: .leastRecentlyGiven)
        #expect(fair.grants.map(\.customer) == ["b"])
        #expect(try plan(wishes, within: "70.00 EUR", oneGift: 1).grants.map(\.customer) == ["a"])

        let three = [
            Wish("a", 5_00, worth: 500, givenOn: "2026-01-02"), Wish("b", 5_00, worth: 500, givenOn: "2026-01-01"),
            Wish("c", 5_00, worth: 500, givenOn: "2026-01-01"),
        ]
        let again = try plan(three, within: "70.00 EUR", oneGift: 2, ties: .leastRecentlyGiven)
        #expect(again.grants.map(\.customer) == ["b", "c"])
        // What is worth more still comes first.
        let dearer = [Wish("a", 5_00, worth: 501, givenOn: "2026-01-01"), Wish("b", 5_00, worth: 500)]
        let one = try plan(dearer, within: "5.00 EUR", ties: .leastRecentlyGiven)
        #expect(one.grants.map(\.customer) == ["a"])
    }
}
