public import GiftModel

/// Where a customer stands in its life with the host.
///
/// The seven stages are all there are, so this enum is closed: switch over it without a default.
public enum Stage: String, Hashable, Sendable, CaseIterable {
    /// Known to the host, and has bought nothing that stands.
    case prospect = "prospect"
    /// Bought for the first time a short while ago.
    case new = "new"
    /// Buys on more days than before.
    case growing = "growing"
    /// Buys as before.
    case mature = "mature"
    /// Buys on half as many days as before, or fewer.
    case declining = "declining"
    /// Has not bought for a long time.
    case dormant = "dormant"
    /// Has not bought for so long that it counts as lost.
    case churned = "churned"
}

extension Stage {
    /// The stage in words.
    public var title: LocalizedText {
        switch self {
        case .prospect: LocalizedText(english: "Prospect", chinese: "潜客")
        case .new: LocalizedText(english: "New", chinese: "新客")
        case .growing: LocalizedText(english: "Growing", chinese: "成长")
        case .mature: LocalizedText(english: "Mature", chinese: "成熟")
        case .declining: LocalizedText(english: "Declining", chinese: "衰退")
        case .dormant: LocalizedText(english: "Dormant", chinese: "沉睡")
        case .churned: LocalizedText(english: "Churned", chinese: "流失")
        }
    }
}

extension Stage: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
