import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import GiftTesting
import Segmentation
import Testing

@Suite struct `Answering an activity` {
    private static let customers: [Customer.ID] = ["a", "b", "c", "d"]

    /// Rules by orders, by registration and by carts, with budgets that do not suffice for all.
    private static let policy = Shop.policy { document in
        func rule(_ id: Rule.ID, _ priority: Int64, _ trigger: Trigger, budget: Money? = nil) -> Rule {
            Rule(
                id: id,
                name: Shop.name(id.text),
                occasion: Occasion(Identifier(stringLiteral: id.text)),
                goal: .loyalty,
                priority: priority,
                on: trigger,
                when: .all([]),
                giving: GiftSelection(from: money("0.00 EUR"), through: money("25.00 EUR")),
                budget: budget
            )
        }
        document.budget = money("60.00 EUR")
        document.caps = [Shop.cap(2, inDays: 20)]
        document.rules = [
            rule("welcome", 40, .welcome(WelcomeTrigger())), rule("first", 50, .firstOrder(withinDays: 3)),
            rule("spent", 60, .spend(SpendTrigger(atLeast: money("90.00 EUR"), spend: .net, of: .window(.lifetime)))),
            rule("cart", 30, .cart(CartTrigger(atLeast: money("5.00 EUR"))), budget: money("6.00 EUR")),
            rule("again", 20, .moment(.order(withinDays: 2))),
        ]
    }
    private static let catalog = Shop.catalog([
        Shop.gift("card", "1.00 EUR", stock: 3), Shop.gift("cup", "4.00 EUR", stock: 4),
        Shop.gift("tea", "9.00 EUR", stock: 2), Shop.gift("lamp", "20.00 EUR", stock: 1),
    ])
    private static let profiler: Profiler = {
        let population = Shop.trapping {
            try Population.learn(from: [PurchaseSummary](), asOf: Shop.today, spend: .net)
        }
        return Profiler(population: population, stages: Shop.stages, tiers: Shop.tiers)
    }()

    private static func circumstances(at now: Timestamp, _ catalog: Catalog = catalog) -> Circumstances {
        Circumstances(at: now, giving: catalog, in: [Shop.utc])
    }

    /// Activities of several customers over two months, an hour or more apart.
    private static func activities(seed: UInt64) -> [Activity] {
        var random = SeededGenerator(seed: seed)
        var instant = Timestamp(day("2011-10-01"), at: TimeOfDay(hour: 9, minute: 0)!, in: .utc)
        return (0..<40)
            .map { number in
                instant = instant.later(Int64.random(in: 1...48, using: &random) * Timestamp.hour)
                let customer = customers.randomElement(using: &random)!
                switch Int.random(in: 0..<5, using: &random) {
                case 0:
                    return .interaction(
                        Interaction(
                            .registration,
                            id: Interaction.ID("i-\(number)")!,
                            customer: customer,
                            occurredAt: instant
                        )!
                    )
                case 1:
                    return .cartChange(
                        CartChange(
                            id: CartChange.ID("k-\(number)")!,
                            customer: customer,
                            changedAt: instant,
                            of: "pot",
                            by: 1,
                            unitPrice: money("9.00 EUR")
                        )!
                    )
                case 2:
                    let refund = Money(minorUnits: Int64.random(in: 1...9_00, using: &random), in: .eur)
                    return .return(
                        Return(id: Return.ID("r-\(number)")!, customer: customer, receivedAt: instant, refund: refund)!
                    )
                default:
                    let total = Money(minorUnits: Int64.random(in: 1_00...70_00, using: &random), in: .eur)
                    return .order(
                        Order(id: Order.ID("o-\(number)")!, customer: customer, placedAt: instant, total: total)!
                    )
                }
            }
    }

    private static func unknown(_ customer: Customer.ID) -> KnownCustomer {
        KnownCustomer(CustomerHistory(ActivitySummary(of: customer, in: .eur)))
    }

