/// A value from the host's world, such as a price index or a storm, with its source and the days for which it stands.
///
/// Nothing is known for ever: whoever reports a fact says until when it may be used.
///
/// - Wire format: `{"from":"2026-01-01","source":"statistics-office","until":"2026-02-01","value":{"ratio":"516/5"}}`,
///   with `"reportedOn"` where that day is known.
public struct HostFact: Hashable, Sendable {
    /// An office, a service or a person who reports facts.
    public enum Source {}

    /// The value, with its unit.
    public let value: FactValue
    /// Who reported it.
    public let source: Identifier<Source>
    /// The first day for which it stands.
    public let from: CalendarDate
    /// The first day for which it no longer stands.
    public let until: CalendarDate
    /// The day on which it was reported, or `nil` when that is not known.
    public let reportedOn: CalendarDate?

    /// A fact for the days from `from` until `until`, or `nil` when that is not one day.
    public init?(
        _ value: FactValue,
        by source: Identifier<Source>,
        from: CalendarDate,
        until: CalendarDate,
        reportedOn: CalendarDate? = nil
    ) {
        guard from < until else { return nil }
        self.value = value
        self.source = source
        self.from = from
        self.until = until
        self.reportedOn = reportedOn
    }

    /// Whether it stands for `day`.
    public func contains(_ day: CalendarDate) -> Bool { from <= day && day < until }
}

/// By the first day, then by the bytes of the source, the last day, the day of the report and the bytes of the value.
extension HostFact: Comparable {
    public static func < (left: Self, right: Self) -> Bool {
        if left.from != right.from { return left.from < right.from }
        if left.source != right.source { return left.source < right.source }
        if left.until != right.until { return left.until < right.until }
        if left.reportedOn != right.reportedOn { return left.isReported(before: right) }
        return CanonicalForm.text(of: left.value).utf8
            .lexicographicallyPrecedes(
                CanonicalForm.text(of: right.value).utf8
            )
    }

    /// Whether it was reported on an earlier day; one that does not say when comes before all that do.
    func isReported(before other: Self) -> Bool {
        guard let later = other.reportedOn else { return false }
        return reportedOn.map { $0 < later } ?? true
    }
}

extension HostFact: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case value = "value"
        case source = "source"
        case from = "from"
        case until = "until"
        case reportedOn = "reportedOn"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        let fact = Self(
            try container.decode(FactValue.self, forKey: .value),
            by: try container.decode(Identifier<Source>.self, forKey: .source),
            from: try container.decode(CalendarDate.self, forKey: .from),
            until: try container.decode(CalendarDate.self, forKey: .until),
            reportedOn: try container.decodeIfPresent(CalendarDate.self, forKey: .reportedOn)
        )
        guard let fact else {
            let problem = "a fact of the host's stands for one day or more"
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: problem))
        }
        self = fact
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(value, forKey: .value)
        try container.encode(source, forKey: .source)
        try container.encode(from, forKey: .from)
        try container.encode(until, forKey: .until)
        try container.encodeIfPresent(reportedOn, forKey: .reportedOn)
    }
}
