import GiftModel

/// What the rules say on one day.
extension StageWalk {
    private enum Answer { case holds, fails, unknown }

    /// A number that a test compares, and the next day on which the answer may be another.
    private typealias Reading = (number: Int, turn: Int)

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
        var windowTurn = Int.max
        for index in plan.steps.indices {
            let step = plan.steps[index]
            var answer = answer(step.when, &finding, &windowTurn)
            if answer != .holds, !step.stays.isEmpty, step.stage == current {
                let staying = self.answer(step.stays, &finding, &windowTurn)
                finding.holdsByStaying = staying == .holds
                if staying != .fails { answer = staying }
            }
            if answer == .holds {
                (finding.rule, finding.stage) = (index, step.stage)
                break
            }
            if answer == .unknown { finding.undetermined |= 1 << UInt64(index) }
        }
        return finding
    }

    /// Returns whether all of `tests` hold, and moves the next day to when that may change.
    ///
    /// A list that fails may hold no sooner than the test that failed does; one that is not known never will.
    private mutating func answer(_ tests: Range<Int>, _ finding: inout Finding, _ windowTurn: inout Int) -> Answer {
        var isUnknown = false
        var nextDay = Int.max
        for index in tests {
            guard let (number, turn) = reading(of: index, &finding.facts, &windowTurn) else {
                isUnknown = true
                continue
            }
            guard plan.tests[index].holds(number) else {
                if !isUnknown { finding.nextDay = min(finding.nextDay, turn) }
                return .fails
            }
            nextDay = min(nextDay, turn)
        }
        if isUnknown { return .unknown }
        finding.nextDay = min(finding.nextDay, nextDay)
        return .holds
    }

    /// Returns what the test at `index` compares, or `nil` when it is not known.
    @inline(__always)
    private mutating func reading(of index: Int, _ facts: inout StageFacts, _ windowTurn: inout Int) -> Reading? {
        let test = plan.tests[index]
        switch test.quantity {
        case .daysSinceFirstPurchase: return daily(test, facts.daysSinceFirstPurchase, Int(facts.day))
        case .daysSinceLastPurchase: return daily(test, facts.daysSinceLastPurchase, Int(facts.day))
        case .purchaseDays: return (Int(facts.purchaseDays), .max)
        case .ownRhythm:
            guard facts.twiceMedianGap > 0 else { return nil }
            let step = 2 * test.denominator
            let number = step * facts.daysSinceLastPurchase - test.numerator * Int(facts.twiceMedianGap)
            guard let turn = test.turn(after: number) else { return (number, .max) }
            return (number, Int(facts.day) + (turn - number + step - 1) / step)
        case .purchaseDaysInWindow, .purchaseDaysInWindowBefore, .windowRatio:
            if facts.inWindow < 0 { windowTurn = countWindows(&facts) }
            let (now, before) = (Int(facts.inWindow), Int(facts.inWindowBefore))
            if test.quantity == .windowRatio {
                return (now * test.denominator - before * test.numerator, windowTurn)
            }
            return (test.quantity == .purchaseDaysInWindow ? now : before, windowTurn)
        case .activityProbability:
            guard model != nil else { return nil }
            let fall = fall(below: index)
            return fall <= Int(facts.day) ? (-1, .max) : (0, fall)
        }
    }

    private func daily(_ test: StageTest, _ number: Int, _ day: Int) -> Reading {
        (number, test.turn(after: number).map { day + $0 - number } ?? .max)
    }

    /// Counts the purchase days of both windows, and returns the next day on which one of them leaves its window.
    private func countWindows(_ facts: inout StageFacts) -> Int {
        let (day, length) = (Int(facts.day), plan.comparedDays)
        var turn = Int.max
        var position = count - 1
        while position >= 0, Int(date(position)) > day - length { position -= 1 }
        facts.inWindow = Int32(count - 1 - position)
        if facts.inWindow > 0 { turn = Int(date(position + 1)) + length }
        let boundary = position
        while position >= 0, Int(date(position)) > day - 2 * length { position -= 1 }
        facts.inWindowBefore = Int32(boundary - position)
        if facts.inWindowBefore > 0 { turn = min(turn, Int(date(position + 1)) + 2 * length) }
        return turn
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
