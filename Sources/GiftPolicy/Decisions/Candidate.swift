public import GiftModel

/// An occasion that passed every check, with the gifts that fit it.
public struct Candidate: Hashable, Sendable {
    /// The rule that speaks.
    public let rule: Rule.ID
    /// The occasion, and what keeps it from being honored twice.
    public let occurrence: Occurrence
    /// When the gift may leave: at once, or at the end of the quiet times.
    public let dispatch: Moment
    /// How often the occasion has been planned, this time included.
    public let attempt: Int64
    let account: Account
    /// The price that is meant for this customer.
    public let target: Money
    /// The gifts that fit, best first; never empty.
    public let options: [GiftOption]
    /// Among how many of them the customer may choose, one or more.
    public let choices: Int64
}

extension Candidate {
    /// Why the rule speaks for this customer.
    ///
    /// - Complexity: that of asking the rule once more, because words are worked out when somebody reads them.
    public var reasons: [Reason] { account.reasons }
}
