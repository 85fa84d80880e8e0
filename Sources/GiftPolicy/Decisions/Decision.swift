public import GiftModel

/// Everything that a policy says about one customer on one day: each rule is either a candidate or refused.
public struct Decision: Hashable, Sendable {
    /// The policy that says so.
    public let policy: PolicyReference
    /// Whom it is about.
    public let customer: Customer.ID
    /// The day on which it stands.
    public let asOf: CalendarDate
    /// How many gifts the frequency cap still allows on that day.
    public let giftsLeft: Int64
    /// The rules that would give a gift, by priority descending, then identifier.
    public let candidates: [Candidate]
    /// The rules that would not, in the order of the policy.
    public let refusals: [Refusal]
}
