/// A zone whose clocks keep the same distance from UTC all year.
public struct FixedZone: Hashable, Sendable {
    /// How many seconds its clocks are ahead of UTC.
    public let offsetSeconds: Int

    /// Clocks `offsetSeconds` ahead of UTC, or `nil` when that is more than 18 hours.
    public init?(offsetSeconds: Int) {
        guard (-64_800...64_800).contains(offsetSeconds) else { return nil }
        self.offsetSeconds = offsetSeconds
    }

    private init(hours: Int) { self.offsetSeconds = hours * 3600 }

    /// Coordinated universal time.
    public static let utc = FixedZone(hours: 0)
}

extension FixedZone: ZoneRules {
    public func offsetSeconds(at instant: Timestamp) -> Int { offsetSeconds }
}
