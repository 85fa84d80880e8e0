import GiftModel

extension ScoreScale: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case formatVersion = "v"
        case asOf = "asOf"
        case spend = "spend"
        case currency = "currency"
        case dimensions = "dimensions"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        try container.requireVersion(1, of: "a scale of scores", forKey: .formatVersion)
        let scale = Self(
            asOf: try container.decode(CalendarDate.self, forKey: .asOf),
            spend: try container.decode(SpendBasis.self, forKey: .spend),
            currency: try container.decode(Currency.self, forKey: .currency),
            dimensions: try container.decode([DimensionScale].self, forKey: .dimensions)
        )
        guard let scale else {
            throw DecodingError.dataCorruptedError(
                forKey: .dimensions,
                in: container,
                debugDescription: "dimensions are recency, frequency and monetary, then others by name, none twice"
            )
        }
        self = scale
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(1, forKey: .formatVersion)
        try container.encode(asOf, forKey: .asOf)
        try container.encode(spend, forKey: .spend)
        try container.encode(currency, forKey: .currency)
        try container.encode(dimensions, forKey: .dimensions)
    }
}
