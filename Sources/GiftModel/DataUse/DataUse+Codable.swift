extension DataUse: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case version = "v"
        case customer = "customer"
        case purpose = "purpose"
        case act = "in"
        case facts = "facts"
        case consent = "consent"
        case at = "at"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        try container.requireVersion(1, of: "a use of data", forKey: .version)
        let consent = try container.decodeIfPresent(ConsentChange.self, forKey: .consent)
        let use = Self(
            of: try container.decode(Customer.ID.self, forKey: .customer),
            for: try container.decode(Purpose.self, forKey: .purpose),
            in: try container.decode(Act.self, forKey: .act),
            facts: try container.decode([UsedFact].self, forKey: .facts),
            under: Consents(consent.map { [$0] } ?? []),
            at: try container.decode(Timestamp.self, forKey: .at)
        )
        guard let use, use.consent == consent else {
            let problem = "a use of data has one fact or more, and a consent to its purpose that is not later"
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: problem))
        }
        self = use
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(1, forKey: .version)
        try container.encode(customer, forKey: .customer)
        try container.encode(purpose, forKey: .purpose)
        try container.encode(act, forKey: .act)
        try container.encode(facts, forKey: .facts)
        try container.encodeIfPresent(consent, forKey: .consent)
        try container.encode(at, forKey: .at)
    }
}

extension DataUse.Act: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case grant = "grant"
        case rule = "rule"
        case other = "other"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        switch container.allKeys.count == 1 ? container.allKeys.first : nil {
        case .grant?: self = .grant(try container.decode(GrantTerms.ID.self, forKey: .grant))
        case .rule?: self = .rule(try container.decode(RuleReference.self, forKey: .rule))
        case .other?: self = .other(try container.decode(Identifier<Self>.self, forKey: .other))
        case nil:
            let problem = "data is used in either `grant`, `rule` or `other`"
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: problem))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .grant(let grant): try container.encode(grant, forKey: .grant)
        case .rule(let rule): try container.encode(rule, forKey: .rule)
        case .other(let name): try container.encode(name, forKey: .other)
        }
    }
}
