public import GiftModel

/// What a policy says to one activity of one customer.
public struct Response: Hashable, Sendable {
    /// Everything that the policy says about the customer.
    public let decision: Decision
    /// What is to be given, by occasion.
    public let grants: [GrantTerms]
    /// The candidates of the decision that came to nothing, by rule.
    public let refusals: [Refusal]
}
