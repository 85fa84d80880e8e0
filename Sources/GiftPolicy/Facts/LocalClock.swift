public import GiftModel

/// The clock of one customer at the instant of a decision.
///
/// Days are worked out by the rules of the customer's zone, or else by those of the policy's.
public struct LocalClock: Hashable, Sendable {
    /// The instant of the decision, on the customer's day.
    public let now: Moment
    /// The rules by which the customer's clocks run.
    public let zone: ZoneTable

    /// The clock that runs by `zone` and shows `instant`, or `nil` when that lies outside the calendar.
    public init?(at instant: Timestamp, in zone: ZoneTable) {
        guard let day = zone.date(of: instant) else { return nil }
        self.now = Moment(instant, on: day)
        self.zone = zone
    }
}

extension LocalClock {
    /// The customer's day.
    public var today: CalendarDate { now.day }

    /// Returns `instant` with its local day, or `nil` when it lies outside the calendar.
    public func moment(at instant: Timestamp) -> Moment? { zone.date(of: instant).map { Moment(instant, on: $0) } }

    /// Returns the first instant of `day`; of a day that the place skipped, that of the day after.
    public func start(of day: CalendarDate) -> Moment { Moment(zone.instants(of: day).lowerBound, on: day) }
}
