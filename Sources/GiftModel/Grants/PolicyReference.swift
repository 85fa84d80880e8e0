/// Which policy, in which version and wording, a result came from.
///
/// - Wire format: `{"hash":"…64 digits…","id":"online-retail","version":1}`.
public struct PolicyReference: Hashable, Sendable {
    /// The name of a policy.
    public typealias ID = Identifier<PolicyReference>

    /// The policy's name.
    public let id: ID
    /// The policy's version, one or more.
    public let version: Int64
    /// The hash of the policy's canonical form: two policies that differ anywhere differ here.
    public let hash: ContentHash

    /// Refers to version `version` of the policy called `id`, whose canonical form has `hash`.
    public init(id: ID, version: Int64, hash: ContentHash) {
        self.id = id
        self.version = version
        self.hash = hash
    }
}

extension PolicyReference: Codable {
    private enum CodingKeys: String, CodingKey {
        case id = "id"
        case version = "version"
        case hash = "hash"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try container.decode(ID.self, forKey: .id),
            version: try container.decode(Int64.self, forKey: .version),
            hash: try container.decode(ContentHash.self, forKey: .hash)
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(version, forKey: .version)
        try container.encode(hash, forKey: .hash)
    }
}
