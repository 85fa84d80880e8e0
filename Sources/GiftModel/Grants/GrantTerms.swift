/// What was planned when a grant came into being; it never changes afterwards.
///
/// - Wire format: an object of `attempt`, `cost`, `gift`, `occurrence`, `plannedFor`, `reasons` and `rule`.
public struct GrantTerms: Identifiable, Hashable, Sendable {
    /// The name of a grant, and of its stream of entries.
    public typealias ID = Identifier<GrantTerms>

    /// The name of the grant: the first 32 hexadecimal digits of the hash of its occurrence and attempt.
    ///
    /// Planning the same occasion again, on another machine or under another version of the policy, gives the
    /// same name and not a second gift.
    public let id: ID
    /// The occasion that the grant honours, and for whom.
    public let occurrence: Occurrence
    /// How often the occasion has been planned, this time included: two after a first grant was called off.
    public let attempt: Int64
    /// What is given.
    public let gift: Gift.ID
    /// What giving it costs.
    public let cost: LandedCost
    /// The day for which it is planned.
    public let plannedFor: CalendarDate
    /// The rule that called for it.
    public let rule: RuleReference
    /// Why this customer and why this gift, most important first.
    public let reasons: [Reason]

    /// A plan to give `gift` on `occurrence`.
    public init(
        of gift: Gift.ID,
        on occurrence: Occurrence,
        attempt: Int64 = 1,
        cost: LandedCost,
        plannedFor: CalendarDate,
        by rule: RuleReference,
        because reasons: [Reason]
    ) {
        let name = ContentHash(of: Name(occurrence: occurrence, attempt: attempt))
        self.id = ID(stringLiteral: String(name.description.prefix(32)))
        self.occurrence = occurrence
        self.attempt = attempt
        self.gift = gift
        self.cost = cost
        self.plannedFor = plannedFor
        self.rule = rule
        self.reasons = reasons
    }
}

extension GrantTerms {
    /// Who receives the gift.
    public var customer: Customer.ID { occurrence.customer }

    /// What the name is made of.
    private struct Name: Encodable {
        let occurrence: Occurrence
        let attempt: Int64
    }
}
