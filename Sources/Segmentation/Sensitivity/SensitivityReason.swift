public import GiftModel

/// The reasons why a customer counts as sensitive to price or to quality.
@nonexhaustive
public enum SensitivityReason: String, ReasonCode {
    /// There was enough evidence for an answer.
    case sensitivity = "sensitivity"
    /// There was too little evidence.
    case sensitivityUndetermined = "sensitivityUndetermined"
    /// So much was bought on offer.
    case sensitivityOffers = "sensitivityOffers"
    /// So much of the spend went to what was on offer.
    case sensitivityOfferSpend = "sensitivityOfferSpend"
    /// So dear were the goods within their categories.
    case sensitivityRanks = "sensitivityRanks"
    /// Too few purchases are known in this respect.
    case sensitivityThin = "sensitivityThin"
}

extension SensitivityReason {
    public var phrase: LocalizedText {
        switch self {
        case .sensitivity: LocalizedText(english: "{sensitivity}", chinese: "判断为{sensitivity}")
        case .sensitivityUndetermined:
            LocalizedText(english: "undetermined whether price or quality counts", chinese: "价格与品质倾向无法判断")
        case .sensitivityOffers:
            LocalizedText(
                english: "{share} of {purchases} purchases on offer: {sensitivity}",
                chinese: "{purchases}次购买中促销占{share}：{sensitivity}"
            )
        case .sensitivityOfferSpend:
            LocalizedText(
                english: "{share} of the spend of {purchases} purchases on offer: {sensitivity}",
                chinese: "{purchases}次购买的消费额中促销占{share}：{sensitivity}"
            )
        case .sensitivityRanks:
            LocalizedText(
                english: "mean price rank {rank} over {purchases} purchases: {sensitivity}",
                chinese: "{purchases}次购买的平均价格位次为{rank}：{sensitivity}"
            )
        case .sensitivityThin:
            LocalizedText(
                english: "{evidence}: known of {known} purchases, {minimum} needed",
                chinese: "{evidence}：仅知{known}次购买，至少需{minimum}次"
            )
        }
    }
}
