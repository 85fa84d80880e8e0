extension QuietHours {
    /// Returns the first instant from `instant` on that is not quiet where clocks run by `zone`.
    ///
    /// That is `instant` itself where it is not quiet. Quiet lasts without a break from the instant at which clocks
    /// show ``from`` to the one at which they show ``until``; where clocks skip such a time or show it twice, the rules
    /// say which instant is meant, so that clocks put back over the end make no second night of it.
    ///
    /// ```swift
    /// night.firstOpenInstant(onOrAfter: fiveToMidnight, in: paris)   // 08:00 in Paris, the next day
    /// ```
    ///
    /// - Returns: The instant, or `nil` outside the calendar.
    /// - Complexity: as that of ``ZoneRules/instant(of:at:gap:overlap:)``.
    public func firstOpenInstant(
        onOrAfter instant: Timestamp,
        in zone: some ZoneRules,
        gap: GapRule = .shifted,
        overlap: OverlapRule = .earlier
    ) -> Timestamp? {
        guard let today = zone.date(of: instant) else { return nil }
        var open = instant
        // A night may have begun the day before, and two days before where its end lies in a day that was skipped or is
        // shown again; today's may have begun while clocks showed tomorrow for the first time. One may lead into the
        // next.
        for offset in -2...1 {
            guard let first = today.adding(days: offset),
                let last = from < until ? first : first.adding(days: 1)
            else { continue }
            let start = zone.instant(of: first, at: from, gap: gap, overlap: overlap)
            let end = zone.instant(of: last, at: until, gap: gap, overlap: overlap)
            if start <= open, open < end { open = end }
        }
        return open
    }
}
