public import GiftModel

extension StageRules {
    /// Returns the stages in which a customer has been, each as it was said on its first day.
    ///
    /// Every day is assessed by what was known at its end: an order that came back later counted until then. It visits
    /// only the days on which anything happened or a rule may turn.
    ///
    /// - Returns: The spells up to `day`, in order; the first has no beginning, and neighbors differ in their stage.
    /// - Complexity: O(*n*²) in the number of orders, returns and cancellations.
    public func history(
        of summary: PurchaseSummary,
        through day: CalendarDate,
        model: ModifiedBetaGeometricModel? = nil
    ) -> [StageSpell] {
        var standing = StageWalk.Standing(stage: .prospect)
        var changes = [standing]
        let events = summary.eventDates(through: day)
        for (index, event) in events.enumerated() {
            let purchases = summary.days(asOf: event)
            let start = Int(event.daysAfterEpoch)
            let end = Int((index + 1 < events.count ? events[index + 1] : day).daysAfterEpoch)
            var walk = StageWalk(plan, model, purchases.purchaseDays)
            walk.advance(through: start)
            if walk.count > 0 {
                let isLast = index + 1 == events.count
                walk.run(from: start, through: isLast ? end : end - 1, &standing, noting: &changes)
                continue
            }
            let stage: Stage? = purchases.firstUnknownReturn == nil ? .prospect : nil
            if standing.stage != stage {
                standing = StageWalk.Standing(stage: stage, since: start)
                changes.append(standing)
            }
        }
        return changes.map { change in
            StageSpell(
                stage: change.stage,
                since: change.since.flatMap(CalendarDate.init(daysAfterEpoch:)),
                rule: change.rule.flatMap { $0 < rules.count ? $0 : nil }
            )
        }
    }
}

extension PurchaseSummary {
    /// The days through `day` on which anything was bought, came back or was called off, ascending.
    fileprivate func eventDates(through day: CalendarDate) -> [CalendarDate] {
        let all = orders.map(\.date) + returns.map(\.date) + cancellations.map(\.date)
        var dates: [CalendarDate] = []
        for date in all.filter({ $0 <= day }).sorted() where date != dates.last { dates.append(date) }
        return dates
    }
}
