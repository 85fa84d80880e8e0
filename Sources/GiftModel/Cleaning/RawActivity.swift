/// A record of an activity as the host's data has it: all text, and anything may be missing.
///
/// Four fields mean what the kind makes of them, and what is in brackets may be missing:
///
/// | kind | `subject` | `word` | `number` | `detail` |
/// |---|---|---|---|---|
/// | return | (the order) | | | |
/// | cancellation | the order | | | |
/// | interaction | (what it was about) | what was done: `share` | (how many seconds it lasted) | |
/// | cart change | the product | | how many were put in or, below zero, taken out | |
/// | survey answer | | the scale: `recommendation` | the score | |
/// | complaint step | the complaint | the state: `opened` | | (the grade: `grave`) |
/// | gift feedback | the gift | | the rating | |
/// | review | (the product) | (the name of the text) | the rating, needless with a text | (`product` or `order`) |
///
/// What a review says stays with the host. It is of an order where the detail says so, and then has to name it.
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
    /// When it happened, such as `2026-03-01`, `2026-03-01T09:30:00` on local clocks, or `2026-03-01T09:30:00.250Z`.
    ///
    /// Seconds have three decimals at most. Of a local time that clocks showed twice the first instant is meant, which
    /// only a distance from UTC behind the time can change; one that they skipped never was.
    public var occurredAt: String?
    /// Where it happened.
    public var channel: String?
    /// The code of the currency of every amount.
    public var currency: String?
    /// The total of an order or the refund of a return, such as `120.00`; needless with lines.
    public var amount: String?
    /// The lines of an order or a return.
    public var lines: [RawOrderLine]
    /// What the activity was about.
    public var subject: String?
    /// What was done, asked or reached.
    public var word: String?
    /// How much, how many or how long: digits, behind a minus sign where it is below zero.
    public var number: String?
    /// How hard a complaint is, or what a review is of.
    public var detail: String?

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
        number: String? = nil,
        detail: String? = nil
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
        self.detail = detail
    }
}

extension RawActivity {
    /// Every text of the record in one order, which tells two records of one place apart.
    ///
    /// A missing one is empty, and others have a mark in front, so that an empty one is not a missing one.
    var texts: [String] {
        let texts = [kind, id, customer, occurredAt, channel, currency, amount, subject, word, number, detail]
        return (texts + lines.flatMap { [$0.product, $0.quantity, $0.amount] }).map { $0.map { "=\($0)" } ?? "" }
    }
}
