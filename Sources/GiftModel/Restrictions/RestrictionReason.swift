/// The reasons why a gift must not go to somebody, or why that cannot be said.
@nonexhaustive
public enum RestrictionReason: String, ReasonCode {
    /// The customer is too young.
    case underAge = "underAge"
    /// The customer's age is not known.
    case ageNotKnown = "ageNotKnown"
    /// The customer lives where the gift must not go.
    case countryExcluded = "countryExcluded"
    /// The customer's country is not known.
    case countryNotKnown = "countryNotKnown"
    /// Recipients of the customer's kind must not receive the gift.
    case recipientExcluded = "recipientExcluded"
    /// The customer's recipient kind is not known.
    case recipientNotKnown = "recipientNotKnown"
    /// The gift is for holders of other job roles.
    case jobRoleExcluded = "jobRoleExcluded"
    /// The customer's job role is not known.
    case jobRoleNotKnown = "jobRoleNotKnown"
    /// The gift is out of place in the customer's culture.
    case cultureExcluded = "cultureExcluded"
    /// The customer's culture is not known.
    case cultureNotKnown = "cultureNotKnown"
}

extension RestrictionReason {
    public var phrase: LocalizedText {
        switch self {
        case .underAge:
            LocalizedText(english: "{age} years old, from {minimum} on", chinese: "年龄{age}岁，须满{minimum}岁")
        case .ageNotKnown:
            LocalizedText(english: "age not known, from {minimum} on", chinese: "年龄未知，须满{minimum}岁")
        case .countryExcluded: LocalizedText(english: "not for {country}", chinese: "不适用于{country}")
        case .countryNotKnown: LocalizedText(english: "country not known", chinese: "国家或地区未知")
        case .recipientExcluded: LocalizedText(english: "not for a {recipient}", chinese: "不可送给{recipient}")
        case .recipientNotKnown:
            LocalizedText(english: "recipient kind not known", chinese: "收礼人身份未知")
        case .jobRoleExcluded: LocalizedText(english: "only for: {roles}", chinese: "仅适用于{roles}")
        case .jobRoleNotKnown: LocalizedText(english: "job role not known", chinese: "职务角色未知")
        case .cultureExcluded: LocalizedText(english: "out of place: {culture}", chinese: "不合{culture}的习惯")
        case .cultureNotKnown: LocalizedText(english: "culture not known", chinese: "文化背景未知")
        }
    }
}

extension RestrictionReason {
    public var disclosure: Disclosure {
        switch self {
        case .underAge: .shared("only for those who are {minimum} or older", "须满{minimum}岁")
        case .ageNotKnown:
            .shared(
                "only for those who are {minimum} or older, and we do not know your age",
                "须满{minimum}岁，而您的年龄未知"
            )
        case .countryExcluded: .shared("not given in {country}", "不在{country}赠送")
        case .recipientExcluded: .shared("we may not give it to a {recipient}", "依规不可送给{recipient}")
        default: .staffOnly
        }
    }
}

extension Phrasebook {
    /// The sentences for the reasons that restrictions give.
    public static let restrictions = Phrasebook(RestrictionReason.self)
}
