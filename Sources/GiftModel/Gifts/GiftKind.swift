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
}

extension GiftKind: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
