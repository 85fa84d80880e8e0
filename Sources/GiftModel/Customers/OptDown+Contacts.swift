extension OptDown {
    /// Returns the first day from `day` on when one more message may come after `contacts`, or `nil` when none may.
    ///
    /// It is `day` itself where nothing stands in the way. No stretch of ``days`` days in a row comes to more than
    /// ``atMost`` messages by the new one; those planned for after `day` count too, and the next comes after them.
    ///
    /// ```swift
    /// let monthly = OptDown(of: .email, atMost: 1, inDays: 30)!
    /// monthly.nextDay(onOrAfter: today, after: [yesterday])   // in 29 days
    /// ```
    ///
    /// - Parameter contacts: The days of all messages by this channel where the customer is, in any order; a day with
    ///   two messages stands in it twice.
    /// - Returns: The day, or `nil` also when it lies beyond the calendar.
    /// - Complexity: O(*n* log *n*).
    public func nextDay(onOrAfter day: CalendarDate, after contacts: some Sequence<CalendarDate>) -> CalendarDate? {
        guard atMost > 0 else { return nil }
        let newest = contacts.sorted(by: >)
        guard atMost <= newest.count else { return day }
        // A stretch that holds the oldest of the newest so many has room for none.
        return newest[Int(atMost) - 1].adding(days: Int(clamping: days)).map { max($0, day) }
    }
}
