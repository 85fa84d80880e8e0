import Foundation
import GiftFoundation
import GiftModel
import GiftPolicy
import Segmentation

/// Everything that the files of a shop say.
struct Shop {
    let policy: Policy
    let catalog: Catalog
    let activities: ActivityFile
    let summaries: PurchaseSummaries
    let rejected: [RejectedRow]

    /// Reads the files that `options` name, and tells of every row that had to be left out.
    init(_ options: ShopOptions) throws {
        let folder = options.dataFolder
        let policy = try Self.policy(
            at: options.policy.map { URL(filePath: $0) } ?? folder.appending(path: "policy.json")
        )
        let currency = policy.document.tiers.currency
        let tiers = Set(policy.document.tiers.tiers.map(\.id))
        let gifts = try GiftFile(folder.appending(path: "gifts.csv"), currency: currency, tiers: tiers)
        let activities = try ActivityFile(folder.appending(path: "orders.csv"), currency: currency)
        var summaries = PurchaseSummaries(in: currency)
        for activity in activities.activities { try summaries.add(activity, in: FixedZone.utc) }

        self.policy = policy
        self.catalog = gifts.catalog
        self.activities = activities
        self.summaries = summaries
        self.rejected = gifts.rejected + activities.rejected
        for row in rejected { Notice.warn(row.description) }
        if options.strict, !rejected.isEmpty {
            throw CommandFailure("\(rejected.count) rows are wrong, and --strict allows none")
        }
    }

    private static func policy(at url: URL) throws -> Policy {
        guard let json = try? Data(contentsOf: url) else {
            throw CommandFailure("\(url.relativePath): the file cannot be read")
        }
        let file = url.lastPathComponent
        do {
            return try Policy(validating: PolicyDocument(json: json))
        } catch let fault as DocumentFault {
            throw CommandFailure("\(file):\(fault)")
        } catch {
            throw CommandFailure("\(file): \(error)")
        }
    }

    /// Returns the profile of every customer known by `day`, by customer ascending.
    func profiles(asOf day: CalendarDate, spend: SpendBasis) throws -> [CustomerProfile] {
        let ordered = summaries.ordered.filter { ($0.days.first?.date).map { $0 <= day } ?? false }
        let profiler = Profiler(
            population: Population.learn(from: ordered, asOf: day, spend: spend),
            stages: policy.document.stages,
            tiers: policy.document.tiers
        )
        return try ordered.map { try profiler.profile(of: $0, asOf: day) }
    }
}
