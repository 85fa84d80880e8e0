/// The values at which a score rises by one.
///
/// A value scores one more than the number of cut points below it, so equal values always score alike and the
/// score never falls as the value rises. Where many customers share a value, some scores stay empty. Without any cut
/// point there is one score for all.
///
/// - Wire format: a bare array of integers, such as `[1,1,2,3]`.
public struct CutPoints: Hashable, Sendable {
    /// The cut points, never descending.
    public let values: [Int64]

    /// Cut points at `values`, or `nil` when one is below its predecessor.
    public init?(_ values: [Int64]) {
        guard zip(values, values.dropFirst()).allSatisfy(<=) else { return nil }
        self.values = values
    }

    /// Cut points on the recency of customers, of whom those who bought within the fewest days score highest.
    ///
    /// Recency counts days below zero: `[30, 60, 120, 180]` gives a 5 to who bought 30 days ago, a 4 after 31 days.
    ///
    /// - Returns: `nil` when there are no days, or they are below zero or descend.
    public init?(withinDays days: [Int32]) {
        guard !days.isEmpty, days.allSatisfy({ $0 >= 0 }) else { return nil }
        self.init(days.reversed().map { -Int64($0) - 1 })
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
                debugDescription: "cut points never descend"
            )
        }
        self = cutPoints
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(values)
    }
}
