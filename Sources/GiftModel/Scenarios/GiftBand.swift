/// What gifts may cost for customers of some tiers, such as 5.00 through 15.00 for the standard one.
///
/// - Wire format: `{"name":{…},"price":{"from":"5.00 CNY","through":"15.00 CNY"},"tiers":["standard"]}`.
public struct GiftBand: Hashable, Sendable {
    /// What people call it, such as "practical, at low cost".
    public let name: LocalizedText
    /// The tiers whose customers it is for, ascending.
    public let tiers: [Tier.ID]
    /// What one gift may cost.
    public let price: PriceBand

    /// A band called `name` for customers of `tiers`.
    public init(_ name: LocalizedText, for tiers: Set<Tier.ID>, at price: PriceBand) {
        self.name = name
        self.tiers = tiers.sorted()
        self.price = price
    }
}

extension GiftBand: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case name = "name"
        case tiers = "tiers"
        case price = "price"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let name = object.read(LocalizedText.self, .name)
        let tiers = object.read([Tier.ID].self, .tiers)
        let price = object.read(PriceBand.self, .price)
        guard let name, let tiers, let price else { throw object.failure }
        self.init(name, for: Set(tiers), at: price)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        try container.encode(tiers, forKey: .tiers)
        try container.encode(price, forKey: .price)
    }
}
