import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import GiftTesting
import Segmentation
import Testing

/// Customers with their orders, day by day.
private struct Town {
    var customers: [(id: Customer.ID, orders: [(String, Int64)])]

    /// The facts of all who had ordered by `date`, without any gifts.
    func facts(on date: CalendarDate) -> [CustomerFacts] {
        customers.compactMap { customer in
            let known = customer.orders.filter { day($0.0) <= date }
            return known.isEmpty ? nil : Shop.facts(known, of: customer.id, asOf: date)
        }
    }

    static func circumstances(on date: CalendarDate, at hour: Int = 12) -> Circumstances {
        let now = Timestamp(date, at: TimeOfDay(hour: hour, minute: 0)!, in: .utc)
        return Circumstances(at: now, giving: Shop.catalog([]), in: [Shop.utc])
    }
}

extension Simulation {
    /// Steps through the days from `first`, so many of them, each so far from the one before.
    fileprivate mutating func run(_ town: Town, from first: String, days: Int, every step: Int = 1) throws {
        for number in 0..<days {
            let date = day(first).adding(days: number * step)!
            try self.step(under: Town.circumstances(on: date), for: town.facts(on: date))
        }
    }

    /// What was given, as `day customer rule gift`.
    fileprivate var told: [String] { grants.map { "\($0.plannedFor) \($0.customer) \($0.rule.rule) \($0.gift)" } }
}

extension Rule {
    fileprivate func within(_ budget: Money?) -> Rule {
        Rule(
            id: id,
            name: name,
            occasion: occasion,
            goal: goal,
            priority: priority,
            on: trigger,
            when: condition,
            restDays: restDays,
            giving: selection,
            budget: budget
        )
    }
}

@Suite struct `A simulation` {
    private let twoSilent = Town(customers: [
        ("b", [("2011-06-01", 200_00)]), ("a", [("2011-06-03", 200_00), ("2011-11-01", 50_00)]),
    ])

