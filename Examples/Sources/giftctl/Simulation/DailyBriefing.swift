import GiftModel
import GiftPolicy
import Segmentation

/// What is known of a shop's customers at one time of each day.
struct DailyBriefing {
    private let shop: SimulatedShop
    private let zones: [ZoneTable.ID: ZoneTable]
    private let usual: ZoneTable
    private let time: TimeOfDay
    private let rules: ProfileRules
    private let purchases: [PurchaseSummary]

    /// Who lives nowhere in particular lives by the clocks of `usual`, by which `time` is told too.
    init(
        shop: SimulatedShop,
        zones: [ZoneTable.ID: ZoneTable],
        usual: ZoneTable,
        time: TimeOfDay,
        rules: ProfileRules
    ) {
        self.shop = shop
        self.zones = zones
        self.usual = usual
        self.time = time
        self.rules = rules
        self.purchases = shop.customers.map(\.history.activities.purchases)
    }

    /// The same under other rules.
    func following(_ rules: ProfileRules) -> DailyBriefing {
        DailyBriefing(shop: shop, zones: zones, usual: usual, time: time, rules: rules)
    }

    func instant(of day: CalendarDate) -> Timestamp {
        let morning = usual.instants(of: day).lowerBound.milliseconds
        return Timestamp(milliseconds: morning + Int64(time.secondsAfterMidnight) * 1_000)
    }

    /// Returns the facts of all who were known by then, each as of the own day.
    func facts(on day: CalendarDate) throws -> [CustomerFacts] {
        let now = instant(of: day)
        let population = try Population.learn(from: purchases, asOf: day, spend: .net)
        let profiler = Profiler(population: population, rules: rules)
        return try shop.customers.compactMap { customer in
            guard customer.knownFrom <= now else { return nil }
            let clocks = customer.record?.zone.flatMap { zones[$0] } ?? usual
            guard let today = clocks.date(of: now) else { return nil }
            return try customer.facts(at: now, on: today, by: profiler)
        }
    }
}
