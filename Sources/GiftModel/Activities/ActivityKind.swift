/// What sort of thing a customer did, without its particulars.
@nonexhaustive
public enum ActivityKind: String, Hashable, Sendable, CaseIterable {
    /// Something was bought.
    case order = "order"
    /// Goods were given back.
    case `return` = "return"
    /// A whole order was called off.
    case cancellation = "cancellation"
    /// Something was looked at, shared or said.
    case interaction = "interaction"
    /// A cart was filled or emptied.
    case cartChange = "cartChange"
    /// A question of a survey was answered.
    case surveyAnswer = "surveyAnswer"
    /// A complaint was made, or moved on.
    case complaintStep = "complaintStep"
    /// A gift was rated.
    case giftFeedback = "giftFeedback"
    /// An opinion was given.
    case review = "review"
}

extension ActivityKind: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
