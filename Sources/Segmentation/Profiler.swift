public import GiftModel

/// Turns what is kept of customers into profiles, by what was learned from everybody and by the host's rules.
///
/// ```swift
/// let profile = try profiler.profile(of: summary, asOf: today)
/// profile.stage.stage   // .dormant
/// ```
public struct Profiler: Hashable, Sendable {
    /// What was learned from all customers.
    public let population: Population
    /// The host's rules.
    public let rules: ProfileRules
    /// What is scored beyond recency, frequency and monetary value.
    let further: [FurtherDimension]
    /// Whether a tier asks for interactions, which else are not summed up.
    let countsInteractions: Bool
    /// Whether the host hands over interactions, and complaints.
    let observesInteractions, observesComplaints: Bool

    /// A profiler that scores by `population` and judges by the host's `rules`.
    public init(population: Population, rules: ProfileRules) {
        self.population = population
        self.rules = rules
        self.further = population.scale?.further.map(FurtherDimension.init) ?? []
        let goals = rules.tiers.rungs.flatMap { $0.goals + $0.keeping }
        self.countsInteractions = goals.contains { $0.interactions != nil }
        self.observesInteractions = rules.observed.contains(.interaction)
        self.observesComplaints = rules.observed.contains(.complaintStep)
    }

    /// A profiler that scores by `population`, and knows stages and tiers by the host's rules and nothing else.
    public init(population: Population, stages: StageRules, tiers: TierLadder) {
        self.init(population: population, rules: ProfileRules(stages: stages, tiers: tiers))
    }
}

extension Profiler {
    /// Returns the profile of `summary`'s customer as of `day`, of whom nothing else is known.
    ///
    /// - Throws: As for a history.
    /// - Complexity: As for a history.
    public func profile(
        of summary: PurchaseSummary,
        asOf day: CalendarDate
    ) throws(PurchaseSummaryError) -> CustomerProfile {
        try profile(of: CustomerHistory(summary), asOf: day)
    }

    /// Returns the profile of a customer with this `history` as of `day`.
    ///
    /// - Throws: ``PurchaseSummaryError/currencyMismatch(_:expected:)`` when the population, a rule or the lifetime
    ///   value is in another currency, ``PurchaseSummaryError/overflow`` when what is missing to a tier does not fit in
    ///   `Int64`.
    /// - Complexity: O(*n*) in the number of days, kinds and channels, tags and comparisons of segments.
    public func profile(
        of history: CustomerHistory,
        asOf day: CalendarDate
    ) throws(PurchaseSummaryError) -> CustomerProfile {
        var evaluator = rules.segments.map(SegmentEvaluator.init)
        let purchases = history.purchases(asOf: day)
        var profile = try standings(of: history, purchases)
        try complete(&profile, of: history, purchases, &evaluator)
        return profile
    }

    /// Returns the profiles of all these customers as of `day`, in their order; it is the same as asking for each, and
    /// faster where there are segments.
    ///
    /// - Throws: As for a history, for the first that fails.
    /// - Complexity: O(*n*) in the number of histories, each as above.
    public func profiles(
        of histories: some Sequence<CustomerHistory>,
        asOf day: CalendarDate
    ) throws(PurchaseSummaryError) -> [CustomerProfile] {
        // An array is not copied by that, and no history is by its position.
        try profiles(ofEach: Array(histories), asOf: day)
    }

    private func profiles(
        ofEach histories: [CustomerHistory],
        asOf day: CalendarDate
    ) throws(PurchaseSummaryError) -> [CustomerProfile] {
        var evaluator = rules.segments.map(SegmentEvaluator.init)
        var profiles: [CustomerProfile] = []
        profiles.reserveCapacity(histories.count)
        for position in histories.indices {
            // What is long is put together where it will stay.
            let history = histories[position]
            let purchases = history.purchases(asOf: day)
            profiles.append(try standings(of: history, purchases))
            try complete(&profiles[position], of: history, purchases, &evaluator)
        }
        return profiles
    }

    /// Scores, stage and tier.
    @inline(__always)
    private func standings(
        of history: CustomerHistory,
        _ purchases: PurchaseDays
    ) throws(PurchaseSummaryError) -> CustomerProfile {
        if let currency = population.scale?.currency, currency != purchases.currency {
            throw .currencyMismatch(purchases.currency, expected: currency)
        }
        let figures = purchases.figures
        var scores: RFMScores?
        if let figures { scores = population.scale?.scores(of: figures) }
        let stage = stage(of: history, purchases)
        let standing = try standing(of: history, purchases)
        return CustomerProfile(
            of: history.activities.customer,
            asOf: purchases.asOf,
            purchases: figures,
            scores: scores,
            stage: stage,
            tier: stage.stage == nil ? nil : standing
        )
    }

    /// Adds all else to a profile.
    private func complete(
        _ profile: inout CustomerProfile,
        of history: CustomerHistory,
        _ purchases: PurchaseDays,
        _ evaluator: inout SegmentEvaluator?
    ) throws(PurchaseSummaryError) {
        try judgeValue(of: history, purchases, in: &profile)
        judgeActivities(of: history, purchases, in: &profile)
        score(history, in: &profile)
        guard evaluator != nil else { return }
        var facts = SegmentFacts(asFarAsKnown: purchases, figures: profile.purchases)
        describe(history, &profile, in: &facts)
        profile.segments = evaluator?.answers(for: facts)
    }
}
