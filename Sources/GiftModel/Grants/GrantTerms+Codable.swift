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
        let terms = Self(
            of: try GiftChoice(from: decoder),
            on: try container.decode(Occurrence.self, forKey: .occurrence),
            attempt: try container.decode(Int64.self, forKey: .attempt),
            plannedFor: try container.decode(CalendarDate.self, forKey: .plannedFor),
            by: try container.decode(RuleReference.self, forKey: .rule),
            because: try container.decode([Reason].self, forKey: .reasons),
            message: try container.decodeIfPresent(GiftMessage.self, forKey: .message)
        )
        guard let offer = try container.decodeIfPresent(OfferTerms.self, forKey: .offer) else {
            self = terms
            return
        }
        self = try decoder.whole(
            terms.offered(offer),
            isNot: "an offer of other gifts in the currency of the planned one"
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
