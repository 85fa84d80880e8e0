import GiftModel

/// What facts are called in explanations.
enum PolicyName {
    static let stage = LocalizedText(english: "Stage", chinese: "生命周期阶段")
    static let tier = LocalizedText(english: "Tier", chinese: "会员等级")
    static let purchases = LocalizedText(english: "Purchases", chinese: "购买记录")
    static let policyBudget = LocalizedText(english: "policy", chinese: "策略")
}
