/// What the calendar and the clock of some place show together, counted as though that place were at UTC.
struct LocalTime: Hashable {
    let milliseconds: Int64

    init(_ date: CalendarDate, at time: TimeOfDay) {
        self.milliseconds = (Int64(date.daysAfterEpoch) * 86_400 + Int64(time.secondsAfterMidnight)) * 1000
    }

    /// Midnight at the end of a day: of the last day of the calendar too, after which no day begins.
    init(endOf date: CalendarDate) {
        self.milliseconds = Int64(date.daysAfterEpoch + 1) * 86_400_000
    }

    /// What clocks that far ahead of UTC show at `instant`, or `nil` when they would have to count too far.
    init?(at instant: Timestamp, offsetSeconds: Int) {
        let (sum, overflow) = instant.milliseconds.addingReportingOverflow(Int64(offsetSeconds) * 1000)
        guard !overflow else { return nil }
        self.milliseconds = sum
    }

    /// The day, or `nil` outside the calendar.
    var date: CalendarDate? {
        let days = milliseconds / 86_400_000 - (milliseconds % 86_400_000 < 0 ? 1 : 0)
        return Int(exactly: days).flatMap(CalendarDate.init(daysAfterEpoch:))
    }

    /// The time of day, without the fraction of a second.
    var time: TimeOfDay? {
        let rest = milliseconds % 86_400_000
        return TimeOfDay(secondsAfterMidnight: Int((rest < 0 ? rest + 86_400_000 : rest) / 1000))
    }

    /// The instant at which clocks that far ahead of UTC show this.
    func instant(offsetSeconds: Int) -> Timestamp {
        Timestamp(milliseconds: milliseconds - Int64(offsetSeconds) * 1000)
    }
}
