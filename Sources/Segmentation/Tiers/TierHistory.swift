public import GiftModel

/// How a customer came to stand on its tier: every change, oldest first.
///
/// It is a function of what was known on which day and of the ladder alone; the same changes come about whether they
/// are worked out day by day or all at once.
public struct TierHistory: Hashable, Sendable {
    /// The changes, in the order of their days; none for a customer who has always stood on the base tier.
    public let changes: [TierChange]

    /// The history of a customer who begins on the base tier.
    public static let empty = TierHistory(changes: [])

    /// What the next change begins with.
    var state: TierState? { changes.last?.after }
}

extension TierHistory {
    /// Returns the tier on which the customer stood at the end of `day`, or `nil` when that was still the base tier.
    ///
    /// - Complexity: O(*n*) in the number of changes.
    public func tier(on day: CalendarDate) -> Tier.ID? { changes.last { $0.date <= day }?.target }
}

extension TierLadder {
    /// Returns how a customer came to stand on its tier by the end of `day`.
    ///
    /// Each element of `facts` is what was known on its day, and stands until the next: give one for each day on which
    /// anything happened or came back. Reviews, times of grace and rolling windows come round by themselves.
    ///
    /// - Parameter facts: In ascending order of their days; those after `day` are left out.
    /// - Throws: ``PurchaseSummaryError/currencyMismatch(_:expected:)``.
    /// - Complexity: O(*k* · (*n* + *r*)) for *k* days on which anything can change, *n* days in a window and *r*
    ///   goals.
    public func history(
        of facts: [TierFacts],
        through day: CalendarDate
    ) throws(PurchaseSummaryError) -> TierHistory {
        var course = TierCourse(on: self, from: nil)
        var known: TierFacts?
        for next in facts where next.asOf <= day {
            precondition(known.map { $0.asOf < next.asOf } ?? true, "facts come in the order of their days")
            try requireToCount(next)
            if let known { course.run(known) { $0 < next.asOf } }
            course.advance(to: next)
            known = next
        }
        if let known { course.run(known) { $0 <= day } }
        return TierHistory(changes: course.changes)
    }

    /// Returns where the customer of whom `facts` are known stands after its history.
    ///
    /// A tier that the ladder does not know any more counts as the base tier.
    ///
    /// - Returns: A standing that shows every tier of the ladder, reached or missing; what is missing is reckoned with
    ///   what was taken over from the period before.
    /// - Throws: ``PurchaseSummaryError/currencyMismatch(_:expected:)``, or ``PurchaseSummaryError/overflow`` when what
    ///   is missing leaves `Int64`.
    /// - Complexity: O(*n* + *c* · *r*) for *n* days in the window, *c* changes and *r* goals.
    public func standing(
        of facts: TierFacts,
        after history: TierHistory
    ) throws(PurchaseSummaryError) -> TierStanding {
        try requireToCount(facts)
        var course = TierCourse(on: self, from: history.state)
        course.advance(to: facts)
        let amounts = course.counted(facts, through: facts.asOf)
        try requireGaps(after: amounts)
        var since = ReachedDays()
        // The tier on which all began may stand above the base by now.
        if let first = history.changes.first, let height = height(of: first.source), height > 0 {
            for rung in 1...height { since[rung] = first.date }
        }
        for change in history.changes + course.changes {
            let (source, target) = (height(of: change.source) ?? 0, height(of: change.target) ?? 0)
            if source < target { for rung in (source + 1)...target { since[rung] = change.date } }
        }
        return TierStanding(on: self, height: course.height, since: since, amounts: amounts)
    }
}

extension TierCourse {
    /// Goes through the days on which time alone may change anything, as long as `isWanted` says so.
    fileprivate mutating func run(_ facts: TierFacts, while isWanted: (CalendarDate) -> Bool) {
        var current = facts
        while let day = nextEvent(after: current), isWanted(day) {
            current = facts.asOf(day)
            advance(to: current)
        }
    }
}
