public import Foundation
public import GiftModel

extension ZoneTable {
    /// The offsets that Foundation knows for `timeZone`, from the start of one local day through the end of another.
    ///
    /// ```swift
    /// let (first, last) = (CalendarDate("1970-01-01")!, CalendarDate("2037-12-31")!)
    /// let paris = try ZoneTable(TimeZone(identifier: "Europe/Paris")!, from: first, through: last)
    /// paris.startOfDay(CalendarDate("2026-07-14")!)                               // 2026-07-13 22:00 UTC
    /// ```
    ///
    /// - Throws: `emptyPeriod`, when `last` comes before `first` or the place skipped all these days.
    /// - Complexity: O(*n*) in the number of transitions, a few microseconds each.
    public init(_ timeZone: TimeZone, from first: CalendarDate, through last: CalendarDate) throws(ZoneTableError) {
        let zone = FoundationZone(timeZone)
        let (from, until) = (zone.instants(of: first).lowerBound, zone.instants(of: last).upperBound)
        var transitions: [Transition] = []
        var start = from
        while let next = zone.firstTransition(after: start, until: until) {
            transitions.append(Transition(at: next, offsetSeconds: zone.offsetSeconds(at: next)))
            start = next
        }
        try self.init(
            id: ID(stringLiteral: timeZone.identifier),
            from: from,
            until: until,
            initialOffsetSeconds: zone.offsetSeconds(at: from),
            transitions: transitions
        )
    }
}
