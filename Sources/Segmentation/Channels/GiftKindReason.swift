public import GiftModel

/// The reasons why a kind of gift is preferred, or none.
@nonexhaustive
public enum GiftKindReason: String, ReasonCode {
    /// The customer said so.
    case declaredGiftKind = "declaredGiftKind"
    /// A kind was answered best.
    case preferredGiftKind = "preferredGiftKind"
    /// No kind was answered well and better than every other.
    case noPreferredGiftKind = "noPreferredGiftKind"
}

extension GiftKindReason {
    public var phrase: LocalizedText {
        switch self {
        case .declaredGiftKind:
            LocalizedText(
                english: "{kind} preferred: the customer said so on {day} ({source})",
                chinese: "偏好{kind}：客户于{day}自述（{source}）"
            )
        case .preferredGiftKind:
            LocalizedText(
                english:
                    "{kind} preferred, liking {liking}: {taken} taken, {used} used, {refused} refused, {ratings} rated",
                chinese: "偏好{kind}，喜好度{liking}：接受{taken}次，使用{used}次，拒绝{refused}次，评分{ratings}次"
            )
        case .noPreferredGiftKind:
            LocalizedText(
                english: "none of {kinds} kinds of gift with {minimum} answers or more preferred",
                chinese: "{kinds}类有至少{minimum}次反馈的礼品中无明显偏好"
            )
        }
    }
}

extension GiftKindReason {
    public var disclosure: Disclosure {
        switch self {
        case .declaredGiftKind: .shared("you told us on {day} that you like {kind}", "您曾于{day}告知偏好{kind}")
        case .preferredGiftKind: .shared("by your own answers you like {kind}", "根据您的反馈，您偏好{kind}")
        default: .staffOnly
        }
    }
}
