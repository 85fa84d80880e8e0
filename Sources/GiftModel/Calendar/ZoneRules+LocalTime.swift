extension ZoneRules {
    /// Returns the instant at which local clocks show `time` on `date`.
    ///
    /// Every local time has one: where clocks skip it or show it twice, a rule says which instant is meant. A whole day
    /// that a place skipped, such as 2011-12-30 in Apia, is a gap like any other, of 24 hours.
    ///
    /// ```swift
    /// let march = CalendarDate("2025-03-09")!, november = CalendarDate("2025-11-02")!
    /// newYork.instant(of: march, at: TimeOfDay("02:30:00")!)                              // 07:30 UTC, 03:30 there
    /// newYork.instant(of: november, at: TimeOfDay("01:30:00")!)                           // 05:30 UTC
    /// newYork.instant(of: november, at: TimeOfDay("01:30:00")!, overlap: .later)          // 06:30 UTC
    /// ```
    ///
    /// - Complexity: as that of the two requirements, for each stretch between transitions within 18 hours.
    public func instant(
        of date: CalendarDate,
        at time: TimeOfDay,
        gap: GapRule = .shifted,
        overlap: OverlapRule = .earlier
    ) -> Timestamp {
        let local = LocalTime(date, at: time)
        var span = OffsetSpan(of: self, around: local)
        var before = span
        while span.ends(before: local) {
            before = span
            span.advance()
        }
        var instant = span.instant(showing: local)
        let isSkipped = instant < span.from
        if isSkipped { instant = gap == .end ? span.from : before.instant(showing: local) }
        guard isSkipped || overlap == .later else { return instant }
        // Clocks may come back to this time later; that is an overlap, or the end of a gap that was none.
        while span.advance() {
            guard span.shows(local) else { continue }
            instant = span.instant(showing: local)
            if overlap == .earlier { break }
        }
        return instant
    }

    /// Returns the first instant of the local day `date`, or `nil` for a day that the place skipped.
    ///
    /// It is not midnight where clocks are put forward at midnight.
    public func startOfDay(_ date: CalendarDate) -> Timestamp? {
        let instants = instants(of: date)
        return instants.isEmpty ? nil : instants.lowerBound
    }

    /// Returns the local day `date` as instants: 24 hours as a rule, none for a day that the place skipped.
    public func instants(of date: CalendarDate) -> Range<Timestamp> { instants(of: date...date) }

    /// Returns the local days `dates` as instants, from the start of the first until the day after the last starts.
    ///
    /// Days lie end to end: each instant belongs to one. A day starts when clocks first show its midnight or a time
    /// after it. Where clocks are put back over midnight, what they show for a second time belongs to the day that had
    /// begun, although ``date(of:)`` says what the calendar showed then: the day before.
    public func instants(of dates: ClosedRange<CalendarDate>) -> Range<Timestamp> {
        let start = firstInstant(showingAtLeast: LocalTime(dates.lowerBound, at: .midnight))
        return start..<firstInstant(showingAtLeast: LocalTime(endOf: dates.upperBound))
    }

    private func firstInstant(showingAtLeast local: LocalTime) -> Timestamp {
        var span = OffsetSpan(of: self, around: local)
        while span.ends(before: local) { span.advance() }
        return max(span.from, span.instant(showing: local))
    }
}
