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

    /// The kind in words.
    public var title: LocalizedText {
        switch self {
        case .order: LocalizedText(english: "order", chinese: "订单")
        case .return: LocalizedText(english: "return", chinese: "退货")
        case .cancellation: LocalizedText(english: "cancellation", chinese: "取消订单")
        case .interaction: LocalizedText(english: "interaction", chinese: "互动")
        case .cartChange: LocalizedText(english: "cart change", chinese: "购物车变动")
        case .surveyAnswer: LocalizedText(english: "survey answer", chinese: "问卷回答")
        case .complaintStep: LocalizedText(english: "complaint", chinese: "投诉")
        case .giftFeedback: LocalizedText(english: "gift feedback", chinese: "礼品反馈")
        case .review: LocalizedText(english: "review", chinese: "评价")
        }
    }
}

extension ActivityKind: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
