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

    private static let lastDay = Int(CalendarDate.last.daysAfterEpoch)
}
