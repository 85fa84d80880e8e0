public import GiftModel

extension StageRules {
    /// Returns the stages in which a customer has been, each as it was said on its first day.
    ///
    /// Every day is assessed by what was known at its end: an order that came back later counted until then. It visits
    /// only the days on which anything happened or a rule may turn.
    ///
    /// - Returns: The spells up to `day`, in order; the first has no beginning, and neighbors differ in their stage.
    /// - Complexity: O(*n*²) in the number of the summary's days.
    public func history(
        of summary: PurchaseSummary,
        through day: CalendarDate,
        model: ModifiedBetaGeometricModel? = nil
    ) -> [StageSpell] {
        var standing = StageWalk.Standing(stage: .prospect)
        var changes = [standing]
        let visible = summary.days.prefix { $0.date <= day }
        for (index, event) in visible.enumerated() {
            let start = Int(event.date.daysAfterEpoch)
            let end = index + 1 < visible.count ? Int(visible[index + 1].date.daysAfterEpoch) - 1 : nil
            let dates = summary.days(asOf: event.date).purchaseDates
            var walk = StageWalk(plan, model, dates: dates)
            walk.advance(through: start)
            if walk.count > 0 {
                walk.run(from: start, through: end ?? Int(day.daysAfterEpoch), &standing, noting: &changes)
            } else if standing.stage != nil {
                standing = StageWalk.Standing(stage: nil, since: start)
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
