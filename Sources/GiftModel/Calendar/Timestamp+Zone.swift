extension Timestamp {
    /// The instant at which a clock in `zone` shows `time` on `date`.
    public init(_ date: CalendarDate, at time: TimeOfDay, in zone: FixedZone) {
        let seconds = Int64(date.daysAfterEpoch) * 86_400 + Int64(time.secondsAfterMidnight)
        self.init(milliseconds: (seconds - Int64(zone.offsetSeconds)) * 1000)
    }
}
