import GiftModel

extension StageRules {
    /// Returns the stage of the customer of these `purchases`: that of the first rule that holds.
    ///
    /// 1. Without an order: *prospect*; but with returns alone it is undetermined, because goods that come
    ///    back were bought some time that is not known.
    /// 2. More than ``churnedAfterDays`` since the last purchase: *churned*.
    /// 3. More than ``dormantAfterDays`` since the last purchase: *dormant*.
    /// 4. At least 2 purchase days in the window before, and at most half as many in the last: *declining*.
    /// 5. At most ``newThroughDays`` since the first purchase: *new*.
    /// 6. More purchase days in the last window than in the one before: *growing*.
    /// 7. Otherwise: *mature*.
    ///
    /// The last window is the ``comparedDays`` days that end on the day asked about; the other is as long and ends
    /// before it.
    ///
    /// - Complexity: O(*n*) in the number of the purchases' days.
    public func assessment(of purchases: PurchaseDays) -> StageAssessment {
        let day = purchases.asOf
        guard let figures = purchases.figures else {
            guard purchases.days.isEmpty else {
                return StageAssessment(stage: nil, reason: Reason(StageReason.returnsAlone))
            }
            return StageAssessment(stage: .prospect, reason: Reason(StageReason.noPurchase))
        }
        let sinceLast = Fact("days", .days(Int64(figures.daysSinceLastPurchase)))
        let last = Fact("lastPurchase", .date(figures.lastPurchase))
        func silent(_ stage: Stage, after limit: Int) -> StageAssessment {
            let limit = Fact("limit", .days(Int64(limit)))
            return StageAssessment(stage: stage, reason: Reason(StageReason.silent, sinceLast, last, limit))
        }
        if figures.daysSinceLastPurchase > churnedAfterDays { return silent(.churned, after: churnedAfterDays) }
        if figures.daysSinceLastPurchase > dormantAfterDays { return silent(.dormant, after: dormantAfterDays) }

        let now = purchases.purchaseDays(inDays: comparedDays, through: day)
        let before =
            day.adding(days: -comparedDays).map { purchases.purchaseDays(inDays: comparedDays, through: $0) } ?? 0
        let window = [
            Fact("now", .number(Int64(now))), Fact("before", .number(Int64(before))),
            Fact("window", .days(Int64(comparedDays))),
        ]
        if before >= 2, 2 * now <= before {
            let reason = Reason(StageReason.fewerPurchaseDays, window[0], window[1], window[2])
            return StageAssessment(stage: .declining, reason: reason)
        }
        if figures.daysSinceFirstPurchase <= newThroughDays {
            let age = Fact("days", .days(Int64(figures.daysSinceFirstPurchase)))
            let limit = Fact("limit", .days(Int64(newThroughDays)))
            return StageAssessment(stage: .new, reason: Reason(StageReason.firstPurchaseRecent, age, limit))
        }
        let isGrowing = now > before
        let code = isGrowing ? StageReason.morePurchaseDays : .steadyPurchaseDays
        return StageAssessment(
            stage: isGrowing ? .growing : .mature,
            reason: Reason(code, window[0], window[1], window[2])
        )
    }
}
