public import GiftModel

/// What a rule is hoped to achieve, so that a review can ask whether it did.
@nonexhaustive
public enum Goal: String, Hashable, Sendable, CaseIterable {
    /// The customer stays.
    case loyalty = "loyalty"
    /// The customer buys again.
    case repurchase = "repurchase"
    /// The customer brings others, or becomes one.
    case acquisition = "acquisition"
    /// The customer forgives.
    case recovery = "recovery"

    /// The goal in words.
    public var title: LocalizedText {
        switch self {
        case .loyalty: LocalizedText(english: "loyalty", chinese: "忠诚")
        case .repurchase: LocalizedText(english: "repurchase", chinese: "复购")
        case .acquisition: LocalizedText(english: "acquisition", chinese: "拉新")
        case .recovery: LocalizedText(english: "recovery", chinese: "挽回信任")
        }
    }
}

extension Goal: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
