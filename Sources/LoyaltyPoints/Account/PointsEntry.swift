public import GiftModel

/// One line of an account's history: what changed, when it was recorded, and for which request.
///
/// - Wire format: `{"change":{"earned":100},"key":"…32 digits…","recordedAt":0,"sequence":1,"v":1}`.
public struct PointsEntry: RecordedEntry {
    /// The entries of one customer's account make up a stream.
    public typealias Subject = Customer

    public let sequence: Int64
    public let recordedAt: Timestamp
    public let key: RequestKey
    /// What changed.
    public let change: Change

    /// What an entry changes.
    @nonexhaustive
    public enum Change: Hashable, Sendable {
        /// This many points became available.
        case earned(Points)
    }
}

extension PointsEntry: Codable {
    private enum CodingKeys: String, CodingKey {
        case formatVersion = "v"
        case sequence = "sequence"
        case recordedAt = "recordedAt"
        case key = "key"
        case change = "change"
    }

    private enum ChangeKeys: String, CodingKey {
        case earned = "earned"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try container.requireVersion(1, of: "an entry", forKey: .formatVersion)
        self.sequence = try container.decode(Int64.self, forKey: .sequence)
        self.recordedAt = try container.decode(Timestamp.self, forKey: .recordedAt)
        self.key = try container.decode(RequestKey.self, forKey: .key)
        let change = try container.nestedContainer(keyedBy: ChangeKeys.self, forKey: .change)
        self.change = .earned(try change.decode(Points.self, forKey: .earned))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(1, forKey: .formatVersion)
        try container.encode(sequence, forKey: .sequence)
        try container.encode(recordedAt, forKey: .recordedAt)
        try container.encode(key, forKey: .key)
        var change = container.nestedContainer(keyedBy: ChangeKeys.self, forKey: .change)
        switch self.change {
        case .earned(let points): try change.encode(points, forKey: .earned)
        }
    }
}
