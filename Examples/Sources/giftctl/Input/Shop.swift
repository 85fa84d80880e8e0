import Foundation
import GiftFoundation
import GiftModel
import GiftPolicy
import Segmentation

/// What the policy of a shop says, and what is known of its customers.
struct Shop {
    let policy: Policy
    let customers: ShopCustomers
    let rejected: [RejectedRow]

    /// Reads the files that `options` name, and `document` as the policy if it is given.
    init(_ options: ShopOptions, policy document: URL? = nil) throws {
        let folder = options.dataFolder
        let usual = options.policy.map { URL(filePath: $0) } ?? folder.appending(path: "policy.json")
        let policy = try PolicyFile(document ?? usual).policy
        let currency = policy.document.tiers.currency
        var customers = ShopCustomers(in: currency, livingIn: policy.document.defaults.zone)
        let further = options.further
        // Where a customer lives says on which day something happened.
        if let url = further.records(in: folder) { customers.add(try JSONLines<CustomerRecord>(url)) }
        let (orders, activities) = (folder.appending(path: "orders.csv"), further.activities(in: folder))
        if activities == nil || FileManager.default.fileExists(atPath: orders.path) {
            customers.add(try ActivityFile(orders, currency: currency))
        }
        if let activities { customers.add(try JSONLines<Activity>(activities)) }
        if let url = further.facts(in: folder) { customers.add(try JSONLines<KnownFacts>(url)) }
        self.policy = policy
        self.customers = customers
        self.rejected = customers.rejected.sorted { ($0.file, $0.line) < ($1.file, $1.line) }
    }

    /// Reads the gifts of the shop.
    func gifts(_ options: ShopOptions) throws -> GiftFile {
        try GiftFile(options.further.gifts(in: options.dataFolder), for: policy.document)
    }

    /// What everybody bought and gave back.
    var summaries: PurchaseSummaries { customers.summaries }
}

extension Shop {
    /// Returns what holds for all customers on `day`, from its first instant, where the policy's clocks run.
    func circumstances(on day: CalendarDate, giving catalog: Catalog) throws -> Circumstances {
        guard let id = policy.document.defaults.zone, let first = day.adding(days: -400),
            let last = day.adding(days: 400),
            let own = try table(of: id, from: first, through: last)
        else { throw CommandFailure("/defaults/zone: the policy names no zone that is known here") }
        let others = try customers.zones.subtracting([id]).sorted()
            .compactMap { try table(of: $0, from: first, through: last) }
        return Circumstances(at: own.instants(of: day).lowerBound, giving: catalog, in: [own] + others)
    }

    private func table(
        of id: ZoneTable.ID,
        from first: CalendarDate,
        through last: CalendarDate
    ) throws -> ZoneTable? {
        try TimeZone(identifier: id.text).map { try ZoneTable($0, from: first, through: last) }
    }

    /// Returns the purchases of those of whom any are known by `day`, by customer ascending.
    func purchases(knownBy day: CalendarDate) -> [PurchaseSummary] {
        summaries.ordered.filter { ($0.days.first?.date).map { $0 <= day } ?? false }
    }

    /// Returns everybody of whom anything is known by `day`, by customer ascending.
    func histories(knownBy day: CalendarDate) -> [CustomerHistory] {
        customers.all.filter { customer in customers.firstDay(of: customer).map { $0 <= day } ?? false }
            .map(customers.history)
    }

    /// Returns what is known of the customer called `name` by `day`.
    func history(of name: String, knownBy day: CalendarDate) throws -> CustomerHistory {
        let all = customers.all
        guard let customer = all.first(where: { $0.text == name }) else {
            let hint = all.map(\.text).nearest(to: name).map { "the nearest is `\($0)`" } ?? "nor is any id like it"
            throw CommandFailure("--customer `\(name)` is not known, \(hint)")
        }
        let first = customers.firstDay(of: customer)
        guard let first, first <= day else {
            let first = first.map { "; the first activity is on \($0)" } ?? ""
            throw CommandFailure("--customer `\(name)` is not known by \(day)\(first)")
        }
        return customers.history(of: customer)
    }

    /// Returns what profiles as of `day` are worked out by; orders alone tell of neither interactions nor complaints.
    func profiler(asOf day: CalendarDate, spend: SpendBasis, segments: SegmentSet? = nil) throws -> Profiler {
        var rules = ProfileRules(stages: policy.document.stages, tiers: policy.document.tiers)
        rules.churn = .usual
        rules.segments = segments
        if !customers.tellOfEverything { rules.observed = [.order, .return] }
        let population = try Population.learn(from: purchases(knownBy: day), asOf: day, spend: spend)
        return Profiler(population: population, rules: rules)
    }

    /// Returns the profile of every customer known by `day`, by customer ascending.
    func profiles(
        asOf day: CalendarDate,
        spend: SpendBasis,
        segments: SegmentSet? = nil
    ) throws -> [CustomerProfile] {
        try profiler(asOf: day, spend: spend, segments: segments).profiles(of: histories(knownBy: day), asOf: day)
    }
}
