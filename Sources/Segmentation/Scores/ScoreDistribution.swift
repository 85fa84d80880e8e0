/// How many customers have each score.
///
/// - Range: zero or more for every score; a sum beyond 64 bits stays at their greatest number.
/// - Wire format: a bare array, the lowest score first, such as `[1411,0,439,214,293]`.
public struct ScoreDistribution: Hashable, Sendable {
    /// How many have score 1, score 2 and so on.
    public let counts: [Int64]

    /// The distribution of `counts`, or `nil` when there are none or one is below zero.
    public init?(_ counts: [Int64]) {
        guard !counts.isEmpty, counts.allSatisfy({ $0 >= 0 }) else { return nil }
        self.counts = counts
    }
}

extension ScoreDistribution {
    /// How many customers there are in all.
    ///
    /// - Complexity: O(*n*) in the number of scores.
    public var customers: Int64 { customers(atLeast: 1) }

    /// The scores that nobody has, ascending.
    ///
    /// - Complexity: O(*n*) in the number of scores.
    public var emptyLevels: [Int] { counts.indices.filter { counts[$0] == 0 }.map { $0 + 1 } }

    /// Returns how many have `score` or a higher one.
    ///
    /// - Complexity: O(*n*) in the number of scores.
    public func customers(atLeast score: Int) -> Int64 {
        precondition((1...counts.count).contains(score), "a score is 1 through the number of levels")
        return counts[(score - 1)...].reduce(0) { $0.saturatingSum($1) }
    }
}

extension ScoreDistribution: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let distribution = Self(try container.decode([Int64].self)) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "a distribution is at least one number, none below zero"
            )
        }
        self = distribution
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(counts)
    }
}
