public import GiftModel

/// Something that a customer seems to be after for a while, such as a ski trip.
///
/// What earns it, and for how long it is held, is a ``TagRule``.
///
/// - Wire format: `{"id":"skiTrip","name":{"en":"Winter ski trip","zh":"冬季滑雪旅行"}}`.
public struct CustomerTag: Identifiable, Hashable, Sendable {
    /// The name by which rules and segments refer to a tag.
    public typealias ID = Identifier<CustomerTag>

    /// The identity among the host's tags.
    public let id: ID
    /// What people call it.
    public let name: LocalizedText

    /// A tag called `id`, shown as `name`.
    public init(id: ID, name: LocalizedText) {
        self.id = id
        self.name = name
    }
}

extension CustomerTag: Codable {
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
