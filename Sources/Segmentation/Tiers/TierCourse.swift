import GiftModel

/// The course of one customer over a ladder: a state, and how time and facts change it.
struct TierCourse {
    let ladder: TierLadder
    private let origin: Tier.ID
    private(set) var state: TierState
    private(set) var changes: [TierChange] = []

    init(on ladder: TierLadder, from state: TierState?) {
        self.ladder = ladder
        self.state = state ?? TierState(on: ladder.base.id)
        self.origin = self.state.tier
    }

    private var rules: TierRules { ladder.rules }

    /// How many rungs above the base the customer stands; a tier that the ladder does not know counts as the base.
    var height: Int { ladder.height(of: state.tier) ?? 0 }

    /// Goes on to the day of `facts`: first the reviews that are due by then, then what the day itself brings.
    ///
    /// A review takes place on the day after its period ends; what is known later does not undo it.
    mutating func advance(to facts: TierFacts) {
        if rules.reviews != .daily {
            var start = state.reviewedThrough?.adding(days: 1) ?? facts.firstDay(onOrAfter: .first)
            while let day = start, let end = reviewEnd(asOf: day, facts), end < facts.asOf {
                endGrace(by: end, facts)
                review(at: end, facts)
                start = end.adding(days: 1)
            }
        }
        if let before = facts.asOf.adding(days: -1) { endGrace(by: before, facts) }
        if rules.reviews == .daily { settleDaily(facts) } else { settleBetweenReviews(facts) }
    }

    /// Sets the tier by hand; what was to be reviewed, made good or taken over before is bygone.
    mutating func set(
        _ tier: Tier.ID,
        on day: CalendarDate,
        through last: CalendarDate?,
        because cause: Identifier<TierChange>
    ) {
        state = TierState(on: tier)
        state.hold = last.map { TierState.Hold(tier: tier, through: $0) }
        record(.setByHand, on: day, counted: .none(in: ladder.currency), because: cause)
    }

    /// Returns the next day after that of `facts` on which time alone may change anything.
    func nextEvent(after facts: TierFacts) -> CalendarDate? {
        let today = facts.asOf
        var eves = [state.grace?.through]
        if rules.reviews == .daily {
            eves += [state.hold?.through, ladder.window.end(asOf: today, from: facts.anchor)]
        } else {
            eves.append(reviewEnd(asOf: today, facts))
        }
        let days = eves.map { $0?.adding(days: 1) } + [ladder.nextDeparture(after: facts)]
        return days.compactMap(\.self).filter { $0 > today }.min()
    }

    /// Returns what counts as of `day`, with what was taken over from the period before.
    func counted(_ facts: TierFacts, through day: CalendarDate, from start: CalendarDate? = nil) -> TierAmounts {
        let first = ladder.window.start(asOf: start ?? day, from: facts.anchor)
        let amounts = facts.amounts(from: first, through: day, spend: ladder.spend)
        return state.carried.map(amounts.adding) ?? amounts
    }

    /// Whether what counts after a review is other than what counted before it.
    private var isCountedAnew: Bool { rules.reviews == .periodEnd }

    /// The day of the first review that is due on or after `day`.
    private func reviewEnd(asOf day: CalendarDate, _ facts: TierFacts) -> CalendarDate? {
        if let part = rules.reviewedPart { return part.end(of: day) }
        // What came before the first anniversary period is reviewed at its end. Where the purchase from which periods
        // were counted is there no more, they are counted from the last change.
        let anchor = facts.anchor ?? state.reviewedThrough?.adding(days: 1)
        return ladder.window.end(asOf: max(day, anchor ?? day), from: anchor)
    }

    /// The last day of a time of grace that begins on `day`: as long as a window that begins then.
    private func graceEnd(from day: CalendarDate) -> CalendarDate? {
        rules.grace.flatMap { day.adding($0, shortMonth: .lastDay)?.adding(days: -1) }.flatMap { $0 >= day ? $0 : nil }
    }
}

extension TierCourse {
    private mutating func review(at end: CalendarDate, _ facts: TierFacts) {
        guard let day = end.adding(days: 1) else { return }
        let (counted, before) = (counted(facts, through: end), height)
        let reached = ladder.height(reachedBy: counted)
        let code: TierReason
        var after = before
        if reached > before {
            (code, after) = (.upgradedAtReview, reached)
        } else if before == 0 {
            return
        } else if mayKeep(before, counted) {
            code = .kept
        } else if lowest(from: before, on: day) == before {
            code = .held
        } else if state.grace != nil {
            return
        } else if let last = graceEnd(from: day) {
            beginGrace(through: last, counted: counted)
            return record(.graceBegan, on: day, counted: counted)
        } else {
            (code, after) = (.downgraded, landing(from: before, counted, on: day))
        }
        settle(on: after, counted: counted)
        record(code, on: day, counted: counted)
    }

    /// What happens on a day between two reviews: a higher tier is reached, a shortfall made good, or goods come back.
    private mutating func settleBetweenReviews(_ facts: TierFacts) {
        let day = facts.asOf
        makeGood(on: day, facts)
        let (counted, before) = (counted(facts, through: day), height)
        let reached = ladder.height(reachedBy: counted)
        if reached > before, rules.upgrades == .atOnce {
            state.tier = ladder.tier(at: reached).id
            state.steps.append(TierState.Step(tier: state.tier, date: day))
            record(.upgraded, on: day, counted: counted)
        } else if rules.refunds == .immediate {
            takeBack(on: day, facts)
        }
    }

