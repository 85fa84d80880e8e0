public import GiftModel
public import Segmentation

/// Something that happens outside and concerns some customers, such as a cold snap in one city; the host tells it.
///
/// Days are those of each customer's clocks.
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
