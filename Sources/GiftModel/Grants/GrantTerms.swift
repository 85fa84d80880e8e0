/// What was planned when a grant came into being; it never changes afterwards.
///
/// - Wire format: an object of `attempt`, `cost`, `gift`, `occurrence`, `plannedFor`, `reasons` and `rule`, with
///   `parts`, `offer` and `message` where there are any.
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
    /// What is given, unless the customer chooses something else.
    public let choice: GiftChoice
    /// The day for which it is planned.
    public let plannedFor: CalendarDate
    /// The rule that called for it.
    public let rule: RuleReference
    /// Why this customer and why this gift, most important first.
    public let reasons: [Reason]
    /// How long the gift is offered, or `nil` when it is given without asking or for as long as it takes.
    public private(set) var offer: OfferTerms?
    /// The words that go with it, or `nil` when none are planned.
    public let message: GiftMessage?

    /// A plan to give what was chosen, on `occurrence`.
    public init(
        of choice: GiftChoice,
        on occurrence: Occurrence,
        attempt: Int64 = 1,
        plannedFor: CalendarDate,
        by rule: RuleReference,
        because reasons: [Reason],
        message: GiftMessage? = nil
    ) {
        let name = ContentHash(of: Name(occurrence: occurrence, attempt: attempt))
        self.id = ID(stringLiteral: String(name.description.prefix(32)))
        self.occurrence = occurrence
        self.attempt = attempt
        self.choice = choice
        self.plannedFor = plannedFor
        self.rule = rule
        self.reasons = reasons
        self.message = message
    }

    /// A plan to give `gift`, which is no set, on `occurrence`.
    public init(
        of gift: Gift.ID,
        on occurrence: Occurrence,
        attempt: Int64 = 1,
        cost: LandedCost,
        plannedFor: CalendarDate,
        by rule: RuleReference,
        because reasons: [Reason]
    ) {
        self.init(
            of: GiftChoice(gift, cost: cost),
            on: occurrence,
            attempt: attempt,
            plannedFor: plannedFor,
            by: rule,
            because: reasons
        )
    }
}

extension GrantTerms {
    /// What is given, unless the customer chooses something else.
    public var gift: Gift.ID { choice.gift }

    /// What giving it costs, parts included.
    public var cost: LandedCost { choice.cost }

    /// Returns the same plan, offered on these terms, or `nil` when an alternative is the planned gift or costs in
    /// another currency.
    public func offered(_ offer: OfferTerms) -> GrantTerms? {
        guard offer.alternatives.allSatisfy({ $0.gift != gift && $0.cost.currency == cost.currency }) else {
            return nil
        }
        var terms = self
        terms.offer = offer
        return terms
    }

    /// Who receives the gift.
    public var customer: Customer.ID { occurrence.customer }

    /// What the name is made of.
    private struct Name: Encodable {
        let occurrence: Occurrence
        let attempt: Int64
    }
}
