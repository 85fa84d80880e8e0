/// - Wire format: `{"cost":{"goods":"8.00 CNY"},"id":"tote-bag","kind":"physical","name":{…},"stock":100}`, with
///   `tiers`, `occasions`, `leadDays`, `appeal`, `restrictions`, `deliveries`, `customization`, `takesPlaceOn`,
///   `worth` and `coupon`; what is absent is left out. A set is written by its catalog; put together it cannot be
///   written.
extension Gift: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case id = "id"
        case name = "name"
        case kind = "kind"
        case cost = "cost"
        case stock = "stock"
        case tiers = "tiers"
        case occasions = "occasions"
        case leadDays = "leadDays"
        case appeal = "appeal"
        case restrictions = "restrictions"
        case deliveries = "deliveries"
        case customization = "customization"
        case takesPlaceOn = "takesPlaceOn"
        case worth = "worth"
        case coupon = "coupon"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let id = object.read(ID.self, .id)
        let name = object.read(LocalizedText.self, .name)
        let kind = object.read(GiftKind.self, .kind)
        let cost = object.read(WrittenCost.self, .cost)?.cost
        let stock = object.read(in: 0...Int64.max, .stock)
        let tiers = object.readSet(of: Tier.ID.self, .tiers)
        let occasions = object.readSet(of: Occasion.self, .occasions)
        let leadDays = object.readIfPresent(in: Self.leadRange, .leadDays)
        let appeal = object.readIfPresent(GiftAppeal.self, .appeal)
        let restrictions = object.readIfPresent(GiftRestrictions.self, .restrictions)
        let deliveries = object.readIfPresent([DeliveryOption].self, .deliveries)
        let customization = object.readIfPresent(Customization.self, .customization)
        let takesPlaceOn = object.readIfPresent(CalendarDate.self, .takesPlaceOn)
        let worth = object.readIfPresent(in: Self.worthRange, .worth)
        let coupon = object.readIfPresent(CouponTerms.self, .coupon)
        guard let id, let name, let kind, let cost, let stock, let tiers, let occasions, let leadDays, let appeal,
            let restrictions, let deliveries, let customization, let takesPlaceOn, let worth, let coupon,
            var gift = Self(
                id: id,
                name: name,
                kind: kind,
                cost: cost,
                stock: stock,
                tiers: tiers,
                occasions: occasions,
                leadDays: leadDays ?? 0
            )
        else { throw object.failure }
        gift.appeal = appeal ?? GiftAppeal()
        gift.restrictions = restrictions ?? .none
        gift.deliveries = deliveries ?? []
        gift.customization = customization
        gift.takesPlaceOn = takesPlaceOn
        gift.worth = worth
        gift.coupon = coupon
        self = gift
    }

    public func encode(to encoder: any Encoder) throws {
        guard parts.isEmpty else {
            let problem = "`\(id)` was put together by a catalog, which writes it as a set"
            throw EncodingError.invalidValue(self, .init(codingPath: encoder.codingPath, debugDescription: problem))
        }
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(name, forKey: .name)
        try container.encode(kind, forKey: .kind)
        try container.encode(WrittenCost(cost: cost), forKey: .cost)
        try container.encode(stock, forKey: .stock)
        if !tiers.isEmpty { try container.encode(tiers.sorted(), forKey: .tiers) }
        if !occasions.isEmpty { try container.encode(occasions.sorted(), forKey: .occasions) }
        if leadDays != 0 { try container.encode(leadDays, forKey: .leadDays) }
        if appeal != GiftAppeal() { try container.encode(appeal, forKey: .appeal) }
        if restrictions != .none { try container.encode(restrictions, forKey: .restrictions) }
        if !deliveries.isEmpty { try container.encode(deliveries, forKey: .deliveries) }
        try container.encodeIfPresent(customization, forKey: .customization)
        try container.encodeIfPresent(takesPlaceOn, forKey: .takesPlaceOn)
        try container.encodeIfPresent(worth, forKey: .worth)
        try container.encodeIfPresent(coupon, forKey: .coupon)
    }
}
