public import GiftModel

/// Everything that a policy says about one customer on one day: each rule is either a candidate or refused.
public struct Decision: Hashable, Sendable {
    /// The policy that says so.
    public let policy: PolicyReference
    /// Whom it is about.
    public let customer: Customer.ID
    /// The instant at which it stands, on the customer's day; on that of the profile, where the zone is not known.
    public let now: Moment
    /// How many gifts the frequency cap still allows on that day.
    public let giftsLeft: Int64
    /// From when on the frequency cap allows more, when those are given on that day; `nil` when it is not known.
    public let furtherGiftsFrom: Moment?
    /// The rules that would give a gift, by priority descending, then identifier.
    public let candidates: [Candidate]
    /// The rules that would not, in the order of the policy.
    public let refusals: [Refusal]
}

extension Decision {
    /// The customer's day.
    public var asOf: CalendarDate { now.day }
}
