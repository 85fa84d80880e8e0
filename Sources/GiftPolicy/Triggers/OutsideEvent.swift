public import GiftModel
public import Segmentation

/// Something that happens outside and concerns some customers, such as a cold snap in one city; the host tells it.
///
/// Days are those of each customer's clocks.
///
/// - Wire format: `{"from":"2026-06-30","id":"e-1","kind":"storm","name":{…},"through":"2026-07-02"}`, with `country`
///   where it concerns those who live there, or with `label` and `value`.
public struct OutsideEvent: Identifiable, Hashable, Sendable {
    /// The name of an event, by which its gifts are told from those of others of its kind.
    public typealias ID = Identifier<OutsideEvent>

    /// The name of the event.
    public let id: ID
    /// What sort of event it is.
    public let kind: Kind
    /// What people call it.
    public let title: LocalizedText
    /// The days on which it happens.
    public let days: ClosedRange<CalendarDate>
    /// Whom it concerns.
    public let audience: Audience

    /// What sort of event it is, by which policies speak of it.
    ///
    /// - Wire format: a bare string, such as `"coldSnap"`.
    public struct Kind: OpenWord {
        public let name: Identifier<Kind>

        public init(_ name: Identifier<Kind>) { self.name = name }

        /// It becomes hot.
        public static let heatWave: Kind = "heatWave"
        /// It becomes cold.
        public static let coldSnap: Kind = "coldSnap"
        /// Wind and rain, or snow.
        public static let storm: Kind = "storm"

        /// The kind in words; one of the host's own is shown by its name.
        public var title: LocalizedText {
            switch self {
            case .heatWave: LocalizedText(english: "heat wave", chinese: "高温")
            case .coldSnap: LocalizedText(english: "cold snap", chinese: "寒潮")
            case .storm: LocalizedText(english: "storm", chinese: "暴风雨雪")
            default: LocalizedText(english: name.text, chinese: name.text)
            }
        }
    }

    /// Whom an event concerns.
    @nonexhaustive
    public enum Audience: Hashable, Sendable {
        /// Everybody.
        case everybody
        /// Those who live in this country.
        case country(CountryCode)
        /// Those to whom the host's label gives this value on the day asked about, such as a city.
        case label(Identifier<Label>, SegmentValue)
    }

    /// An event of `kind` on those days.
    public init(
        _ id: ID,
        _ kind: Kind,
        title: LocalizedText,
        on days: ClosedRange<CalendarDate>,
        for audience: Audience = .everybody
    ) {
        self.id = id
        self.kind = kind
        self.title = title
        self.days = days
        self.audience = audience
    }
}

extension OutsideEvent: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case id = "id"
        case kind = "kind"
        case title = "name"
        case from = "from"
        case through = "through"
        case country = "country"
        case label = "label"
        case value = "value"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        let from = try container.decode(CalendarDate.self, forKey: .from)
        let through = try container.decode(CalendarDate.self, forKey: .through)
        let country = try container.decodeIfPresent(CountryCode.self, forKey: .country)
        let label = try container.decodeIfPresent(Identifier<Label>.self, forKey: .label)
        let value = try container.decodeIfPresent(SegmentValue.self, forKey: .value)
        let audience: Audience? =
            switch (country, label, value) {
            case (nil, nil, nil): .everybody
            case (let country?, nil, nil): .country(country)
            case (nil, let label?, let value?): .label(label, value)
            default: nil
            }
        guard let audience, from <= through else {
            let problem = "an event ends on its first day or later, and concerns a country or a label's value"
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: problem))
        }
        self.init(
            try container.decode(ID.self, forKey: .id),
            try container.decode(Kind.self, forKey: .kind),
            title: try container.decode(LocalizedText.self, forKey: .title),
            on: from...through,
            for: audience
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(kind, forKey: .kind)
        try container.encode(title, forKey: .title)
        try container.encode(days.lowerBound, forKey: .from)
        try container.encode(days.upperBound, forKey: .through)
        switch audience {
        case .everybody: break
        case .country(let country): try container.encode(country, forKey: .country)
        case .label(let label, let value):
            try container.encode(label, forKey: .label)
            try container.encode(value, forKey: .value)
        }
    }
}
