public import GiftModel

/// What a policy gave and refused on one day of a simulation.
public struct SimulatedDay: Hashable, Sendable {
    /// The instant of the decisions.
    public let now: Timestamp
    /// How many customers were asked about.
    public let customers: Int64
    /// What each rule gave and refused, in the order of the policy.
    public let rules: [RuleTally]
    /// What was given, by customer, then occasion.
    public let grants: [GrantTerms]
    /// What was decided about the customers who are followed, by customer.
    public let followed: [FollowedDecision]
}

extension SimulatedDay {
    /// What the gifts of the day cost, in minor units.
    public var costMinorUnits: Int64 { rules.reduce(0) { $0 + $1.cost.minorUnits } }

    /// Returns how often the day's rules refused for a reason of this `kind`.
    public func refusals(_ kind: Refusal.Kind) -> Int64 { rules.reduce(0) { $0 + $1.refusals(kind) } }
}

/// What was decided about one customer, and what became of the candidates in the day's plan.
public struct FollowedDecision: Hashable, Sendable {
    /// The decision.
    public let decision: Decision
    /// The candidates that were given.
    public let grants: [GrantTerms]
    /// The candidates that came to nothing, by rule.
    public let refusals: [Refusal]

    init(_ decision: Decision, in plan: GiftPlan) {
        self.decision = decision
        self.grants = plan.grants.filter { $0.customer == decision.customer }
        self.refusals = plan.refusals.filter { $0.customer == decision.customer }
    }
}
