/// One coming-round of an occasion for one customer: the key by which nothing is given twice.
///
/// Two rules, or two versions of a policy, that speak about the same occasion of the same customer come to
/// equal occurrences. What tells one from the next is ``term``: the year of a birthday, the day of the last
/// purchase before a reactivation.
///
/// - Wire format: `{"customer":"c-1","occasion":"reactivation","term":"2011-09-01"}`.
public struct Occurrence: Hashable, Sendable {
    /// What comes round.
    public let occasion: Occasion
    /// For whom.
    public let customer: Customer.ID
    /// What tells this coming-round from the others.
    public let term: Identifier<Occurrence>

    /// The coming-round of `occasion` for `customer` that `term` names.
    public init(of occasion: Occasion, for customer: Customer.ID, term: Identifier<Occurrence>) {
        self.occasion = occasion
        self.customer = customer
        self.term = term
    }
}

extension Occurrence: Codable {
    private enum CodingKeys: String, CodingKey {
        case occasion = "occasion"
        case customer = "customer"
        case term = "term"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            of: try container.decode(Occasion.self, forKey: .occasion),
            for: try container.decode(Customer.ID.self, forKey: .customer),
            term: try container.decode(Identifier<Occurrence>.self, forKey: .term)
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(occasion, forKey: .occasion)
        try container.encode(customer, forKey: .customer)
        try container.encode(term, forKey: .term)
    }
}
