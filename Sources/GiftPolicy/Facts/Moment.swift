public import GiftModel

/// An instant, with the local day on which it falls where the customer is.
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
