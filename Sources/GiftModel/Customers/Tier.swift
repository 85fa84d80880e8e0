/// A rung of the host's membership: standard, silver, gold, diamond, or names of its own.
///
/// How a customer comes to stand on one is decided by the tier ladder in `Segmentation`; gifts and rules only
/// refer to it.
///
/// - Wire format: `{"id":"gold","name":{"en":"Gold","zh":"金卡"}}`.
public struct Tier: Identifiable, Hashable, Sendable {
    /// The name by which gifts and rules refer to a tier.
    public typealias ID = Identifier<Tier>

    /// The identity within its ladder.
    public let id: ID
    /// What customers call it.
    public let name: LocalizedText

    /// A tier called `id`, shown as `name`.
    public init(id: ID, name: LocalizedText) {
        self.id = id
        self.name = name
    }
}

extension Tier: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case id = "id"
        case name = "name"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let id = object.read(ID.self, .id)
        let name = object.read(LocalizedText.self, .name)
        guard let id, let name else { throw object.failure }
        self.init(id: id, name: name)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(name, forKey: .name)
    }
}
