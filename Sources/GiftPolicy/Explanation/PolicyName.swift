import GiftModel

/// What facts are called in explanations.
enum PolicyName {
    static let policyBudget = LocalizedText(english: "policy", chinese: "策略")
}
