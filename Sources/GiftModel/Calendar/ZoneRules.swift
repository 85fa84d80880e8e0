/// The rules of a place for telling the local time of an instant, given by the host.
///
/// The library keeps no table of time zones: rules change by decree, and a host has its own source of them. A host
/// answers two questions. The first alone would tell the time but not find it: which instants show a local time
/// depends on when exactly clocks are changed, and no search by samples is sure to meet every change.
public protocol ZoneRules: Sendable {
    /// Returns how many seconds local clocks are ahead of UTC at `instant`, -64,800 through 64,800.
    func offsetSeconds(at instant: Timestamp) -> Int

    /// Returns the first instant after `start` and before `end` at which the offset is another than just before it.
    ///
    /// A change of name or of "summer time" that leaves the offset as it was is no transition.
    ///
    /// - Returns: the instant, or `nil` when the offset stays the same. One that is not after `start` traps the caller,
    ///   which would never come to an end.
    func firstTransition(after start: Timestamp, until end: Timestamp) -> Timestamp?
}

extension ZoneRules {
    /// Returns the local day on which `instant` falls, or `nil` when it lies outside the calendar.
    public func date(of instant: Timestamp) -> CalendarDate? { local(at: instant)?.date }

    /// Returns what local clocks show at `instant`, in full seconds, or `nil` when it lies outside the calendar.
    public func time(of instant: Timestamp) -> TimeOfDay? {
        guard let local = local(at: instant), local.date != nil else { return nil }
        return local.time
    }

    private func local(at instant: Timestamp) -> LocalTime? {
        LocalTime(at: instant, offsetSeconds: offsetSeconds(at: instant))
    }
}
