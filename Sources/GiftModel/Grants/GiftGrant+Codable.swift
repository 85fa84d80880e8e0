extension GiftGrant: Codable {
    private enum CodingKeys: String, CodingKey {
        case formatVersion = "v"
        case occurrence = "occurrence"
        case gift = "gift"
        case cost = "cost"
        case plannedFor = "plannedFor"
        case rule = "rule"
        case reasons = "reasons"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try container.requireVersion(1, of: "a grant", forKey: .formatVersion)
        self.init(
            of: try container.decode(Gift.ID.self, forKey: .gift),
            on: try container.decode(Occurrence.self, forKey: .occurrence),
            cost: try container.decode(Money.self, forKey: .cost),
            plannedFor: try container.decode(CalendarDate.self, forKey: .plannedFor),
            by: try container.decode(RuleReference.self, forKey: .rule),
            because: try container.decode([Reason].self, forKey: .reasons)
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(1, forKey: .formatVersion)
        try container.encode(occurrence, forKey: .occurrence)
        try container.encode(gift, forKey: .gift)
        try container.encode(cost, forKey: .cost)
        try container.encode(plannedFor, forKey: .plannedFor)
        try container.encode(rule, forKey: .rule)
        try container.encode(reasons, forKey: .reasons)
    }
}
