public import GiftModel

/// A band, what a customer must be worth to stand in it, and what the host then gives and does.
///
/// - Wire format: `{"band":"high","gift":{"from":…,"through":…},"requires":{"all":{…}},"service":{…}}`; without
///   `requires` it is for everybody.
public struct ValueBandRule: Hashable, Sendable {
    /// The band.
    public let band: ValueBand
    /// What a customer must be worth, or `nil` when anybody may stand in it.
    public let requirement: ValueRequirement?
    /// What one gift may cost.
    public let gift: PriceBand
    /// What the customers may expect.
    public let service: ServiceStandard

    /// `band` for whoever meets `requirement`.
    public init(_ band: ValueBand, requires requirement: ValueRequirement?, gift: PriceBand, service: ServiceStandard) {
        self.band = band
        self.requirement = requirement
        self.gift = gift
        self.service = service
    }
}

extension ValueBandRule {
    /// The currencies of every amount, that of the gift first.
    var currencies: [Currency] {
        [gift.lowest.currency] + (requirement?.thresholds.compactMap(\.currency) ?? [])
    }
}

extension ValueBandRule: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case band = "band"
        case requirement = "requires"
        case gift = "gift"
        case service = "service"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let band = object.read(ValueBand.self, .band)
        let requirement = object.readIfPresent(ValueRequirement.self, .requirement)
        let gift = object.read(PriceBand.self, .gift)
        let service = object.read(ServiceStandard.self, .service)
        guard let band, let requirement, let gift, let service else { throw object.failure }
        self.init(band, requires: requirement, gift: gift, service: service)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(band, forKey: .band)
        try container.encodeIfPresent(requirement, forKey: .requirement)
        try container.encode(gift, forKey: .gift)
        try container.encode(service, forKey: .service)
    }
}
