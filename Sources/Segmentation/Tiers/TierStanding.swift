public import GiftModel

/// Where a customer stands on a ladder: the tiers it has reached, and what is missing to those above.
public struct TierStanding: Hashable, Sendable {
    /// The tier on which the customer stands.
    public let tier: Tier
    /// The spend that counted.
    public let spend: Money
    /// The tiers above the base that the customer stands on or above, lowest first.
    public let reached: [Reached]
    /// The tiers above, lowest first, each with what is missing.
    public let missing: [Missing]

    /// A tier, and since when it has been reached.
    public struct Reached: Hashable, Sendable {
        /// The tier.
        public let tier: Tier
        /// The first day from which the spend has stayed at or above what the tier needs.
        public let since: CalendarDate
    }

    /// A tier not reached yet.
    public struct Missing: Hashable, Sendable {
        /// The tier.
        public let tier: Tier
        /// How much more spend reaches it.
        public let spend: Money
    }
}

extension TierLadder {
    /// Returns where the customer of these `purchases` stands.
    ///
    /// - Returns: A standing that shows every tier of the ladder, reached or missing.
    /// - Throws: ``PurchaseSummaryError/currencyMismatch(_:expected:)``, or ``PurchaseSummaryError/overflow`` when what
    ///   is missing leaves `Int64`.
    /// - Complexity: O(*n* · *r*) for *n* days in the window and *r* rungs.
    public func standing(
        of purchases: PurchaseDays
    ) throws(PurchaseSummaryError) -> TierStanding {
        guard purchases.currency == currency else { throw .currencyMismatch(purchases.currency, expected: currency) }
        var spent: Int64 = 0
        var since = [CalendarDate?](repeating: nil, count: rungs.count)
        let days = window.start(asOf: purchases.asOf).map { purchases.days(onOrAfter: $0) } ?? []
        for purchaseDay in days {
            spent += purchaseDay.minorUnits(spend)
            for (index, rung) in rungs.enumerated() {
                since[index] = spent >= rung.minimumSpend.minorUnits ? since[index] ?? purchaseDay.date : nil
            }
        }
        var reached: [TierStanding.Reached] = []
        var missing: [TierStanding.Missing] = []
        for (rung, since) in zip(rungs, since) {
            if let since {
                reached.append(TierStanding.Reached(tier: rung.tier, since: since))
            } else {
                let (gap, overflow) = rung.minimumSpend.minorUnits.subtractingReportingOverflow(spent)
                guard !overflow else { throw .overflow }
                missing.append(TierStanding.Missing(tier: rung.tier, spend: Money(minorUnits: gap, in: currency)))
            }
        }
        return TierStanding(
            tier: reached.last?.tier ?? base,
            spend: Money(minorUnits: spent, in: currency),
            reached: reached,
            missing: missing
        )
    }
}
