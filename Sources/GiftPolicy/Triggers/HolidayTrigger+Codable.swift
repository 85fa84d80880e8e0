import GiftModel

extension HolidayTrigger: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case id = "id"
        case title = "title"
        case rule = "rule"
        case observance = "observance"
        case leadDays = "leadDays"
        case culture = "culture"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let id = object.read(ID.self, .id)
        let title = object.read(LocalizedText.self, .title)
        let rule = object.read(HolidayRule.self, .rule)
        let observance = object.readIfPresent(Observance.self, .observance)
        let leadDays = object.read(Int64.self, .leadDays)
        let culture = object.readIfPresent(Culture.self, .culture)
        guard let id, let title, let rule, let observance, let leadDays, let culture else { throw object.failure }
        let holiday = Holiday(title: title, rule: rule, observance: observance ?? .actualDay)
        self.init(id, holiday, leadDays: leadDays, for: culture)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(holiday.title, forKey: .title)
        try container.encode(holiday.rule, forKey: .rule)
        if holiday.observance != .actualDay { try container.encode(holiday.observance, forKey: .observance) }
        try container.encode(leadDays, forKey: .leadDays)
        try container.encodeIfPresent(culture, forKey: .culture)
    }
}
