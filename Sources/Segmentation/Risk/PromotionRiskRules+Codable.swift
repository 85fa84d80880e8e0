import GiftModel

extension PromotionRiskRules: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case rules = "evidence"
        case elevatedFrom = "elevatedFrom"
        case highFrom = "highFrom"
        case youngDays = "youngDays"
        case minimumOrders = "minimumOrders"
        case allowed = "allowed"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let rules = object.read([Rule].self, .rules)
        let elevated = object.read(Int64.self, .elevatedFrom)
        let high = object.read(Int64.self, .highFrom)
        let young = object.read(Int64.self, .youngDays)
        let orders = object.read(Int64.self, .minimumOrders)
        let allowed = object.readSet(of: Customer.ID.self, .allowed)
        guard let rules, let elevated, let high, let young, let orders, let allowed else { throw object.failure }
        self = try decoder.whole {
            try Self(
                rules,
                elevatedFrom: elevated,
                highFrom: high,
                youngDays: young,
                minimumOrders: orders,
                allowed: allowed
            )
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(rules, forKey: .rules)
        try container.encode(elevatedFrom, forKey: .elevatedFrom)
        try container.encode(highFrom, forKey: .highFrom)
        try container.encode(youngDays, forKey: .youngDays)
        try container.encode(minimumOrders, forKey: .minimumOrders)
        if !allowed.isEmpty { try container.encode(allowed.sorted(), forKey: .allowed) }
    }
}

/// On the wire `{"cap":40,"evidence":"sharedDevice","free":3,"points":10}`.
extension PromotionRiskRules.Rule: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case evidence = "evidence"
        case free = "free"
        case points = "points"
        case cap = "cap"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let evidence = object.read(PromotionEvidence.self, .evidence)
        let free = object.read(Int64.self, .free)
        let points = object.read(Int64.self, .points)
        let cap = object.read(Int64.self, .cap)
        guard let evidence, let free, let points, let cap else { throw object.failure }
        self.init(evidence, free: free, points: points, cap: cap)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(evidence, forKey: .evidence)
        try container.encode(free, forKey: .free)
        try container.encode(points, forKey: .points)
        try container.encode(cap, forKey: .cap)
    }
}
