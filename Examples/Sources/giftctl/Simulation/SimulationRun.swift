import GiftModel
import GiftPolicy
import Segmentation

/// A policy, and maybe another, at work over the days of a shop.
struct SimulationRun {
    let shop: SimulatedShop
    let days: ClosedRange<CalendarDate>
    private(set) var simulation: Simulation
    /// The other policy over the same days.
    private(set) var other: Simulation?
    private let time: TimeOfDay

    /// Runs `policy` and `other` through all `days`, each day at `time` of the policy's clocks.
    init(
        of policy: Policy,
        against other: Policy?,
        over days: ClosedRange<CalendarDate>,
        at time: TimeOfDay,
        in shop: SimulatedShop,
        giving catalog: Catalog,
        within budget: Money?
    ) throws {
        self.shop = shop
        self.days = days
        self.time = time
        self.simulation = try Simulation(of: policy, giving: catalog, within: budget)
        self.other = try other.map { try Simulation(of: $0, giving: catalog, within: budget) }
        try run(giving: catalog)
    }

    /// The dates of the days, ascending.
    var dates: [CalendarDate] {
        (0...days.lowerBound.days(until: days.upperBound)).compactMap { days.lowerBound.adding(days: $0) }
    }

    private mutating func run(giving catalog: Catalog) throws {
        let policy = simulation.policy
        guard let usual = policy.document.defaults.zone,
            case let zones = try shop.zones(and: usual, around: days),
            let zone = zones[usual]
        else { throw CommandFailure("/defaults/zone: the policy names no zone that is known here") }
        let purchases = shop.customers.map(\.history.activities.purchases)
        let isSharingFacts = other.map { Self.rules(of: $0.policy, for: shop) == Self.rules(of: policy, for: shop) }
        for day in dates {
            if day == days.lowerBound || day.day == 1 { Notice.progress("simulating from \(day)") }
            let morning = zone.instants(of: day).lowerBound.milliseconds
            let now = Timestamp(milliseconds: morning + Int64(time.secondsAfterMidnight) * 1_000)
            let circumstances = Circumstances(at: now, giving: catalog, in: zones.values)
            let population = try Population.learn(from: purchases, asOf: day, spend: .net)
            func facts(under policy: Policy) throws -> [CustomerFacts] {
                let profiler = Profiler(population: population, rules: Self.rules(of: policy, for: shop))
                return try shop.customers.compactMap { customer in
                    guard customer.knownFrom <= now else { return nil }
                    let clocks = customer.record?.zone.flatMap { zones[$0] } ?? zone
                    guard let today = clocks.date(of: now) else { return nil }
                    return try customer.facts(at: now, on: today, by: profiler)
                }
            }
            let own = try facts(under: policy)
            try simulation.step(under: circumstances, for: own)
            guard let compared = other?.policy else { continue }
            try other?.step(under: circumstances, for: isSharingFacts == true ? own : facts(under: compared))
        }
    }

    private static func rules(of policy: Policy, for shop: SimulatedShop) -> ProfileRules {
        var rules = ProfileRules(stages: policy.document.stages, tiers: policy.document.tiers)
        rules.churn = .usual
        rules.observed = shop.observed
        return rules
    }
}

extension SimulationRun {
    /// What the policy does otherwise than the other one, if there is one.
    var difference: SimulationDifference? { other.map { simulation.difference(from: $0) } }

    /// Returns what the rule is called in whichever policy has it.
    func name(of rule: Rule.ID, in language: Language) -> String {
        let rules = simulation.policy.document.rules + (other?.policy.document.rules ?? [])
        return rules.first { $0.id == rule }?.name[language] ?? rule.text
    }

    /// Returns what the gift is called.
    func name(of gift: Gift.ID, in language: Language) -> String {
        simulation.catalog[gift]?.name[language] ?? gift.text
    }

    /// The weeks of the days, each with its first day and all of its days together.
    var weeks: [(first: CalendarDate, days: [SimulatedDay])] {
        var weeks: [(first: CalendarDate, days: [SimulatedDay])] = []
        for (date, day) in zip(dates, simulation.days) {
            if weeks.isEmpty || date.weekday == .monday { weeks.append((date, [])) }
            weeks[weeks.count - 1].days.append(day)
        }
        return weeks
    }
}

extension [SimulatedDay] {
    /// How many gifts all rules gave.
    var gifts: Int64 { reduce(0) { $0 + Int64($1.grants.count) } }

    func refusals(_ kind: Refusal.Kind) -> Int64 { reduce(0) { $0 + $1.refusals(kind) } }
}
