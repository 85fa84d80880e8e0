import GiftModel

extension EngagementRules: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case rules = "rules"
        case halfLifeDays = "halfLifeDays"
        case saturation = "saturation"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let rules = object.read([Rule].self, .rules)
        let halfLife = object.read(Int.self, .halfLifeDays)
        let saturation = object.read(Int64.self, .saturation)
        guard let rules, let halfLife, let saturation else { throw object.failure }
        self = try decoder.whole { try Self(rules, halfLifeDays: halfLife, saturation: saturation) }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(rules, forKey: .rules)
        try container.encode(halfLifeDays, forKey: .halfLifeDays)
        try container.encode(saturation, forKey: .saturation)
    }
}

/// On the wire `{"channel":"app","dailyCap":20,"interaction":"view","points":1}`; channel and cap may be left out.
extension EngagementRules.Rule: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case kind = "interaction"
        case channel = "channel"
        case points = "points"
        case dailyCap = "dailyCap"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let kind = object.read(InteractionKind.self, .kind)
        let channel = object.readIfPresent(ActivityChannel.self, .channel)
        let points = object.read(Int64.self, .points)
        let dailyCap = object.readIfPresent(Int64.self, .dailyCap)
        guard let kind, let channel, let points, let dailyCap else { throw object.failure }
        self.init(points, for: kind, in: channel, dailyCap: dailyCap)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(kind, forKey: .kind)
        try container.encodeIfPresent(channel, forKey: .channel)
        try container.encode(points, forKey: .points)
        try container.encodeIfPresent(dailyCap, forKey: .dailyCap)
    }
}
