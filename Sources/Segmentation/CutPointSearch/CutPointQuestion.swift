import GiftModel
import GiftNumerics

/// What a search for cut points wants to know of every part: how many values lie where in some ranges.
///
/// - Wire format: an object with `"v":1` and `ranges`, an array of pairs of the least and the greatest value, such as
///   `{"ranges":[[1024,1039],[8192,8199]],"v":1}`; a reader refuses any other version.
public struct CutPointQuestion: Hashable, Sendable {
    let ranges: [ValueBuckets]

    init(_ ranges: [ValueBuckets]) { self.ranges = ranges }
}

extension CutPointQuestion: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case formatVersion = "v"
        case ranges = "ranges"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        try container.requireVersion(1, of: "a question for counts", forKey: .formatVersion)
        let pairs = try container.decode([[Int64]].self, forKey: .ranges)
        // Counts take up to 4,096 numbers for each range, whatever little was counted.
        let isSound =
            pairs.count < RankSearch.levelRange.upperBound && pairs.allSatisfy { $0.count == 2 && $0[0] <= $0[1] }
        guard isSound, !pairs.isEmpty, zip(pairs, pairs.dropFirst()).allSatisfy({ $0[1] < $1[0] }) else {
            throw DecodingError.dataCorruptedError(
                forKey: .ranges,
                in: container,
                debugDescription: "ranges are up to 999 pairs of the least and the greatest value, and ascend"
            )
        }
        self.ranges = pairs.map { ValueBuckets(from: $0[0], through: $0[1]) }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(1, forKey: .formatVersion)
        try container.encode(ranges.map { [$0.least, $0.greatest] }, forKey: .ranges)
    }
}
