/// How long data of one kind may be kept for one purpose, counted from the day of the event that it is about.
///
/// At the end of a short month the time is over on its last day, so that nothing is kept longer than the rule says.
///
/// - Wire format: `{"keep":"P3Y","kind":"orders","purpose":"marketing"}`.
public struct RetentionRule: Hashable, Sendable {
    /// The kind of data.
    public let kind: DataKind
    /// The purpose, and no other.
    public let purpose: Purpose
    /// How long.
    public let period: Period

    /// Data of `kind` may be kept for `purpose` for so long.
    public init(keep kind: DataKind, for purpose: Purpose, _ period: Period) {
        self.kind = kind
        self.purpose = purpose
        self.period = period
    }

    /// Returns the first day on which data about an event on `day` may no longer be kept, or `nil` beyond the calendar.
    public func end(from day: CalendarDate) -> CalendarDate? { day.adding(period, shortMonth: .lastDay) }
}

extension RetentionRule: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case kind = "kind"
        case purpose = "purpose"
        case period = "keep"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        self.init(
            keep: try container.decode(DataKind.self, forKey: .kind),
            for: try container.decode(Purpose.self, forKey: .purpose),
            try container.decode(Period.self, forKey: .period)
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(kind, forKey: .kind)
        try container.encode(purpose, forKey: .purpose)
        try container.encode(period, forKey: .period)
    }
}
