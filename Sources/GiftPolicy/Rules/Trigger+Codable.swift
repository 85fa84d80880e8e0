import GiftModel

/// - Wire format: one member that names the trigger, such as `{"inactive":{"moreThanDays":90}}`.
extension Trigger: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case firstOrder = "firstOrder"
        case inactive = "inactive"
        case tierReached = "tierReached"
    }

    private enum WithinKeys: String, CodingKey, CaseIterable {
        case withinDays = "withinDays"
    }

    private enum InactiveKeys: String, CodingKey, CaseIterable {
        case moreThanDays = "moreThanDays"
    }

    private enum TierKeys: String, CodingKey, CaseIterable {
        case tier = "tier"
        case withinDays = "withinDays"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        guard let key = container.allKeys.first, container.allKeys.count == 1 else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "a trigger has exactly one member")
            )
        }
        let member = try container.superDecoder(forKey: key)
        switch key {
        case .firstOrder:
            let member = try member.strictContainer(keyedBy: WithinKeys.self)
            self = .firstOrder(withinDays: try member.decode(Int64.self, forKey: .withinDays))
        case .inactive:
            let member = try member.strictContainer(keyedBy: InactiveKeys.self)
            self = .inactive(moreThanDays: try member.decode(Int64.self, forKey: .moreThanDays))
        case .tierReached:
            let member = try member.strictContainer(keyedBy: TierKeys.self)
            self = .tierReached(
                try member.decode(Tier.ID.self, forKey: .tier),
                withinDays: try member.decode(Int64.self, forKey: .withinDays)
            )
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .firstOrder(let days):
            var member = container.nestedContainer(keyedBy: WithinKeys.self, forKey: .firstOrder)
            try member.encode(days, forKey: .withinDays)
        case .inactive(let days):
            var member = container.nestedContainer(keyedBy: InactiveKeys.self, forKey: .inactive)
            try member.encode(days, forKey: .moreThanDays)
        case .tierReached(let tier, let days):
            var member = container.nestedContainer(keyedBy: TierKeys.self, forKey: .tierReached)
            try member.encode(tier, forKey: .tier)
            try member.encode(days, forKey: .withinDays)
        }
    }
}
