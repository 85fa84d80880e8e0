import GiftModel

/// What the rules say on one day.
extension StageWalk {
    private enum Answer { case holds, fails, unknown }

    /// Whether a test holds, and the days around on which the answer is the same.
    private typealias Reading = (holds: Bool, turns: StageStretch)

    /// Returns what the rules say on `day` of a customer who is in the stage `current`.
    mutating func finding(on day: Int, while current: Stage?) -> Finding {
        let facts = StageFacts(
            day: Int32(day),
            firstPurchase: date(0),
            lastPurchase: date(count - 1),
            purchaseDays: Int32(count),
            twiceMedianGap: twiceMedianGap
        )
        var finding = Finding(facts: facts, rule: plan.steps.count, stage: plan.otherwise)
        for index in plan.steps.indices {
            let step = plan.steps[index]
            var answer = answer(step.when, &finding)
            if answer != .holds, plan.hasStays, step.stage == current { answer = staying(by: step, answer, &finding) }
            if answer == .holds {
                (finding.rule, finding.stage) = (index, step.stage)
                break
            }
            if answer == .unknown { finding.undetermined |= 1 << UInt64(index) }
        }
        return finding
    }

    /// Returns the `answer` of the rule for the present stage, which does not hold, or that of its list for staying.
    @inline(never)
    private mutating func staying(by step: StageStep, _ answer: Answer, _ finding: inout Finding) -> Answer {
        guard !step.stays.isEmpty else { return answer }
        let staying = self.answer(step.stays, &finding)
        finding.holdsByStaying = staying == .holds
        return staying == .fails ? answer : staying
    }

    /// Returns whether all of `tests` hold, and narrows the days of `finding` to those on which that is so.
    ///
    /// A list that fails may hold no sooner than the test that failed does; one that is not known never will.
    @inline(__always)
    private mutating func answer(_ tests: Range<Int>, _ finding: inout Finding) -> Answer {
        var isUnknown = false
        var stretch = StageStretch()
        for index in tests {
            guard let (holds, turns) = reading(of: index, &finding) else {
                isUnknown = true
                continue
            }
            guard holds else {
                if !isUnknown { finding.stretch.narrow(to: turns) }
                return .fails
            }
            stretch.narrow(to: turns)
        }
        if isUnknown { return .unknown }
        finding.stretch.narrow(to: stretch)
        return .holds
    }

    /// Returns how the test at `index` comes out, or `nil` when what it compares is not known.
    ///
    /// It stands by itself, because within the loop over tests there are too few registers for it.
    @inline(never)
    private mutating func reading(of index: Int, _ finding: inout Finding) -> Reading? {
        let test = plan.tests[index]
        let facts = finding.facts
        let day = Int(facts.day)
        switch test.quantity {
        case .daysSinceFirstPurchase, .daysSinceLastPurchase:
            let isFirst = test.quantity == .daysSinceFirstPurchase
            let number = isFirst ? facts.daysSinceFirstPurchase : facts.daysSinceLastPurchase
            return (test.holds(number), test.days(around: day, number))
        case .purchaseDays: return (test.holds(Int(facts.purchaseDays)), StageStretch())
        case .ownRhythm:
            guard facts.twiceMedianGap > 0 else { return nil }
            let step = 2 * test.denominator
            let number = step * facts.daysSinceLastPurchase - test.numerator * Int(facts.twiceMedianGap)
            return (test.holds(number), test.days(around: day, number, growingBy: step))
        case .purchaseDaysInWindow, .purchaseDaysInWindowBefore, .windowRatio:
            if facts.inWindow < 0 { finding.windows = countWindows(&finding.facts) }
            let (now, before) = (Int(finding.facts.inWindow), Int(finding.facts.inWindowBefore))
            let number =
                switch test.quantity {
                case .purchaseDaysInWindow: now
                case .purchaseDaysInWindowBefore: before
                default: now * test.denominator - before * test.numerator
                }
            return (test.holds(number), finding.windows)
        case .activityProbability:
            guard model != nil else { return nil }
            let fall = fall(below: index)
            return fall <= day
                ? (test.holds(-1), StageStretch(first: fall)) : (test.holds(0), StageStretch(next: fall))
        }
    }

    /// Counts the purchase days of both windows, and returns for which days the counts stand if nothing more is bought.
    private func countWindows(_ facts: inout StageFacts) -> StageStretch {
        let (day, length) = (Int(facts.day), plan.comparedDays)
        var stretch = StageStretch()
        var position = count - 1
        while position >= 0, Int(date(position)) > day - length { position -= 1 }
        facts.inWindow = Int32(count - 1 - position)
        if facts.inWindow > 0 { stretch.next = Int(date(position + 1)) + length }
        if position >= 0 { stretch.first = Int(date(position)) + length }
        let boundary = position
        while position >= 0, Int(date(position)) > day - 2 * length { position -= 1 }
        facts.inWindowBefore = Int32(boundary - position)
        if facts.inWindowBefore > 0 { stretch.next = min(stretch.next, Int(date(position + 1)) + 2 * length) }
        if position >= 0 { stretch.first = max(stretch.first, Int(date(position)) + 2 * length) }
        return stretch
    }

    /// Returns the first day from the last purchase on when activity is less probable than the test at `index` says.
    private mutating func fall(below index: Int) -> Int {
        if falls.isEmpty { falls = Array(repeating: Self.notWorkedOut, count: plan.tests.count) }
        if falls[index] == Self.notWorkedOut {
            let lastPurchase = Int(date(count - 1)) - Int(date(0))
            let age = model?
                .age(
                    activityBelow: plan.tests[index].threshold,
                    purchaseDays: count,
                    lastPurchase: lastPurchase,
                    from: lastPurchase
                )
            falls[index] = age.map { Int(date(0)) + $0 } ?? .max
        }
        return falls[index]
    }

    private static let notWorkedOut = Int.min

    /// Returns `facts` with the probability that the customer has not left, where a rule asks for it.
    func complete(_ facts: StageFacts) -> StageFacts {
        guard let model, plan.hasActivity else { return facts }
        var facts = facts
        facts.activityProbability = model.activityProbability(
            purchaseDays: count,
            lastPurchase: Int(facts.lastPurchase - facts.firstPurchase),
            age: facts.daysSinceFirstPurchase
        )
        return facts
    }
}
