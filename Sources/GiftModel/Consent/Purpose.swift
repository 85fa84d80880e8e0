/// What a customer's data is used for, such as marketing or the delivery of gifts.
///
/// A struct and not an enum, because hosts have purposes of their own:
///
/// ```swift
/// extension Purpose { static let prizeDraws: Purpose = "prizeDraws" }
/// ```
///
/// - Wire format: a bare string, such as `"giftDelivery"`.
public struct Purpose: OpenWord {
    public let name: Identifier<Purpose>

    public init(_ name: Identifier<Purpose>) { self.name = name }

    /// Messages that advertise.
    public static let marketing: Purpose = "marketing"
    /// Sending gifts to an address.
    public static let giftDelivery: Purpose = "giftDelivery"
    /// Choosing for one customer by what is known of them, without a human.
    public static let personalization: Purpose = "personalization"
    /// Asking for opinions.
    public static let surveys: Purpose = "surveys"
    /// What a guardian agrees to on behalf of a minor.
    public static let guardianConsent: Purpose = "guardianConsent"

    /// The purpose in words; one of the host's own is shown by its name.
    public var title: LocalizedText {
        switch self {
        case .marketing: LocalizedText(english: "marketing", chinese: "营销")
        case .giftDelivery: LocalizedText(english: "gift delivery", chinese: "礼品寄送")
        case .personalization: LocalizedText(english: "personalization", chinese: "个性化")
        case .surveys: LocalizedText(english: "surveys", chinese: "问卷调查")
        case .guardianConsent: LocalizedText(english: "guardian's consent", chinese: "监护人同意")
        default: LocalizedText(english: name.text, chinese: name.text)
        }
    }
}
