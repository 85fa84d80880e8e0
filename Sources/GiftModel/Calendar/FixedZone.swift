/// A zone whose clocks keep the same distance from UTC all year.
public struct FixedZone: Hashable, Sendable {
    /// How many seconds its clocks are ahead of UTC.
    public let offsetSeconds: Int

    /// Clocks `offsetSeconds` ahead of UTC, or `nil` when that is more than 18 hours.
    public init?(offsetSeconds: Int) {
        guard (-Self.greatestOffsetSeconds...Self.greatestOffsetSeconds).contains(offsetSeconds) else { return nil }
        self.offsetSeconds = offsetSeconds
    }

    private init(hours: Int) { self.offsetSeconds = hours * 3600 }

    /// Coordinated universal time.
    public static let utc = FixedZone(hours: 0)

    /// 18 hours: no place was ever further than 16 hours from UTC.
    ///
    /// - Source: `java.time.ZoneOffset` and XML Schema, which allow 18 and 14 hours.
    static let greatestOffsetSeconds = 64_800
}

extension FixedZone: ZoneRules {
    public func offsetSeconds(at instant: Timestamp) -> Int { offsetSeconds }

    public func firstTransition(after start: Timestamp, until end: Timestamp) -> Timestamp? { nil }
}
