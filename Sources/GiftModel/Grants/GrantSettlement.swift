/// What a gift, or a part of it, really cost in the end.
///
/// Of a coupon that is the reduction once it was used, and nothing once it has expired.
///
/// - Wire format: `{"cost":{…},"part":"coupon","why":{…}}`; `part` and `why` where there are any.
public struct GrantSettlement: Hashable, Sendable {
    /// The real cost.
    public let cost: LandedCost
    /// The part, or `nil` for the gift without its parts.
    public let part: Gift.ID?
    /// Why, where somebody said so.
    public let reason: Reason?
}

extension GrantSettlement: Codable {
    private enum CodingKeys: String, CodingKey {
        case cost = "cost"
        case part = "part"
        case reason = "why"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.cost = try container.decode(LandedCost.self, forKey: .cost)
        self.part = try container.decodeIfPresent(Gift.ID.self, forKey: .part)
        self.reason = try container.decodeIfPresent(Reason.self, forKey: .reason)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(cost, forKey: .cost)
        try container.encodeIfPresent(part, forKey: .part)
        try container.encodeIfPresent(reason, forKey: .reason)
    }
}
