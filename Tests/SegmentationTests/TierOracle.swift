import GiftModel
import Segmentation

/// The tiers of one customer told naively: day by day, in points alone, with every sum taken anew.
struct TierOracle {
    let goals: [Int64]
    let keeping: [Int64]
    let window: TierWindow
    let rules: TierRules
    let start: CalendarDate
    private(set) var tier = 0
    private var kept = 0
    private var carried: Int64 = 0
    private var grace: (through: CalendarDate, counted: Int64)?
    private var steps: [(tier: Int, day: CalendarDate)] = []

    init(goals: [Int64], keeping: [Int64], window: TierWindow, rules: TierRules, start: CalendarDate) {
        (self.goals, self.keeping, self.window, self.rules, self.start) = (goals, keeping, window, rules, start)
    }

    /// Lives through one day, with the points as they are known on it.
    mutating func live(_ day: CalendarDate, _ points: [(CalendarDate, Int64)]) {
        func sum(asOf last: CalendarDate, from first: CalendarDate? = nil) -> Int64 {
            let counted = points.filter {
                $0.0 <= last && counts($0.0, asOf: first ?? last) || first != nil && $0.0 > first! && $0.0 <= last
            }
            return counted.map(\.1).reduce(0, +)
        }
        let eve = day.adding(days: -1)!
        if let grace, grace.through == eve { endGrace(grace.counted, new: sum(asOf: eve) + carried, on: day) }
        if rules.reviews != .daily {
            if isReviewed(eve) { review(sum(asOf: eve) + carried, on: day) }
            between(sum(asOf: day), left: steps.map { sum(asOf: day, from: $0.day) }, on: day)
        } else {
            daily(sum(asOf: day), on: day)
        }
    }

    private func reached(_ points: Int64) -> Int { goals.count { points >= $0 } }

    private func keeps(_ tier: Int, _ points: Int64) -> Bool { tier == 0 || points >= keeping[tier - 1] }

    private var floor: Int {
        guard case .floor(let tier) = rules.landing else { return 0 }
        return ["none", "silver", "gold", "platinum"].firstIndex(of: tier.text)!
    }

    private func landing(_ points: Int64) -> Int {
        if rules.landing == .oneStep { return tier - 1 }
        return max((0..<tier).last { keeps($0, points) }!, min(floor, tier))
    }

    private mutating func put(on target: Int, _ points: Int64) {
        (tier, kept, grace, steps) = (target, target, nil, [])
        carried = rules.rollsOver && reached(points) > 0 ? points - goals[reached(points) - 1] : 0
    }

    private mutating func review(_ points: Int64, on day: CalendarDate) {
        if reached(points) > tier {
            put(on: reached(points), points)
        } else if tier > 0, keeps(tier, points) || floor >= tier {
            put(on: tier, points)
        } else if tier > 0, grace == nil {
            fail(points, on: day)
        }
    }

    private mutating func fail(_ points: Int64, on day: CalendarDate) {
        if let period = rules.grace {
            grace = (day.adding(period, shortMonth: .lastDay)!.adding(days: -1)!, points)
            (kept, carried, steps) = (tier, 0, [])
        } else {
            put(on: landing(points), points)
        }
    }

    private mutating func between(_ counted: Int64, left: [Int64], on day: CalendarDate) {
        makeGood(counted + carried)
        let points = counted + carried
        if reached(points) > tier, rules.upgrades == .atOnce {
            tier = reached(points)
            steps.append((tier, day))
        } else if rules.refunds == .immediate {
            // Each rung that was reached stands while what is left of that day's window reaches it.
            let standing = zip(steps, left).map { (tier: min($0.tier, reached($1 + carried)), day: $0.day) }
            let lower = standing.map(\.tier).max() ?? tier
            guard max(kept, lower) < tier else { return }
            tier = max(kept, lower)
            steps = standing.filter { $0.tier > kept }
        }
    }

    private mutating func daily(_ points: Int64, on day: CalendarDate) {
        if reached(points) > tier {
            put(on: reached(points), points)
        } else if keeps(tier, points) {
            grace = nil
        } else if grace == nil, floor < tier {
            fail(points, on: day)
        }
    }

    private mutating func makeGood(_ new: Int64) {
        guard let counted = grace?.counted else { return }
        let both = rules.reviews == .periodEnd ? counted + new : new
        guard keeps(tier, both) else { return }
        grace = nil
        if rules.consumesShortfall, reached(new) < tier { carried -= max(0, keeping[tier - 1] - counted) }
    }

    private mutating func endGrace(_ counted: Int64, new: Int64, on day: CalendarDate) {
        makeGood(new)
        guard grace != nil else { return }
        let points = rules.reviews == .periodEnd ? counted : new
        put(on: landing(points), points)
    }

    private func isReviewed(_ day: CalendarDate) -> Bool {
        let next = day.adding(days: 1)!
        func ends(_ months: Int) -> Bool { next.day == 1 && (next.month - 1) % months == 0 }
        switch rules.reviews {
        case .daily: return false
        case .month: return ends(1)
        case .quarter: return ends(3)
        case .halfYear: return ends(6)
        case .year: return ends(12)
        case .periodEnd: return !counts(day, asOf: next) && counts(day, asOf: day)
        }
    }

    /// Whether what happened on `date` counts as of `day`.
    private func counts(_ date: CalendarDate, asOf day: CalendarDate) -> Bool {
        guard date <= day else { return false }
        switch window {
        case .lifetime: return true
        case .calendar(.month): return (date.year, date.month) == (day.year, day.month)
        case .calendar(.quarter): return (date.year, (date.month - 1) / 3) == (day.year, (day.month - 1) / 3)
        case .calendar(.halfYear): return (date.year, (date.month - 1) / 6) == (day.year, (day.month - 1) / 6)
        case .calendar(.year): return date.year == day.year
        case .rolling(let period): return date > day.adding(period, times: -1, shortMonth: .lastDay)!
        case .anniversary(let period):
            let last = (0...2_000).lazy.map { start.adding(period, times: $0, shortMonth: .lastDay)! }
                .prefix { $0 <= day }.last
            return last.map { date >= $0 } ?? false
        }
    }
}
