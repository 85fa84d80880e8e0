import GiftModel

/// - Wire format: one member that names the trigger, such as `{"inactive":{"moreThanDays":90}}`.
extension Trigger: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case anniversary = "anniversary"
        case birthday = "birthday"
        case campaign = "campaign"
        case cart = "cart"
        case event = "event"
        case firstOrder = "firstOrder"
        case holiday = "holiday"
        case inactive = "inactive"
        case moment = "moment"
        case periodic = "periodic"
        case recovery = "recovery"
        case rhythm = "rhythm"
        case signal = "signal"
        case spend = "spend"
        case tierReached = "tierReached"
        case welcome = "welcome"
    }

    private enum WithinKeys: String, CodingKey, CaseIterable {
        case withinDays = "withinDays"
    }

    private enum InactiveKeys: String, CodingKey, CaseIterable {
        case moreThanDays = "moreThanDays"
        case countingRegistration = "countingRegistration"
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
        case .cart: self = .cart(try CartTrigger(from: member))
        case .event: self = .event(try EventTrigger(from: member))
        case .firstOrder:
            var object = try StrictObject(member, keyedBy: WithinKeys.self)
            guard let days = object.read(Int64.self, .withinDays) else { throw object.failure }
            self = .firstOrder(withinDays: days)
        case .holiday: self = .holiday(try HolidayTrigger(from: member))
        case .inactive:
            var object = try StrictObject(member, keyedBy: InactiveKeys.self)
            let days = object.read(Int64.self, .moreThanDays)
            let counting = object.readIfPresent(Bool.self, .countingRegistration)
            guard let days, let counting else { throw object.failure }
            self = .inactive(moreThanDays: days, countingRegistration: counting ?? false)
        case .moment: self = .moment(try MomentTrigger(from: member))
        case .periodic: self = .periodic(try PeriodicTrigger(from: member))
        case .recovery: self = .recovery(try RecoveryTrigger(from: member))
        case .rhythm: self = .rhythm(try RhythmTrigger(from: member))
        case .signal: self = .signal(try SignalTrigger(from: member))
        case .spend: self = .spend(try SpendTrigger(from: member))
        case .tierReached:
            var object = try StrictObject(member, keyedBy: TierKeys.self)
            let tier = object.read(Tier.ID.self, .tier)
            let days = object.read(Int64.self, .withinDays)
            guard let tier, let days else { throw object.failure }
            self = .tierReached(tier, withinDays: days)
        case .welcome: self = .welcome(try WelcomeTrigger(from: member))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .anniversary(let trigger): try container.encode(trigger, forKey: .anniversary)
        case .birthday(let trigger): try container.encode(trigger, forKey: .birthday)
        case .campaign(let trigger): try container.encode(trigger, forKey: .campaign)
        case .cart(let trigger): try container.encode(trigger, forKey: .cart)
        case .event(let trigger): try container.encode(trigger, forKey: .event)
        case .firstOrder(let days):
            var member = container.nestedContainer(keyedBy: WithinKeys.self, forKey: .firstOrder)
            try member.encode(days, forKey: .withinDays)
        case .holiday(let trigger): try container.encode(trigger, forKey: .holiday)
        case .inactive(let days, let counting):
            var member = container.nestedContainer(keyedBy: InactiveKeys.self, forKey: .inactive)
            try member.encode(days, forKey: .moreThanDays)
            if counting { try member.encode(counting, forKey: .countingRegistration) }
        case .moment(let trigger): try container.encode(trigger, forKey: .moment)
        case .periodic(let trigger): try container.encode(trigger, forKey: .periodic)
        case .recovery(let trigger): try container.encode(trigger, forKey: .recovery)
        case .rhythm(let trigger): try container.encode(trigger, forKey: .rhythm)
        case .signal(let trigger): try container.encode(trigger, forKey: .signal)
        case .spend(let trigger): try container.encode(trigger, forKey: .spend)
        case .tierReached(let tier, let days):
            var member = container.nestedContainer(keyedBy: TierKeys.self, forKey: .tierReached)
            try member.encode(tier, forKey: .tier)
            try member.encode(days, forKey: .withinDays)
        case .welcome(let trigger): try container.encode(trigger, forKey: .welcome)
        }
    }
}
