public import GiftModel

/// A stage as it was assessed on a day, in the size that is stored: from here a later assessment goes on.
///
/// - Wire format: `{"asOf":"2026-03-31","since":"2026-02-01","stage":"dormant","v":1}`, without `since` and `stage`
///   where they are not known.
public struct StageMark: Hashable, Sendable {
    /// The day as of which it stood.
    public let asOf: CalendarDate
    /// The stage, or `nil` when too little was known to tell.
    public let stage: Stage?
    /// Since when it had been so, or `nil` for a prospect: what does not stand counts as never bought.
    public let since: CalendarDate?

    init(asOf: CalendarDate, stage: Stage?, since: CalendarDate?) {
        (self.asOf, self.stage, self.since) = (asOf, stage, since)
    }
}

extension StageMark: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case version = "v"
        case asOf = "asOf"
        case stage = "stage"
        case since = "since"
    }

    private static let version: Int64 = 1

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        try container.requireVersion(Self.version, of: "a stage", forKey: .version)
        let asOf = try container.decode(CalendarDate.self, forKey: .asOf)
        let stage = try container.decodeIfPresent(Stage.self, forKey: .stage)
        let since = try container.decodeIfPresent(CalendarDate.self, forKey: .since)
        let isWhole = since.map { $0 <= asOf && stage != .prospect } ?? (stage == .prospect)
        self = try decoder.whole(
            isWhole ? Self(asOf: asOf, stage: stage, since: since) : nil,
            isNot: "a stage that began by the day asked about, or a prospect without a beginning"
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(Self.version, forKey: .version)
        try container.encode(asOf, forKey: .asOf)
        try container.encodeIfPresent(stage, forKey: .stage)
        try container.encodeIfPresent(since, forKey: .since)
    }
}
