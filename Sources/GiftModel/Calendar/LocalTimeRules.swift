/// What a local time means that no clock shows, because the clocks were put forward past it.
///
/// This enum is closed. In New York, 02:30 on 2025-03-09 lies in a gap from 02:00 to 03:00.
public enum GapRule: Hashable, Sendable, CaseIterable {
    /// As long after the gap as the time lies after the gap's start: 02:30 becomes 03:30, as if nobody had touched
    /// the clock yet.
    case shifted
    /// The end of the gap, and so the first instant after every time that was shown: 02:30 becomes 03:00.
    case end
}

/// What a local time means that clocks show twice, because they were put back past it.
///
/// This enum is closed. In New York, 01:30 on 2025-11-02 comes twice, one hour apart. Clocks that were put back twice
/// within a day and a half can show a time more often; then the first and the last count.
public enum OverlapRule: Hashable, Sendable, CaseIterable {
    /// The first instant at which clocks show the time.
    case earlier
    /// The last instant at which clocks show the time.
    case later
}