    @Test func `R-POL-10 Gives on each day what the policy would have given then`() throws {
        var simulation = try Simulation(of: Shop.policy(), giving: Shop.gifts)
        try simulation.run(twoSilent, from: "2011-06-01", days: 200)
        #expect(
            simulation.told == [
                "2011-06-01 b welcome card", "2011-06-03 a welcome card", "2011-08-31 b wake-up cup",
                "2011-09-02 a wake-up cup",
            ]
        )
        #expect(simulation.days.count == 200)
        let tallies = simulation.rules
        #expect(tallies.map(\.rule) == ["welcome", "wake-up", "thanks"])
        #expect(tallies.map(\.gifts) == [2, 2, 0])
        #expect(tallies.map(\.cost) == [money("2.00 EUR"), money("8.00 EUR"), money("0.00 EUR")])
        // `b` is known on 200 days and `a` on 198.
        #expect(tallies.map(\.asked) == [398, 398, 398])
        #expect(simulation.budget.committed == money("10.00 EUR"))
        #expect(simulation.catalog["cup"]?.stock == 98)
    }

    @Test func `R-POL-10 Tells of a day how many were asked, what was given and what was refused`() throws {
        var simulation = try Simulation(of: Shop.policy(), giving: Shop.gifts)
        let date = day("2011-06-03")
        let today = try simulation.step(under: Town.circumstances(on: date), for: twoSilent.facts(on: date))
        #expect(simulation.days == [today])
        #expect((today.customers, today.costMinorUnits) == (2, 2_00))
        #expect(today.grants.map(\.customer) == ["a", "b"])
        #expect(today.refusals(.notDue) == 4)
        #expect(Refusal.Kind.allCases.map(today.refusals).reduce(0, +) == 4)
        #expect(today.rules.map { $0.refusals(.notDue) } == [0, 2, 2])
    }

    @Test func `R-POL-04 Counts what it gave before against caps`() throws {
        let town = Town(customers: [("c", [("2011-01-01", 200_00)])])
        // Due both for its welcome in January and, after 90 days, for its wake-up in April: the cap of 100 days waits.
        let strict = Shop.policy {
            $0.rules = [Shop.wakeUp, Shop.welcome]
            $0.caps = [Shop.cap(1, inDays: 100)]
        }
        var simulation = try Simulation(of: strict, giving: Shop.gifts)
        try simulation.run(town, from: "2011-01-01", days: 120)
        #expect(simulation.told == ["2011-01-01 c welcome card", "2011-04-11 c wake-up cup"])
        #expect(simulation.rules[0].refusals(.suppressed) == 9, "on 9 days the wake-up had to wait")
    }

    @Test func `R-POL-03 Spends the budget of the whole period once, not each day`() throws {
        var simulation = try Simulation(of: Shop.policy(), giving: Shop.gifts, within: money("6.99 EUR"))
        try simulation.run(twoSilent, from: "2011-06-01", days: 200)
        #expect(simulation.told.count == 3)
        #expect(simulation.budget.limit == money("6.99 EUR"))
        #expect(simulation.budget.committed == money("6.00 EUR"))
        #expect(simulation.rules[1].refusals(.unfunded) == 60, "`a` is due from 2 September until it buys again")
    }

    @Test func `R-POL-03 Spends the budget of each rule once`() throws {
        let policy = Shop.policy { document in
            document.rules = document.rules.map { $0.id == "wake-up" ? $0.within(money("4.00 EUR")) : $0 }
        }
        var simulation = try Simulation(of: policy, giving: Shop.gifts)
        try simulation.run(twoSilent, from: "2011-06-01", days: 200)
        #expect(simulation.rules.map(\.gifts) == [2, 1, 0])
        #expect(simulation.ruleBudgets["wake-up"]?.committed == money("4.00 EUR"))
    }

    @Test func `R-GIFT-01 Gives no more than there are over the whole period`() throws {
        let few = Shop.catalog([Shop.gift("card", "1.00 EUR", stock: 1), Shop.gift("cup", "4.00 EUR", stock: 1)])
        var simulation = try Simulation(of: Shop.policy(), giving: few)
        try simulation.run(twoSilent, from: "2011-06-01", days: 200)
        #expect(simulation.told == ["2011-06-01 b welcome card", "2011-08-31 b wake-up cup"])
        #expect(simulation.catalog.gifts.map(\.stock) == [0, 0])
    }

    @Test func `R-POL-10 Brings every gift on its way: reserved in quiet times, then dispatched, then delivered`()
        throws
    {
        let hours = QuietHours(from: TimeOfDay("22:00:00")!, until: TimeOfDay("08:00:00")!)!
        let policy = Shop.policy { $0.quietTimes = QuietTimes(hours) }
        let town = Town(customers: [("c", [("2011-06-01", 200_00)])])
        var simulation = try Simulation(of: policy, giving: Shop.gifts)
        var states: [GrantState?] = []
        for number in 0..<3 {
            let date = day("2011-06-01").adding(days: number)!
            try simulation.step(under: Town.circumstances(on: date, at: 7), for: town.facts(on: date))
            states.append(simulation.grants(of: "c").first?.state)
        }
        #expect(states == [.reserved, .dispatched, .delivered])
        let grant = try #require(simulation.grants(of: "c").first)
        #expect(grant.step(to: .dispatched)?.occurredAt == Clocks.instant("2011-06-01T08:00:00Z"))
        #expect(grant.steps.map(\.state) == [.planned, .approved, .reserved, .dispatched, .delivered])
        #expect(simulation.grants(of: "nobody").isEmpty)
    }

    @Test func `R-POL-10 Dispatches at once what may leave at once`() throws {
        var simulation = try Simulation(of: Shop.policy(), giving: Shop.gifts)
        try simulation.run(twoSilent, from: "2011-06-01", days: 1)
        #expect(simulation.grants(of: "b").map(\.state) == [.dispatched])
    }

    @Test func `R-POL-10 Knows the gifts of before`() throws {
        let town = Town(customers: [("c-1", [("2011-01-01", 200_00)])])
        let earlier = Shop.grant(.reactivation, term: "since-2011-01-01", on: "2011-04-02", then: [.approved])
        var simulation = try Simulation(of: Shop.policy(), giving: Shop.gifts)
        for number in 0..<5 {
            let date = day("2011-06-01").adding(days: number)!
            let facts = town.facts(on: date)
                .map { CustomerFacts(profile: $0.profile, attributes: $0.attributes, grants: [earlier]) }
            try simulation.step(under: Town.circumstances(on: date), for: facts)
        }
        #expect(simulation.told.isEmpty)
    }

    @Test func `R-POL-10 Keeps the decisions about those who are followed`() throws {
        var simulation = try Simulation(
            of: Shop.policy(),
            giving: Shop.gifts,
            within: money("1.00 EUR"),
            following: ["b"]
        )
        try simulation.run(twoSilent, from: "2011-08-30", days: 2)
        let followed = simulation.days.flatMap(\.followed)
        #expect(followed.map(\.decision.customer) == ["b", "b"])
        #expect(followed.map { $0.decision.candidates.map(\.rule) } == [[], ["wake-up"]])
        #expect(followed[1].refusals.map(\.kind) == [.unfunded])
        #expect(followed[1].grants.isEmpty)
    }

    @Test func `R-POL-10 Refuses a day that is not later and a customer who is told twice, and stays as it was`() throws
    {
        var simulation = try Simulation(of: Shop.policy(), giving: Shop.gifts)
        try simulation.run(twoSilent, from: "2011-06-01", days: 2)
        let (before, date) = (simulation, day("2011-06-02"))
        let now = Town.circumstances(on: date).now
        #expect(throws: SimulationError.notLater(now, than: now)) {
            try simulation.step(under: Town.circumstances(on: date), for: twoSilent.facts(on: date))
        }
        let next = day("2011-06-03")
        let facts = twoSilent.facts(on: next)
        #expect(throws: SimulationError.repeatedCustomer("b")) {
            try simulation.step(under: Town.circumstances(on: next), for: facts + [facts[0]])
        }
        #expect(simulation == before)
        #expect(
            [SimulationError.notLater(now, than: now), .repeatedCustomer("b")].map(\.description) == [
                "`\(now)` does not come after `\(now)`, the last day",
                "the facts of customer `b` are told twice for one day",
            ]
        )
    }

    @Test func `R-POL-10 Cannot begin across currencies or below zero`() throws {
        let policy = Shop.policy()
        #expect(throws: PlanError.currencyMismatch(.usd, expected: .eur)) {
            try Simulation(of: policy, giving: Shop.gifts, within: money("1.00 USD"))
        }
        #expect(throws: PlanError.negativeBudget(money("-1.00 EUR"))) {
            try Simulation(of: policy, giving: Shop.gifts, within: money("-1.00 EUR"))
        }
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `R-POL-10 R-POL-15 Equals deciding and planning each day by hand, keeps all limits, and in any order`(
        seed: UInt64
    ) throws {
        var random = SeededGenerator(seed: seed)
        let world = World(using: &random)
        let (town, policy, catalog) = (world.town, world.policy, world.catalog)
        var (simulation, shuffled) = (
            try Simulation(of: policy, giving: catalog, within: world.budget),
            try Simulation(of: policy, giving: catalog, within: world.budget)
        )
        var byHand = ByHand(world)
        for number in 0..<14 {
            let date = day("2011-06-01").adding(days: number * 9)!
            let (facts, circumstances) = (town.facts(on: date), Town.circumstances(on: date))
            let today = try simulation.step(under: circumstances, for: facts)
            try shuffled.step(under: circumstances, for: facts.shuffled(using: &random))
            let refusals = try byHand.step(facts, at: circumstances.now)

            #expect(today.grants == byHand.given.filter { $0.plannedFor == date })
            for (index, tally) in today.rules.enumerated() {
                #expect(tally.asked == today.customers && Int(today.customers) == facts.count)
                #expect(tally.gifts == today.grants.count { $0.rule.rule == tally.rule })
                for kind in Refusal.Kind.allCases {
                    let counted = refusals.count { $0.rule == policy.document.rules[index].id && $0.kind == kind }
                    #expect(Int(tally.refusals(kind)) == counted)
                }
            }
            #expect(simulation.budget.committed.minorUnits <= world.budget.minorUnits)
            #expect(simulation.catalog.gifts.allSatisfy { $0.stock >= 0 })
        }
        #expect(shuffled == simulation)
        let spent = simulation.grants.map(\.cost.expected.minorUnits).reduce(0, +)
        #expect(spent == simulation.budget.committed.minorUnits)
        #expect(spent == simulation.days.map(\.costMinorUnits).reduce(0, +))
        for gift in catalog.gifts {
            let given = Int64(simulation.grants.count { $0.gift == gift.id })
            #expect(simulation.catalog[gift.id]?.stock == gift.stock - given)
        }
        for (rule, use) in simulation.ruleBudgets {
            let cost = simulation.grants.filter { $0.rule.rule == rule }.map(\.cost.expected.minorUnits).reduce(0, +)
            #expect(use.committed.minorUnits == cost && cost <= use.limit.minorUnits)
        }
        #expect(Set(simulation.grants.map(\.occurrence)).count == simulation.grants.count)
        #expect(simulation.difference(from: shuffled).isEmpty)
    }
}