    /// Takes back the steps since the last review for which too much came back.
    private mutating func takeBack(on day: CalendarDate, _ facts: TierFacts) {
        let kept = ladder.height(of: state.kept) ?? 0
        var (after, left) = (kept, [TierState.Step]())
        for step in state.steps {
            // The window of the day on which it was reached, so that only what came back can be missing.
            let reached = ladder.height(reachedBy: counted(facts, through: day, from: step.date), assuming: true)
            let stands = min(reached, ladder.height(of: step.tier) ?? 0)
            guard stands > after else { continue }
            after = stands
            left.append(TierState.Step(tier: ladder.tier(at: after).id, date: step.date))
        }
        guard after < height, let last = state.steps.last else { return }
        state.tier = ladder.tier(at: after).id
        state.steps = left
        record(.refunded, on: day, counted: counted(facts, through: day, from: last.date))
    }

    /// What happens on a day that is judged by itself.
    private mutating func settleDaily(_ facts: TierFacts) {
        let day = facts.asOf
        let (counted, before) = (counted(facts, through: day), height)
        let reached = ladder.height(reachedBy: counted)
        if reached > before {
            settle(on: reached, counted: counted)
            record(.upgraded, on: day, counted: counted)
        } else if mayKeep(before, counted) {
            guard state.grace != nil else { return }
            state.grace = nil
            record(.madeGood, on: day, counted: counted)
        } else if state.grace == nil, lowest(from: before, on: day) < before {
            if let last = graceEnd(from: day) {
                beginGrace(through: last, counted: counted)
                record(.graceBegan, on: day, counted: counted)
            } else {
                settle(on: landing(from: before, counted, on: day), counted: counted)
                record(.downgraded, on: day, counted: counted)
            }
        }
    }

    private mutating func beginGrace(
        through last: CalendarDate,
        counted: TierAmounts
    ) {
        state.kept = state.tier
        state.steps = []
        state.carried = nil
        state.grace = TierState.Grace(through: last, counted: counted)
    }

    /// Lands the customer whose time of grace was over by the end of `day`, unless the rest was made good in it.
    private mutating func endGrace(by day: CalendarDate, _ facts: TierFacts) {
        guard let grace = state.grace, grace.through <= day, let end = grace.through.adding(days: 1) else { return }
        makeGood(on: grace.through, facts)
        guard state.grace != nil else { return }
        let counted = isCountedAnew ? grace.counted : counted(facts, through: grace.through)
        settle(on: landing(from: height, counted, on: end), counted: counted)
        record(.graceEnded, on: end, counted: counted)
    }

    /// Ends the time of grace when what counted since, with what counted before, keeps the tier.
    private mutating func makeGood(on day: CalendarDate, _ facts: TierFacts) {
        guard let grace = state.grace, height > 0 else { return }
        let new = counted(facts, through: day)
        let both = isCountedAnew ? grace.counted.adding(new) : new
        // More may have come back in the old period than was bought in it; the new one alone is enough, too.
        let goal = ladder.rungs[height - 1].keeping.first { $0.isMet(by: both) || $0.isMet(by: new) }
        guard let goal else { return }
        state.grace = nil
        // Who reaches the tier anew needs nothing from the period before.
        if rules.consumesShortfall, goal.isMet(by: both), ladder.height(reachedBy: new) < height {
            let missing = goal.gap(after: grace.counted).negated
            state.carried = state.carried.map(missing.adding) ?? missing
        }
        record(.madeGood, on: day, counted: goal.isMet(by: both) ? both : new)
    }
}

extension TierCourse {
    /// Puts the customer on the tier `height` rungs above the base at a review.
    private mutating func settle(on height: Int, counted: TierAmounts) {
        state.tier = ladder.tier(at: height).id
        state.kept = state.tier
        state.steps = []
        state.grace = nil
        state.carried = rules.rollsOver ? excess(of: counted) : nil
    }

    private mutating func record(
        _ code: TierReason,
        on day: CalendarDate,
        counted: TierAmounts,
        because cause: Identifier<TierChange>? = nil
    ) {
        // What was to be reviewed before a change is bygone with it.
        if let eve = day.adding(days: -1), state.reviewedThrough.map({ $0 < eve }) ?? true {
            state.reviewedThrough = eve
        }
        changes.append(
            TierChange(
                date: day,
                source: changes.last?.target ?? origin,
                target: state.tier,
                code: code,
                counted: counted,
                cause: cause,
                after: state
            )
        )
    }

    /// Whether `counted` keep the tier at `height`, or may, as far as is known.
    private func mayKeep(_ height: Int, _ counted: TierAmounts) -> Bool {
        height == 0 || ladder.rungs[height - 1].keeping.contains { $0.isMet(by: counted, assuming: true) }
    }

    /// The lowest to which a customer can fall on `day`.
    private func lowest(from height: Int, on day: CalendarDate) -> Int {
        var lowest = 0
        if case .floor(let tier) = rules.landing { lowest = ladder.height(of: tier) ?? 0 }
        if let hold = state.hold, day <= hold.through { lowest = max(lowest, ladder.height(of: hold.tier) ?? 0) }
        return min(lowest, height)
    }

    /// Where the customer lands who does not keep the tier at `height`.
    private func landing(from height: Int, _ counted: TierAmounts, on day: CalendarDate) -> Int {
        let kept = (0..<height).last { mayKeep($0, counted) } ?? 0
        return max(rules.landing == .oneStep ? height - 1 : kept, lowest(from: height, on: day))
    }

    /// By how much `counted` pass the goal of the highest tier that they reach, when they reach any.
    private func excess(of counted: TierAmounts) -> TierAmounts? {
        let height = ladder.height(reachedBy: counted)
        guard height > 0, let goal = ladder.rungs[height - 1].goals.first(where: { $0.isMet(by: counted) }) else {
            return nil
        }
        let excess = goal.excess(of: counted)
        return excess == .none(in: ladder.currency) ? nil : excess
    }
}
