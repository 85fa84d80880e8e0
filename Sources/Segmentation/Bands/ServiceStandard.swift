public import GiftModel

/// What customers of a band may expect of the host's people.
///
/// - Wire format: `{"name":{…},"responseHours":4,"services":["personal-adviser"]}`; what nobody promises is left out.
public struct ServiceStandard: Hashable, Sendable {
    /// Something done for customers, such as a personal adviser; the word is the host's.
    ///
    /// It exists only in identifiers, and is closed.
    public enum Service {}

    /// What people call it, such as "personal care".
    public let name: LocalizedText
    /// Within how many hours the host answers, one or more, or `nil` when it promises none.
    public let responseHours: Int64?
    /// What is done, ascending.
    public let services: [Identifier<Service>]

    /// A standard as described, or `nil` when an answer is promised in less than one hour or more than a year.
    public init?(_ name: LocalizedText, responseHours: Int64? = nil, services: Set<Identifier<Service>> = []) {
        if let responseHours, !Self.hours.contains(responseHours) { return nil }
        self.name = name
        self.responseHours = responseHours
        self.services = services.sorted()
    }

    private static let hours: ClosedRange<Int64> = 1...8760
}

extension ServiceStandard: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case name = "name"
        case responseHours = "responseHours"
        case services = "services"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let name = object.read(LocalizedText.self, .name)
        let responseHours = object.readIfPresent(in: Self.hours, .responseHours)
        let services = object.readSet(of: Identifier<Service>.self, .services)
        guard let name, let responseHours, let services else { throw object.failure }
        self.name = name
        self.responseHours = responseHours
        self.services = services.sorted()
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        try container.encodeIfPresent(responseHours, forKey: .responseHours)
        if !services.isEmpty { try container.encode(services, forKey: .services) }
    }
}
