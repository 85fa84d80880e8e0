import GiftModel

/// What the dimensions of a score are called in explanations.
enum ScoreName {
    static let recency = LocalizedText(english: "Recency", chinese: "近度")
    static let frequency = LocalizedText(english: "Frequency", chinese: "频度")
    static let monetary = LocalizedText(english: "Monetary value", chinese: "额度")
}
