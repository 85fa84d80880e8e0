import Foundation
import GiftFoundation
import GiftModel
import GiftPolicy
import Segmentation

/// A shop over the time in which policies are simulated.
struct SimulatedShop {
    let customers: [ShopCustomer]
    /// Of which kinds of activities anything would be known.
    let observed: Set<ActivityKind>
    /// The days that are simulated unless others are asked for.
    let usualDays: ClosedRange<CalendarDate>
    /// In words, where all of it comes from.
    let origin: LocalizedText
    let rejected: [RejectedRow]

    /// The synthetic shop with this `seed`, in its last year.
    init(seed: UInt64, customers count: Int) throws {
        self.customers = try SyntheticShop(seed: seed, customers: count).customers
        self.observed = Set(ActivityKind.allCases)
        self.usualDays = CalendarDate(year: 2026, month: 1, day: 1)!...SyntheticShop.days.upperBound
        self.origin = LocalizedText(
            english: "synthetic shop, seed \(seed), \(count) customers",
            chinese: "合成店铺，种子\(seed)，\(count)位客户"
        )
        self.rejected = []
    }

    /// The shop whose orders and returns are in `file`, over all the days of which it tells.
    init(ordersAt url: URL, in currency: Currency) throws {
        let file = try ActivityFile(url, currency: currency)
        var rejected = file.rejected
        var summaries = PurchaseSummaries(in: currency)
        var activities: [Customer.ID: [Activity]] = [:]
        for (row, activity) in file.activities {
            do {
                try summaries.add(activity, in: FixedZone.utc)
                activities[activity.customer, default: []].append(activity)
            } catch {
                rejected.append(row.rejected("total", "cannot be added: \(error)"))
            }
        }
        let days = summaries.ordered.flatMap { $0.days.map(\.date) }
        guard let first = days.min(), let last = days.max() else {
            throw CommandFailure("\(url.lastPathComponent): no order is known")
        }
        self.customers = summaries.ordered.compactMap { purchases in
            let own = activities[purchases.customer, default: []].sorted { $0.occurredAt < $1.occurredAt }
            return own.first.map { ShopCustomer(purchases, activities: own, knownFrom: $0.occurredAt) }
        }
        self.observed = [.order, .return]
        self.usualDays = first...last
        self.origin = LocalizedText(english: url.lastPathComponent, chinese: url.lastPathComponent)
        self.rejected = rejected.sorted { $0.line < $1.line }
    }

    /// Returns the zones in which the customers live and `usual`, from a year before `days` until a year after.
    func zones(and usual: ZoneTable.ID, around days: ClosedRange<CalendarDate>) throws -> [ZoneTable.ID: ZoneTable] {
        guard let first = days.lowerBound.adding(days: -400), let last = days.upperBound.adding(days: 400) else {
            throw CommandFailure("the days \(days.lowerBound) through \(days.upperBound) lie at an end of the calendar")
        }
        var tables: [ZoneTable.ID: ZoneTable] = [:]
        for id in Set(customers.compactMap { $0.record?.zone } + [usual]) {
            guard let zone = TimeZone(identifier: id.text) else { continue }
            tables[id] = try ZoneTable(zone, from: first, through: last)
        }
        return tables
    }
}
