public import GiftModel

/// Where a customer stands on a ladder: the tiers it has reached, and what is missing to those above.
public struct TierStanding: Hashable, Sendable {
    /// What counted; of what is not known it cannot be said which tiers it reaches.
    public let amounts: TierAmounts
    /// How many rungs are reached for sure, and how many may be, once all is known.
    private let height, possibleHeight: Int
    private let since: ReachedDays
    private let places: [TierLadder.Place]

    init(on ladder: TierLadder, height: Int, since: ReachedDays, amounts: TierAmounts) {
        self.amounts = amounts
        self.height = height
        self.possibleHeight = ladder.possibleHeight(from: height, by: amounts)
        self.since = since
        self.places = ladder.places
    }

    /// A tier, and since when it has been reached.
    public struct Reached: Hashable, Sendable {
        /// The tier.
        public let tier: Tier
        /// What it gives.
        public let benefits: [TierBenefit]
        /// The first day from which what counts has stayed at or above what the tier needs.
        public let since: CalendarDate
    }

    /// A tier not reached yet, as far as is known.
    public struct Missing: Hashable, Sendable {
        /// The tier.
        public let tier: Tier
        /// What it gives.
        public let benefits: [TierBenefit]
        /// What is missing to each goal of the tier, in the order in which the ladder lists them.
        public let ways: [TierAmounts]
        /// Whether it may have been reached, because something that its goals ask for is not known.
        public let isUndetermined: Bool

        /// How much more money meets the first of its goals.
        public var spend: Money { ways[0].spend }
    }
}

extension TierStanding {
    /// The tier on which the customer stands for sure.
    public var tier: Tier { places[height].tier }

    /// The highest tier on which the customer may stand, once all is known; the same where all is.
    public var possibleTier: Tier { places[possibleHeight].tier }

    private var rungs: [TierRung] { places.compactMap(\.rung) }

    /// Whether all is known that tells on which tier the customer stands.
    public var isDetermined: Bool { possibleHeight == height }

    /// The money that counted.
    public var spend: Money { amounts.spend }

    /// The first goal of the tier that what counted meets; none on the base tier, or where only the history keeps it.
    var metGoal: TierGoal? { height == 0 ? nil : rungs[height - 1].goals.first { $0.isMet(by: amounts) } }

    /// The tiers above the base that the customer stands on or above, lowest first.
    ///
    /// - Complexity: O(*r*) for *r* rungs.
    public var reached: [Reached] {
        rungs.prefix(height).enumerated()
            .map { Reached(tier: $1.tier, benefits: $1.benefits, since: since[$0 + 1]) }
    }

    /// The tiers above, lowest first, each with what it gives and what is missing.
    ///
    /// - Complexity: O(*r*) for *r* goals.
    public var missing: [Missing] {
        rungs.enumerated().dropFirst(height)
            .map { index, rung in
                Missing(
                    tier: rung.tier,
                    benefits: rung.benefits,
                    ways: rung.goals.map { $0.gap(after: amounts) },
                    isUndetermined: index < possibleHeight
                )
            }
    }

    /// What is missing to keep the tier at its next review, for each goal that keeps it; empty on the base tier.
    ///
    /// - Complexity: O(*r*) for *r* goals.
    public var missingToKeep: [TierAmounts] {
        height == 0 ? [] : rungs[height - 1].keeping.map { $0.gap(after: amounts) }
    }

    /// What an account has to know of the customer's tiers to multiply points: the tier itself, with nothing left to
    /// it, and those above that points and orders alone can reach, lowest first.
    ///
    /// - Complexity: O(*r*) for *r* goals.
    public var pointsFactors: [PointsFactor] {
        let none = TierAmounts.none(in: amounts.spend.currency)
        let own = height == 0 ? nil : rungs[height - 1].pointsFactor
        let current = PointsFactor(of: tier.id, factor: own ?? .one, spend: none.spend, orders: 0, points: 0)
        let above = zip(rungs.dropFirst(height), missing)
            .prefix { $1.ways.contains { $0.points != nil && $0.interactions == 0 } }
            .compactMap { rung, missing -> PointsFactor? in
                guard let way = missing.ways.first(where: { $0.points != nil && $0.interactions == 0 }),
                    let points = way.points.flatMap(Points.init)
                else { return nil }
                return PointsFactor(
                    of: rung.tier.id,
                    factor: rung.pointsFactor ?? .one,
                    spend: way.spend,
                    orders: way.orders,
                    points: points
                )
            }
        return [current] + above
    }
}

extension Ratio {
    fileprivate static let one = Ratio.percent(100)
}

extension TierLadder {
    /// Returns where the customer of these `purchases` stands by what they reach as of their day, whatever the
    /// customer's history says.
    ///
    /// - Returns: A standing that shows every tier of the ladder, reached or missing.
    /// - Throws: As for all that is known of a customer.
    /// - Complexity: O(*n* + *r*) for *n* days in the window and *r* goals.
    public func standing(of purchases: PurchaseDays) throws(PurchaseSummaryError) -> TierStanding {
        try standing(of: TierFacts(purchases))
    }

    /// Returns where the customer of whom `facts` are known stands by what they reach as of their day, whatever the
    /// customer's history says.
    ///
    /// - Returns: A standing that shows every tier of the ladder, reached or missing.
    /// - Throws: ``PurchaseSummaryError/currencyMismatch(_:expected:)``, or ``PurchaseSummaryError/overflow`` when what
    ///   is missing leaves `Int64`.
    /// - Complexity: O(*n* + *r*) for *n* days in the window and *r* goals.
    public func standing(of facts: TierFacts) throws(PurchaseSummaryError) -> TierStanding {
        try requireToCount(facts)
        let first = window.start(asOf: facts.asOf, from: facts.anchor)
        let amounts = facts.amounts(from: first, through: facts.asOf, spend: spend)
        try requireGaps(after: amounts)
        let height = height(reachedBy: amounts)
        var since = ReachedDays()
        if let first, height > 0 { since = days(reaching: height, in: facts, from: first) }
        return TierStanding(on: self, height: height, since: since, amounts: amounts)
    }

    /// Throws unless the money of `facts` is that of the ladder.
    func requireToCount(_ facts: TierFacts) throws(PurchaseSummaryError) {
        let found = facts.purchases.currency
        guard found == currency else { throw .currencyMismatch(found, expected: currency) }
    }

    /// Throws when `amounts` lie so far below zero that what is missing does not fit.
    func requireGaps(after amounts: TierAmounts) throws(PurchaseSummaryError) {
        guard amounts.spend.minorUnits < 0 else { return }
        for rung in rungs {
            for goal in rung.goals {
                guard let spend = goal.spend else { continue }
                let overflow = spend.minorUnits.subtractingReportingOverflow(amounts.spend.minorUnits).overflow
                guard !overflow else { throw .overflow }
            }
        }
    }

    /// Returns since when each rung up to `height`, which are reached, has been reached without a break.
    private func days(reaching height: Int, in facts: TierFacts, from first: CalendarDate) -> ReachedDays {
        var since = ReachedDays()
        var (amounts, reached) = (facts.amounts(from: nil, through: facts.asOf, spend: spend), 0)
        facts.forEachDay(from: first, spend: spend) { day, added in
            amounts = amounts.adding(added)
            let now = self.height(reachedBy: amounts)
            if now > reached { for rung in (reached + 1)...now { since[rung] = day } }
            reached = now
        }
        return since
    }
}
