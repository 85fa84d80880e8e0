/// How recently, how often and for how much a customer bought, each against all others.
///
/// - Range: 1 (lowest) through the number of levels, which is 5 as a rule.
public struct RFMScores: Hashable, Sendable {
    /// How recently: the highest score bought last.
    public let recency: Int
    /// On how many days.
    public let frequency: Int
    /// For how much.
    public let monetary: Int

    /// These scores, each of which must be one or more.
    public init(recency: Int, frequency: Int, monetary: Int) {
        precondition(min(recency, frequency, monetary) > 0, "a score is one or more")
        self.recency = recency
        self.frequency = frequency
        self.monetary = monetary
    }
}

extension RFMScores {
    /// The score on `dimension`, or `nil` when it is none of the three.
    public subscript(dimension: ScoreDimension) -> Int? {
        switch dimension {
        case .recency: recency
        case .frequency: frequency
        case .monetary: monetary
        default: nil
        }
    }

    /// The three scores in one word, such as `545`; with hyphens, as in `12-3-10`, where one has two digits.
    public var cell: String {
        let scores = [recency, frequency, monetary]
        return scores.map(String.init).joined(separator: scores.allSatisfy { $0 < 10 } ? "" : "-")
    }
}
