public import GiftModel

extension TierLadder {
    /// Returns the first day after that of `facts` on which what they reach is another tier if nothing happens any
    /// more, or `nil` when that never comes.
    ///
    /// - Complexity: O(*n* · (*n* + *r*)) for *n* days in the window and *r* goals.
    public func nextChange(after facts: TierFacts) -> CalendarDate? {
        func height(_ facts: TierFacts) -> Int {
            let first = window.start(asOf: facts.asOf, from: facts.anchor)
            return self.height(reachedBy: facts.amounts(from: first, through: facts.asOf, spend: spend))
        }
        let today = height(facts)
        var current = facts
        while let day = nextWindow(after: current) {
            current = facts.asOf(day)
            if height(current) != today { return day }
            guard window != .lifetime, !isOver(for: current) else { return nil }
        }
        return nil
    }

    /// Returns the first day after that of `facts` on which the customer with this `history` stands on another tier if
    /// nothing happens any more, or `nil` when that never comes.
    ///
    /// Windows that roll on, reviews, the end of a time of grace and of a tier set by hand may bring it. Whoever
    /// assesses the customer on that day, and when anything happens, misses nothing.
    ///
    /// - Complexity: O(*k* · (*n* + *r*)) for *k* days until then on which anything can change, *n* days in a window
    ///   and *r* goals.
    public func nextChange(after facts: TierFacts, in history: TierHistory) -> CalendarDate? {
        var course = TierCourse(on: self, from: history.state)
        course.advance(to: facts)
        var current = facts
        while let day = course.nextEvent(after: current) {
            var before = course.state
            current = facts.asOf(day)
            course.advance(to: current)
            if course.state.tier != before.tier { return day }
            before.reviewedThrough = course.state.reviewedThrough
            let isHeld = before.hold.map { day <= $0.through } ?? false
            if before == course.state, !isHeld, isOver(for: current) { return nil }
        }
        return nil
    }

    /// Returns the first day as of which a rolling window lets go of something, after that of `facts`.
    func nextDeparture(after facts: TierFacts) -> CalendarDate? {
        guard case .rolling = window, let first = window.start(asOf: facts.asOf, from: nil) else { return nil }
        return facts.firstDay(onOrAfter: first).flatMap(window.departure)
    }

    private func nextWindow(after facts: TierFacts) -> CalendarDate? {
        window.end(asOf: facts.asOf, from: facts.anchor)?.adding(days: 1) ?? nextDeparture(after: facts)
    }

    /// Whether the window as of the day of `facts` will never count anything else again.
    private func isOver(for facts: TierFacts) -> Bool {
        guard window != .lifetime, let first = window.start(asOf: facts.asOf, from: facts.anchor) else { return true }
        return facts.firstDay(onOrAfter: first) == nil
    }
}
