public import GiftModel

/// A tier and the spend from which a customer stands on it.
///
/// - Wire format: `{"atLeast":"2000.00 GBP","tier":{…}}`.
public struct TierRung: Hashable, Sendable {
    /// The tier.
    public let tier: Tier
    /// The least spend that reaches it.
    public let minimumSpend: Money

    /// `tier`, reached from `minimumSpend` on.
    public init(_ tier: Tier, atLeast minimumSpend: Money) {
        self.tier = tier
        self.minimumSpend = minimumSpend
    }
}

extension TierRung: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case tier = "tier"
        case minimumSpend = "atLeast"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let tier = object.read(Tier.self, .tier)
        let minimumSpend = object.readMoney(.minimumSpend)
        guard let tier, let minimumSpend else { throw object.failure }
        self.init(tier, atLeast: minimumSpend)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(tier, forKey: .tier)
        try container.encode(minimumSpend.description, forKey: .minimumSpend)
    }
}
