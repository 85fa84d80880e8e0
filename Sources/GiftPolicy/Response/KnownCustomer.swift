public import GiftModel
public import Segmentation

/// All that a host keeps of one customer, from which the facts of any day are worked out.
///
/// ```swift
/// var customer = KnownCustomer(history, activities: activities)
/// customer.consents = consents
/// let facts = try customer.facts(on: today, by: profiler)
/// ```
public struct KnownCustomer: Hashable, Sendable {
    /// What profiles are worked out from, the record among it.
    public var history: CustomerHistory
    /// What the customer did, in any order; as far back as triggers look.
    public private(set) var activities: [Activity]
    /// The customer's grants, past and planned.
    public var grants: [GiftGrant] = []
    /// The cultures that the customer told of, or `nil` when nobody asked.
    public var cultures: Set<Culture>?
    /// What the customer said about the use of data, or `nil` when nobody knows.
    public var consents: Consents?
    /// What went out to the customer and was no gift.
    public var touches: [Touch] = []
    /// What people were asked to do for the customer.
    public var tasks: [AssignedTask] = []
    /// The arms of experiments in which the customer was seen.
    public var exposures: [Exposure] = []

    /// The customer of `history`, which `activities` are part of.
    public init(_ history: CustomerHistory, activities: [Activity] = []) {
        self.history = history
        self.activities = activities
    }
}

extension KnownCustomer {
    /// Who it is.
    public var id: Customer.ID { history.activities.customer }

    /// Adds one activity, or refuses it and leaves everything as it was.
    ///
    /// One that stands among ``activities`` changes nothing; of those that were left out there, only orders, returns
    /// and cancellations are known again.
    ///
    /// - Parameter zone: Tells on which local day it fell.
    /// - Parameter rules: Which tags it earns points for.
    /// - Throws: `PurchaseSummaryError`, in the order of its cases.
    /// - Complexity: That of adding to a summary, and O(*n*) in the activities.
    public mutating func add(
        _ activity: Activity,
        in zone: some ZoneRules,
        tagging rules: TagRules? = nil
    ) throws(PurchaseSummaryError) {
        guard !activities.contains(activity) else { return }
        var summary = history.activities
        try summary.add(activity, in: zone, tagging: rules)
        history.activities = summary
        activities.append(activity)
    }

    /// Returns what a policy may ask on `day`, as it is where the customer lives.
    ///
    /// - Throws: `PurchaseSummaryError`, as the profiler does.
    /// - Complexity: That of a profile, and O(*n* log *n*) in the activities and grants.
    public func facts(on day: CalendarDate, by profiler: Profiler) throws(PurchaseSummaryError) -> CustomerFacts {
        let profile = try profiler.profile(of: history, asOf: day)
        var facts = CustomerFacts(
            profile: profile,
            attributes: profiler.segmentFacts(of: history, profile),
            grants: grants,
            record: history.record,
            cultures: cultures,
            activities: activities
        )
        facts.consents = consents
        facts.touches = touches
        facts.tasks = tasks
        facts.exposures = exposures
        return facts
    }
}
