import GiftModel

/// The parts of a profile, each from what it rests on.
extension Profiler {
    func stage(of history: CustomerHistory, _ purchases: PurchaseDays) -> StageAssessment {
        guard let mark = history.stage else { return rules.stages.assessment(of: purchases, model: population.model) }
        return rules.stages.assessment(of: purchases, following: mark, model: population.model)
    }

    func standing(of history: CustomerHistory, _ purchases: PurchaseDays) throws(PurchaseSummaryError) -> TierStanding {
        let facts = tierFacts(of: history, purchases)
        guard let course = history.tiers else { return try rules.tiers.standing(of: facts) }
        return try rules.tiers.standing(of: facts, after: course)
    }

    func tierFacts(of history: CustomerHistory, _ purchases: PurchaseDays) -> TierFacts {
        let interactions = countsInteractions ? interactions(of: history)?.counts() : nil
        return TierFacts(
            purchases,
            points: history.pointsEarned,
            interactions: interactions,
            startedOn: history.startedOn
        )
    }

    /// What was done beside buying, or `nil` when the host does not hand it over.
    func interactions(of history: CustomerHistory) -> InteractionSummary? {
        observesInteractions ? history.activities.interactions : nil
    }

    func judgeValue(
        of history: CustomerHistory,
        _ purchases: PurchaseDays,
        in profile: inout CustomerProfile
    ) throws(PurchaseSummaryError) {
        if let bands = rules.bands {
            let value = history.lifetimeValue
            let figures = try ValueFigures(of: purchases, profile.purchases, spend: bands.spend, lifetimeValue: value)
            profile.band = try bands.assessment(of: figures)
        }
        if let quadrants = population.quadrants {
            let spend = population.scale?.spend ?? .net
            // Whoever has bought nothing has spent nothing, unless it is not known what was bought.
            let nothing = profile.stage.stage == nil ? nil : Money.zero(in: purchases.currency)
            let interactions = history.activities.interactions.count(through: profile.asOf)
            profile.quadrant = try quadrants.assessment(
                value: profile.purchases?.spend(spend) ?? nothing,
                interaction: observesInteractions ? interactions : nil
            )
        }
    }

    func judgeActivities(of history: CustomerHistory, _ purchases: PurchaseDays, in profile: inout CustomerProfile) {
        if let model = population.model, let figures = profile.purchases {
            profile.activityProbability = model.activityProbability(of: figures)
        }
        if let engagement = rules.engagement, observesInteractions {
            profile.engagement = engagement.engagement(of: history.activities.interactions, asOf: profile.asOf)
        }
        profile.tags = rules.tags?.standings(of: history.activities.tags, asOf: profile.asOf) ?? []
        if let churn = rules.churn {
            profile.churn = churn.signals(
                of: purchases,
                interactions: observesInteractions ? history.activities.interactions.counts.days : nil,
                complaints: observesComplaints ? history.activities.complaints.days : nil,
                expecting: expectedPurchaseDays(of: history, purchases, windowDays: churn.windowDays),
                on: profile.asOf
            )
        }
        profile.preferredChannel = history.activities.channels.preferred
        if let rules = rules.sensitivity, let evidence = history.sensitivity {
            profile.sensitivity = rules.assessment(of: evidence)
        }
        if let kinds = history.giftKinds { profile.giftKind = kinds.preference(on: profile.asOf) }
        if let risk = rules.promotionRisk, let counts = history.promotions {
            profile.promotionRisk = risk.risk(of: profile.customer, by: counts)
        }
    }

    /// What signs of leaving are looked for in.
    func evidence(of history: CustomerHistory, _ purchases: PurchaseDays, windowDays: Int) -> ChurnEvidence {
        ChurnEvidence(
            purchases,
            interactions: interactions(of: history),
            complaints: observesComplaints ? history.activities.complaints : nil,
            expectedPurchaseDays: expectedPurchaseDays(of: history, purchases, windowDays: windowDays)
        )
    }

    /// On how many days of the last window the model expected a purchase before it began.
    private func expectedPurchaseDays(
        of history: CustomerHistory,
        _ purchases: PurchaseDays,
        windowDays: Int
    ) -> Double? {
        guard let model = population.model, let eve = purchases.asOf.adding(days: -windowDays),
            let before = history.activities.purchases.course(asOf: eve, knowing: purchases)
        else { return nil }
        return model.expectedPurchases(
            purchaseDays: before.count,
            lastPurchase: before.first.days(until: before.last),
            age: before.first.days(until: eve),
            inDays: windowDays
        )
    }

    /// Scores what the scale holds beside recency, frequency and monetary value.
    func score(_ history: CustomerHistory, in profile: inout CustomerProfile) {
        guard !further.isEmpty, let spend = population.scale?.spend else { return }
        for dimension in further {
            guard let value = dimension.value(of: history, in: profile, spend: spend) else { continue }
            let (scale, score) = (dimension.scale, dimension.scale.score(of: value))
            profile.furtherScores.append(
                CustomerProfile.FurtherScore(on: scale.dimension, value: value, score: score)
            )
        }
    }
}
