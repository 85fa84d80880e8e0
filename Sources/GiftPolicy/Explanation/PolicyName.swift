import GiftModel

/// What facts are called in explanations.
enum PolicyName {
    static let zone = LocalizedText(english: "Time zone", chinese: "时区")
    static let tier = LocalizedText(english: "Tier", chinese: "会员等级")
    static let purchases = LocalizedText(english: "Purchases", chinese: "购买记录")
    static let policyBudget = LocalizedText(english: "policy", chinese: "策略")
}
