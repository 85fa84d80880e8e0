import Foundation
import GiftFoundation
import GiftModel
import GiftPolicy
import Segmentation

/// What is known of a shop's customers: what they did, what the CRM says of them and what they said.
struct ShopCustomers {
    /// What everybody bought and gave back.
    private(set) var summaries: PurchaseSummaries
    /// How many orders and returns were taken in.
    private(set) var orders = 0
    private(set) var returns = 0
    private(set) var rejected: [RejectedRow] = []
    /// Those of whom more is known than purchases.
    private var further: [Customer.ID: ActivitySummary] = [:]
    private var activities: [Customer.ID: [Activity]] = [:]
    private var records: [Customer.ID: CustomerRecord] = [:]
    private var facts: [Customer.ID: KnownFacts] = [:]
    private var names: Set<Name> = []
    private let usualZone: ZoneTable.ID?

    /// What tells activities apart: an order and a return bear a number, others are what they say.
    private enum Name: Hashable {
        case order(Order.ID)
        case goods(Return.ID)
        case other(Activity)

        init(_ activity: Activity) {
            switch activity {
            case .order(let order): self = .order(order.id)
            case .return(let goods): self = .goods(goods.id)
            default: self = .other(activity)
            }
        }
    }

    /// Nobody is known yet; who lives nowhere in particular lives by the clocks of `zone`.
    init(in currency: Currency, livingIn zone: ZoneTable.ID?) {
        self.summaries = PurchaseSummaries(in: currency)
        self.usualZone = zone
    }

    /// Takes in the orders and returns of a table.
    mutating func add(_ file: ActivityFile) {
        rejected += file.rejected
        for (row, activity) in file.activities {
            do {
                try summaries.add(activity, in: FixedZone.utc)
                remember(activity)
            } catch {
                rejected.append(row.rejected("total", "cannot be added: \(error)"))
            }
        }
    }

    /// Takes in records, of which there may be one of each customer.
    mutating func add(_ lines: JSONLines<CustomerRecord>) {
        rejected += lines.rejected
        for (row, record) in lines.values {
            if records[record.id] == nil {
                records[record.id] = record
            } else {
                rejected.append(row.rejected("/id", "is of a customer who is listed twice"))
            }
        }
    }

    /// Takes in facts, of which there may be one line of each customer.
    mutating func add(_ lines: JSONLines<KnownFacts>) {
        rejected += lines.rejected
        for (row, facts) in lines.values {
            if self.facts[facts.customer] == nil {
                self.facts[facts.customer] = facts
            } else {
                rejected.append(row.rejected("/customer", "is of a customer who is listed twice"))
            }
        }
    }

    /// Takes in activities of every kind, dated where the customer lives.
    mutating func add(_ lines: JSONLines<Activity>) {
        rejected += lines.rejected
        for (row, activity) in lines.values {
            guard !names.contains(Name(activity)) else {
                rejected.append(row.rejected("line", "is of an activity that is listed twice"))
                continue
            }
            let customer = activity.customer
            let purchases = summaries[customer] ?? PurchaseSummary(of: customer, in: summaries.currency)
            do {
                let zone = zone(of: customer)
                try further[customer, default: ActivitySummary(purchases)].add(activity, in: zone)
                switch activity {
                case .order, .return, .cancellation: try summaries.add(activity, in: zone)
                default: break
                }
                remember(activity)
            } catch {
                rejected.append(row.rejected("line", "cannot be added: \(error)"))
            }
        }
    }

    private mutating func remember(_ activity: Activity) {
        names.insert(Name(activity))
        activities[activity.customer, default: []].append(activity)
        switch activity {
        case .order: orders += 1
        case .return: returns += 1
        default: break
        }
    }

    private func zone(of customer: Customer.ID) -> FoundationZone {
        let id = records[customer]?.zone ?? usualZone
        return FoundationZone(id.flatMap { TimeZone(identifier: $0.text) } ?? .gmt)
    }
}

extension ShopCustomers {
    /// Everybody who is known, ascending.
    var all: [Customer.ID] {
        var all = Set(summaries.ordered.map(\.customer))
        all.formUnion(further.keys)
        all.formUnion(records.keys)
        return all.sorted()
    }

    /// The zones in which customers live, so far as they are known.
    var zones: Set<ZoneTable.ID> { Set(records.values.compactMap(\.zone) + [usualZone].compactMap(\.self)) }

    /// Whether anything is known that tells of interactions and complaints.
    var tellOfEverything: Bool { !further.isEmpty }

    /// Returns the first day on which anything is known of `customer`.
    func firstDay(of customer: Customer.ID) -> CalendarDate? {
        let zone = zone(of: customer)
        let others = further[customer] == nil ? [] : activities[customer, default: []]
        let days =
            others.compactMap { zone.date(of: $0.occurredAt) } + [records[customer]?.registeredOn].compactMap(\.self)
        return (days + [summaries[customer]?.days.first?.date].compactMap(\.self)).min()
    }

    /// Returns all that is known of `customer`.
    func history(of customer: Customer.ID) -> CustomerHistory {
        let known = further[customer] ?? summaries[customer].map(ActivitySummary.init)
        var history = CustomerHistory(known ?? ActivitySummary(of: customer, in: summaries.currency))
        if let record = records[customer] { history.record = record }
        if let labels = facts[customer]?.labels { history.labels = labels }
        return history
    }

    /// Returns what a policy may ask about the customer of `profile`.
    func facts(
        of profile: CustomerProfile,
        _ attributes: SegmentFacts,
        after grants: [GiftGrant] = []
    ) -> CustomerFacts {
        let own = facts[profile.customer]
        var facts = CustomerFacts(
            profile: profile,
            attributes: attributes,
            grants: grants,
            record: records[profile.customer],
            cultures: own?.cultures,
            activities: activities[profile.customer, default: []]
        )
        facts.consents = own?.consents
        facts.touches = own?.touches ?? []
        return facts
    }
}
