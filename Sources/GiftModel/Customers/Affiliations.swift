/// Who stands for which organization, day by day.
///
/// A contact stands for one organization on a day at most, so that caps that sum over an organization count nobody
/// twice: where affiliations overlap, the one that began last counts, and of those that began together the one whose
/// organization has the smaller bytes.
///
/// - Wire format: `{"affiliations":[…],"v":1}`, in ascending order; any order is read.
public struct Affiliations: Hashable, Sendable {
    /// The affiliations in ascending order, none twice.
    public let all: [Affiliation]
    private let byContact: [Customer.ID: [Affiliation]]
    private let byOrganization: [Customer.ID: Set<Customer.ID>]

    /// These affiliations, in any order.
    ///
    /// - Complexity: O(*n* log *n*).
    public init(_ affiliations: some Sequence<Affiliation> = []) {
        self.all = Set(affiliations).sorted()
        self.byContact = Dictionary(grouping: all, by: \.contact)
        self.byOrganization = Dictionary(grouping: all, by: \.organization).mapValues { Set($0.map(\.contact)) }
    }

    /// Returns the organization for which `contact` stands on `day`, or `nil` when there is none.
    ///
    /// - Complexity: O(*n*) in the affiliations of the contact.
    public func organization(of contact: Customer.ID, on day: CalendarDate) -> Customer.ID? {
        let valid = byContact[contact, default: []].filter { $0.contains(day) }
        return valid.max { ($0.from, $1.organization) < ($1.from, $0.organization) }?.organization
    }

    /// Returns who stands for `organization` on `day`, in ascending order.
    ///
    /// - Complexity: O(*n* log *n*) in the contacts that ever stood for it, times the affiliations of each.
    public func contacts(of organization: Customer.ID, on day: CalendarDate) -> [Customer.ID] {
        byOrganization[organization, default: []].filter { self.organization(of: $0, on: day) == organization }.sorted()
    }
}

extension Affiliations: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case version = "v"
        case affiliations = "affiliations"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        try container.requireVersion(1, of: "affiliations", forKey: .version)
        self.init(try container.decode([Affiliation].self, forKey: .affiliations))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(1, forKey: .version)
        try container.encode(all, forKey: .affiliations)
    }
}
