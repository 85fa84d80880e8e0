public import GiftModel

/// The reasons why the risk that a customer drains promotions is as it is.
@nonexhaustive
public enum PromotionRiskReason: String, ReasonCode {
    /// The band and the score.
    case promotionRisk = "promotionRisk"
    /// The customer is on the list of those allowed.
    case promotionRiskAllowed = "promotionRiskAllowed"
    /// Evidence adds points.
    case promotionRiskAdded = "promotionRiskAdded"
    /// Evidence adds as many points as it can.
    case promotionRiskCapped = "promotionRiskCapped"
    /// Nobody counted an evidence.
    case promotionRiskNotCounted = "promotionRiskNotCounted"
}

extension PromotionRiskReason {
    public var phrase: LocalizedText {
        switch self {
        case .promotionRisk:
            LocalizedText(english: "risk of promotion abuse {band}: {score} points", chinese: "薅羊毛风险{band}：{score}分")
        case .promotionRiskAllowed:
            LocalizedText(
                english: "risk of promotion abuse low: on the list of those allowed, whatever {score} points say",
                chinese: "薅羊毛风险低：在白名单中，不计{score}分"
            )
        case .promotionRiskAdded:
            LocalizedText(
                english: "{points} points for {evidence}: {count}, of which {free} are innocent",
                chinese: "{evidence}{count}，其中{free}属正常，计{points}分"
            )
        case .promotionRiskCapped:
            LocalizedText(
                english: "{points} points, the most there are, for {evidence}: {count}, of which {free} are innocent",
                chinese: "{evidence}{count}，其中{free}属正常，计上限{points}分"
            )
        case .promotionRiskNotCounted:
            LocalizedText(english: "{evidence}: not counted", chinese: "{evidence}：未统计")
        }
    }
}
