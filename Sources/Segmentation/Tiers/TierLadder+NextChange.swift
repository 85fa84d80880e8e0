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
    /// The facts are of no earlier day than the last change. Windows that roll on, reviews, the end of a time of grace
    /// and of a tier set by hand may bring it.
    ///
    /// - Complexity: O(*k* · (*n* + *r*)) for *k* days until then on which anything can change, *n* days in a window
    ///   and *r* goals.
    public func nextChange(after facts: TierFacts, in history: TierHistory) -> CalendarDate? {
        nextDay(after: facts, in: history) { $0.state.tier != $1.state.tier }
    }

    /// Returns the first day after that of `facts` on which anything is to be recorded of the customer with this
    /// `history` if nothing happens any more, a tier that a review keeps included; `nil` when that never comes.
    ///
    /// Whoever assesses the customer on that day, and whenever anything happens, judges each review by what is known on
    /// its day. Whoever comes later judges it by what is known then.
    ///
    /// - Complexity: As for the next change.
    public func nextAssessment(after facts: TierFacts, in history: TierHistory) -> CalendarDate? {
        nextDay(after: facts, in: history) { $0.changes < $1.changes.count }
    }

    private func nextDay(
        after facts: TierFacts,
        in history: TierHistory,
        on isIt: ((state: TierState, changes: Int), TierCourse) -> Bool
    ) -> CalendarDate? {
        var course = TierCourse(on: self, from: history.state)
        course.advance(to: facts)
        var current = facts
        while let day = course.nextEvent(after: current) {
            // Not the course itself, whose changes would be copied at every event.
            let before = (state: course.state, changes: course.changes.count)
            current = facts.asOf(day)
            course.advance(to: current)
            if isIt(before, course) { return day }
            var state = before.state
            state.reviewedThrough = course.state.reviewedThrough
            let isWaiting = state.grace != nil || state.hold.map { day <= $0.through } ?? false
            // What the event judged ended on the eve of it.
            let eve = day.adding(days: -1).map(facts.asOf) ?? current
            if state == course.state, !isWaiting, isOver(for: eve) { return nil }
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
