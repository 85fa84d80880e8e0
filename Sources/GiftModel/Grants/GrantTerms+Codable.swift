extension GrantTerms: Codable {
    private enum CodingKeys: String, CodingKey {
        case occurrence = "occurrence"
        case attempt = "attempt"
        case gift = "gift"
        case cost = "cost"
        case plannedFor = "plannedFor"
        case rule = "rule"
        case reasons = "reasons"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            of: try container.decode(Gift.ID.self, forKey: .gift),
            on: try container.decode(Occurrence.self, forKey: .occurrence),
            attempt: try container.decode(Int64.self, forKey: .attempt),
            cost: try container.decode(LandedCost.self, forKey: .cost),
            plannedFor: try container.decode(CalendarDate.self, forKey: .plannedFor),
            by: try container.decode(RuleReference.self, forKey: .rule),
            because: try container.decode([Reason].self, forKey: .reasons)
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(occurrence, forKey: .occurrence)
        try container.encode(attempt, forKey: .attempt)
        try container.encode(gift, forKey: .gift)
        try container.encode(cost, forKey: .cost)
        try container.encode(plannedFor, forKey: .plannedFor)
        try container.encode(rule, forKey: .rule)
        try container.encode(reasons, forKey: .reasons)
    }
}
