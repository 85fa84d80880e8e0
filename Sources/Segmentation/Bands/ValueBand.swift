public import GiftModel

/// How much a customer is worth to the host, or may come to be.
///
/// The three bands are all there are, so this enum is closed: switch over it without a default.
public enum ValueBand: String, Hashable, Sendable, CaseIterable {
    /// Worth much.
    case high = "high"
    /// Worth something.
    case medium = "medium"
    /// May come to be worth something.
    case potential = "potential"

    /// The band in words.
    public var title: LocalizedText {
        switch self {
        case .high: LocalizedText(english: "High value", chinese: "高价值")
        case .medium: LocalizedText(english: "Medium value", chinese: "中价值")
        case .potential: LocalizedText(english: "Potential", chinese: "潜力")
        }
    }
}

extension ValueBand: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
