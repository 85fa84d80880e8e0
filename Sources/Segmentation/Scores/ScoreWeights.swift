import GiftModel

/// How much each dimension counts in a combined score.
///
/// ```swift
/// let weights: ScoreWeights = [.recency: 100, .frequency: 10, .monetary: 1]
/// weights.composite(of: scores)?.total   // 545
/// ```
///
/// - Range: 1 through 1,000,000 for each of one or more dimensions.
/// - Wire format: `{"weights":{"frequency":10,"monetary":1,"recency":100}}`.
public struct ScoreWeights: Hashable, Sendable {
    private let weights: [ScoreDimension: Int64]

    private static let range: ClosedRange<Int64> = 1...1_000_000

    /// These weights, or `nil` when there are none or one is out of range.
    public init?(_ weights: [ScoreDimension: Int64]) {
        guard !weights.isEmpty, weights.values.allSatisfy(Self.range.contains) else { return nil }
        self.weights = weights
    }
}

extension ScoreWeights {
    /// The weight of `dimension`, or `nil` when it does not count.
    public subscript(dimension: ScoreDimension) -> Int64? { weights[dimension] }

    /// Returns the combined score of a customer with `scores`, or `nil` when a score that counts is not known.
    ///
    /// - Parameter further: Scores on dimensions other than recency, frequency and monetary value.
    /// - Complexity: O(*n* log *n*) in the number of dimensions.
    public func composite(of scores: RFMScores, further: [ScoreDimension: Int] = [:]) -> CompositeScore? {
        let parts = weights.compactMap { dimension, weight in
            (scores[dimension] ?? further[dimension])
                .map { CompositeScore.Part(dimension: dimension, score: $0, weight: weight) }
        }
        guard parts.count == weights.count else { return nil }
        return CompositeScore(parts: parts.sorted { $0.dimension.isTold(before: $1.dimension) })
    }
}

extension ScoreWeights: ExpressibleByDictionaryLiteral {
    /// The weights as they are written; traps when there are none, one is out of range or a dimension comes twice.
    public init(dictionaryLiteral elements: (ScoreDimension, Int64)...) {
        guard let weights = Self(Dictionary(uniqueKeysWithValues: elements)) else {
            preconditionFailure("weights are 1 through 1,000,000, for one dimension or more")
        }
        self = weights
    }
}

extension ScoreWeights: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case weights = "weights"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let weights = object.readMap(by: Identifier<ScoreDimension>.self, in: Self.range, .weights)
        guard let weights else { throw object.failure }
        self.weights = Dictionary(uniqueKeysWithValues: weights.map { (ScoreDimension($0), $1) })
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        let named = Dictionary(uniqueKeysWithValues: weights.map { ($0.name, $1) })
        try container.encode(named, forKey: .weights)
    }
}