    /// What a batch says to all that one customer did so far, put together from nothing.
    private static func batch(
        of customer: Customer.ID,
        _ activities: [Activity],
        _ grants: [GiftGrant],
        at now: Timestamp,
        _ catalog: Catalog
    ) throws -> Decision {
        var histories: [CustomerHistory] = []
        for one in customers {
            var summary = ActivitySummary(of: one, in: .eur)
            for activity in activities.reversed() where activity.customer == one {
                try summary.add(activity, in: Shop.utc)
            }
            histories.append(CustomerHistory(summary))
        }
        let profiles = try profiler.profiles(of: histories, asOf: Shop.utc.date(of: now)!)
        let index = customers.firstIndex(of: customer)!
        let facts = CustomerFacts(
            profile: profiles[index],
            attributes: profiler.segmentFacts(of: histories[index], profiles[index]),
            grants: grants,
            activities: activities
        )
        return policy.decision(for: facts, under: circumstances(at: now, catalog))
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `R-POL-15 Gives what the batch gives on the same facts, within what is left`(seed: UInt64) throws {
        var responder = try Responder(following: Self.policy, by: Self.profiler, giving: Self.catalog)
        var known = Dictionary(uniqueKeysWithValues: Self.customers.map { ($0, Self.unknown($0)) })
        var done: [Activity] = []
        var plan = try Allocator(policy: Self.policy, catalog: Self.catalog).plan([], within: money("60.00 EUR"))
        for activity in Self.activities(seed: seed) {
            done.append(activity)
            let (customer, now, catalog) = (activity.customer, activity.occurredAt.later(1), responder.catalog)
            let grants = known[customer]!.grants
            let response = try responder.respond(
                to: activity,
                of: &known[customer]!,
                under: Self.circumstances(at: now)
            )
            let decision = try Self.batch(of: customer, done, grants, at: now, catalog)
            #expect(response.decision == decision)
            plan = try Allocator(policy: Self.policy, catalog: catalog).plan([decision], following: plan)
            #expect(response.grants == plan.grants && response.refusals == plan.refusals)
            #expect(responder.budget == plan.budget)
            #expect(known[customer]!.grants.map(\.id) == grants.map(\.id) + response.grants.map(\.id))
        }
        let given = known.values.flatMap(\.grants).compactMap(\.terms)
        #expect(given.count > 3 && Set(given.map(\.id)).count == given.count)
        let cost = given.reduce(0) { $0 + $1.cost.expected.minorUnits }
        #expect(cost == responder.budget.committed.minorUnits && cost <= 60_00)
        for gift in Self.catalog.gifts {
            let count = Int64(given.count { $0.gift == gift.id })
            #expect(responder.catalog[gift.id]?.stock == gift.stock - count)
        }
    }

    @Test func `R-POL-15 Gives nothing twice for one activity that comes again`() throws {
        var responder = try Responder(following: Self.policy, by: Self.profiler, giving: Self.catalog)
        var customer = Self.unknown("a")
        let noon = Timestamp(Shop.today, at: TimeOfDay(hour: 12, minute: 0)!, in: .utc)
        let order = Activity.order(Order(id: "o-1", customer: "a", placedAt: noon, total: money("20.00 EUR"))!)
        let first = try responder.respond(to: order, of: &customer, under: Self.circumstances(at: noon))
        #expect(first.grants.map(\.rule.rule) == ["again", "first"])
        for grant in customer.grants {
            #expect(grant.entries[0].key == RequestKey(UInt128(grant.id.text, radix: 16)!))
        }
        let (before, budget) = (customer, responder.budget)
        let second = try responder.respond(to: order, of: &customer, under: Self.circumstances(at: noon))
        #expect(second.grants.isEmpty && customer == before && responder.budget == budget)
        #expect(customer.activities == [order])
    }

    @Test func `R-POL-15 Refuses what it cannot take in, and leaves everything as it was`() throws {
        var responder = try Responder(following: Self.policy, by: Self.profiler, giving: Self.catalog)
        var customer = Self.unknown("a")
        let before = customer
        let noon = Timestamp(Shop.today, at: TimeOfDay(hour: 12, minute: 0)!, in: .utc)
        func order(of id: Customer.ID, _ total: String) -> Activity {
            .order(Order(id: "o-1", customer: id, placedAt: noon, total: money(total))!)
        }
        let nowhere = Circumstances(at: noon, giving: Self.catalog, in: [] as [ZoneTable])
        for (activity, circumstances, error, text) in [
            (
                order(of: "b", "1.00 EUR"), nowhere, ResponseError.otherCustomer("b", expected: "a"),
                "an activity of `b`, not of `a`"
            ),
            (
                order(of: "a", "1.00 EUR"), Self.circumstances(at: noon.later(-1)), .notYet(noon),
                "what was done at `\(noon.milliseconds)` ms has not happened yet"
            ),
            (
                order(of: "a", "1.00 EUR"), nowhere, .zoneUnknown("UTC"), "the zone `UTC` is not known at this instant"
            ),
            (
                order(of: "a", "1.00 USD"), Self.circumstances(at: noon),
                .activity(.currencyMismatch(.usd, expected: .eur)),
                PurchaseSummaryError.currencyMismatch(.usd, expected: .eur).description
            ),
        ] {
            #expect(throws: error) { try responder.respond(to: activity, of: &customer, under: circumstances) }
            #expect(error.description == text)
        }
        #expect(ResponseError.zoneUnknown(nil).description == "neither the customer nor the policy names a zone")
        #expect(customer == before && responder.budget.committed == money("0.00 EUR"))
    }
}
