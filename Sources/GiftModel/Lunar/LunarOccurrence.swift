/// One coming-round of a lunar day or festival: the day, and the lunar year by which nothing is given twice.
///
/// A Gregorian year may hold two of them or none: lunar 11-25 falls on 2024-01-06 and 2024-12-25, and not at all in
/// 2025. So an occurrence is told from the next by its lunar year, never by the year of its day.
public struct LunarOccurrence: Hashable, Sendable {
    /// The lunar year to which the occurrence belongs.
    public let year: LunarYear
    /// The day on which it is observed, which a rule may have moved past the end of that year.
    public let day: CalendarDate
}

extension LunarOccurrence {
    /// Returns the first on or after `day` of the days that `days` tells of each lunar year in ascending order.
    static func next(
        onOrAfter day: CalendarDate,
        among days: (LunarYear) -> [CalendarDate]
    ) throws(LunarError) -> LunarOccurrence {
        // A day may have been moved from the end of one year to the start of the next, never further.
        let first = max(LunarTable.years.lowerBound, try LunarYear(of: day).number - 1)
        for year in (first...LunarTable.years.upperBound).lazy.compactMap(LunarYear.init) {
            if let date = days(year).first(where: { $0 >= day }) { return LunarOccurrence(year: year, day: date) }
        }
        throw .noneOnOrAfter(day)
    }

    /// Returns the last on or before `day` of the days that `days` tells of each lunar year in ascending order.
    static func previous(
        onOrBefore day: CalendarDate,
        among days: (LunarYear) -> [CalendarDate]
    ) throws(LunarError) -> LunarOccurrence {
        let last = try LunarYear(of: day).number
        for year in (LunarTable.years.lowerBound...last).reversed().lazy.compactMap(LunarYear.init) {
            if let date = days(year).last(where: { $0 <= day }) { return LunarOccurrence(year: year, day: date) }
        }
        throw .noneOnOrBefore(day)
    }
}
