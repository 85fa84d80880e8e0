public import GiftModel

/// Everything that a policy says about one customer on one day: each rule is either a candidate or refused.
public struct Decision: Hashable, Sendable {
    /// The policy that says so.
    public let policy: PolicyReference
    /// Whom it is about.
    public let customer: Customer.ID
    /// The instant at which it stands, on the customer's day; on that of the profile, where the zone is not known.
    public let now: Moment
    /// What takes from the customer's caps; `nil` when the customer's day is not known, and nothing is given.
    public let caps: CapBook?
    /// The rules that would give a gift, by priority descending, then identifier.
    public let candidates: [Candidate]
    /// The rules that would not, in the order of the policy.
    public let refusals: [Refusal]
}

extension Decision {
    /// The customer's day.
    public var asOf: CalendarDate { now.day }
}
