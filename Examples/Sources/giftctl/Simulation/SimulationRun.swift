import Foundation
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
    ) async throws {
        self.shop = shop
        self.days = days
        self.time = time
        self.simulation = try Simulation(of: policy, giving: catalog, within: budget)
        self.other = try other.map { try Simulation(of: $0, giving: catalog, within: budget) }
        try await run(giving: catalog)
    }

    /// The dates of the days, ascending.
    var dates: [CalendarDate] {
        (0...days.lowerBound.days(until: days.upperBound)).compactMap { days.lowerBound.adding(days: $0) }
    }

    private mutating func run(giving catalog: Catalog) async throws {
        guard let usual = simulation.policy.document.defaults.zone,
            case let zones = try shop.zones(and: usual, around: days),
            let zone = zones[usual]
        else { throw CommandFailure("/defaults/zone: the policy names no zone that is known here") }
        let briefing = DailyBriefing(of: shop.customers, zones: zones, usual: zone, time: time)
        var (simulation, other) = (simulation, other)
        for (number, day) in dates.enumerated() {
            if number == 0 || day.day == 1 { Notice.progress("simulating from \(day)") }
            let population = try briefing.population(on: day)
            let circumstances = briefing.circumstances(on: day, giving: catalog)
            try await step(&simulation, under: circumstances, briefing, population)
            if var compared = other {
                other = nil
                try await step(&compared, under: circumstances, briefing, population)
                other = compared
            }
        }
        (self.simulation, self.other) = (simulation, other)
    }

    /// Decides one more day of `simulation`, parts of the customers side by side.
    private func step(
        _ simulation: inout Simulation,
        under circumstances: Circumstances,
        _ briefing: DailyBriefing,
        _ population: Population
    ) async throws {
        let day = try simulation.nextDay(under: circumstances)
        let profiler = Profiler(population: population, rules: Self.rules(of: day.policy, for: shop))
        let decided = try await withThrowingTaskGroup(of: SimulatedPart.self) { group in
            for part in briefing.parts(for: ProcessInfo.processInfo.activeProcessorCount) {
                group.addTask {
                    try day.part(deciding: briefing.facts(at: circumstances.now, of: part, by: profiler))
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        try simulation.step(day, joining: decided)
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
