/// One way by which a gift can be delivered, how long it takes and where it leads.
///
/// - Wire format: `{"channel":"courier","countries":["CN"],"days":2}`, `{"channel":"pickup","days":0,"pickupDays":14}`.
public struct DeliveryOption: Hashable, Sendable {
    /// The way.
    public let channel: DeliveryChannel
    /// How many days pass from dispatch to arrival, zero through 365.
    public let days: Int64
    /// For how many days it lies ready after its arrival, 1 through 365, or `nil` when it need not be fetched.
    public let pickupDays: Int64?
    /// The countries to which it leads; empty means every country.
    public let countries: Set<CountryCode>

    /// A way of `days`, or `nil` when a number lies outside its range or what is not fetched lies ready.
    public init?(
        _ channel: DeliveryChannel,
        days: Int64,
        pickupDays: Int64? = nil,
        to countries: Set<CountryCode> = []
    ) {
        guard Self.dayRange.contains(days), pickupDays.map(Self.pickupRange.contains) ?? true else { return nil }
        guard pickupDays == nil || channel == .pickup || channel == .contactless else { return nil }
        self.channel = channel
        self.days = days
        self.pickupDays = pickupDays
        self.countries = countries
    }

    static let dayRange: ClosedRange<Int64> = 0...365
    static let pickupRange: ClosedRange<Int64> = 1...365
}

extension DeliveryOption {
    /// Returns the first day on which it cannot be fetched any more, or `nil` when it need not be fetched.
    public func pickupUntil(arriving day: CalendarDate) -> CalendarDate? {
        pickupDays.flatMap { day.adding(days: Int($0)) }
    }
}

extension DeliveryOption: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case channel = "channel"
        case days = "days"
        case pickupDays = "pickupDays"
        case countries = "countries"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let channel = object.read(DeliveryChannel.self, .channel)
        let days = object.read(in: Self.dayRange, .days)
        let pickupDays = object.readIfPresent(in: Self.pickupRange, .pickupDays)
        let countries = object.readSet(of: CountryCode.self, .countries)
        guard let channel, let days, let pickupDays, let countries else { throw object.failure }
        guard let option = Self(channel, days: days, pickupDays: pickupDays, to: countries) else {
            throw DocumentProblem.impossible("what comes by `\(channel.rawValue)` does not lie ready to be fetched")
                .error(at: decoder.codingPath)
        }
        self = option
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(channel, forKey: .channel)
        try container.encode(days, forKey: .days)
        try container.encodeIfPresent(pickupDays, forKey: .pickupDays)
        if !countries.isEmpty { try container.encode(countries.sorted(), forKey: .countries) }
    }
}
