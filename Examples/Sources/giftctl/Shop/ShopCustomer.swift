import GiftModel
import GiftPolicy
import Segmentation

/// All that a shop ever came to know of one customer, of which each day sees what had happened by then.
struct ShopCustomer {
    let history: CustomerHistory
    let record: CustomerRecord?
    let cultures: Set<Culture>?
    let consents: Consents?
    /// What the customer did, by instant.
    let activities: [Activity]
    /// When the shop first heard of the customer.
    let knownFrom: Timestamp

    /// Puts together what is known of the customer of `record`, or `nil` when one of the activities cannot be added.
    init?(
        _ record: CustomerRecord,
        cultures: Set<Culture>? = nil,
        consents: Consents? = nil,
        labels: CustomerLabels? = nil,
        activities: [Activity],
        in currency: Currency,
        livingIn zone: some ZoneRules
    ) {
        var summary = ActivitySummary(of: record.id, in: currency)
        let activities = activities.enumerated()
            .sorted { ($0.element.occurredAt, $0.offset) < ($1.element.occurredAt, $1.offset) }
            .map(\.element)
        guard let first = activities.first else { return nil }
        for activity in activities { guard (try? summary.add(activity, in: zone)) != nil else { return nil } }
        self.init(CustomerHistory(summary), record: record, labels, cultures, consents, activities, first.occurredAt)
    }

    /// A customer of whom only these orders and returns are known.
    init(_ purchases: PurchaseSummary, activities: [Activity], knownFrom first: Timestamp) {
        self.init(CustomerHistory(purchases), record: nil, nil, nil, nil, activities, first)
    }

    private init(
        _ history: CustomerHistory,
        record: CustomerRecord?,
        _ labels: CustomerLabels?,
        _ cultures: Set<Culture>?,
        _ consents: Consents?,
        _ activities: [Activity],
        _ knownFrom: Timestamp
    ) {
        var history = history
        if let record { history.record = record }
        if let labels { history.labels = labels }
        self.history = history
        self.record = record
        self.cultures = cultures
        self.consents = consents
        self.activities = activities
        self.knownFrom = knownFrom
    }

    /// Returns what a policy may ask about the customer at `now`, which falls on `day` where the customer lives.
    func facts(at now: Timestamp, on day: CalendarDate, by profiler: Profiler) throws -> CustomerFacts {
        let profile = try profiler.profile(of: history, asOf: day)
        var (low, high) = (0, activities.count)
        while low < high {
            let middle = (low + high) / 2
            if activities[middle].occurredAt <= now { low = middle + 1 } else { high = middle }
        }
        var facts = CustomerFacts(
            profile: profile,
            attributes: profiler.segmentFacts(of: history, profile),
            record: record,
            cultures: cultures,
            activities: Array(activities[..<low])
        )
        facts.consents = consents
        return facts
    }
}
