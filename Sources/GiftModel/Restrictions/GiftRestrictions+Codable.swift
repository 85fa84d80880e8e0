extension GiftRestrictions: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case minimumAge = "minimumAge"
        case onlyCountries = "onlyCountries"
        case exceptCountries = "exceptCountries"
        case exceptRecipients = "exceptRecipients"
        case onlyJobRoles = "onlyJobRoles"
        case exceptCultures = "exceptCultures"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let minimumAge = object.readIfPresent(in: Self.ageRange, .minimumAge)
        // An empty list says nowhere, which is not the same as no list.
        let onlyCountries = object.readIfPresent([CountryCode].self, .onlyCountries)
        let exceptCountries = object.readSet(of: CountryCode.self, .exceptCountries)
        let exceptRecipients = object.readSet(of: RecipientKind.self, .exceptRecipients)
        let onlyJobRoles = object.readIfPresent([JobRole].self, .onlyJobRoles)
        let exceptCultures = object.readSet(of: Culture.self, .exceptCultures)
        guard let minimumAge, let onlyCountries, let exceptCountries, let exceptRecipients, let onlyJobRoles,
            let exceptCultures,
            let restrictions = Self(
                minimumAge: minimumAge,
                onlyCountries: onlyCountries.map(Set.init),
                exceptCountries: exceptCountries,
                exceptRecipients: exceptRecipients,
                onlyJobRoles: onlyJobRoles.map(Set.init),
                exceptCultures: exceptCultures
            )
        else { throw object.failure }
        self = restrictions
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(minimumAge, forKey: .minimumAge)
        try container.encodeIfPresent(onlyCountries?.sorted(), forKey: .onlyCountries)
        if !exceptCountries.isEmpty { try container.encode(exceptCountries.sorted(), forKey: .exceptCountries) }
        if !exceptRecipients.isEmpty { try container.encode(exceptRecipients.sorted(), forKey: .exceptRecipients) }
        try container.encodeIfPresent(onlyJobRoles?.sorted(), forKey: .onlyJobRoles)
        if !exceptCultures.isEmpty { try container.encode(exceptCultures.sorted(), forKey: .exceptCultures) }
    }
}
