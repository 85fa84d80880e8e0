extension CouponTerms: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case discount = "discount"
        case minimumSpend = "minimumSpend"
        case validMilliseconds = "validMilliseconds"
        case goods = "goods"
        case channels = "channels"
        case stacking = "stacking"
        case uses = "uses"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let discount = object.read(Discount.self, .discount)
        let minimumSpend = object.read(Money.self, .minimumSpend)
        let milliseconds = object.read(Int64.self, .validMilliseconds)
        let goods = object.readSet(of: Product.ID.self, .goods)
        let channels = object.readSet(of: ActivityChannel.self, .channels)
        let stacking = object.readIfPresent(CouponStacking.self, .stacking)
        let uses = object.readIfPresent(Int64.self, .uses)
        guard let discount, let minimumSpend, let milliseconds, let goods, let channels, let stacking, let uses else {
            throw object.failure
        }
        self = try decoder.whole {
            try Self(
                discount,
                from: minimumSpend,
                validMilliseconds: milliseconds,
                goods: goods,
                channels: channels,
                stacking: stacking ?? .alone,
                uses: uses ?? 1
            )
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(discount, forKey: .discount)
        try container.encode(minimumSpend, forKey: .minimumSpend)
        try container.encode(validMilliseconds, forKey: .validMilliseconds)
        if !goods.isEmpty { try container.encode(goods.sorted(), forKey: .goods) }
        if !channels.isEmpty { try container.encode(channels.sorted(), forKey: .channels) }
        if stacking != .alone { try container.encode(stacking, forKey: .stacking) }
        if uses != 1 { try container.encode(uses, forKey: .uses) }
    }
}
