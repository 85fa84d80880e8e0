import GiftModel
import GiftPolicy
import Segmentation

/// What is known of a shop's customers at one time of each day.
struct DailyBriefing {
    private let customers: [ShopCustomer]
    private let zones: [ZoneTable.ID: ZoneTable]
    private let usual: ZoneTable
    private let time: TimeOfDay
    private let purchases: [PurchaseSummary]

    /// Who lives nowhere in particular lives by the clocks of `usual`, by which `time` is told too.
    init(of customers: [ShopCustomer], zones: [ZoneTable.ID: ZoneTable], usual: ZoneTable, time: TimeOfDay) {
        self.customers = customers
        self.zones = zones
        self.usual = usual
        self.time = time
        self.purchases = customers.map(\.history.activities.purchases)
    }

    /// Returns what holds on `day`, when these gifts are given.
    func circumstances(on day: CalendarDate, giving catalog: Catalog) -> Circumstances {
        let morning = usual.instants(of: day).lowerBound.milliseconds
        let now = Timestamp(milliseconds: morning + Int64(time.secondsAfterMidnight) * 1_000)
        return Circumstances(at: now, giving: catalog, in: zones.values)
    }

    /// Returns what everybody's purchases through `day` teach.
    func population(on day: CalendarDate) throws -> Population {
        try Population.learn(from: purchases, asOf: day, spend: .net)
    }

    /// Returns the facts of those customers in `range` who were known at `now`, each as of the own day.
    func facts(at now: Timestamp, of range: Range<Int>, by profiler: Profiler) throws -> [CustomerFacts] {
        try customers[range]
            .compactMap { customer in
                guard customer.knownFrom <= now else { return nil }
                let clocks = customer.record?.zone.flatMap { zones[$0] } ?? usual
                guard let today = clocks.date(of: now) else { return nil }
                return try customer.facts(at: now, on: today, by: profiler)
            }
    }

    /// The customers in as many parts of one length as there are processors.
    func parts(for processors: Int) -> [Range<Int>] {
        let length = max(1, (customers.count + processors - 1) / max(1, processors))
        return stride(from: 0, to: customers.count, by: length).map { $0..<min($0 + length, customers.count) }
    }
}
