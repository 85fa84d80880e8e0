/// A contact between a customer and the host that was no purchase.
public struct Interaction: Identifiable, Hashable, Sendable {
    /// The name of an interaction in the host's records.
    public typealias ID = Identifier<Interaction>

    /// What an interaction may be about: a page, a product, an event.
    ///
    /// It exists only in identifiers, and is closed.
    public enum Subject {}

    /// The identity that the host gave this interaction.
    public let id: ID
    /// Who acted.
    public let customer: Customer.ID
    /// When it happened, or began.
    public let occurredAt: Timestamp
    /// What was done.
    public let kind: InteractionKind
    /// What it was about, or `nil` when nobody recorded it.
    public let subject: Identifier<Subject>?
    /// How long it lasted, in seconds of zero or more, or `nil` when nobody measured it.
    public let durationSeconds: Int64?
    /// Where it happened, or `nil` when nobody recorded it.
    public let channel: ActivityChannel?

    /// An interaction of `kind`, or `nil` when it lasted less than no time.
    public init?(
        _ kind: InteractionKind,
        id: ID,
        customer: Customer.ID,
        occurredAt: Timestamp,
        about subject: Identifier<Subject>? = nil,
        durationSeconds: Int64? = nil,
        channel: ActivityChannel? = nil
    ) {
        guard durationSeconds ?? 0 >= 0 else { return nil }
        self.id = id
        self.customer = customer
        self.occurredAt = occurredAt
        self.kind = kind
        self.subject = subject
        self.durationSeconds = durationSeconds
        self.channel = channel
    }
}
