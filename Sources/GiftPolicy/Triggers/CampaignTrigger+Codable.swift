import GiftModel

extension CampaignTrigger: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case id = "id"
        case title = "title"
        case firstDay = "from"
        case lastDay = "through"
        case audience = "for"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let id = object.read(ID.self, .id)
        let title = object.read(LocalizedText.self, .title)
        let firstDay = object.read(CalendarDate.self, .firstDay)
        let lastDay = object.read(CalendarDate.self, .lastDay)
        let audience = object.readIfPresent(Audience.self, .audience)
        guard let id, let title, let firstDay, let lastDay, let audience else { throw object.failure }
        self.init(id, title: title, from: firstDay, through: lastDay, for: audience)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(title, forKey: .title)
        try container.encode(firstDay, forKey: .firstDay)
        try container.encode(lastDay, forKey: .lastDay)
        try container.encodeIfPresent(audience, forKey: .audience)
    }
}

/// - Wire format: one member that says what they did and about what, such as `{"registered":"event-7"}`.
extension CampaignTrigger.Audience: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case invited = "invited"
        case registered = "registered"
        case attended = "attended"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        if object.keys.count != 1 { object.refuse("", .impossible("an audience has exactly one member")) }
        guard let key = object.keys.first, let subject = object.read(Identifier<Interaction.Subject>.self, key) else {
            throw object.failure
        }
        switch key {
        case .invited: self = .invited(to: subject)
        case .registered: self = .registered(for: subject)
        case .attended: self = .attended(subject)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .invited(let subject): try container.encode(subject, forKey: .invited)
        case .registered(let subject): try container.encode(subject, forKey: .registered)
        case .attended(let subject): try container.encode(subject, forKey: .attended)
        }
    }
}
