/// A duty to keep data whose time is over, such as for a lawsuit or a tax audit.
///
/// It forbids removal and permits nothing else: no purpose may be served with what only a hold keeps.
///
/// - Wire format: `{"customer":"c-7","from":"2026-01-01","id":"case-12","kind":"orders","until":"2026-07-01"}`; without
///   `customer` it covers everybody, without `kind` everything, without `until` it is not over.
public struct LegalHold: Identifiable, Hashable, Sendable {
    /// The name that the host gave a hold.
    public typealias ID = Identifier<LegalHold>

    /// Its name.
    public let id: ID
    /// Whose data it covers, or `nil` for everybody's.
    public let customer: Customer.ID?
    /// Which data it covers, or `nil` for all.
    public let kind: DataKind?
    /// The first day.
    public let from: CalendarDate
    /// The first day on which it is over, or `nil` while no end is known.
    public let until: CalendarDate?

    /// A hold, or `nil` when it does not last one day.
    public init?(
        _ id: ID,
        on customer: Customer.ID? = nil,
        keeping kind: DataKind? = nil,
        from: CalendarDate,
        until: CalendarDate? = nil
    ) {
        if let until, until <= from { return nil }
        self.id = id
        self.customer = customer
        self.kind = kind
        self.from = from
        self.until = until
    }

    /// Whether it covers `record` on `day`.
    public func covers(_ record: KeptRecord, on day: CalendarDate) -> Bool {
        guard customer == nil || customer == record.customer, kind == nil || kind == record.kind else { return false }
        return from <= day && until.map { day < $0 } ?? true
    }
}

extension LegalHold: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case id = "id"
        case customer = "customer"
        case kind = "kind"
        case from = "from"
        case until = "until"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        let hold = Self(
            try container.decode(ID.self, forKey: .id),
            on: try container.decodeIfPresent(Customer.ID.self, forKey: .customer),
            keeping: try container.decodeIfPresent(DataKind.self, forKey: .kind),
            from: try container.decode(CalendarDate.self, forKey: .from),
            until: try container.decodeIfPresent(CalendarDate.self, forKey: .until)
        )
        guard let hold else {
            let problem = "a legal hold lasts one day or more"
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: problem))
        }
        self = hold
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encodeIfPresent(customer, forKey: .customer)
        try container.encodeIfPresent(kind, forKey: .kind)
        try container.encode(from, forKey: .from)
        try container.encodeIfPresent(until, forKey: .until)
    }
}
