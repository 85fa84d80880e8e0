extension IdentityMap: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case version = "v"
        case merges = "merges"
        case erased = "erased"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        try container.requireVersion(1, of: "an identity map", forKey: .version)
        self.init(
            try container.decode([IdentityMerge].self, forKey: .merges),
            erased: try container.decode([Customer.ID].self, forKey: .erased)
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(1, forKey: .version)
        try container.encode(trail, forKey: .merges)
        try container.encode(erased, forKey: .erased)
    }
}
