public import GiftModel

extension StageAssessment {
    /// Why the stage is what it is: the rule that decided, with the facts that it compared.
    public var reason: Reason {
        switch basis {
        case .nothing: Reason(StageReason.noPurchase)
        case .nothingStands(let returned, let cancelled):
            Reason(
                StageReason.noStandingPurchase,
                Fact("returned", .number(returned)),
                Fact("cancelled", .number(cancelled))
            )
        case .returnsAlone: Reason(StageReason.returnsAlone)
        case .rules(let comparisons): reason(comparisons)
        case .told(let reason): reason
        }
    }

    /// The reason, and one for each condition of the rule where it had several, and for rules that were passed over.
    public var reasons: [Reason] {
        guard case .rules(let comparisons) = basis else { return [reason] }
        let parts = comparisons.conditions.count > 1 ? comparisons.conditions.map(comparisons.reason) : []
        let rules = undetermined.map { LocalizedText(english: "\($0 + 1)", chinese: "\($0 + 1)") }
        guard !rules.isEmpty else { return [reason] + parts }
        let passedOver = Fact("rules", .name(LocalizedText(listing: rules)))
        return [reason] + parts + [Reason(StageReason.stageRulesNotKnown, passedOver)]
    }

    private func reason(_ comparisons: Comparisons) -> Reason {
        if let awaited, let stage, let since {
            return Reason(
                StageReason.minimumStay,
                Fact("stage", .name(stage.title)),
                Fact("since", .date(since)),
                Fact("limit", .days(Int64(comparisons.plan.minimumStayDays))),
                Fact("awaited", .name(awaited.title))
            )
        }
        guard comparisons.rule != nil else {
            return comparisons.plan.otherwiseIsSteady
                ? comparisons.windowReason(.steadyPurchaseDays)
                : Reason(
                    StageReason.noStageRule,
                    Fact("purchaseDays", .number(Int64(comparisons.facts.purchaseDays))),
                    comparisons.daysSinceLastPurchase,
                    comparisons.lastPurchase
                )
        }
        switch comparisons.conditions {
        case StageRule.fewerPurchaseDays: return comparisons.windowReason(.fewerPurchaseDays)
        case StageRule.morePurchaseDays: return comparisons.windowReason(.morePurchaseDays)
        case let conditions where conditions.count == 1: return comparisons.reason(conditions[0])
        case let conditions:
            let book = Phrasebook(StageReason.self)
            let texts = conditions.map(comparisons.reason)
                .map {
                    LocalizedText(
                        english: $0.text(in: .english, from: book),
                        chinese: $0.text(in: .chinese, from: book)
                    )
                }
            return Reason(StageReason.stageConditions, Fact("conditions", .name(LocalizedText(listing: texts))))
        }
    }
}

extension StageAssessment.Comparisons {
    /// The conditions that hold.
    fileprivate var conditions: [StageCondition] { (holdsByStaying ? rule?.stays : rule?.when) ?? [] }

    fileprivate var daysSinceLastPurchase: Fact { Fact("days", .days(Int64(facts.daysSinceLastPurchase))) }

    fileprivate var lastPurchase: Fact { date("lastPurchase", facts.lastPurchase) }

    fileprivate func windowReason(_ code: StageReason) -> Reason {
        Reason(code, now, before, Fact("window", .days(Int64(plan.comparedDays))))
    }

    /// Returns the facts that `condition` compared.
    fileprivate func reason(_ condition: StageCondition) -> Reason {
        let (_, comparison, value) = condition.parts
        let how = Fact("comparison", .name(comparison.title))
        let days = Fact("limit", .days(value.numerator))
        let number = Fact("limit", .number(value.numerator))
        let ratio = Fact("limit", .ratio(value))
        let window = Fact("window", .days(Int64(plan.comparedDays)))
        switch condition {
        case .daysSinceFirstPurchase(let comparison, _):
            let age = Fact("days", .days(Int64(facts.daysSinceFirstPurchase)))
            return comparison == .atMost
                ? Reason(StageReason.firstPurchaseRecent, age, days)
                : Reason(StageReason.firstPurchaseCompared, age, how, days)
        case .purchaseDays:
            let count = Fact("purchaseDays", .number(Int64(facts.purchaseDays)))
            return Reason(StageReason.purchaseDaysCompared, count, how, number)
        case .daysSinceLastPurchase(let comparison, _):
            return comparison == .above
                ? Reason(StageReason.silent, daysSinceLastPurchase, lastPurchase, days)
                : Reason(StageReason.silenceCompared, daysSinceLastPurchase, lastPurchase, how, days)
        case .ownRhythm:
            return Reason(
                StageReason.ownRhythmCompared,
                daysSinceLastPurchase,
                fraction("ratio", 2 * Int64(facts.daysSinceLastPurchase), over: Int64(facts.twiceMedianGap)),
                fraction("gap", Int64(facts.twiceMedianGap), over: 2),
                how,
                ratio
            )
        case .purchaseDaysInWindow: return Reason(StageReason.windowCompared, now, window, how, number)
        case .purchaseDaysInWindowBefore: return Reason(StageReason.windowBeforeCompared, before, window, how, number)
        case .windowRatio: return Reason(StageReason.windowRatioCompared, now, before, window, how, ratio)
        case .activityBelow, .activityAtLeast:
            let probability = Ratio(rounding: facts.activityProbability).map { Fact("probability", .ratio($0)) }
            return Reason(StageReason.activityCompared, probability ?? Fact("probability", .number(0)), how, ratio)
        }
    }

    private var now: Fact { Fact("now", .number(Int64(facts.inWindow))) }
    private var before: Fact { Fact("before", .number(Int64(facts.inWindowBefore))) }

    private func fraction(_ name: String, _ numerator: Int64, over denominator: Int64) -> Fact {
        Fact(name, Ratio(numerator, over: denominator).map(FactValue.ratio) ?? .number(0))
    }

    private func date(_ name: String, _ day: Int32) -> Fact {
        Fact(name, CalendarDate(daysAfterEpoch: Int(day)).map(FactValue.date) ?? .number(Int64(day)))
    }
}
