/// A record of an activity as the host's data has it: all text, and anything may be missing.
///
/// Three fields mean what the kind makes of them:
///
/// | kind | `subject` | `word` | `number` |
/// |---|---|---|---|
/// | return, cancellation | the order | | |
/// | interaction | what it was about | what was done: `share` | how many seconds it lasted |
/// | cart change | the product | | how many were put in (or, below zero, taken out) |
/// | survey answer | | the scale: `recommendation` | the score |
/// | complaint step | the complaint | the state: `opened` | |
/// | gift feedback | the gift | | the rating |
/// | review | the product | the name of the text, which stays with the host | the rating; needless with a text |
///
/// ```swift
/// let record = RawActivity(at: SourcePlace("store.csv", line: 2), kind: "order", id: "B1", customer: "8801 ")
/// ```
public struct RawActivity: Hashable, Sendable {
    /// Where the record stands.
    public var place: SourcePlace
    /// The word of an ``ActivityKind``.
    public var kind: String?
    /// The identifier, which no other activity of the same kind has.
    public var id: String?
    /// Who did it.
    public var customer: String?
    /// When it happened, such as `2026-03-01`, `2026-03-01T09:30:00` on local clocks, or `2026-03-01T09:30:00Z`.
    public var occurredAt: String?
    /// Where it happened.
    public var channel: String?
    /// The code of the currency of every amount.
    public var currency: String?
    /// The total of an order or the refund of a return, such as `120.00`.
    public var amount: String?
    /// The lines of an order or a return.
    public var lines: [RawOrderLine]
    /// What the activity was about.
    public var subject: String?
    /// What was done, asked or reached.
    public var word: String?
    /// How much, how many or how long.
    public var number: String?

    /// A record at `place`.
    public init(
        at place: SourcePlace,
        kind: String? = nil,
        id: String? = nil,
        customer: String? = nil,
        occurredAt: String? = nil,
        channel: String? = nil,
        currency: String? = nil,
        amount: String? = nil,
        lines: [RawOrderLine] = [],
        subject: String? = nil,
        word: String? = nil,
        number: String? = nil
    ) {
        self.place = place
        self.kind = kind
        self.id = id
        self.customer = customer
        self.occurredAt = occurredAt
        self.channel = channel
        self.currency = currency
        self.amount = amount
        self.lines = lines
        self.subject = subject
        self.word = word
        self.number = number
    }
}

extension RawActivity {
    /// Every text of the record in one order, which tells two records of one place apart.
    var texts: [String] {
        [kind, id, customer, occurredAt, channel, currency, amount, subject, word, number].map { $0 ?? "" }
            + lines.flatMap { [$0.product ?? "", $0.quantity ?? "", $0.amount ?? ""] }
    }
}
