public import GiftModel

/// A rule that gives nothing to a customer, and why.
public struct Refusal: Hashable, Sendable {
    /// The customer who gets nothing.
    public let customer: Customer.ID
    /// The rule that gives nothing.
    public let rule: Rule.ID
    /// What stands in the way.
    public let kind: Kind
    let account: Account

    /// What can stand in the way of a gift.
    ///
    /// The five kinds are all there are, so this enum is closed.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// The occasion has not come round, or the rule is for other customers.
        case notDue = "notDue"
        /// A guard forbids it, or somebody paused or stopped the rule.
        case blocked = "blocked"
        /// A frequency cap is used up, another rule goes first, or quiet times last too long.
        case suppressed = "suppressed"
        /// The customer is kept without gifts, for comparison.
        case withheld = "withheld"
        /// Budget or stock does not reach.
        case unfunded = "unfunded"
    }
}

extension Refusal {
    /// What stands in the way, most important first; never empty.
    ///
    /// Of the checks, the first that fails is told, with everything that it found.
    ///
    /// - Complexity: that of asking the rule once more, because words are worked out when somebody reads them.
    public var reasons: [Reason] { account.reasons }

    /// The first moment at which the rule may give something although nothing happens, or `nil` when it never does
    /// without anything happening.
    ///
    /// It is never late: until then the rule gives nothing unless something is done or comes to be known. It may be
    /// early, because it is what the first check waits for, and others may not pass by then; and a rule that stands
    /// back for others is told the next day. Gifts are taken to be those that there are.
    ///
    /// - Complexity: that of asking the rule once more, and that of the next change of a condition.
    public var earliest: Moment? { account.earliest }
}
