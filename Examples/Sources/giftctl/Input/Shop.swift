import Foundation
import GiftFoundation
import GiftModel
import GiftPolicy
import Segmentation

/// What the policy and the orders of a shop say.
struct Shop {
    let policy: Policy
    let orders: Int
    let returns: Int
    let summaries: PurchaseSummaries
    let rejected: [RejectedRow]

    /// Reads the files that `options` name.
    init(_ options: ShopOptions) throws {
        let folder = options.dataFolder
        let policy = try Self.policy(
            at: options.policy.map { URL(filePath: $0) } ?? folder.appending(path: "policy.json")
        )
        let currency = policy.document.tiers.currency
        let file = try ActivityFile(folder.appending(path: "orders.csv"), currency: currency)
        var rejected = file.rejected
        var summaries = PurchaseSummaries(in: currency)
        for (row, activity) in file.activities {
            do {
                try summaries.add(activity, in: FixedZone.utc)
            } catch {
                rejected.append(row.rejected("total", "cannot be added: \(error)"))
            }
        }
        self.policy = policy
        self.orders = file.orders
        self.returns = file.activities.count - file.orders
        self.summaries = summaries
        self.rejected = rejected.sorted { $0.line < $1.line }
    }

    /// Reads the gifts of the shop.
    func gifts(_ options: ShopOptions) throws -> GiftFile {
        try GiftFile(
            options.dataFolder.appending(path: "gifts.csv"),
            currency: policy.document.tiers.currency,
            tiers: Set(policy.document.tiers.tiers.map(\.id))
        )
    }

    private static func policy(at url: URL) throws -> Policy {
        guard let data = try? Data(contentsOf: url) else {
            throw CommandFailure("\(url.relativePath): the file cannot be read")
        }
        let file = url.lastPathComponent
        do {
            return try Policy(validating: PolicyDocument(json: data))
        } catch let invalid as InvalidDocument {
            throw CommandFailure(invalid.faults, in: file)
        } catch let invalid as InvalidPolicy {
            let text = String(String(decoding: data, as: UTF8.self).trimmingPrefix("\u{FEFF}"))
            throw CommandFailure(try invalid.places(in: text), in: file)
        }
    }

    /// Returns what holds for all customers on `day`, from its first instant, where the policy's clocks run.
    func circumstances(on day: CalendarDate, giving catalog: Catalog) throws -> Circumstances {
        guard let id = policy.document.defaults.zone, let zone = TimeZone(identifier: id.text),
            let first = day.adding(days: -400), let last = day.adding(days: 400)
        else { throw CommandFailure("policy.json: /defaults/zone: the policy names no zone that is known here") }
        let table = try ZoneTable(zone, from: first, through: last)
        return Circumstances(at: table.instants(of: day).lowerBound, giving: catalog, in: [table])
    }

    /// Returns the customers of whom anything is known by `day`, by customer ascending.
    func customers(knownBy day: CalendarDate) -> [PurchaseSummary] {
        summaries.ordered.filter { ($0.days.first?.date).map { $0 <= day } ?? false }
    }

    /// Returns what profiles as of `day` are worked out by; the orders tell of neither interactions nor complaints.
    func profiler(asOf day: CalendarDate, spend: SpendBasis, segments: SegmentSet? = nil) throws -> Profiler {
        var rules = ProfileRules(stages: policy.document.stages, tiers: policy.document.tiers)
        rules.churn = .usual
        rules.segments = segments
        rules.observed = [.order, .return]
        let population = try Population.learn(from: customers(knownBy: day), asOf: day, spend: spend)
        return Profiler(population: population, rules: rules)
    }

    /// Returns the profile of every customer known by `day`, by customer ascending.
    func profiles(
        asOf day: CalendarDate,
        spend: SpendBasis,
        segments: SegmentSet? = nil
    ) throws -> [CustomerProfile] {
        try profiler(asOf: day, spend: spend, segments: segments)
            .profiles(of: customers(knownBy: day).map { CustomerHistory($0) }, asOf: day)
    }
}
