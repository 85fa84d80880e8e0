import GiftModel

/// - Wire format: one member that names the trigger, such as `{"inactive":{"moreThanDays":90}}`.
extension Trigger: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case anniversary = "anniversary"
        case birthday = "birthday"
        case campaign = "campaign"
        case firstOrder = "firstOrder"
        case holiday = "holiday"
        case inactive = "inactive"
        case periodic = "periodic"
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
            throw DocumentProblem.impossible("a trigger has exactly one member").error(at: decoder.codingPath)
        }
        let member = try container.superDecoder(forKey: key)
        switch key {
        case .anniversary: self = .anniversary(try AnniversaryTrigger(from: member))
        case .birthday: self = .birthday(try BirthdayTrigger(from: member))
        case .campaign: self = .campaign(try CampaignTrigger(from: member))
        case .firstOrder:
            var object = try StrictObject(member, keyedBy: WithinKeys.self)
            guard let days = object.read(Int64.self, .withinDays) else { throw object.failure }
            self = .firstOrder(withinDays: days)
        case .holiday: self = .holiday(try HolidayTrigger(from: member))
        case .inactive:
            var object = try StrictObject(member, keyedBy: InactiveKeys.self)
            guard let days = object.read(Int64.self, .moreThanDays) else { throw object.failure }
            self = .inactive(moreThanDays: days)
        case .periodic: self = .periodic(try PeriodicTrigger(from: member))
        case .tierReached:
            var object = try StrictObject(member, keyedBy: TierKeys.self)
            let tier = object.read(Tier.ID.self, .tier)
            let days = object.read(Int64.self, .withinDays)
            guard let tier, let days else { throw object.failure }
            self = .tierReached(tier, withinDays: days)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .anniversary(let trigger): try container.encode(trigger, forKey: .anniversary)
        case .birthday(let trigger): try container.encode(trigger, forKey: .birthday)
        case .campaign(let trigger): try container.encode(trigger, forKey: .campaign)
        case .firstOrder(let days):
            var member = container.nestedContainer(keyedBy: WithinKeys.self, forKey: .firstOrder)
            try member.encode(days, forKey: .withinDays)
        case .holiday(let trigger): try container.encode(trigger, forKey: .holiday)
        case .inactive(let days):
            var member = container.nestedContainer(keyedBy: InactiveKeys.self, forKey: .inactive)
            try member.encode(days, forKey: .moreThanDays)
        case .periodic(let trigger): try container.encode(trigger, forKey: .periodic)
        case .tierReached(let tier, let days):
            var member = container.nestedContainer(keyedBy: TierKeys.self, forKey: .tierReached)
            try member.encode(tier, forKey: .tier)
            try member.encode(days, forKey: .withinDays)
        }
    }
}
