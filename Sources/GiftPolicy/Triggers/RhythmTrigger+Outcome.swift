import GiftModel
import Segmentation

extension RhythmTrigger {
    /// Returns whether the occasion has come round in `customer`'s case.
    func outcome(in customer: CustomerCase) -> TriggerOutcome {
        let (profile, purchases) = (customer.profile, customer.facts.attributes.purchases)
        guard profile.stage.stage != nil else { return .unknown(.missing(.purchases)) }
        guard let figures = profile.purchases else { return .notDue(Reason(StageReason.noPurchase), earliest: nil) }
        guard let purchases else { return .unknown(.missing(.purchases)) }
        guard let rhythm = purchases.rhythm(fromAtLeast: Int(clamping: leastGaps)) else {
            let days = Fact("purchaseDays", .number(figures.purchaseDays))
            return .unknown(Reason(ActivityReason.rhythmNotKnown, days, Fact("least", .number(leastGaps))))
        }
        let wait = times.times(rhythm.medianGap)
        let (days, last) = (Int64(figures.daysSinceLastPurchase), figures.lastPurchase)
        let facts = (
            Fact("days", .days(days)), Fact("lastPurchase", .date(last)), Fact("gap", .ratio(rhythm.medianGap)),
            Fact("times", .ratio(times))
        )
        guard days >= wait else {
            let left = Fact("wait", .days(wait - days))
            return .notDue(
                Reason(ActivityReason.rhythmNotDue, facts.0, facts.1, facts.2, facts.3, left),
                earliest: last.adding(days: Int(wait)).map(customer.clock.start)
            )
        }
        let reason = Reason(ActivityReason.rhythmDue, facts.0, facts.1, facts.2, facts.3)
        return .due(term: Identifier(stringLiteral: "since-\(last)"), reason: reason)
    }
}

extension Ratio {
    /// Returns how many whole days this many times `gap` takes.
    fileprivate func times(_ gap: Ratio) -> Int64 {
        let (days, days2) = (Int128(numerator) * Int128(gap.numerator), Int128(denominator) * Int128(gap.denominator))
        return Int64(clamping: (days + days2 - 1) / days2)
    }
}
