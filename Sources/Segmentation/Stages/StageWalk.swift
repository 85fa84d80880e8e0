import GiftModel

/// One customer's purchase days on the way from day to day, and what the rules say on each.
///
/// Only the days are visited on which anything can change: those with a purchase, and those on which a number that a
/// rule compares passes its limit. Days count from 1970-01-01.
struct StageWalk {
    private let plan: StagePlan
    private let model: ModifiedBetaGeometricModel?
    private let days: ArraySlice<PurchaseDay>
    /// How many of the days have come.
    private(set) var count: Int
    /// The gaps between them, ascending; empty where no rule asks for the rhythm.
    private var gaps: [Int32] = []
    /// For each test of a probability, the day on which it falls below if nothing more is bought; empty until asked.
    private var falls: [Int] = []

    /// The walk that stands before the first of `days`, which ascend and on each of which an order stands.
    init(_ plan: StagePlan, _ model: ModifiedBetaGeometricModel?, _ days: ArraySlice<PurchaseDay>) {
        (self.plan, self.model, self.days, self.count) = (plan, model, days, 0)
    }

    /// What the rules say on a day.
    struct Finding {
        var facts: StageFacts
        /// The position of the rule that holds, or the number of rules when none does.
        var rule: Int
        var stage: Stage
        var holdsByStaying = false
        /// One bit for each rule tried before of which it is not known whether it holds.
        var undetermined: UInt64 = 0
        /// The next day on which another rule may hold if nothing is bought.
        var nextDay: Int = .max
    }

    /// The stage in force, and since when.
    struct Standing: Hashable {
        var stage: Stage?
        var since: Int?
        var rule: Int?
    }
}

// MARK: Dates

extension StageWalk {
    /// The day of the next date to come, or the end of time.
    var upcoming: Int { count < days.count ? Int(date(count)) : .max }

    private func date(_ position: Int) -> Int32 { days[days.startIndex + position].date.daysAfterEpoch }

    /// Lets the next date come.
    mutating func advance() {
        count += 1
        if plan.hasActivity { falls = [] }
        guard plan.hasRhythm, count > 1 else { return }
        let gap = date(count - 1) - date(count - 2)
        gaps.insert(gap, at: position(of: gap))
    }

    /// Lets every date come through `day`.
    mutating func advance(through day: Int) {
        while upcoming <= day { advance() }
    }

    /// Takes the last date back.
    private mutating func retreat() {
        count -= 1
        if plan.hasActivity { falls = [] }
        guard plan.hasRhythm, count > 0 else { return }
        gaps.remove(at: position(of: date(count) - date(count - 1)))
    }

    private func position(of gap: Int32) -> Int {
        var (low, high) = (0, gaps.count)
        while low < high {
            let middle = (low + high) / 2
            if gaps[middle] < gap { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private var twiceMedianGap: Int32 {
        gaps.count < plan.minimumGaps ? 0 : gaps[gaps.count / 2] + gaps[(gaps.count - 1) / 2]
    }
}

// MARK: One day

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

// MARK: From day to day

extension StageWalk {
    /// Brings `standing` to `day`, and returns what the rules say then, with the next day on which it can change.
    mutating func visit(_ day: Int, _ standing: inout Standing) -> Finding {
        var finding = finding(on: day, while: standing.stage)
        if finding.stage != standing.stage {
            if mayChange(standing, to: finding.stage, on: day) {
                standing = Standing(stage: finding.stage, since: day, rule: finding.rule)
                // In another stage other lists decide about staying: the same stage, perhaps by an earlier rule.
                if plan.hasStays { finding = self.finding(on: day, while: standing.stage) }
            } else if let since = standing.since {
                finding.nextDay = min(finding.nextDay, since + plan.minimumStayDays)
            }
        }
        return finding
    }

    private func mayChange(_ standing: Standing, to stage: Stage, on day: Int) -> Bool {
        guard plan.minimumStayDays > 0, let since = standing.since, standing.stage != nil, standing.stage != .prospect
        else { return true }
        return day - since >= plan.minimumStayDays || plan.isEnteredAtOnce(stage)
            || plan.changesOnPurchase && Int(date(count - 1)) == day
    }

    /// Brings `standing` from `start` through `end` with no purchase after `start`, noting every change.
    mutating func run(from start: Int, through end: Int, _ standing: inout Standing, noting changes: inout [Standing]) {
        var day = start
        while day <= end {
            let before = standing
            day = visit(day, &standing).nextDay
            if standing.stage != before.stage { changes.append(standing) }
        }
    }

    /// Brings `standing` from `start` through `end`, with the purchases in between.
    mutating func replay(from start: Int, through end: Int, _ standing: inout Standing) {
        var day = start
        advance(through: day)
        while day <= end {
            let last = min(end, upcoming - 1)
            while count > 0, day <= last { day = visit(day, &standing).nextDay }
            day = upcoming
            if day <= end { advance() }
        }
    }

    /// Goes back from `day` to where the customer's `stage` began, by rules without memory, and returns that day.
    mutating func retrace(_ stage: Stage, from day: Int) -> Int {
        var end = day
        while true {
            let start = Int(date(count - 1))
            var (visited, since, current) = (start, start, Stage?.none)
            while visited <= end {
                let finding = finding(on: visited, while: nil)
                if finding.stage != current { (since, current) = (visited, finding.stage) }
                visited = finding.nextDay
            }
            if since > start || count == 1 { return since }
            retreat()
            if finding(on: start - 1, while: nil).stage != stage { return start }
            end = start - 1
        }
    }

    /// Returns the first day from `day` on, one on which it can, on which the stage does change if nothing is bought.
    mutating func change(from day: Int, _ standing: Standing) -> Int? {
        var (day, later) = (day, standing)
        while day <= StageWalk.lastDay {
            let next = visit(day, &later).nextDay
            if later.stage != standing.stage { return day }
            day = next
        }
        return nil
    }

    /// The last day of the calendar.
    private static let lastDay = 2_932_896
}
