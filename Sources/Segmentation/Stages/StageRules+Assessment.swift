import GiftModel

extension StageRules {
    /// Returns the stage of the customer of these `purchases`, since when, and until when if nothing happens.
    ///
    /// Where a stage depends on the one before, earlier days are assessed from the same purchases: what was returned
    /// since then counts as it does now. ``history(of:through:model:)`` assesses them as they stood.
    ///
    /// - Parameter model: Tells the probability that a customer has not left; without one, rules that ask for it do not
    ///   hold.
    /// - Complexity: O(*n*) in the number of the purchases' days and of the days since the last change; where a stage
    ///   depends on the one before, in that of all days on which anything changed.
    public func assessment(
        of purchases: PurchaseDays,
        model: ModifiedBetaGeometricModel? = nil
    ) -> StageAssessment {
        let days = purchases.purchaseDays
        guard let first = days.first?.date.daysAfterEpoch else { return assessmentWithoutPurchase(of: purchases) }
        let day = Int(purchases.asOf.daysAfterEpoch)
        var walk = StageWalk(plan, model, days)
        var standing = StageWalk.Standing()
        if plan.hasMemory {
            walk.replay(from: Int(first), through: day, &standing)
            return assessment(&walk, standing, asOf: purchases.asOf)
        }
        walk.advance(through: day)
        return assessment(&walk, standing, isTraced: false, asOf: purchases.asOf)
    }

    /// Returns the same from where an `earlier` assessment stood, without going through all that came before it.
    ///
    /// Only what happened after the earlier day may have been added to the purchases since, and rules and model must be
    /// the same. The earlier assessment stands as it was made, also where something bought by then came back later.
    ///
    /// - Complexity: O(*n*) in the number of the purchases' days and of the days since then on which anything changed.
    public func assessment(
        of purchases: PurchaseDays,
        following earlier: StageMark,
        model: ModifiedBetaGeometricModel? = nil
    ) -> StageAssessment {
        let days = purchases.purchaseDays
        guard !days.isEmpty else { return assessmentWithoutPurchase(of: purchases) }
        guard earlier.asOf <= purchases.asOf else { return assessment(of: purchases, model: model) }
        var walk = StageWalk(plan, model, days)
        var standing = StageWalk.Standing(stage: earlier.stage, since: earlier.since.map { Int($0.daysAfterEpoch) })
        let day = Int(purchases.asOf.daysAfterEpoch)
        walk.replay(from: Int(earlier.asOf.daysAfterEpoch), through: day, &standing)
        return assessment(&walk, standing, asOf: purchases.asOf)
    }

    /// Returns the assessment of where `walk` stands, going back to the last change unless the walk came from there.
    private func assessment(
        _ walk: inout StageWalk,
        _ standing: StageWalk.Standing,
        isTraced: Bool = true,
        asOf date: CalendarDate
    ) -> StageAssessment {
        let day = Int(date.daysAfterEpoch)
        var standing = standing
        let finding = walk.visit(day, &standing)
        let comparisons = StageAssessment.Comparisons(
            plan: plan,
            facts: walk.complete(finding.facts),
            undetermined: finding.undetermined,
            position: Int8(finding.rule),
            holdsByStaying: finding.holdsByStaying
        )
        let change = walk.change(from: finding.stretch.next, standing)
        let since = isTraced ? standing.since : walk.retrace(finding)
        return StageAssessment(
            asOf: date,
            stage: standing.stage,
            since: since.flatMap(CalendarDate.init(daysAfterEpoch:)),
            awaited: finding.stage == standing.stage ? nil : finding.stage,
            nextPossibleChange: change.flatMap(CalendarDate.init(daysAfterEpoch:)),
            basis: .rules(comparisons)
        )
    }

    private func assessmentWithoutPurchase(of purchases: PurchaseDays) -> StageAssessment {
        let firstReturn = purchases.firstUnknownReturn
        let basis: StageAssessment.Basis =
            if firstReturn != nil {
                .returnsAlone
            } else if purchases.days.isEmpty {
                .nothing
            } else {
                .nothingStands(
                    returned: purchases.days.reduce(0) { $0 + $1.returnedOrders },
                    cancelled: purchases.days.reduce(0) { $0 + $1.cancelledOrders }
                )
            }
        return StageAssessment(
            asOf: purchases.asOf,
            stage: firstReturn == nil ? .prospect : nil,
            since: firstReturn,
            awaited: nil,
            nextPossibleChange: nil,
            basis: basis
        )
    }
}

extension PurchaseDays {
    /// The first day on which goods came back of which no order is known; asked where no order stands.
    ///
    /// On a day with an order that came back whole they count as its goods.
    var firstUnknownReturn: CalendarDate? { days.first { $0.returns > 0 && $0.returnedOrders == 0 }?.date }

    /// The days on which an order stands, ascending; as a rule these are all, and none is copied.
    var purchaseDays: ArraySlice<PurchaseDay> {
        if days.allSatisfy({ $0.orders > 0 }) { return days }
        var purchaseDays: [PurchaseDay] = []
        purchaseDays.reserveCapacity(days.count)
        for day in days where day.orders > 0 { purchaseDays.append(day) }
        return purchaseDays[...]
    }
}
