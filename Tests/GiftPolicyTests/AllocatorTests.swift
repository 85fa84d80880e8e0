import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import GiftTesting
import Segmentation
import Testing

@Suite struct `A gift plan` {
    /// Decisions for as many customers, each of whom is due a wake-up gift, with differing sales.
    private func decisions(_ count: Int, under policy: Policy, from catalog: Catalog) -> [Decision] {
        (0..<count)
            .map { number in
                let facts = Shop.facts(
                    [("2011-01-01", Int64(100_00 + number))],
                    of: Customer.ID(String("c-\(number)"))!
                )
                return policy.decision(for: facts, choosingFrom: catalog)
            }
    }

    private func text(_ reasons: [Reason]) -> [String] { reasons.map { $0.text(in: .english, from: .policy) } }

    @Test func `R-POL-03 Spends no more than the budget, and says who was left out by how much`() throws {
        let policy = Shop.policy()
        let catalog = Shop.catalog([Shop.gift("cup", "4.00 EUR")])
        let allocator = Allocator(policy: policy, catalog: catalog)
        let plan = try allocator.plan(decisions(3, under: policy, from: catalog), within: money("11.99 EUR"))
        #expect(plan.grants.map(\.customer) == ["c-0", "c-1"])
        #expect((plan.budget.committed, plan.budget.limit) == (money("8.00 EUR"), money("11.99 EUR")))
        #expect(plan.refusals.map(\.kind) == [.unfunded])
        #expect(
            text(plan.refusals[0].reasons) == [
                "budget used up (policy): 3.99 EUR left, the cheapest gift costs 4.00 EUR"
            ]
        )
    }

    @Test func `R-POL-03 Keeps the budget of each rule`() throws {
        var wakeUp = Shop.document.rules[1]
        wakeUp = Rule(
            id: wakeUp.id,
            name: wakeUp.name,
            occasion: wakeUp.occasion,
            goal: wakeUp.goal,
            priority: wakeUp.priority,
            on: wakeUp.trigger,
            when: wakeUp.condition,
            giving: wakeUp.selection,
            budget: money("4.00 EUR")
        )
        let policy = Shop.policy { $0.rules = [wakeUp] }
        let catalog = Shop.catalog([Shop.gift("cup", "4.00 EUR")])
        let plan = try Allocator(policy: policy, catalog: catalog)
            .plan(decisions(2, under: policy, from: catalog), within: money("100.00 EUR"))
        #expect(plan.grants.count == 1)
        #expect(plan.ruleBudgets["wake-up"]?.committed == money("4.00 EUR"))
        #expect(
            text(plan.refusals[0].reasons) == [
                "budget used up (Wake-up): 0.00 EUR left, the cheapest gift costs 4.00 EUR"
            ]
        )
    }

    @Test func `R-GIFT-01 Gives no more of a gift than there are, and then the next best`() throws {
        let policy = Shop.policy()
        let catalog = Shop.catalog([Shop.gift("cup", "4.00 EUR", stock: 1), Shop.gift("tea", "9.00 EUR", stock: 1)])
        let plan = try Allocator(policy: policy, catalog: catalog)
            .plan(decisions(3, under: policy, from: catalog), within: money("100.00 EUR"))
        #expect(plan.grants.map(\.gift) == ["cup", "tea"])
        #expect(text(plan.refusals[0].reasons) == ["all 2 gifts that fit have run out"])
    }

    @Test func `R-POL-11 Gives each grant its reasons in both languages`() throws {
        let policy = Shop.policy()
        let plan = try Allocator(policy: policy, catalog: Shop.gifts)
            .plan(decisions(1, under: policy, from: Shop.gifts), within: money("100.00 EUR"))
        #expect(
            text(plan.grants[0].reasons) == [
                "no order for 343 days, since 2011-01-01, more than 90 days",
                "sales is 100.00 EUR, as asked: at least 100.00 EUR",
                "cup chosen, worth 155, best available of 2 that fit", "+60 for Wake-up",
                "+10 for a frequency score of 1",
                "+10 for a monetary score of 1", "+75 for a cost of 4.00 EUR, where 2.00 EUR is meant",
            ]
        )
        #expect(
            plan.grants[0].reasons.map { $0.text(in: .chinese, from: .policy) } == [
                "自2011-01-01起已343天未购买，超过90天", "销售额为100.00 EUR，符合“不低于100.00 EUR”", "选定「cup」，估值155，为2种合适礼品中可得的最佳",
                "+60：「Wake-up」", "+10：频度1分", "+10：额度1分", "+75：成本4.00 EUR，目标2.00 EUR",
            ]
        )
    }

    /// A customer who has just become gold with a first order: due thanks and welcome on the same day.
    private func doublyDue(under policy: Policy) -> Decision {
        policy.decision(for: Shop.facts([("2011-12-01", 2_000_00)]), choosingFrom: Shop.gifts)
    }

    @Test func `R-POL-04 Gives the rule of higher priority its gift where the cap allows one`() throws {
        let policy = Shop.policy()
        let plan = try Allocator(policy: policy, catalog: Shop.gifts)
            .plan([doublyDue(under: policy)], within: money("100.00 EUR"))
        #expect(plan.grants.map(\.rule.rule) == ["thanks"])
        #expect(plan.refusals.map(\.rule) == ["welcome"])
        #expect(plan.refusals.map(\.kind) == [.suppressed])
        #expect(
            text(plan.refusals[0].reasons) == [
                "1 of at most 1 gifts in any 30 days (gifts): free on 2012-01-09, 30 days to go",
                "another came first: Thanks",
            ]
        )
        #expect(plan.refusals[0].earliestDay == day("2012-01-09"))
    }

    @Test func `R-POL-04 Gives both where the cap allows two, and the second where the first is too dear`() throws {
        let two = Shop.policy { $0.caps = [Shop.cap(2, inDays: 30)] }
        let both = try Allocator(policy: two, catalog: Shop.gifts)
            .plan([doublyDue(under: two)], within: money("100.00 EUR"))
        #expect(both.grants.map(\.rule.rule) == ["thanks", "welcome"])

        let one = Shop.policy()
        let poor = try Allocator(policy: one, catalog: Shop.gifts)
            .plan([doublyDue(under: one)], within: money("1.00 EUR"))
        #expect(poor.grants.map(\.rule.rule) == ["welcome"])
        #expect(poor.refusals.map(\.kind) == [.unfunded])
    }

    @Test func `R-TRIG-04 Honours an occurrence once, also when two rules speak of it`() throws {
        let policy = Shop.policy {
            $0.caps = [Shop.cap(5, inDays: 30)]
            $0.rules = ["a", "b"]
                .map { id in
                    Rule(
                        id: .init(id)!,
                        name: Shop.name(id),
                        occasion: .reactivation,
                        goal: .repurchase,
                        priority: 1,
                        on: .inactive(moreThanDays: 90),
                        when: .count(.orders, .atLeast, 1),
                        giving: Shop.wakeUp.selection
                    )
                }
        }
        let plan = try Allocator(policy: policy, catalog: Shop.gifts)
            .plan(decisions(1, under: policy, from: Shop.gifts), within: money("100.00 EUR"))
        #expect(plan.grants.map(\.rule.rule) == ["a"])
        #expect(text(plan.refusals[0].reasons) == ["given before, on 2011-12-10"])
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func `R-POL-03 Never overspends, never runs below stock, and is the same in any order`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let policy = Shop.policy { $0.caps = [Shop.cap(.random(in: 1...2, using: &random), inDays: 30)] }
        let catalog = Shop.catalog(
            (0..<Int.random(in: 1...8, using: &random))
                .map { number in
                    let cost = Money(minorUnits: .random(in: 0...12_00, using: &random), in: .eur)
                    return Shop.gift("g-\(number)", cost.description, stock: .random(in: 0...4, using: &random))
                }
        )
        let decisions = (0..<Int.random(in: 0...25, using: &random))
            .map { number in
                let first = Shop.today.adding(days: -.random(in: 0...200, using: &random))!
                let orders = [(first.description, Int64.random(in: 50_00...3_000_00, using: &random))]
                let facts = Shop.facts(orders, of: Customer.ID(String("c-\(number)"))!)
                return policy.decision(for: facts, choosingFrom: catalog)
            }
        let budget = Money(minorUnits: .random(in: 0...100_00, using: &random), in: .eur)
        let allocator = Allocator(policy: policy, catalog: catalog)
        let plan = try allocator.plan(decisions, within: budget)

        let spent = plan.grants.map(\.cost.expected.minorUnits).reduce(0, +)
        #expect(spent == plan.budget.committed.minorUnits && spent <= budget.minorUnits)
        for gift in catalog.gifts { #expect(plan.grants.count { $0.gift == gift.id } <= gift.stock) }
        for decision in decisions {
            #expect(plan.grants.count { $0.customer == decision.customer } <= decision.giftsLeft)
        }
        #expect(Set(plan.grants.map(\.id)).count == plan.grants.count)
        #expect(plan.grants.count + plan.refusals.count == decisions.map(\.candidates.count).reduce(0, +))
        #expect(try allocator.plan(decisions.shuffled(using: &random), within: budget) == plan)
        let naive = naivePlan(decisions, catalog: catalog, budget: budget.minorUnits)
        #expect(plan.grants.map { "\($0.customer) \($0.occurrence.occasion.name) \($0.gift)" } == naive)
    }

    /// The grants, picked one at a time by asking everything anew for each: the rule of the allocator said slowly.
    private func naivePlan(_ decisions: [Decision], catalog: Catalog, budget: Int64) -> [String] {
        var chosen: [(customer: Customer.ID, occasion: String, gift: Gift.ID, cost: Int64)] = []
        for round in 0..<3 {
            var waiting = decisions.filter { $0.candidates.indices.contains(round) }
            while !waiting.isEmpty {
                let best = waiting.indices.max { left, right in
                    let (a, b) = (waiting[left], waiting[right])
                    let (x, y) = (
                        a.candidates[round].options[0].worth.total, b.candidates[round].options[0].worth.total
                    )
                    return x == y ? a.customer > b.customer : x < y
                }!
                let decision = waiting.remove(at: best)
                guard chosen.count(where: { $0.customer == decision.customer }) < decision.giftsLeft else { continue }
                let option = decision.candidates[round].options
                    .first { option in
                        chosen.count { $0.gift == option.gift } < catalog[option.gift]!.stock
                            && chosen.map(\.cost).reduce(option.cost.expected.minorUnits, +) <= budget
                    }
                guard let option else { continue }
                let occasion = decision.candidates[round].occurrence.occasion.name.text
                chosen.append((decision.customer, occasion, option.gift, option.cost.expected.minorUnits))
            }
        }
        return chosen.sorted { $0.customer == $1.customer ? $0.occasion < $1.occasion : $0.customer < $1.customer }
            .map { "\($0.customer) \($0.occasion) \($0.gift)" }
    }

    @Test func `R-POL-03 Names the cheapest gift that is left when the budget is used up`() throws {
        let policy = Shop.policy()
        let catalog = Shop.catalog([Shop.gift("cup", "4.00 EUR"), Shop.gift("tea", "9.00 EUR")])
        let plan = try Allocator(policy: policy, catalog: catalog)
            .plan(decisions(1, under: policy, from: catalog), within: money("3.00 EUR"))
        #expect(
            text(plan.refusals[0].reasons) == [
                "budget used up (policy): 3.00 EUR left, the cheapest gift costs 4.00 EUR"
            ]
        )
        let none = try Allocator(policy: policy, catalog: catalog)
            .plan(decisions(1, under: policy, from: catalog), within: money("0.00 EUR"))
        #expect(none.grants.isEmpty && none.refusals.count == 1)
    }

    @Test func `R-POL-03 R-POL-15 Goes on where the plan of the day before left the budgets`() throws {
        let policy = Shop.policy()
        let catalog = Shop.catalog([Shop.gift("cup", "4.00 EUR")])
        let allocator = Allocator(policy: policy, catalog: catalog)
        let three = decisions(3, under: policy, from: catalog)
        let first = try allocator.plan(Array(three.prefix(1)), within: money("11.99 EUR"))
        let second = try allocator.plan(Array(three.dropFirst()), following: first)
        #expect(second.grants.map(\.customer) == ["c-1"])
        #expect((second.budget.committed, second.budget.limit) == (money("8.00 EUR"), money("11.99 EUR")))
        #expect(
            text(second.refusals[0].reasons) == [
                "budget used up (policy): 3.99 EUR left, the cheapest gift costs 4.00 EUR"
            ]
        )
        #expect(try allocator.plan([], following: second).budget == second.budget)

        let other = Shop.policy { $0.version = 2 }
        let elsewhere = try Allocator(policy: other, catalog: catalog).plan([], within: money("1.00 EUR"))
        #expect(throws: PlanError.otherPolicy(other.reference)) { try allocator.plan([], following: elsewhere) }
        let empty = try Catalog([], in: .usd)
        #expect(throws: PlanError.currencyMismatch(.usd, expected: .eur)) {
            try Allocator(policy: policy, catalog: empty).plan([], following: first)
        }
    }

    @Test func `R-POL-10 Lists what it refuses by customer, then rule`() throws {
        let policy = Shop.policy()
        let facts = ["b", "a", "c"].map { Shop.facts([("2011-12-01", 2_000_00)], of: Customer.ID(String($0))!) }
        let decisions = facts.map { policy.decision(for: $0, choosingFrom: Shop.gifts) }
        let plan = try Allocator(policy: policy, catalog: Shop.gifts).plan(decisions, within: money("0.00 EUR"))
        #expect(
            plan.refusals.map { "\($0.customer) \($0.rule)" } == [
                "a thanks", "a welcome", "b thanks", "b welcome", "c thanks", "c welcome",
            ]
        )
    }

    @Test func `Cannot be made across currencies, below zero or of two decisions about one customer`() throws {
        let policy = Shop.policy()
        let allocator = Allocator(policy: policy, catalog: Shop.gifts)
        let two = decisions(1, under: policy, from: Shop.gifts) + decisions(1, under: policy, from: Shop.gifts)
        let dollars = PlanError.currencyMismatch(.usd, expected: .eur)
        #expect(throws: dollars) { try allocator.plan(two, within: money("-1.00 USD")) }
        #expect(throws: PlanError.negativeBudget(money("-1.00 EUR"))) {
            try allocator.plan(two, within: money("-1.00 EUR"))
        }
        let other = Shop.policy { $0.version = 2 }
        #expect(throws: PlanError.otherPolicy(other.reference)) {
            try allocator.plan(decisions(1, under: other, from: Shop.gifts) + two, within: money("1.00 EUR"))
        }
        #expect(throws: PlanError.duplicateCustomer("c-0")) { try allocator.plan(two, within: money("1.00 EUR")) }
        let empty = try Catalog([], in: .usd)
        #expect(throws: dollars) { try Allocator(policy: policy, catalog: empty).plan([], within: money("1.00 EUR")) }
        #expect(
            [dollars, .negativeBudget(money("-1.00 EUR")), .otherPolicy(other.reference), .duplicateCustomer("c-0")]
                .map(\.description) == [
                    "an amount in `USD`, the policy is in `EUR`", "a budget of `-1.00 EUR` is below zero",
                    "a decision under `shop` version `2`, which is not followed here",
                    "two decisions are about customer `c-0`",
                ]
        )
    }
}
