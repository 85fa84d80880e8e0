/// A contact between a customer and the host that was no purchase.
///
/// - Wire format: an ``Activity`` with `interaction`, `subject`, `referred` and `durationSeconds`.
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
    /// Whom a referral brought, or `nil` when it is none or nobody recorded it; never the one who acted.
    public let referred: Customer.ID?
    /// How long it lasted, in seconds of zero or more, or `nil` when nobody measured it.
    public let durationSeconds: Int64?
    /// Where it happened, or `nil` when nobody recorded it.
    public let channel: ActivityChannel?

    /// An interaction of `kind`, or `nil` when it lasted less than no time, or names somebody brought without being a
    /// referral of another.
    public init?(
        _ kind: InteractionKind,
        id: ID,
        customer: Customer.ID,
        occurredAt: Timestamp,
        about subject: Identifier<Subject>? = nil,
        referred: Customer.ID? = nil,
        durationSeconds: Int64? = nil,
        channel: ActivityChannel? = nil
    ) {
        guard durationSeconds ?? 0 >= 0 else { return nil }
        guard referred == nil || kind == .referral && referred != customer else { return nil }
        self.id = id
        self.customer = customer
        self.occurredAt = occurredAt
        self.kind = kind
        self.subject = subject
        self.referred = referred
        self.durationSeconds = durationSeconds
        self.channel = channel
    }
}

extension Interaction: Codable {
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.activity(.interaction, .interaction, .subject, .referred, .durationSeconds)
        let interaction = try Self(
            fields.value(.interaction),
            id: fields.value(.id),
            customer: fields.value(.customer),
            occurredAt: fields.value(.at),
            about: fields.optional(.subject),
            referred: fields.optional(.referred),
            durationSeconds: fields.optional(.durationSeconds),
            channel: fields.optional(.channel)
        )
        self = try decoder.whole(interaction, isNot: "an interaction of zero seconds or more, or a referral of another")
    }

    public func encode(to encoder: any Encoder) throws {
        var fields = try encoder.activity(.interaction, id, of: customer, at: occurredAt, by: channel)
        try fields.encode(kind, forKey: .interaction)
        try fields.encodeIfPresent(subject, forKey: .subject)
        try fields.encodeIfPresent(referred, forKey: .referred)
        try fields.encodeIfPresent(durationSeconds, forKey: .durationSeconds)
    }
}
