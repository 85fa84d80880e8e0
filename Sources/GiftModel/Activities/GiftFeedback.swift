/// How much a customer liked a gift.
///
/// - Wire format: an ``Activity`` with `gift`, `rating` and `verbatim`.
public struct GiftFeedback: Identifiable, Hashable, Sendable {
    /// The name of a rating in the host's records.
    public typealias ID = Identifier<GiftFeedback>

    /// The identity that the host gave this rating.
    public let id: ID
    /// Who was given the gift.
    public let customer: Customer.ID
    /// When it was rated.
    public let givenAt: Timestamp
    /// The gift that was rated.
    public let gift: Gift.ID
    /// How much it was liked, from 1 (not at all) through 5 (very much).
    public let rating: Int64
    /// What was found in the customer's words, or `nil` when there are none.
    public let verbatim: Verbatim?
    /// Where it was rated, or `nil` when nobody recorded it.
    public let channel: ActivityChannel?

    /// A rating of `gift`, or `nil` when it is not 1 through 5.
    public init?(
        id: ID,
        customer: Customer.ID,
        givenAt: Timestamp,
        on gift: Gift.ID,
        rating: Int64,
        verbatim: Verbatim? = nil,
        channel: ActivityChannel? = nil
    ) {
        guard (1...5).contains(rating) else { return nil }
        self.id = id
        self.customer = customer
        self.givenAt = givenAt
        self.gift = gift
        self.rating = rating
        self.verbatim = verbatim
        self.channel = channel
    }
}

extension GiftFeedback: Codable {
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.activity(.giftFeedback, .gift, .rating, .verbatim)
        let feedback = try Self(
            id: fields.value(.id),
            customer: fields.value(.customer),
            givenAt: fields.value(.at),
            on: fields.value(.gift),
            rating: fields.value(.rating),
            verbatim: fields.optional(.verbatim),
            channel: fields.optional(.channel)
        )
        self = try decoder.whole(feedback, isNot: "a rating of 1 through 5")
    }

    public func encode(to encoder: any Encoder) throws {
        var fields = try encoder.activity(.giftFeedback, id, of: customer, at: givenAt, by: channel)
        try fields.encode(gift, forKey: .gift)
        try fields.encode(rating, forKey: .rating)
        try fields.encodeIfPresent(verbatim, forKey: .verbatim)
    }
}
