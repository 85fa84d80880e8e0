public import GiftModel

/// An instant, with the local day on which it falls where the customer is.
///
/// - Wire format: `{"at":0,"day":"1970-01-01"}`.
public struct Moment: Hashable, Comparable, Sendable {
    /// The instant.
    public let instant: Timestamp
    /// The local day.
    public let day: CalendarDate

    /// `instant`, which falls on `day`.
    public init(_ instant: Timestamp, on day: CalendarDate) {
        self.instant = instant
        self.day = day
    }

    public static func < (left: Self, right: Self) -> Bool {
        left.instant == right.instant ? left.day < right.day : left.instant < right.instant
    }
}

extension Moment: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case instant = "at"
        case day = "day"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        self.init(
            try container.decode(Timestamp.self, forKey: .instant),
            on: try container.decode(CalendarDate.self, forKey: .day)
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(instant, forKey: .instant)
        try container.encode(day, forKey: .day)
    }
}
