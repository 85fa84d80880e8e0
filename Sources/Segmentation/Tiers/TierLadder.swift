public import GiftModel

/// The tiers of a host, what reaches each, and how they are kept.
///
/// ## Invariants
/// 1. At least one rung stands above the base tier, and no tier stands on the ladder twice.
/// 2. Whoever meets a goal of a rung also meets one of the rung below, and not the other way round.
/// 3. Whoever reaches a tier meets what keeps it.
/// 4. All money is in one currency.
public struct TierLadder: Hashable, Sendable {
    /// The tier of everybody who has reached no rung.
    public let base: Tier
    /// The rungs above it, ascending.
    public let rungs: [TierRung]
    /// Which money counts.
    public let spend: SpendBasis
    /// Over which time things count.
    public let window: TierWindow
    /// How a tier that was reached is kept and lost.
    public let rules: TierRules
    /// The currency of all money.
    public let currency: Currency
    /// Every goal with the height of its rung, lowest first.
    private let steps: [Step]
    /// Whether a goal asks for what may not be known.
    private let asksBeyondPurchases: Bool
    /// The base tier and those of the rungs, lowest first: what a standing has to know of the ladder.
    let places: [Place]

    private struct Step: Hashable, Sendable {
        let height: Int
        let goal: TierGoal
    }

    /// A tier, and its rung unless it is the base tier.
    struct Place: Hashable, Sendable {
        let tier: Tier
        let rung: TierRung?
    }

    /// A ladder of `rungs` above `base`.
    ///
    /// - Parameter currency: That of the money that is counted; needed only where no rung asks for money.
    /// - Throws: ``TierLadderError``, in the order of its cases, for the first rung concerned.
    /// - Complexity: O(*n*) in the number of rungs, times the square of the goals of one, of which there are few.
    public init(
        base: Tier,
        rungs: [TierRung],
        spend: SpendBasis,
        window: TierWindow,
        rules: TierRules = TierRules(),
        currency: Currency? = nil
    ) throws(TierLadderError) {
        guard !rungs.isEmpty else { throw .noRung }
        let money = rungs.lazy.flatMap { $0.goals + $0.keeping }.compactMap { $0.spend?.currency }
        let expected = currency ?? money.first
        var seen: Set<Tier.ID> = [base.id]
        var below: TierRung?
        for rung in rungs {
            guard seen.insert(rung.tier.id).inserted else { throw .duplicateTier(rung.tier.id) }
            try rung.requireToStand(above: below, in: expected)
            below = rung
        }
        guard let expected else { throw .noCurrency }
        try rules.requireToFit(window, tiers: seen)
        self.base = base
        self.rungs = rungs
        self.spend = spend
        self.window = window
        self.rules = rules
        self.currency = expected
        self.places = [Place(tier: base, rung: nil)] + rungs.map { Place(tier: $0.tier, rung: $0) }
        self.steps = rungs.enumerated()
            .flatMap { index, rung in rung.goals.map { Step(height: index + 1, goal: $0) } }
        self.asksBeyondPurchases = steps.contains { $0.goal.points != nil || $0.goal.interactions != nil }
    }
}

extension TierLadder {
    /// Every tier, lowest first.
    public var tiers: [Tier] { [base] + rungs.map(\.tier) }

    /// Whether any tier asks for money, so that the currency need not be given.
    var asksForMoney: Bool { rungs.contains { ($0.goals + $0.keeping).contains { $0.spend != nil } } }

    /// Returns the tier `height` rungs above the base.
    func tier(at height: Int) -> Tier { height == 0 ? base : rungs[height - 1].tier }

    /// Returns how many rungs above the base the tier called `id` stands, or `nil` when it is not on the ladder.
    func height(of id: Tier.ID) -> Int? {
        id == base.id ? 0 : rungs.firstIndex { $0.tier.id == id }.map { $0 + 1 }
    }

    /// Returns how many rungs whoever reaches `height` may have reached, once all is known.
    func possibleHeight(from height: Int, by amounts: TierAmounts) -> Int {
        guard asksBeyondPurchases, amounts.points == nil || amounts.interactions == nil else { return height }
        return max(height, self.height(reachedBy: amounts, assuming: true))
    }

    /// Returns how many rungs `amounts` reach; what is not known meets every goal when `unknown` says so.
    func height(reachedBy amounts: TierAmounts, assuming unknown: Bool = false) -> Int {
        var height = 0
        // Who meets a goal of a rung meets one of the rung below, so the first rung that is missed is the last to ask.
        let steps = steps.span
        for position in steps.indices where steps[position].height > height {
            if steps[position].height > height + 1 { break }
            if steps[position].goal.isMet(by: amounts, assuming: unknown) { height += 1 }
        }
        return height
    }
}

extension TierRung {
    fileprivate func requireToStand(above below: TierRung?, in currency: Currency?) throws(TierLadderError) {
        for goal in goals + keeping {
            guard let found = goal.spend?.currency, let currency, found != currency else { continue }
            throw .currencyMismatch(tier.id, found, expected: currency)
        }
        guard (goals + keeping).allSatisfy({ $0.spend.map { $0.minorUnits > 0 } ?? true }) else {
            throw .notAscending(tier.id)
        }
        if let below {
            let isMoreThanBelow = below.goals.contains { goal in !goals.contains { goal.covers($0) } }
            guard isMoreThanBelow else { throw .notAscending(tier.id) }
            guard goals.allSatisfy({ goal in below.goals.contains { goal.covers($0) } }) else {
                throw .bypassed(tier.id, below: below.tier.id)
            }
        }
        guard goals.allSatisfy({ goal in keeping.contains { goal.covers($0) } }) else {
            throw .keepingIsHarder(tier.id)
        }
        var seen: Set<TierBenefit.ID> = []
        for benefit in benefits where !seen.insert(benefit.id).inserted {
            throw .duplicateBenefit(tier.id, benefit.id)
        }
        if let pointsFactor, pointsFactor.numerator <= 0 { throw .factorNotPositive(tier.id) }
    }
}

extension TierRules {
    fileprivate func requireToFit(_ window: TierWindow, tiers: Set<Tier.ID>) throws(TierLadderError) {
        switch window {
        case .rolling("P0D"), .anniversary("P0D"): throw .emptyWindow
        case .lifetime, .calendar, .rolling, .anniversary: break
        }
        switch reviews {
        case .daily: break
        case .periodEnd: guard window.hasPeriods else { throw .reviewsDoNotFit }
        case .month, .quarter, .halfYear, .year: guard !window.hasPeriods else { throw .reviewsDoNotFit }
        }
        if reviews == .daily, upgrades == .atReview || refunds == .atReview || landing == .oneStep { throw .noReview }
        if consumesShortfall || rollsOver, reviews != .periodEnd { throw .nothingToCarry }
        if consumesShortfall, grace == nil { throw .noGrace }
        if case .floor(let tier) = landing, !tiers.contains(tier) { throw .unknownFloor(tier) }
    }
}
