/// What sort of thing a gift is.
@nonexhaustive
public enum GiftKind: String, Hashable, Sendable, CaseIterable {
    /// Goods as they are sold.
    case physical = "physical"
    /// Goods made or marked for one customer.
    case customized = "customized"
    /// A report, a course, a toolkit.
    case knowledge = "knowledge"
    /// A tasting, a trip, an evening.
    case experience = "experience"
    /// Something to share with others.
    case social = "social"
    /// Work done for the customer.
    case service = "service"
    /// A reduction on a later order.
    case coupon = "coupon"
    /// Something that exists on a screen only.
    case virtual = "virtual"
    /// Loyalty points.
    case points = "points"
    /// A benefit for a time and a number of uses.
    case privilege = "privilege"

    /// The kind in words.
    public var title: LocalizedText {
        switch self {
        case .physical: LocalizedText(english: "goods", chinese: "实物礼品")
        case .customized: LocalizedText(english: "customized goods", chinese: "定制礼品")
        case .knowledge: LocalizedText(english: "knowledge", chinese: "知识型礼品")
        case .experience: LocalizedText(english: "experience", chinese: "体验型礼品")
        case .social: LocalizedText(english: "social", chinese: "社交型礼品")
        case .service: LocalizedText(english: "service", chinese: "服务")
        case .coupon: LocalizedText(english: "coupon", chinese: "优惠券")
        case .virtual: LocalizedText(english: "virtual", chinese: "虚拟礼品")
        case .points: LocalizedText(english: "points", chinese: "积分")
        case .privilege: LocalizedText(english: "privilege", chinese: "权益")
        }
    }
}

/// By the bytes of their words, so that preferences can be put in order.
extension GiftKind: Comparable {
    public static func < (left: Self, right: Self) -> Bool {
        left.rawValue.utf8.lexicographicallyPrecedes(right.rawValue.utf8)
    }
}

extension GiftKind: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
