/// The time of day in which a customer is not to be disturbed, by the clock where the customer is.
///
/// They may pass midnight: from 22:00 until 08:00 is the night. The first time is quiet and the last is not.
///
/// - Wire format: `{"from":"22:00:00","until":"08:00:00"}`.
public struct QuietHours: Hashable, Sendable {
    /// The first quiet time.
    public let from: TimeOfDay
    /// The first time that is no longer quiet.
    public let until: TimeOfDay

    /// Quiet from `from` until `until`, or `nil` when both are the same, which might mean always or never.
    public init?(from: TimeOfDay, until: TimeOfDay) {
        guard from != until else { return nil }
        self.from = from
        self.until = until
    }

    /// Whether a clock that shows `time` asks for quiet.
    public func contains(_ time: TimeOfDay) -> Bool {
        from < until ? from <= time && time < until : from <= time || time < until
    }
}

extension QuietHours: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case from = "from"
        case until = "until"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        let hours = Self(
            from: try container.decode(TimeOfDay.self, forKey: .from),
            until: try container.decode(TimeOfDay.self, forKey: .until)
        )
        guard let hours else {
            let problem = "quiet hours do not end at the time at which they begin"
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: problem))
        }
        self = hours
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(from, forKey: .from)
        try container.encode(until, forKey: .until)
    }
}
