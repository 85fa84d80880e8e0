public import GiftModel

/// Turns purchase summaries into profiles, by what was learned from everybody and by the host's rules.
///
/// ```swift
/// let profile = try profiler.profile(of: summary, asOf: today)
/// profile.stage.stage   // .dormant
/// ```
public struct Profiler: Hashable, Sendable {
    /// What was learned from all customers.
    public let population: Population
    /// The boundaries between the stages.
    public let stages: StageRules
    /// The tiers.
    public let tiers: TierLadder

    /// A profiler that scores by `population`, and knows stages and tiers by the host's rules.
    public init(population: Population, stages: StageRules, tiers: TierLadder) {
        self.population = population
        self.stages = stages
        self.tiers = tiers
    }

    /// Returns the profile of `summary`'s customer as of `day`.
    ///
    /// - Throws: ``PurchaseSummaryError/currencyMismatch(_:expected:)`` when the scale or the ladder is in another
    ///   currency, ``PurchaseSummaryError/overflow`` when what is missing to a tier does not fit in `Int64`.
    /// - Complexity: O(*n*) in the number of the summary's days.
    public func profile(
        of summary: PurchaseSummary,
        asOf day: CalendarDate
    ) throws(PurchaseSummaryError) -> CustomerProfile {
        if let currency = population.scale?.currency, currency != summary.currency {
            throw .currencyMismatch(summary.currency, expected: currency)
        }
        let days = summary.days(asOf: day)
        let purchases = days.figures
        let stage = stages.assessment(of: days)
        let standing = try tiers.standing(of: days)
        return CustomerProfile(
            customer: summary.customer,
            asOf: day,
            purchases: purchases,
            scores: purchases.flatMap { population.scale?.scores(of: $0) },
            stage: stage,
            tier: stage.stage == nil ? nil : standing
        )
    }
}
