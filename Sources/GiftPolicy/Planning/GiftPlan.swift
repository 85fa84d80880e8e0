public import GiftModel

/// The gifts that a policy gives to many customers within its budget and stock.
public struct GiftPlan: Hashable, Sendable {
    /// The policy that was followed.
    public let policy: PolicyReference
    /// The budget, and how much of it the grants cost.
    public let budget: BudgetUse
    /// The same for each rule that has a budget of its own.
    public let ruleBudgets: [Rule.ID: BudgetUse]
    /// What is to be given, by customer, then occasion; planning it makes a grant of each.
    public let grants: [GrantTerms]
    /// The candidates that came to nothing, by customer, then rule.
    public let refusals: [Refusal]
}
