import GiftModel
import GiftNumerics

extension Span<DailyCounts.Day> {
    /// How many of the days, which are ascending, come on or before `last`.
    func count(through last: CalendarDate) -> Int {
        var count = count
        while count > 0, self[count - 1].date > last { count -= 1 }
        return count
    }

    /// Returns the counts, each weighted by what `decay` leaves of its day as of `day`, none of which comes later.
    ///
    /// The sum runs in ascending order of days, so that the same counts give the same bits, and it never rises from
    /// one day to the next.
    ///
    /// - Parameter cap: How many of one day count at most.
    /// - Complexity: O(*n*) in the number of days.
    func weight(asOf day: CalendarDate, by decay: HalfLifeDecay, atMost cap: Int64 = .max) -> Double {
        var weight = 0.0
        for position in indices {
            let factor = decay.factor(afterDays: self[position].date.days(until: day))
            weight += Double(Swift.min(self[position].count, cap)) * factor
        }
        return weight
    }
}

extension CalendarDate {
    /// Returns the first later day on which something holds that holds on every day after it, or `nil` for none.
    ///
    /// - Complexity: O(log *n*) questions in the number of days until then.
    func firstLaterDay(where holds: (CalendarDate) -> Bool) -> CalendarDate? {
        var (step, last) = (1, self)
        // The last day on which it does not hold, then ever shorter steps from there.
        while let next = last.adding(days: step), !holds(next) { (last, step) = (next, step * 2) }
        while step > 1 {
            step /= 2
            if let next = last.adding(days: step), !holds(next) { last = next }
        }
        return last.adding(days: 1)
    }
}
