import GiftModel

/// The stage from day to day.
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
                finding.stretch.next = min(finding.stretch.next, since + plan.minimumStayDays)
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
            day = visit(day, &standing).stretch.next
            if standing.stage != before.stage { changes.append(standing) }
        }
    }

    /// Brings `standing` from `start` through `end`, with the purchases in between.
    mutating func replay(from start: Int, through end: Int, _ standing: inout Standing) {
        var day = start
        advance(through: day)
        while day <= end {
            let last = min(end, upcoming - 1)
            while count > 0, day <= last { day = visit(day, &standing).stretch.next }
            day = upcoming
            if day <= end { advance() }
        }
    }

    /// Goes back from what the rules, which have no memory, say on a day to where that stage began; returns that day.
    mutating func retrace(_ finding: Finding) -> Int {
        var earlier = finding
        while true {
            var first = earlier.stretch.first
            let lastPurchase = Int(date(count - 1))
            if first <= lastPurchase {
                if count == 1 { return lastPurchase }
                first = lastPurchase
                retreat()
            }
            earlier = self.finding(on: first - 1, while: nil)
            if earlier.stage != finding.stage { return first }
        }
    }

    /// Returns the first day from `day` on, one on which it can, on which the stage does change if nothing is bought.
    mutating func change(from day: Int, _ standing: Standing) -> Int? {
        var (day, later) = (day, standing)
        while day <= StageWalk.lastDay {
            let next = visit(day, &later).stretch.next
            if later.stage != standing.stage { return day }
            day = next
        }
        return nil
    }

    private static let lastDay = Int(CalendarDate.last.daysAfterEpoch)
}
