import GiftModel

extension Clustering: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case formatVersion = "v"
        case features = "features"
        case means = "means"
        case deviations = "deviations"
        case sizes = "sizes"
        case centers = "centers"
        case explainedShare = "explainedShare"
        case silhouette = "silhouette"
        case seed = "seed"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        try container.requireVersion(1, of: "a clustering", forKey: .formatVersion)
        let features = try container.decode([LocalizedText].self, forKey: .features)
        let means = try container.decode([Double].self, forKey: .means)
        let deviations = try container.decode([Double].self, forKey: .deviations)
        let sizes = try container.decode([Int64].self, forKey: .sizes)
        let centers = try container.decode([[Double]].self, forKey: .centers)
        let explained = try container.decode(Double.self, forKey: .explainedShare)
        let silhouette = try container.decodeIfPresent(Double.self, forKey: .silhouette)
        let widths = [means.count, deviations.count] + centers.map(\.count)
        guard !features.isEmpty, widths.allSatisfy({ $0 == features.count }), !sizes.isEmpty,
            centers.count == sizes.count, sizes.allSatisfy({ $0 > 0 }), zip(sizes, sizes.dropFirst()).allSatisfy(>=),
            (means + deviations + centers.flatMap(\.self)).allSatisfy(FeatureTable.isUsable),
            deviations.allSatisfy({ $0 > 0 }), (0...1).contains(explained),
            silhouette.map({ (-1...1).contains($0) }) ?? true
        else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "these numbers make no clustering")
            )
        }
        let scale = FeatureScale(means: means, deviations: deviations)
        self.init(
            features: features,
            clusters: zip(sizes, centers).map { Cluster(size: $0, contrasts: $1, scale: scale) },
            explainedShare: explained,
            silhouette: silhouette,
            seed: try container.decode(UInt64.self, forKey: .seed),
            scale: scale
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(1, forKey: .formatVersion)
        try container.encode(features, forKey: .features)
        try container.encode(scale.means, forKey: .means)
        try container.encode(scale.deviations, forKey: .deviations)
        try container.encode(clusters.map(\.size), forKey: .sizes)
        try container.encode(clusters.map(\.contrasts), forKey: .centers)
        try container.encode(explainedShare, forKey: .explainedShare)
        try container.encodeIfPresent(silhouette, forKey: .silhouette)
        try container.encode(seed, forKey: .seed)
    }
}
