import GiftModel

/// How many gifts a customer may receive in a rolling number of days, over all rules.
///
/// A gift counts on the day for which it is planned and on the ``days`` − 1 days before and after it: with one
/// gift in 30 days, the thirtieth day later is free again, and a gift that is planned ahead counts too.
///
/// - Wire format: `{"days":30,"gifts":1}`.
public struct FrequencyCap: Hashable, Sendable {
    /// The most gifts, at least one.
    public let gifts: Int64
    /// The length of the window in days, at least one.
    public let days: Int64

    /// At most `gifts` in any `days` days.
    public init(gifts: Int64, inDays days: Int64) {
        self.gifts = gifts
        self.days = days
    }
}

extension FrequencyCap {
    /// Returns the days of those `grants` that count on `day`, ascending.
    func counted(_ grants: [GrantTerms], on day: CalendarDate) -> [CalendarDate] {
        grants.map(\.plannedFor).filter { abs(Int64($0.days(until: day))) < days }.sorted()
    }
}

extension FrequencyCap: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case gifts = "gifts"
        case days = "days"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let gifts = object.read(Int64.self, .gifts)
        let days = object.read(Int64.self, .days)
        guard let gifts, let days else { throw object.failure }
        self.init(gifts: gifts, inDays: days)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(gifts, forKey: .gifts)
        try container.encode(days, forKey: .days)
    }
}
