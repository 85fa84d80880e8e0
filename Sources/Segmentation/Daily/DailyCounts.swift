public import GiftModel
import GiftNumerics

/// How much was counted on each day: things done, points earned, complaints.
///
/// Counts may be added in any order and merged from parts in any order, with the same result. What is merged must
/// be of different things: a thing that is counted twice counts twice.
///
/// ```swift
/// var views = DailyCounts()
/// views.add(2, on: day)
/// views.sum(inDays: 30, through: today)   // 2
/// ```
///
/// - Range: every count is one or more; a sum beyond 64 bits stays at their greatest number.
/// - Wire format: an array in ascending order, such as `[["2026-03-01",2],["2026-03-04",1]]`.
public struct DailyCounts: Hashable, Sendable {
    /// The days with any, ascending.
    public private(set) var days: [Day] = []

    /// One day and its count.
    public struct Day: Hashable, Sendable {
        /// The local day.
        public let date: CalendarDate
        /// The count, one or more.
        public internal(set) var count: Int64
    }

    /// Nothing counted yet.
    public init() {}

    /// What was counted on these days, which are ascending.
    init(_ days: ArraySlice<Day>) { self.days = Array(days) }
}

extension DailyCounts {
    /// Whether nothing was counted.
    public var isEmpty: Bool { days.isEmpty }

    /// Counts `count` more on `date`; traps unless it is zero or more.
    ///
    /// - Complexity: O(1) on the last day or later, otherwise O(*n*) in the number of days.
    public mutating func add(_ count: Int64 = 1, on date: CalendarDate) {
        precondition(count >= 0, "a count is zero or more")
        guard count > 0 else { return }
        let position = days[...].firstPosition(onOrAfter: date)
        if position < days.endIndex, days[position].date == date {
            days[position].count = days[position].count.saturatingSum(count)
        } else {
            days.insert(Day(date: date, count: count), at: position)
        }
    }

    /// Counts all that `other` counted, which must be other things.
    ///
    /// - Complexity: O(*n* + *m*) in the numbers of days.
    public mutating func merge(_ other: DailyCounts) {
        days = days.merged(with: other.days, by: { $0.date }) { left, right in
            Day(date: left.date, count: left.count.saturatingSum(right.count))
        }
    }

    /// Returns what both counted.
    func merged(with other: DailyCounts) -> DailyCounts {
        var merged = self
        merged.merge(other)
        return merged
    }

    /// Returns the days on or before `last`, ascending.
    ///
    /// - Complexity: O(log *n*) in the number of days.
    public func days(through last: CalendarDate) -> ArraySlice<Day> { days[...].through(last) }

    /// Returns the days on or after `first` and on or before `last`, ascending.
    ///
    /// - Complexity: O(log *n*) in the number of days.
    public func days(from first: CalendarDate, through last: CalendarDate) -> ArraySlice<Day> {
        let start = days[...].firstPosition(onOrAfter: first)
        return days[start..<max(start, days(through: last).endIndex)]
    }

    /// Returns the days among the `length` that end on and include `last`, ascending.
    ///
    /// - Complexity: O(log *n*) in the number of days.
    public func days(inDays length: Int, through last: CalendarDate) -> ArraySlice<Day> {
        guard length > 0 else { return [] }
        // A window that begins before the calendar does begins with the first day.
        return last.adding(days: 1 - length).map { days(from: $0, through: last) } ?? days(through: last)
    }

    /// Returns what was counted on the `length` days that end on and include `last`.
    ///
    /// - Complexity: O(*n*) in the number of days from the window's first on.
    public func sum(inDays length: Int, through last: CalendarDate) -> Int64 {
        days[...].sum(inDays: length, through: last)
    }

    /// Returns what was counted on or before `last`.
    ///
    /// - Complexity: O(*n*) in the number of days.
    func sum(through last: CalendarDate) -> Int64 { days[...].sum(through: last) }
}

extension ArraySlice<DailyCounts.Day> {
    /// The first position whose day is not before `date`; the days are ascending.
    func firstPosition(onOrAfter date: CalendarDate) -> Int {
        guard let last, last.date >= date else { return endIndex }
        return firstPosition { $0.date >= date }
    }

    /// The days on or before `last`; the days are ascending.
    func through(_ last: CalendarDate) -> ArraySlice {
        guard let end = self.last?.date, end > last else { return self }
        return self[..<firstPosition { $0.date > last }]
    }

    /// What was counted on the `length` days that end on and include `last`; the days are ascending.
    func sum(inDays length: Int, through last: CalendarDate) -> Int64 {
        var sum: Int64 = 0
        for position in indices.reversed() {
            guard self[position].date <= last else { continue }
            guard self[position].date.days(until: last) < length else { break }
            sum = sum.saturatingSum(self[position].count)
        }
        return sum
    }

    /// What was counted on or before `last`, in whatever order the days are.
    func sum(through last: CalendarDate) -> Int64 {
        var sum: Int64 = 0
        for position in indices where self[position].date <= last { sum = sum.saturatingSum(self[position].count) }
        return sum
    }
}

extension Int64 {
    /// The sum, or the greatest number where it would pass that; both are zero or more.
    func saturatingSum(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}
