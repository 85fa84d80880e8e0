extension CouponTerms: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case discount = "discount"
        case minimumSpend = "minimumSpend"
        case validMilliseconds = "validMilliseconds"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        self = try decoder.whole {
            try Self(
                container.decode(Discount.self, forKey: .discount),
                from: container.decode(Money.self, forKey: .minimumSpend),
                validMilliseconds: container.decode(Int64.self, forKey: .validMilliseconds)
            )
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(discount, forKey: .discount)
        try container.encode(minimumSpend, forKey: .minimumSpend)
        try container.encode(validMilliseconds, forKey: .validMilliseconds)
    }
}
