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
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        self.init(
            try container.decode(Tier.self, forKey: .tier),
            atLeast: try container.decodeMoney(forKey: .minimumSpend)
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(tier, forKey: .tier)
        try container.encode(minimumSpend.description, forKey: .minimumSpend)
    }
}
