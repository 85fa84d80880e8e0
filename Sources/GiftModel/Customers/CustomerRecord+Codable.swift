extension CustomerRecord: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case version = "v"
        case id = "id"
        case kind = "kind"
        case industry = "industry"
        case jobRole = "jobRole"
        case recipientKind = "recipientKind"
        case jurisdiction = "jurisdiction"
        case companySize = "companySize"
        case country = "country"
        case zone = "zone"
        case language = "language"
        case birthday = "birthday"
        case registeredOn = "registeredOn"
        case acquisitionCost = "acquisitionCost"
        case contact = "contact"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        try container.requireVersion(1, of: "a customer record", forKey: .version)
        self.init(of: try container.decode(Customer.ID.self, forKey: .id))
        kind = try container.decodeIfPresent(CustomerKind.self, forKey: .kind)
        industry = try container.decodeIfPresent(Identifier<Industry>.self, forKey: .industry)
        jobRole = try container.decodeIfPresent(JobRole.self, forKey: .jobRole)
        recipientKind = try container.decodeIfPresent(RecipientKind.self, forKey: .recipientKind)
        jurisdiction = try container.decodeIfPresent(CountryCode.self, forKey: .jurisdiction)
        companySize = try container.decodeIfPresent(CompanySize.self, forKey: .companySize)
        country = try container.decodeIfPresent(CountryCode.self, forKey: .country)
        zone = try container.decodeIfPresent(ZoneTable.ID.self, forKey: .zone)
        language = try container.decodeIfPresent(LanguageTag.self, forKey: .language)
        birthday = try container.decodeIfPresent(Birthday.self, forKey: .birthday)
        registeredOn = try container.decodeIfPresent(CalendarDate.self, forKey: .registeredOn)
        acquisitionCost = try container.decodeIfPresent(Money.self, forKey: .acquisitionCost)
        contact = try container.decodeIfPresent(ContactPreferences.self, forKey: .contact)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(1, forKey: .version)
        try container.encode(id, forKey: .id)
        try container.encodeIfPresent(kind, forKey: .kind)
        try container.encodeIfPresent(industry, forKey: .industry)
        try container.encodeIfPresent(jobRole, forKey: .jobRole)
        try container.encodeIfPresent(recipientKind, forKey: .recipientKind)
        try container.encodeIfPresent(jurisdiction, forKey: .jurisdiction)
        try container.encodeIfPresent(companySize, forKey: .companySize)
        try container.encodeIfPresent(country, forKey: .country)
        try container.encodeIfPresent(zone, forKey: .zone)
        try container.encodeIfPresent(language, forKey: .language)
        try container.encodeIfPresent(birthday, forKey: .birthday)
        try container.encodeIfPresent(registeredOn, forKey: .registeredOn)
        try container.encodeIfPresent(acquisitionCost, forKey: .acquisitionCost)
        try container.encodeIfPresent(contact, forKey: .contact)
    }
}
