/// One gift planned for one customer, with the rule that called for it and the reasons why.
///
/// A grant is named after its occurrence, so planning the same occasion again, on another machine or under
/// another version of the policy, gives the same name and not a second gift.
///
/// - Wire format: an object with `"v":1`; a reader refuses any other version.
public struct GiftGrant: Identifiable, Hashable, Sendable {
    /// The name of a grant.
    public typealias ID = Identifier<GiftGrant>

    /// The occasion that this grant honours, and for whom.
    public let occurrence: Occurrence
    /// What is given.
    public let gift: Gift.ID
    /// What it costs, held against the budget.
    public let cost: Money
    /// The day for which it is planned.
    public let plannedFor: CalendarDate
    /// The rule that called for it.
    public let rule: RuleReference
    /// Why this customer and why this gift, most important first.
    public let reasons: [Reason]

    /// A grant of `gift` on `occurrence`.
    public init(
        of gift: Gift.ID,
        on occurrence: Occurrence,
        cost: Money,
        plannedFor: CalendarDate,
        by rule: RuleReference,
        because reasons: [Reason]
    ) {
        self.occurrence = occurrence
        self.gift = gift
        self.cost = cost
        self.plannedFor = plannedFor
        self.rule = rule
        self.reasons = reasons
    }

    /// The name of this grant: the first 32 hexadecimal digits of the hash of its occurrence.
    public var id: ID { ID(stringLiteral: String(ContentHash(of: occurrence).description.prefix(32))) }

    /// Who receives the gift.
    public var customer: Customer.ID { occurrence.customer }
}
