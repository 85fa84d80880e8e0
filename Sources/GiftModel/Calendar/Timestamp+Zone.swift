extension Timestamp {
    /// The instant at which a clock in `zone` shows `time` on `date`.
    ///
    /// In a zone whose clocks are changed, ask ``ZoneRules/instant(of:at:gap:overlap:)``.
    public init(_ date: CalendarDate, at time: TimeOfDay, in zone: FixedZone) {
        self = LocalTime(date, at: time).instant(offsetSeconds: zone.offsetSeconds)
    }
}
