public import GiftModel

/// One line of a membership's history: what changed, when it was recorded, and for which request.
///
/// - Wire format: `{"change":{…},"key":"…","knownOn":"2026-10-01","recordedAt":0,"sequence":4,"v":1}`.
public struct TierEntry: RecordedEntry {
    /// The entries of one customer make up a stream.
    public typealias Subject = Customer

    public let sequence: Int64
    public let recordedAt: Timestamp
    public let key: RequestKey
    /// The day of the facts from which the change follows, or of the change when it was made by hand.
    public let knownOn: CalendarDate
    /// What changed.
    public let change: TierChange
}

extension TierEntry: Codable {
    private enum CodingKeys: String, CodingKey {
        case formatVersion = "v"
        case sequence = "sequence"
        case recordedAt = "recordedAt"
        case key = "key"
        case knownOn = "knownOn"
        case change = "change"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try container.requireVersion(1, of: "a tier entry", forKey: .formatVersion)
        self.sequence = try container.decode(Int64.self, forKey: .sequence)
        self.recordedAt = try container.decode(Timestamp.self, forKey: .recordedAt)
        self.key = try container.decode(RequestKey.self, forKey: .key)
        self.knownOn = try container.decode(CalendarDate.self, forKey: .knownOn)
        self.change = try container.decode(TierChange.self, forKey: .change)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(1, forKey: .formatVersion)
        try container.encode(sequence, forKey: .sequence)
        try container.encode(recordedAt, forKey: .recordedAt)
        try container.encode(key, forKey: .key)
        try container.encode(knownOn, forKey: .knownOn)
        try container.encode(change, forKey: .change)
    }
}
