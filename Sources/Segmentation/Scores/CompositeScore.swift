public import GiftModel

/// Scores on several dimensions added up into one, each times its weight.
///
/// The contributions sum to the total exactly.
public struct CompositeScore: Hashable, Sendable {
    /// What each dimension adds: recency, frequency and monetary value, then the others by name.
    public let parts: [Part]

    /// What one dimension adds.
    public struct Part: Hashable, Sendable {
        /// The dimension.
        public let dimension: ScoreDimension
        /// The customer's score on it.
        public let score: Int
        /// How much one step of that score counts.
        public let weight: Int64

        /// What it adds to the total.
        public var contribution: Int64 { weight * Int64(score) }
    }
}

extension CompositeScore {
    /// The sum of all contributions.
    ///
    /// - Complexity: O(*n*) in the number of dimensions.
    public var total: Int64 { parts.reduce(0) { $0 + $1.contribution } }

    /// Why the total is what it is: a reason for each contribution, with a fact of that name.
    ///
    /// - Complexity: O(*n*) in the number of dimensions.
    public var reasons: [Reason] {
        parts.map { part in
            Reason(
                ScoreReason.scoreContribution,
                Fact("dimension", .name(part.dimension.title)),
                Fact("contribution", .number(part.contribution)),
                Fact("score", .number(Int64(part.score))),
                Fact("weight", .number(part.weight))
            )
        }
    }
}
