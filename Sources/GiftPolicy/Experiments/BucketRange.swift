import GiftModel

/// Some of the 10,000 buckets into which customers are drawn, from one until another.
///
/// - Wire format: `[0,5000]`, the second one excluded.
public struct BucketRange: Hashable, Sendable {
    /// The first bucket.
    public let from: Int64
    /// The bucket after the last one.
    public let until: Int64

    /// The buckets from `from` until `until`, which may be none; a policy refuses what is no range.
    public init(from: Int64, until: Int64) {
        self.from = from
        self.until = until
    }
}

extension BucketRange {
    /// How many buckets there are.
    static let all: Int64 = 10_000

    /// How many it holds of those there are.
    var count: Int64 { max(0, min(until, Self.all) - max(from, 0)) }

    func contains(_ bucket: Int64) -> Bool { from <= bucket && bucket < until }

    /// Returns `ranges` in order, those that touch as one.
    static func joined(_ ranges: [BucketRange]) -> [BucketRange] {
        var joined: [BucketRange] = []
        for range in ranges.filter({ $0.count > 0 }).sorted(by: { $0.from < $1.from }) {
            if let last = joined.last, last.until == range.from {
                joined[joined.count - 1] = BucketRange(from: last.from, until: range.until)
            } else {
                joined.append(range)
            }
        }
        return joined
    }
}

extension BucketRange: Codable {
    public init(from decoder: any Decoder) throws {
        let ends = try decoder.singleValueContainer().decode([Int64].self)
        self = try decoder.whole(
            ends.count == 2 ? BucketRange(from: ends[0], until: ends[1]) : nil,
            isNot: "a first bucket and the one after the last"
        )
    }

    public func encode(to encoder: any Encoder) throws { try [from, until].encode(to: encoder) }
}
