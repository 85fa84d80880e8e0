public import GiftModel

/// What makes a follow-up step pointless, apart from what stops every step.
@nonexhaustive
public enum FollowUpStop: String, Hashable, Sendable, CaseIterable {
    /// The customer has answered a survey or rated the gift since the step began.
    case answered = "answered"
    /// The gift was used.
    case used = "used"

    /// In words.
    public var title: LocalizedText {
        switch self {
        case .answered: LocalizedText(english: "answered", chinese: "已答复")
        case .used: LocalizedText(english: "used", chinese: "已使用")
        }
    }
}

extension FollowUpStop: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
