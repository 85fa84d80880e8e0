/// The finding that two identities are one customer, with who found it and when.
///
/// - Wire format: `{"at":1000,"by":"clerk-7","customers":["c-1","c-2"]}`, the smaller identity first.
public struct IdentityMerge: Hashable, Sendable {
    /// A person or a matching rule that says who is who.
    public enum Author {}

    /// The identity with the smaller bytes.
    public let smaller: Customer.ID
    /// The identity with the greater bytes.
    public let greater: Customer.ID
    /// Who found it.
    public let author: Identifier<Author>
    /// When.
    public let at: Timestamp

    /// Says that `one` and `other` are one customer, or returns `nil` when they are the same identity.
    public init?(of one: Customer.ID, and other: Customer.ID, by author: Identifier<Author>, at instant: Timestamp) {
        guard one != other else { return nil }
        self.smaller = min(one, other)
        self.greater = max(one, other)
        self.author = author
        self.at = instant
    }
}

/// By time, then by the bytes of the identities and of the author.
extension IdentityMerge: Comparable {
    public static func < (left: Self, right: Self) -> Bool {
        if left.at != right.at { return left.at < right.at }
        return (left.smaller, left.greater, left.author) < (right.smaller, right.greater, right.author)
    }
}

extension IdentityMerge: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case customers = "customers"
        case author = "by"
        case at = "at"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        let customers = try container.decode([Customer.ID].self, forKey: .customers)
        let author = try container.decode(Identifier<Author>.self, forKey: .author)
        let at = try container.decode(Timestamp.self, forKey: .at)
        guard customers.count == 2, let merge = Self(of: customers[0], and: customers[1], by: author, at: at) else {
            let problem = "a merge is of two different customers"
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: problem))
        }
        self = merge
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode([smaller, greater], forKey: .customers)
        try container.encode(author, forKey: .author)
        try container.encode(at, forKey: .at)
    }
}
