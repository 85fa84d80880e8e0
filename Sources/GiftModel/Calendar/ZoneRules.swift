/// The rules of a place for telling the local time of an instant, given by the host.
///
/// The library keeps no table of time zones: rules change by decree, and a host has its own source of them.
public protocol ZoneRules: Sendable {
    /// Returns how many seconds local clocks are ahead of UTC at `instant`, -64,800 through 64,800.
    func offsetSeconds(at instant: Timestamp) -> Int
}

extension ZoneRules {
    /// Returns the local day on which `instant` falls, or `nil` when it lies outside the calendar.
    public func date(of instant: Timestamp) -> CalendarDate? {
        let offset = Int64(offsetSeconds(at: instant)) * 1000
        let (local, overflow) = instant.milliseconds.addingReportingOverflow(offset)
        guard !overflow else { return nil }
        let days = local / 86_400_000 - (local % 86_400_000 < 0 ? 1 : 0)
        return Int(exactly: days).flatMap(CalendarDate.init(daysAfterEpoch:))
    }
}
