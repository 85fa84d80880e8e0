/// The reasons why data may be used for a purpose, or may not.
@nonexhaustive
public enum ConsentReason: String, ReasonCode {
    /// Consent was given, and counts until it is taken back.
    case consentGiven = "consentGiven"
    /// Consent was given for a time that is not over.
    case consentGivenUntil = "consentGivenUntil"
    /// Consent was taken back.
    case consentWithdrawn = "consentWithdrawn"
    /// Consent was given for a time that is over.
    case consentExpired = "consentExpired"
    /// Consent was neither given nor taken back.
    case consentNeverGiven = "consentNeverGiven"
    /// The customer was erased, and consent with them.
    case customerErased = "customerErased"
}

extension ConsentReason {
    public var phrase: LocalizedText {
        switch self {
        case .consentGiven:
            LocalizedText(
                english: "consent to {purpose} given at {since} (notice {notice}, proof {proof})",
                chinese: "已于{since}同意{purpose}（告知书{notice}，凭证{proof}）"
            )
        case .consentGivenUntil:
            LocalizedText(
                english: "consent to {purpose} given at {since} until {until} (notice {notice}, proof {proof})",
                chinese: "已于{since}同意{purpose}，{until}起失效（告知书{notice}，凭证{proof}）"
            )
        case .consentWithdrawn:
            LocalizedText(
                english: "consent to {purpose} withdrawn at {at}",
                chinese: "已于{at}撤回对{purpose}的同意"
            )
        case .consentExpired:
            LocalizedText(
                english: "consent to {purpose} expired at {at} (notice {notice}, proof {proof})",
                chinese: "对{purpose}的同意已于{at}到期（告知书{notice}，凭证{proof}）"
            )
        case .consentNeverGiven:
            LocalizedText(english: "consent to {purpose} never given", chinese: "从未同意{purpose}")
        case .customerErased: LocalizedText(english: "the customer was erased", chinese: "客户信息已删除")
        }
    }
}

extension ConsentReason {
    public var disclosure: Disclosure {
        switch self {
        case .consentGiven, .consentGivenUntil, .consentWithdrawn, .consentExpired, .consentNeverGiven:
            .shared(phrase)
        default: .staffOnly
        }
    }
}

extension Phrasebook {
    /// The sentences for the reasons that consent gives.
    public static let consent = Phrasebook(ConsentReason.self)
}
