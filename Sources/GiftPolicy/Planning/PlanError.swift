public import GiftModel

/// A reason why nothing can be planned, in the order in which the reasons are checked.
@nonexhaustive
public enum PlanError: Error, Hashable, Sendable {
    /// The budget or the catalog is in another currency than the policy.
    case currencyMismatch(Currency, expected: Currency)
    /// The budget is below zero.
    case negativeBudget(Money)
    /// A decision or an earlier plan was made under another policy, or another version of it.
    case otherPolicy(PolicyReference)
    /// Two decisions are about this customer.
    case duplicateCustomer(Customer.ID)
}

extension PlanError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .currencyMismatch(let found, let expected): "an amount in `\(found)`, the policy is in `\(expected)`"
        case .negativeBudget(let budget): "a budget of `\(budget)` is below zero"
        case .otherPolicy(let policy):
            "a decision under `\(policy.id)` version `\(policy.version)`, which is not followed here"
        case .duplicateCustomer(let customer): "two decisions are about customer `\(customer)`"
        }
    }
}
