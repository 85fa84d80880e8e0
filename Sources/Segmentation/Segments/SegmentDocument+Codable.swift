public import GiftModel

extension SegmentDocument {
    /// Reads a document of segments from JSON text.
    ///
    /// The text is read strictly: at most 1 MiB and 64 levels, no comments, no key twice and none that the format does
    /// not have.
    ///
    /// - Throws: `InvalidDocument`, with every place that could not be read.
    /// - Complexity: O(*n*) in the length of `text`.
    public init(json text: String) throws(InvalidDocument) { self = try Document.read(Self.self, from: text) }
}

extension SegmentDocument: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case format = "format"
        case id = "id"
        case currency = "currency"
        case tiers = "tiers"
        case labels = "labels"
        case segments = "segments"
        case groups = "groups"
    }

    private static let format = "gift-segments/1"

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let format = object.readWord(of: [Self.format], "format", .format)
        let id = object.read(ID.self, .id)
        let currency = object.read(Currency.self, .currency)
        let tiers = object.readIfPresent([Tier.ID].self, .tiers)
        let labels = object.readIfPresent([SegmentLabel].self, .labels)
        let segments = object.read([Segment].self, .segments)
        let groups = object.readIfPresent([SegmentGroup].self, .groups)
        guard format != nil, let id, let currency, let tiers, let labels, let segments, let groups else {
            throw object.failure
        }
        self.init(
            id: id,
            currency: currency,
            tiers: tiers ?? [],
            labels: labels ?? [],
            segments: segments,
            groups: groups ?? []
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(Self.format, forKey: .format)
        try container.encode(id, forKey: .id)
        try container.encode(currency, forKey: .currency)
        if !tiers.isEmpty { try container.encode(tiers, forKey: .tiers) }
        if !labels.isEmpty { try container.encode(labels, forKey: .labels) }
        try container.encode(segments, forKey: .segments)
        if !groups.isEmpty { try container.encode(groups, forKey: .groups) }
    }
}

extension SegmentGroup: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case id = "id"
        case members = "members"
        case isDisjoint = "isDisjoint"
        case isComplete = "isComplete"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let id = object.read(ID.self, .id)
        let members = object.read([Segment.ID].self, .members)
        let isDisjoint = object.readIfPresent(Bool.self, .isDisjoint)
        let isComplete = object.readIfPresent(Bool.self, .isComplete)
        guard let id, let members, let isDisjoint, let isComplete else { throw object.failure }
        self.init(id: id, members: members, isDisjoint: isDisjoint ?? true, isComplete: isComplete ?? true)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(members, forKey: .members)
        if !isDisjoint { try container.encode(isDisjoint, forKey: .isDisjoint) }
        if !isComplete { try container.encode(isComplete, forKey: .isComplete) }
    }
}
