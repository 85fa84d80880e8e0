import GiftNumerics

/// The values at which a score rises by one.
///
/// A value scores one more than the number of cut points below it, so equal values always score alike and the
/// score never falls as the value rises. Where many customers share a value, some scores stay empty.
///
/// - Wire format: a bare array of integers, such as `[1,1,2,3]`.
public struct CutPoints: Hashable, Sendable {
    /// The cut points, never descending.
    public let values: [Int64]

    /// Cut points at `values`, or `nil` when there are none or one is below its predecessor.
    public init?(_ values: [Int64]) {
        guard !values.isEmpty, zip(values, values.dropFirst()).allSatisfy(<=) else { return nil }
        self.values = values
    }

    /// Cut points that divide `sample` into `levels` parts as even as ties allow, or `nil` for an empty sample.
    ///
    /// Each is a value of the sample: the smallest with at least the wanted share at or below it.
    ///
    /// - Parameter levels: How many scores there are to be, at least two.
    /// - Complexity: O(*n* log *n*).
    /// - Source: definition 1 of Hyndman and Fan (1996), <https://doi.org/10.2307/2684934>.
    public init?(dividing sample: [Int64], into levels: Int) {
        precondition(levels > 1, "a score needs at least two levels")
        guard !sample.isEmpty else { return nil }
        self.values = TypeOneQuantiles.cuts(of: sample, levels: levels)
    }
}

extension CutPoints {
    /// How many scores there are.
    public var levels: Int { values.count + 1 }

    /// Returns the score of `value`, 1 through ``levels``.
    ///
    /// - Complexity: O(*n*) in the number of cut points, which is four as a rule.
    public func score(of value: Int64) -> Int { 1 + values.count { value > $0 } }

    /// Returns the least and the greatest value that score `score`, or `nil` when none does.
    ///
    /// A bound is `nil` where there is none. A score stays empty where two cut points are equal, and above a cut
    /// point at `Int64.max`.
    public func range(ofScore score: Int) -> (least: Int64?, greatest: Int64?)? {
        precondition((1...levels).contains(score), "a score is 1 through the number of levels")
        let below = score > 1 ? values[score - 2] : nil
        let greatest = score < levels ? values[score - 1] : nil
        guard below != .max, below == nil || below != greatest else { return nil }
        return (below.map { $0 + 1 }, greatest)
    }
}

extension CutPoints: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let values = try container.decode([Int64].self)
        guard let cutPoints = Self(values) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "cut points are at least one number, never descending"
            )
        }
        self = cutPoints
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(values)
    }
}