/// A random town with its policy, gifts and budget.
private struct World {
    let town: Town
    let policy: Policy
    let catalog: Catalog
    let budget: Money

    init(using random: inout SeededGenerator) {
        self.town = Town(
            customers: (0..<8)
                .map { number in
                    let orders = (0..<Int.random(in: 1...3, using: &random))
                        .map { _ in
                            let date = day("2011-02-01").adding(days: .random(in: 0...230, using: &random))!
                            return (date.description, Int64.random(in: 50_00...1_500_00, using: &random))
                        }
                    return (Customer.ID("c-\(number)" as String)!, orders)
                }
        )
        let cap = Shop.cap(1, inDays: .random(in: 1...60, using: &random))
        let limit = Money(minorUnits: .random(in: 0...20_00, using: &random), in: .eur)
        self.policy = Shop.policy { document in
            document.caps = [cap]
            document.rules = document.rules.map { $0.id == "wake-up" ? $0.within(limit) : $0 }
        }
        self.catalog = Shop.catalog(
            (0..<5)
                .map { number in
                    let cost = Money(minorUnits: .random(in: 0...12_00, using: &random), in: .eur)
                    return Shop.gift("g-\(number)", cost.description, stock: .random(in: 0...3, using: &random))
                }
        )
        self.budget = Money(minorUnits: .random(in: 0...60_00, using: &random), in: .eur)
    }
}

