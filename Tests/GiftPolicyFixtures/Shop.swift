package import GiftModel
package import GiftPolicy
package import Segmentation

/// A day, written as it is read.
package func day(_ text: String) -> CalendarDate { CalendarDate(text)! }

/// An amount, written as it is read.
package func money(_ text: String) -> Money { Money(text)! }

/// A small shop in euros with three rules, built as a host would build it.
package enum Shop {
    package static let today = day("2011-12-10")

    package static func name(_ text: String) -> LocalizedText { LocalizedText(english: text, chinese: "「\(text)」") }

    package static let stages = trapping {
        try StageRules(newThroughDays: 30, dormantAfterDays: 90, churnedAfterDays: 365, comparedDays: 90)
    }

    package static let tiers = trapping {
        try TierLadder(
            base: Tier(id: "standard", name: name("Standard")),
            rungs: [
                TierRung(Tier(id: "silver", name: name("Silver")), atLeast: money("500.00 EUR")),
                TierRung(Tier(id: "gold", name: name("Gold")), atLeast: money("2000.00 EUR")),
            ],
            spend: .net,
            window: .calendarYear
        )
    }

    package static let thanks = Rule(
        id: "thanks",
        name: name("Thanks"),
        occasion: .upgrade,
        goal: .loyalty,
        priority: 80,
        on: .tierReached("gold", withinDays: 30),
        when: .tier(.atLeast, "gold"),
        giving: GiftSelection(from: money("5.00 EUR"), through: money("25.00 EUR"))
    )

    package static let wakeUp = Rule(
        id: "wake-up",
        name: name("Wake-up"),
        occasion: .reactivation,
        goal: .repurchase,
        priority: 60,
        on: .inactive(moreThanDays: 90),
        when: .amount(.sales, .atLeast, money("100.00 EUR")),
        restDays: 180,
        giving: GiftSelection(from: money("2.00 EUR"), through: money("10.00 EUR"))
    )

    package static let welcome = Rule(
        id: "welcome",
        name: name("Welcome"),
        occasion: .welcome,
        goal: .acquisition,
        priority: 40,
        on: .firstOrder(withinDays: 30),
        when: .stage(in: [.new]),
        giving: GiftSelection(from: money("0.00 EUR"), through: money("3.00 EUR"))
    )

    package static let document = PolicyDocument(
        id: "shop",
        version: 1,
        name: name("Shop"),
        defaults: PolicyDefaults(zone: "UTC", leapDay: .dayBefore, leapMonth: .regular, shortMonth: .lastDay),
        stages: stages,
        tiers: tiers,
        caps: [cap(1, inDays: 30)],
        budget: money("100.00 EUR"),
        rules: [welcome, wakeUp, thanks]
    )

    package static func policy(_ change: (inout PolicyDocument) -> Void = { _ in }) -> Policy {
        var changed = document
        change(&changed)
        return trapping { try Policy(validating: changed) }
    }

    package static func gift(
        _ id: String,
        _ cost: String,
        stock: Int64 = 100,
        tiers: Set<Tier.ID> = [],
        occasions: Set<Occasion> = []
    ) -> Gift {
        Gift(
            id: Gift.ID(id)!,
            name: name(id),
            kind: .physical,
            cost: LandedCost(goods: money(cost).minorUnits, in: .eur)!,
            stock: stock,
            tiers: tiers,
            occasions: occasions
        )!
    }

    package static func catalog(_ gifts: [Gift]) -> Catalog { trapping { try Catalog(gifts, in: .eur) } }

    package static let gifts = catalog([
        gift("card", "1.00 EUR"), gift("cup", "4.00 EUR"), gift("tea", "9.00 EUR"),
        gift("lamp", "20.00 EUR", tiers: ["gold"]),
    ])

    /// At most so many gifts in any so many days, over all rules.
    package static func cap(_ gifts: Int64, inDays days: Int64) -> Cap {
        Cap(id: "gifts", atMost: gifts, of: .gifts, in: .rolling(days: days))
    }

    /// The facts of a customer who placed these orders, in cents; a return is below zero.
    package static func facts(
        _ orders: [(String, Int64)],
        of customer: Customer.ID = "c-1",
        grants: [GiftGrant] = [],
        asOf: CalendarDate = today,
        on ladder: TierLadder = tiers
    ) -> CustomerFacts {
        facts(among: [(customer, orders)], of: customer, grants: grants, asOf: asOf, on: ladder)
    }

    /// The facts of one of several customers, scored against each other.
    package static func facts(
        among customers: [(Customer.ID, [(String, Int64)])],
        of customer: Customer.ID,
        grants: [GiftGrant] = [],
        asOf: CalendarDate = today,
        on ladder: TierLadder = tiers
    ) -> CustomerFacts {
        var summaries = PurchaseSummaries(in: .eur)
        for (customer, orders) in customers {
            for (number, (date, cents)) in orders.enumerated() {
                let instant = Timestamp(day(date), at: .midnight, in: .utc)
                let amount = Money(minorUnits: abs(cents), in: .eur)
                let activity: Activity =
                    cents < 0
                    ? .return(
                        Return(id: Return.ID("r-\(number)")!, customer: customer, receivedAt: instant, refund: amount)!
                    )
                    : .order(Order(id: Order.ID("o-\(number)")!, customer: customer, placedAt: instant, total: amount)!)
                trapping { try summaries.add(activity, in: FixedZone.utc) }
            }
        }
        return trapping {
            let population = try Population.learn(from: summaries.ordered, asOf: asOf, spend: .net)
            let profiler = Profiler(population: population, stages: stages, tiers: ladder)
            let summary = summaries[customer] ?? PurchaseSummary(of: customer, in: .eur)
            let history = CustomerHistory(summary)
            let profile = try profiler.profile(of: history, asOf: asOf)
            let attributes = profiler.segmentFacts(of: history, profile)
            return CustomerFacts(profile: profile, attributes: attributes, grants: grants)
        }
    }

    /// A grant planned before, which then was reported to be in these states.
    package static func grant(
        _ occasion: Occasion,
        term: Identifier<Occurrence> = "earlier",
        on date: String,
        then states: [GrantState] = []
    ) -> GiftGrant {
        let terms = GrantTerms(
            of: "cup",
            on: Occurrence(of: occasion, for: "c-1", term: term),
            cost: LandedCost(goods: 4_00, in: .eur)!,
            plannedFor: day(date),
            by: RuleReference(policy: policy().reference, rule: "wake-up"),
            because: []
        )
        var grant = GiftGrant(id: terms.id)
        let commands = [GrantCommand.Action.plan(terms)] + states.map { .report($0, at: Timestamp(milliseconds: 0)) }
        for (key, action) in commands.enumerated() {
            trapping {
                try grant.perform(GrantCommand(action, key: RequestKey(UInt128(key))), at: Timestamp(milliseconds: 0))
            }
        }
        return grant
    }

    /// The zone in which customers live of whom no other is known.
    package static let utc = trapping {
        try ZoneTable(
            id: "UTC",
            from: Timestamp(day("1970-01-01"), at: .midnight, in: .utc),
            until: Timestamp(day("2100-01-01"), at: .midnight, in: .utc),
            initialOffsetSeconds: 0,
            transitions: []
        )
    }

    /// Noon of the day of the facts.
    package static func circumstances(of facts: CustomerFacts, _ catalog: Catalog) -> Circumstances {
        let noon = Timestamp(facts.profile.asOf, at: TimeOfDay(hour: 12, minute: 0)!, in: .utc)
        return Circumstances(at: noon, giving: catalog, in: [utc])
    }

    @discardableResult
    package static func trapping<Value>(_ body: () throws -> Value) -> Value {
        do { return try body() } catch { preconditionFailure("\(error)") }
    }
}

extension Policy {
    /// The decision at noon of the day of the facts.
    package func decision(for facts: CustomerFacts, choosingFrom catalog: Catalog) -> Decision {
        decision(for: facts, under: Shop.circumstances(of: facts, catalog))
    }
}

extension Refusal {
    /// The day on which waiting alone may help.
    package var earliestDay: CalendarDate? { earliest?.day }
}

extension Decision {
    /// Why the rule refused, in English, or nothing when it did not.
    package func why(not rule: Rule.ID) -> [String] {
        refusals.first { $0.rule == rule }?.reasons.map { $0.text(in: .english, from: .policy) } ?? []
    }

    /// How many more gifts the caps allow at the moment of the decision.
    package var giftsLeft: Int64 {
        caps?.verdict(on: Approach(.gift(nil, of: nil), by: nil, at: now)).room ?? 0
    }

    package func refusal(of rule: Rule.ID) -> Refusal? { refusals.first { $0.rule == rule } }
}
