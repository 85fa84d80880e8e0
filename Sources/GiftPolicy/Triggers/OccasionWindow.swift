public import GiftModel

/// One time at which an occasion comes round for a customer, and when its gift may be given.
public struct OccasionWindow: Hashable, Sendable {
    /// What tells this coming-round from the others, such as `birthday/2026`.
    public let term: Identifier<Occurrence>
    /// The day of the occasion itself, which may lie outside of ``days``.
    public let day: CalendarDate
    /// The local days on which its gift may be given.
    public let days: ClosedRange<CalendarDate>
    /// The same days as instants where the customer is.
    public let instants: Range<Timestamp>
    /// Whether the lunar calendar may still move the day by one.
    public let isProvisional: Bool

    /// The window of `dates` where clocks run by `zone`.
    ///
    /// Days that the place skipped, all of them, are observed on the next day that exists.
    init(_ dates: OccasionDates, in zone: some ZoneRules) {
        var days = dates.days
        var instants = zone.instants(of: days)
        while instants.isEmpty, let next = days.upperBound.adding(days: 1) {
            days = days.lowerBound...next
            instants = zone.instants(of: days)
        }
        self.term = dates.term
        self.day = dates.day
        self.days = days
        self.instants = instants
        self.isProvisional = dates.isProvisional
    }
}

/// One time at which an occasion comes round, wherever the customer is.
struct OccasionDates {
    let term: Identifier<Occurrence>
    let day: CalendarDate
    let days: ClosedRange<CalendarDate>
    var isProvisional = false
}