/// The same said slowly: everything that was given is kept in one list, and each day is worked out anew from it.
private struct ByHand {
    let world: World
    var given: [GrantTerms] = []
    var last: GiftPlan?

    init(_ world: World) { self.world = world }

    /// Plans a day, and returns all that was refused.
    mutating func step(_ facts: [CustomerFacts], at now: Timestamp) throws -> [Refusal] {
        let catalog = Shop.catalog(
            world.catalog.gifts.map { gift in
                let left = gift.stock - Int64(given.count { $0.gift == gift.id })
                return Shop.gift(gift.id.text, gift.cost.expected.description, stock: left)
            }
        )
        let decisions = facts.map { facts in
            let own = given.filter { $0.customer == facts.profile.customer }
            return world.policy.decision(
                for: CustomerFacts(
                    profile: facts.profile,
                    attributes: facts.attributes,
                    grants: own.map { grant($0, at: now) }
                ),
                under: Circumstances(at: now, giving: catalog, in: [Shop.utc])
            )
        }
        let allocator = Allocator(policy: world.policy, catalog: catalog)
        let plan =
            if let last { try allocator.plan(decisions, following: last) } else {
                try allocator.plan(decisions, within: world.budget)
            }
        last = plan
        given += plan.grants
        return decisions.flatMap(\.refusals) + plan.refusals
    }

    /// A grant that was dispatched at noon of its day and is there by the next.
    private func grant(_ terms: GrantTerms, at now: Timestamp) -> GiftGrant {
        let noon = Timestamp(terms.plannedFor, at: TimeOfDay(hour: 12, minute: 0)!, in: .utc)
        let states: [GrantState] = [.approved, .reserved, .dispatched, .delivered]
        var grant = GiftGrant(id: terms.id)
        for (key, action) in ([.plan(terms)] + states.map { GrantCommand.Action.report($0, at: noon) }).enumerated() {
            Shop.trapping { try grant.perform(GrantCommand(action, key: RequestKey(UInt128(key))), at: noon) }
        }
        return grant
    }
}

