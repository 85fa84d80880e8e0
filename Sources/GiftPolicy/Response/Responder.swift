public import GiftModel
public import Segmentation

/// Answers what customers do as it happens, one activity at a time.
///
/// What it answers is what a batch would give on the same facts: the activity is taken in, the customer's profile is
/// worked out anew, decided about and planned for, within what earlier answers left of budget and stock. There is no
/// second way to a decision.
///
/// ```swift
/// var responder = try Responder(following: policy, by: profiler, giving: catalog)
/// let response = try responder.respond(to: .order(order), of: &customer, under: circumstances)
/// response.grants      // to be stored, then approved, reserved and sent
/// ```
///
/// A responder is the one who gives out its budget and its stock, and those of rules that have their own. What comes to
/// nothing later is not given back: to begin anew, make another of what is left. Where there are several, each is given
/// a part, and a rule with a budget of its own is answered by one of them.
public struct Responder: Sendable {
    /// By whom profiles are worked out; to be replaced whenever it was learned anew from all customers.
    public var profiler: Profiler
    private var plans: RunningPlan

    /// A responder that gives the gifts of `catalog` for as much as `budget`; the policy's where none is named.
    ///
    /// - Throws: ``PlanError/currencyMismatch(_:expected:)`` and then ``PlanError/negativeBudget(_:)``.
    /// - Complexity: O(*n*) in the rules and gifts.
    public init(
        following policy: Policy,
        by profiler: Profiler,
        giving catalog: Catalog,
        within budget: Money? = nil
    ) throws(PlanError) {
        self.plans = try RunningPlan(following: policy, giving: catalog, within: budget)
        self.profiler = profiler
    }
}

extension Responder {
    /// The policy that is followed.
    public var policy: Policy { plans.policy }

    /// The gifts, with how many of each are left.
    public var catalog: Catalog { plans.catalog }

    /// How much of the budget is committed.
    public var budget: BudgetUse { plans.last.budget }

    /// Takes in what a customer did, and returns what the policy says to that.
    ///
    /// What is granted is taken out of budget and stock, and stands among the customer's grants, planned under a key
    /// that is made of its name. The same activity once more gives no gift twice. Touches, tasks and exposures are for
    /// the host to record, with what became of them, before the customer's next activity.
    ///
    /// - Parameters:
    ///   - activity: What was done by `circumstances.now`.
    ///   - customer: The customer, who comes to know of the activity and of what is granted.
    ///   - circumstances: What holds at the instant; the gifts that are left stand in place of its catalog.
    /// - Throws: ``ResponseError``, in the order of its cases; everything stays as it was then.
    /// - Complexity: That of one profile and one decision, and O(*g*) in the gifts.
    public mutating func respond(
        to activity: Activity,
        of customer: inout KnownCustomer,
        under circumstances: Circumstances
    ) throws(ResponseError) -> Response {
        guard activity.customer == customer.id else { throw .otherCustomer(activity.customer, expected: customer.id) }
        let now = circumstances.now
        guard activity.occurredAt <= now else { throw .notYet(activity.occurredAt) }
        let id = customer.history.record?.zone ?? policy.document.defaults.zone
        guard let zone = id.flatMap({ circumstances.zones[$0] }), let today = zone.date(of: now) else {
            throw .zoneUnknown(id)
        }
        var known = customer
        let facts: CustomerFacts
        do throws(PurchaseSummaryError) {
            try known.add(activity, in: zone, tagging: profiler.rules.tags)
            facts = try known.facts(on: today, by: profiler)
        } catch {
            throw .activity(error)
        }
        var here = circumstances
        here.catalog = catalog
        let decision = policy.decision(for: facts, under: here)
        let plan = plans.plan([decision])
        known.grants += plan.grants.map { Self.grant(of: $0, at: now) }
        customer = known
        return Response(decision: decision, grants: plan.grants, refusals: plan.refusals)
    }

    private static func grant(of terms: GrantTerms, at now: Timestamp) -> GiftGrant {
        var grant = GiftGrant(id: terms.id)
        // The name is the first 128 bits of a hash.
        guard let number = UInt128(terms.id.text, radix: 16) else { preconditionFailure("a name of 32 digits") }
        do throws(GrantError) {
            try grant.perform(GrantCommand(.plan(terms), key: RequestKey(number)), at: now)
        } catch {
            preconditionFailure("a grant begins with its plan: \(error)")
        }
        return grant
    }
}
