/// What a model made of the feeling in a text.
///
/// Label and score come from the same model and need not agree with those of another, which is why it is named: only
/// scores of one model are to be compared.
///
/// - Range: the score is -1000 (wholly negative) through 1000 (wholly positive), in thousandths.
/// - Wire format: `{"label":"anger","model":"mood-3","scorePerMille":-820}`.
public struct Sentiment: Hashable, Sendable {
    /// A model of the host's, in one version.
    ///
    /// It exists only in identifiers, and is closed.
    public enum Model {}

    /// What the customer feels.
    public let label: SentimentLabel
    /// How negative or positive that is.
    public let scorePerMille: Int64
    /// The model that says so.
    public let model: Identifier<Model>

    /// What `model` says, or `nil` when the score is not -1000 through 1000.
    public init?(_ label: SentimentLabel, scorePerMille: Int64, by model: Identifier<Model>) {
        guard (-1000...1000).contains(scorePerMille) else { return nil }
        self.label = label
        self.scorePerMille = scorePerMille
        self.model = model
    }
}

extension Sentiment: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case label = "label"
        case scorePerMille = "scorePerMille"
        case model = "model"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        let sentiment = try Self(
            container.decode(SentimentLabel.self, forKey: .label),
            scorePerMille: container.decode(Int64.self, forKey: .scorePerMille),
            by: container.decode(Identifier<Model>.self, forKey: .model)
        )
        self = try decoder.whole(sentiment, isNot: "a sentiment with a score of -1000 through 1000")
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(label, forKey: .label)
        try container.encode(scorePerMille, forKey: .scorePerMille)
        try container.encode(model, forKey: .model)
    }
}