@Suite struct `The difference of two simulations` {
    private let town = Town(customers: [
        ("a", [("2011-06-03", 200_00)]), ("b", [("2011-06-01", 200_00)]), ("c", [("2011-06-01", 50_00)]),
    ])

    private func run(_ policy: Policy, giving catalog: Catalog = Shop.gifts) throws -> Simulation {
        var simulation = try Simulation(of: policy, giving: catalog)
        try simulation.run(town, from: "2011-06-01", days: 120)
        return simulation
    }

    @Test func `R-POL-10 Is none between equal policies, also where they have other versions`() throws {
        let simulation = try run(Shop.policy())
        #expect(simulation.difference(from: simulation).isEmpty)
        let renamed = try run(
            Shop.policy {
                $0.version = 7
                $0.name = Shop.name("other")
            }
        )
        #expect(renamed.difference(from: simulation).isEmpty)
    }

    @Test func `R-POL-10 Tells who gains and who loses, by rule and with the cost`() throws {
        let old = try run(Shop.policy { $0.rules = [Shop.wakeUp] })
        let kinder = Rule(
            id: "wake-up",
            name: Shop.wakeUp.name,
            occasion: .reactivation,
            goal: .repurchase,
            priority: 60,
            on: .inactive(moreThanDays: 92),
            when: .amount(.sales, .atMost, money("199.99 EUR")),
            giving: Shop.wakeUp.selection
        )
        let new = try run(Shop.policy { $0.rules = [Shop.welcome, kinder] })
        let difference = new.difference(from: old)
        #expect(!difference.isEmpty)
        #expect(
            difference.gained.map { "\($0.customer) \($0.rule.rule)" } == [
                "a welcome", "b welcome", "c wake-up", "c welcome",
            ]
        )
        #expect(difference.lost.map { "\($0.customer) \($0.rule.rule)" } == ["a wake-up", "b wake-up"])
        #expect(difference.changed.isEmpty)
        #expect((difference.reached, difference.missed) == (["c"], []))
        #expect(difference.rules.map(\.rule) == ["welcome", "wake-up"])
        #expect(difference.rules.map { $0.old?.gifts } == [nil, 2])
        #expect(difference.rules.map { $0.new?.gifts } == [3, 1])
        let back = old.difference(from: new)
        #expect((back.gained, back.lost) == (difference.lost, difference.gained))
        #expect((back.reached, back.missed) == ([], ["c"]))
        #expect(back.rules.map(\.rule) == ["wake-up", "welcome"])
        #expect(back.rules.map { $0.new?.gifts } == [2, nil])
    }

    @Test func `R-POL-10 Tells what is given on one occasion later, or otherwise`() throws {
        let old = try run(Shop.policy { $0.rules = [Shop.wakeUp] })
        let later = Rule(
            id: "wake-up",
            name: Shop.wakeUp.name,
            occasion: .reactivation,
            goal: .repurchase,
            priority: 60,
            on: .inactive(moreThanDays: 92),
            when: Shop.wakeUp.condition,
            giving: Shop.wakeUp.selection
        )
        let difference = try run(Shop.policy { $0.rules = [later] }).difference(from: old)
        #expect(difference.gained.isEmpty && difference.lost.isEmpty)
        #expect(difference.changed.map(\.old.plannedFor) == [day("2011-09-02"), day("2011-08-31")])
        #expect(difference.changed.map(\.new.plannedFor) == [day("2011-09-04"), day("2011-09-02")])
        #expect(difference.reached.isEmpty && difference.missed.isEmpty)

        let other = try run(
            Shop.policy { $0.rules = [Shop.wakeUp] },
            giving: Shop.catalog([Shop.gift("tea", "9.00 EUR")])
        )
        let gifts = other.difference(from: old).changed
        #expect(gifts.map { "\($0.old.gift) \($0.new.gift)" } == ["cup tea", "cup tea"])
    }
}
