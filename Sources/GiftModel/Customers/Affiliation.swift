/// A time in which a contact stood for an organization.
///
/// Both are customers of the CRM: contracts, value and tier may stand on the organization, while gifts, consent and job
/// role stand on the contact.
///
/// - Wire format: `{"contact":"c-7","from":"2025-01-01","organization":"o-1","until":"2026-01-01"}`; without `until`
///   it is not over.
public struct Affiliation: Hashable, Sendable {
    /// The person.
    public let contact: Customer.ID
    /// The organization.
    public let organization: Customer.ID
    /// The first day.
    public let from: CalendarDate
    /// The first day on which it is over, or `nil` while no end is known.
    public let until: CalendarDate?

    /// An affiliation, or `nil` when nobody stands for an organization other than themselves, or not for one day.
    public init?(
        of contact: Customer.ID,
        with organization: Customer.ID,
        from: CalendarDate,
        until: CalendarDate? = nil
    ) {
        guard contact != organization else { return nil }
        if let until, until <= from { return nil }
        self.contact = contact
        self.organization = organization
        self.from = from
        self.until = until
    }

    /// Whether it holds on `day`.
    public func contains(_ day: CalendarDate) -> Bool {
        guard let until else { return from <= day }
        return from <= day && day < until
    }
}

/// By first day, then by the bytes of organization and contact, then by end, no end last.
extension Affiliation: Comparable {
    public static func < (left: Self, right: Self) -> Bool {
        if left.from != right.from { return left.from < right.from }
        if left.organization != right.organization { return left.organization < right.organization }
        if left.contact != right.contact { return left.contact < right.contact }
        guard let end = left.until else { return false }
        return right.until.map { end < $0 } ?? true
    }
}

extension Affiliation: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case contact = "contact"
        case organization = "organization"
        case from = "from"
        case until = "until"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        let affiliation = Self(
            of: try container.decode(Customer.ID.self, forKey: .contact),
            with: try container.decode(Customer.ID.self, forKey: .organization),
            from: try container.decode(CalendarDate.self, forKey: .from),
            until: try container.decodeIfPresent(CalendarDate.self, forKey: .until)
        )
        guard let affiliation else {
            let problem = "a contact stands for another customer, for one day or more"
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: problem))
        }
        self = affiliation
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(contact, forKey: .contact)
        try container.encode(organization, forKey: .organization)
        try container.encode(from, forKey: .from)
        try container.encodeIfPresent(until, forKey: .until)
    }
}
