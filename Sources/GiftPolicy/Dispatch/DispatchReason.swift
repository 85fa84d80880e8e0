public import GiftModel

/// The reasons that the check at dispatch gives beside those of guards and approvals.
@nonexhaustive
public enum DispatchReason: String, ReasonCode {
    /// The rule that called for the gift is paused.
    case rulePaused = "rulePaused"
    /// The rule that called for the gift was stopped.
    case ruleStopped = "ruleStopped"
    /// Nobody has taken the gift out of stock.
    case notReserved = "notReserved"
    /// The catalog does not hold the gift, so that nobody knows whom it suits.
    case giftNotInCatalog = "giftNotInCatalog"
    /// The occasion for which the gift was planned is over, and has come round anew.
    case otherOccasion = "otherOccasion"
}

extension DispatchReason {
    public var phrase: LocalizedText {
        switch self {
        case .rulePaused: LocalizedText(english: "the rule is paused since {since}", chinese: "规则自{since}起暂停")
        case .ruleStopped: LocalizedText(english: "the rule was stopped on {since}", chinese: "规则已于{since}停止")
        case .notReserved: LocalizedText(english: "not reserved yet, the state is {state}", chinese: "尚未备货，状态为{state}")
        case .otherOccasion:
            LocalizedText(
                english: "the occasion was over and has come round anew by {date}",
                chinese: "场合已结束，截至{date}又重新开始"
            )
        case .giftNotInCatalog: LocalizedText(english: "{gift} is not in the catalog", chinese: "目录中没有{gift}")
        }
    }
}
