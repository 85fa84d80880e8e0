import GiftModel

/// The frozen scale of one dimension: where the score rises, why there, and how many had each score when it was made.
///
/// - Wire format: `{"cutPoints":[1,1,3],"dimension":"frequency","distribution":[14,0,6,2],"rule":"typeOne"}`, without
///   `rule` where the cut points were given.
public struct DimensionScale: Hashable, Sendable {
    /// What is scored.
    public let dimension: ScoreDimension
    /// How the cut points were learned, or `nil` when the host gave them.
    public let rule: CutRule?
    /// Where the score rises.
    public let cutPoints: CutPoints
    /// How many had each score; levels that were empty are told by its ``ScoreDistribution/emptyLevels``.
    public let distribution: ScoreDistribution

    /// The scale of these parts, or `nil` unless the distribution has as many levels as the cut points.
    init?(_ dimension: ScoreDimension, rule: CutRule?, cutPoints: CutPoints, distribution: ScoreDistribution) {
        guard distribution.counts.count == cutPoints.levels else { return nil }
        self.dimension = dimension
        self.rule = rule
        self.cutPoints = cutPoints
        self.distribution = distribution
    }

    /// The scale that `rule` makes of `counts`, or `nil` when there is nothing to learn from.
    init?(_ rule: ScoreRule, from counts: ValueCounts) {
        self.dimension = rule.dimension
        switch rule.cuts {
        case .learned(let rule, let levels):
            guard let cutPoints = CutPoints(dividing: counts, into: levels, by: rule) else { return nil }
            self.rule = rule
            self.cutPoints = cutPoints
        case .given(let cutPoints):
            self.rule = nil
            self.cutPoints = cutPoints
        }
        self.distribution = cutPoints.distribution(of: counts)
    }
}

extension DimensionScale {
    /// Returns the score of `value`, one through the levels of ``cutPoints``.
    ///
    /// - Complexity: O(*n*) in the number of cut points, which is four as a rule.
    public func score(of value: Int64) -> Int { cutPoints.score(of: value) }
}

extension DimensionScale: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case dimension = "dimension"
        case rule = "rule"
        case cutPoints = "cutPoints"
        case distribution = "distribution"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        let scale = Self(
            try container.decode(ScoreDimension.self, forKey: .dimension),
            rule: try container.decodeIfPresent(CutRule.self, forKey: .rule),
            cutPoints: try container.decode(CutPoints.self, forKey: .cutPoints),
            distribution: try container.decode(ScoreDistribution.self, forKey: .distribution)
        )
        guard let scale else {
            throw DecodingError.dataCorruptedError(
                forKey: .distribution,
                in: container,
                debugDescription: "a distribution has one level more than there are cut points"
            )
        }
        self = scale
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(dimension, forKey: .dimension)
        try container.encodeIfPresent(rule, forKey: .rule)
        try container.encode(cutPoints, forKey: .cutPoints)
        try container.encode(distribution, forKey: .distribution)
    }
}
