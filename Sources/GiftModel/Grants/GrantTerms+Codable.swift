extension GrantTerms: Codable {
    private enum CodingKeys: String, CodingKey {
        case occurrence = "occurrence"
        case attempt = "attempt"
        case plannedFor = "plannedFor"
        case rule = "rule"
        case reasons = "reasons"
        case offer = "offer"
        case message = "message"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            of: try GiftChoice(from: decoder),
            on: try container.decode(Occurrence.self, forKey: .occurrence),
            attempt: try container.decode(Int64.self, forKey: .attempt),
            plannedFor: try container.decode(CalendarDate.self, forKey: .plannedFor),
            by: try container.decode(RuleReference.self, forKey: .rule),
            because: try container.decode([Reason].self, forKey: .reasons),
            offer: try container.decodeIfPresent(OfferTerms.self, forKey: .offer),
            message: try container.decodeIfPresent(GiftMessage.self, forKey: .message)
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(occurrence, forKey: .occurrence)
        try container.encode(attempt, forKey: .attempt)
        try choice.encode(to: encoder)
        try container.encode(plannedFor, forKey: .plannedFor)
        try container.encode(rule, forKey: .rule)
        try container.encode(reasons, forKey: .reasons)
        try container.encodeIfPresent(offer, forKey: .offer)
        try container.encodeIfPresent(message, forKey: .message)
    }
}
