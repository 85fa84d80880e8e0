public import GiftModel

/// How likely it is that a customer drains promotions.
///
/// A high risk is no verdict: a rule may ask for a further check or a smaller benefit before it refuses one. The three
/// bands are all there are, so this enum is closed.
public enum PromotionRiskBand: String, Hashable, Sendable, CaseIterable {
    /// Like nearly everybody.
    case low = "low"
    /// Worth a further check.
    case elevated = "elevated"
    /// Much speaks for it.
    case high = "high"
}

extension PromotionRiskBand {
    /// The band in words.
    public var title: LocalizedText {
        switch self {
        case .low: LocalizedText(english: "low", chinese: "低")
        case .elevated: LocalizedText(english: "elevated", chinese: "较高")
        case .high: LocalizedText(english: "high", chinese: "高")
        }
    }
}

/// From low to high.
extension PromotionRiskBand: Comparable {
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .low: 0
        case .elevated: 1
        case .high: 2
        }
    }
}

extension PromotionRiskBand: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
