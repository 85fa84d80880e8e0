public import GiftModel

/// What holds for all customers at the instant of a decision.
public struct Circumstances: Hashable, Sendable {
    /// The instant.
    public let now: Timestamp
    /// The gifts that there are.
    public internal(set) var catalog: Catalog
    /// The zones in which customers live.
    public let zones: [ZoneTable.ID: ZoneTable]
    /// The rates at which amounts in other currencies are compared, each with the day on which it was set.
    public var rates: [DatedRate] = []
    /// The days on which people work, or `nil` when they are not known.
    public var workCalendar: WorkCalendar?
    /// What was started, paused and stopped of the policy.
    public var switches = RuleSwitches()
    /// What happens outside, in any order: that which is on and that which is foreseen.
    public var events: [OutsideEvent] = []

    /// A rate, with the day on which it was set.
    ///
    /// - Wire format: `{"rate":{…},"setOn":"2026-06-30"}`.
    public struct DatedRate: Hashable, Sendable {
        /// The rate.
        public let rate: ExchangeRate
        /// The day on which it was set.
        public let setOn: CalendarDate

        /// `rate` as it was set on `day`.
        public init(_ rate: ExchangeRate, setOn day: CalendarDate) {
            self.rate = rate
            self.setOn = day
        }
    }

    /// What holds at `now`, with the gifts of `catalog`, for customers who live in `zones`.
    ///
    /// - Complexity: O(*n*) in the zones; of two with one name the first counts.
    public init(at now: Timestamp, giving catalog: Catalog, in zones: some Sequence<ZoneTable>) {
        self.now = now
        self.catalog = catalog
        self.zones = Dictionary(zones.map { ($0.id, $0) }) { first, _ in first }
    }
}

extension Circumstances.DatedRate: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case rate = "rate"
        case setOn = "setOn"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        self.init(
            try container.decode(ExchangeRate.self, forKey: .rate),
            setOn: try container.decode(CalendarDate.self, forKey: .setOn)
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(rate, forKey: .rate)
        try container.encode(setOn, forKey: .setOn)
    }
}
