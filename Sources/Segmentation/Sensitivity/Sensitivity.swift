public import GiftModel

/// Whether a customer looks at the price or at the quality.
///
/// The three answers are all there are, so this enum is closed; too little evidence is no answer, but `nil`.
public enum Sensitivity: String, Hashable, Sendable, CaseIterable {
    /// Buys on offer, or the cheaper goods of a category.
    case price = "price"
    /// Buys the dearer goods of a category, and seldom waits for an offer.
    case quality = "quality"
    /// Leans neither way.
    case neither = "neither"

    /// The answer in words.
    public var title: LocalizedText {
        switch self {
        case .price: LocalizedText(english: "price-sensitive", chinese: "价格敏感")
        case .quality: LocalizedText(english: "quality-sensitive", chinese: "品质敏感")
        case .neither: LocalizedText(english: "neither price- nor quality-sensitive", chinese: "无明显价格或品质倾向")
        }
    }
}

extension Sensitivity: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
