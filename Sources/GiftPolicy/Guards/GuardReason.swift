public import GiftModel

/// The reasons that guards give; what consent and restrictions say is passed on in their own words.
@nonexhaustive
public enum GuardReason: String, ReasonCode {
    /// What the customer said about a purpose is not known.
    case consentNotKnown = "consentNotKnown"
    /// The customer is excluded.
    case excluded = "excluded"
    /// The customer is not excluded.
    case notExcluded = "notExcluded"
    /// Whether the customer is excluded is not known.
    case exclusionNotKnown = "exclusionNotKnown"
    /// A complaint is open.
    case complaintOpen = "complaintOpen"
    /// A complaint goes on whose opening is not known.
    case complaintUnclear = "complaintUnclear"
    /// No complaint is open.
    case noComplaintOpen = "noComplaintOpen"
    /// The guard forbids it to others, and the rule or occasion is excepted.
    case guardExcepted = "guardExcepted"
    /// The guard stands for others.
    case guardForOthers = "guardForOthers"
    /// Under whose law the customer stands is not known.
    case jurisdictionNotKnown = "jurisdictionNotKnown"
    /// The guard stands for recipients of the customer's kind.
    case guardForRecipient = "guardForRecipient"
    /// The guard stands for whoever is under the customer's law.
    case guardForJurisdiction = "guardForJurisdiction"
    /// The first day on which waiting alone helps.
    case guardFreeOn = "guardFreeOn"
    /// The customer is old enough.
    case ofAge = "ofAge"
    /// The customer is so young that a guardian has to consent.
    case needsGuardian = "needsGuardian"
    /// Gifts are not chosen by what is known of the customer.
    case personalizationOff = "personalizationOff"
    /// Gifts may be chosen by what is known of the customer.
    case personalizationOn = "personalizationOn"
}

extension GuardReason {
    public var phrase: LocalizedText {
        switch self {
        case .consentNotKnown:
            LocalizedText(english: "consent to {purpose} not known", chinese: "是否同意{purpose}未知")
        case .excluded: LocalizedText(english: "excluded by {guard}", chinese: "被{guard}排除")
        case .notExcluded: LocalizedText(english: "not excluded by {guard}", chinese: "未被{guard}排除")
        case .exclusionNotKnown:
            LocalizedText(english: "not known whether {guard} excludes the customer", chinese: "是否被{guard}排除未知")
        case .complaintOpen:
            LocalizedText(
                english: "complaint {complaint} open since {since}, {state}",
                chinese: "投诉{complaint}自{since}起未结案（{state}）"
            )
        case .complaintUnclear:
            LocalizedText(
                english: "complaint {complaint} goes on, its opening is not known",
                chinese: "投诉{complaint}仍在处理，其提出时间未知"
            )
        case .noComplaintOpen: LocalizedText(english: "no complaint is open", chinese: "无未结案投诉")
        case .guardExcepted: LocalizedText(english: "excepted from {guard}", chinese: "不受{guard}限制")
        case .guardForOthers: LocalizedText(english: "{guard} is for others", chinese: "{guard}不适用于该客户")
        case .jurisdictionNotKnown: LocalizedText(english: "jurisdiction not known", chinese: "适用法律未知")
        case .guardForRecipient: LocalizedText(english: "{guard} is for: {recipient}", chinese: "{guard}适用于{recipient}")
        case .guardForJurisdiction:
            LocalizedText(english: "{guard} is for the law of {jurisdiction}", chinese: "{guard}适用于{jurisdiction}法律")
        case .guardFreeOn:
            LocalizedText(english: "free on {earliest}, {wait} to go", chinese: "{earliest}起可送，还差{wait}")
        case .ofAge: LocalizedText(english: "{age} years old, from {minimum} on", chinese: "年龄{age}岁，已满{minimum}岁")
        case .needsGuardian:
            LocalizedText(
                english: "{age} years old, a guardian has to consent below {minimum}",
                chinese: "年龄{age}岁，未满{minimum}岁须监护人同意"
            )
        case .personalizationOff: LocalizedText(english: "personalization is off", chinese: "个性化已关闭")
        case .personalizationOn: LocalizedText(english: "personalization is on", chinese: "个性化已开启")
        }
    }
}

extension GuardReason {
    public var disclosure: Disclosure {
        switch self {
        case .consentNotKnown: .shared("we do not know whether you agree to this: {purpose}", "尚不知您是否同意{purpose}")
        case .complaintOpen: .shared("your complaint goes first, open since {since}", "您自{since}起的投诉尚未结案，应先处理")
        case .jurisdictionNotKnown: .shared("we do not know whose law applies to you", "尚不知适用于您的法律")
        case .guardForRecipient:
            .shared("rules bind us where the recipient is this: {recipient}", "收礼人身份为{recipient}时，我们须遵守相应规定")
        case .guardForJurisdiction: .shared("the law of {jurisdiction} binds us", "我们须遵守{jurisdiction}的法律")
        case .needsGuardian: .shared("below the age of {minimum} a guardian has to agree", "未满{minimum}岁须监护人同意")
        case .personalizationOff: .shared("you turned personalization off", "您已关闭个性化")
        default: .staffOnly
        }
    }
}
