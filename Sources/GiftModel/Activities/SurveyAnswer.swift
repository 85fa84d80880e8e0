/// A customer's answer to one question of a survey, as a number on the question's scale.
///
/// - Wire format: an ``Activity`` with `scale` and `score`.
public struct SurveyAnswer: Identifiable, Hashable, Sendable {
    /// The name of an answer in the host's records.
    public typealias ID = Identifier<SurveyAnswer>

    /// The identity that the host gave this answer.
    public let id: ID
    /// Who answered.
    public let customer: Customer.ID
    /// When the answer was given.
    public let answeredAt: Timestamp
    /// What was asked.
    public let scale: SurveyScale
    /// The answer, within the range of its scale.
    public let score: Int64
    /// Where it was asked, or `nil` when nobody recorded it.
    public let channel: ActivityChannel?

    /// An answer of `score`, or `nil` when `scale` has no such number.
    public init?(
        id: ID,
        customer: Customer.ID,
        answeredAt: Timestamp,
        on scale: SurveyScale,
        score: Int64,
        channel: ActivityChannel? = nil
    ) {
        guard scale.range.contains(score) else { return nil }
        self.id = id
        self.customer = customer
        self.answeredAt = answeredAt
        self.scale = scale
        self.score = score
        self.channel = channel
    }
}

extension SurveyAnswer: Codable {
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.activity(.surveyAnswer, .scale, .score)
        let answer = try Self(
            id: fields.value(.id),
            customer: fields.value(.customer),
            answeredAt: fields.value(.at),
            on: fields.value(.scale),
            score: fields.value(.score),
            channel: fields.optional(.channel)
        )
        self = try decoder.whole(answer, isNot: "an answer within its scale")
    }

    public func encode(to encoder: any Encoder) throws {
        var fields = try encoder.activity(.surveyAnswer, id, of: customer, at: answeredAt, by: channel)
        try fields.encode(scale, forKey: .scale)
        try fields.encode(score, forKey: .score)
    }
}
