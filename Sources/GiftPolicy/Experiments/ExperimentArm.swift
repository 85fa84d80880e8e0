public import GiftModel

/// One of the ways in which an experiment treats customers.
///
/// - Wire format: part of an experiment, `{"buckets":[[0,5000]],"id":"mug"}`.
public struct ExperimentArm: Identifiable, Hashable, Sendable {
    /// The name of an arm within its experiment.
    public typealias ID = Identifier<ExperimentArm>

    /// The identity within the experiment.
    public let id: ID
    /// The buckets whose customers it has; none when it is given to nobody.
    public let buckets: [BucketRange]

    /// The arm called `id`, with these buckets.
    public init(_ id: ID, _ buckets: [BucketRange]) {
        self.id = id
        self.buckets = buckets
    }

    /// How many buckets it has.
    public var weight: Int64 { buckets.reduce(0) { $0 + $1.count } }
}

extension ExperimentArm {
    /// What is left without the last `count` buckets, and those.
    func parting(_ count: Int64) -> (kept: [BucketRange], cut: [BucketRange]) {
        var (left, kept, cut): (Int64, [BucketRange], [BucketRange]) = (count, [], [])
        for range in buckets.reversed() {
            let border = range.until - min(left, range.count)
            left -= range.until - border
            if border > range.from { kept.append(BucketRange(from: range.from, until: border)) }
            if border < range.until { cut.append(BucketRange(from: border, until: range.until)) }
        }
        return (kept.reversed(), cut)
    }
}

extension ExperimentArm: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case id = "id"
        case buckets = "buckets"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let id = object.read(ID.self, .id)
        let buckets = object.read([BucketRange].self, .buckets)
        guard let id, let buckets else { throw object.failure }
        self.init(id, buckets)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(buckets, forKey: .buckets)
    }
}
