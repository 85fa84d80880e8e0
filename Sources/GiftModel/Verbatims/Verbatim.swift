/// A text in a customer's own words: not the words, which stay with the host, but what was found in them.
///
/// - Wire format: `{"id":"t-7","mentions":{"battery":2},"sentiment":{…}}`; what is absent is left out.
public struct Verbatim: Identifiable, Hashable, Sendable {
    /// The name of a text in the host's records.
    public typealias ID = Identifier<Verbatim>

    /// The name by which the host finds the text.
    public let id: ID
    /// What the customer feels, or `nil` when no model was asked or none could tell.
    public let sentiment: Sentiment?
    /// How often each term occurs.
    public let mentions: MentionCounts

    /// What was found in the text called `id`.
    public init(id: ID, sentiment: Sentiment? = nil, mentions: MentionCounts = MentionCounts()) {
        self.id = id
        self.sentiment = sentiment
        self.mentions = mentions
    }
}

extension Verbatim: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case id = "id"
        case sentiment = "sentiment"
        case mentions = "mentions"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        try self.init(
            id: container.decode(ID.self, forKey: .id),
            sentiment: container.decodeIfPresent(Sentiment.self, forKey: .sentiment),
            mentions: container.decodeIfPresent(MentionCounts.self, forKey: .mentions) ?? MentionCounts()
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encodeIfPresent(sentiment, forKey: .sentiment)
        if !mentions.counts.isEmpty { try container.encode(mentions, forKey: .mentions) }
    }
}
