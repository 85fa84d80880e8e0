/// A field of a raw record, by which a repair or a rejection says what it is about.
@nonexhaustive
public enum ActivityField: String, Hashable, Sendable, CaseIterable {
    /// What sort of activity it is.
    case kind = "kind"
    /// The identifier.
    case id = "id"
    /// Who did it.
    case customer = "customer"
    /// When it happened.
    case occurredAt = "occurredAt"
    /// Where it happened.
    case channel = "channel"
    /// The currency of every amount.
    case currency = "currency"
    /// The total or the refund.
    case amount = "amount"
    /// The lines of an order or a return.
    case lines = "lines"
    /// What it was about.
    case subject = "subject"
    /// What was done, asked or reached.
    case word = "word"
    /// How much, how many or how long.
    case number = "number"
}

extension ActivityField: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
