public import GiftModel
import Segmentation

/// A policy at work over a period, day by day, as if it had been in force.
///
/// Each day is decided and planned as any day is: there is no second way to a decision. What is given on one day counts
/// on the next, against caps, rests, budgets and stock. Customers do what they did: how gifts would have changed that
/// is for experiments to tell. Nothing goes wrong on the way of a gift either: it is approved, where it has to be, and
/// taken out of stock at once, leaves at the moment for which it was planned without being checked once more, and has
/// arrived on the next day that is simulated after that. Touches leave when they may, and count on the next day as
/// gifts do; tasks are given to somebody and done.
///
/// ```swift
/// var simulation = try Simulation(of: policy, giving: catalog)
/// for now in mornings { try simulation.step(under: circumstances(at: now), for: facts(at: now)) }
/// simulation.rules.map(\.gifts)             // [1_204, 318, …]
/// simulation.difference(from: draft).lost   // what only the draft gives
/// ```
///
/// ## Invariants
/// 1. No budget is overspent, and no gift given that is not in stock.
/// 2. On each day each rule that gives gifts either gives each customer one or refuses.
/// 3. No occasion of a customer is honored twice.
public struct Simulation: Hashable, Sendable {
    /// The customers whose decisions are kept.
    public let followed: Set<Customer.ID>
    /// The days, ascending.
    public private(set) var days: [SimulatedDay] = []
    private var plans: RunningPlan
    private var course = GrantCourse()
    private var touches = TouchCourse()

    /// A simulation of `policy` on the first of its days, which gives the gifts of `catalog`.
    ///
    /// - Parameters:
    ///   - budget: What all gifts of the period may cost; the policy's budget where none is named.
    ///   - followed: Customers whose decisions are kept for every day.
    /// - Throws: ``PlanError/currencyMismatch(_:expected:)`` and then ``PlanError/negativeBudget(_:)``.
    /// - Complexity: O(*n*) in the rules and gifts.
    public init(
        of policy: Policy,
        giving catalog: Catalog,
        within budget: Money? = nil,
        following followed: Set<Customer.ID> = []
    ) throws(PlanError) {
        self.plans = try RunningPlan(following: policy, giving: catalog, within: budget)
        self.followed = followed
    }
}

extension Simulation {
    /// The policy that is followed.
    public var policy: Policy { plans.policy }

    /// The gifts, with how many of each are left.
    public var catalog: Catalog { plans.catalog }

    /// How much of the budget is committed.
    public var budget: BudgetUse { plans.last.budget }

    /// The same for each rule that has a budget of its own.
    public var ruleBudgets: [Rule.ID: BudgetUse] { plans.last.ruleBudgets }

    /// What each rule gave and refused over all days, in the order of the policy.
    ///
    /// - Complexity: O(*d* · *r*) for *d* days and *r* rules.
    public var rules: [RuleTally] {
        days.reduce(DayTally(of: policy).rules) { sums, day in zip(sums, day.rules).map { $0.adding($1) } }
    }

    /// What was given over all days, by day, then customer.
    ///
    /// - Complexity: O(*n*).
    public var grants: [GrantTerms] { days.flatMap(\.grants) }

    /// Returns the gifts of `customer` as they stand on the last day, in the order in which they were planned.
    public func grants(of customer: Customer.ID) -> [GiftGrant] { course[customer] }
}

extension Simulation {
    /// Decides and plans one more day, and returns what came of it.
    ///
    /// The facts of a day are those that were known by its instant, with the grants of before the simulation, if there
    /// are any; those of the simulation are added here. Whose facts are not handed over is not asked on that day.
    ///
    /// - Parameters:
    ///   - circumstances: What holds at the instant; the gifts that are left stand in place of its catalog.
    ///   - customers: Customers in any order.
    /// - Throws: ``SimulationError``, in the order of its cases.
    /// - Complexity: That of the decisions, and O(*g*) for all gifts planned before.
    @discardableResult
    public mutating func step(
        under circumstances: Circumstances,
        for customers: some Sequence<CustomerFacts>
    ) throws(SimulationError) -> SimulatedDay {
        let day = try nextDay(under: circumstances)
        return try step(day, joining: [day.part(deciding: customers)])
    }

    /// Returns the next day, whose customers are decided about in as many parts as one likes.
    ///
    /// - Parameter circumstances: As those of a step.
    /// - Throws: ``SimulationError/notLater(_:than:)``.
    /// - Complexity: O(*g*) for all gifts planned before.
    public func nextDay(under circumstances: Circumstances) throws(SimulationError) -> SimulationDay {
        let now = circumstances.now
        if let last = days.last?.now, now <= last { throw .notLater(now, than: last) }
        var (course, today) = (course, circumstances)
        course.advance(to: now)
        today.catalog = catalog
        return SimulationDay(policy: policy, circumstances: today, followed: followed, course: course, touches: touches)
    }

    /// Plans `day`, of which all `parts` were decided, and returns what came of it.
    ///
    /// It does not matter how the customers are parted, nor in which order the parts come.
    ///
    /// - Precondition: `day` is the next of this simulation.
    /// - Throws: ``SimulationError/repeatedCustomer(_:)``.
    /// - Complexity: That of the plan.
    @discardableResult
    public mutating func step(
        _ day: SimulationDay,
        joining parts: [SimulatedPart]
    ) throws(SimulationError) -> SimulatedDay {
        let now = day.circumstances.now
        precondition(
            day.policy.reference == policy.reference && days.last.map { $0.now < now } ?? true,
            "a day follows its simulation"
        )
        let whole = try SimulatedPart(joining: parts, of: policy)
        let plan = plans.plan(whole.deciding)
        var (course, touches, tally) = (day.course, day.touches, whole.tally)
        tally.count(plan)
        touches.merge(whole.sent)
        course.begin(plan.grants, of: whole.deciding, at: now)
        let simulated = SimulatedDay(
            now: now,
            customers: Int64(whole.asked.count),
            rules: tally.rules,
            grants: plan.grants,
            followed: whole.followed.sorted { $0.customer < $1.customer }.map { FollowedDecision($0, in: plan) }
        )
        (self.course, self.touches) = (course, touches)
        days.append(simulated)
        return simulated
    }
}
