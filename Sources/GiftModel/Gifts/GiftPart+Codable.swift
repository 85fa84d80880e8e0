extension GiftPart: Codable {
    private enum CodingKeys: String, CodingKey {
        case gift = "gift"
        case quantity = "quantity"
        case cost = "cost"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let part = Self(
            try container.decode(Identifier<Gift>.self, forKey: .gift),
            quantity: try container.decode(Int64.self, forKey: .quantity),
            cost: try container.decode(LandedCost.self, forKey: .cost)
        )
        guard let part else {
            throw DocumentProblem.impossible("a part of a set is one or more").error(at: decoder.codingPath)
        }
        self = part
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(gift, forKey: .gift)
        try container.encode(quantity, forKey: .quantity)
        try container.encode(cost, forKey: .cost)
    }
}
