public import GiftModel

/// The tiers of a host, and the spend that reaches each.
///
/// ## Invariants
/// 1. At least one rung stands above the base tier, and no tier stands on the ladder twice.
/// 2. All rungs are in one currency and ascend strictly from above zero.
public struct TierLadder: Hashable, Sendable {
    /// The tier of everybody who has reached no rung.
    public let base: Tier
    /// The rungs above it, ascending.
    public let rungs: [TierRung]
    /// Which money counts.
    public let spend: SpendBasis
    /// Over which time it counts.
    public let window: SpendWindow

    /// A ladder of `rungs` above `base`.
    ///
    /// - Throws: ``TierLadderError``, in the order of its cases, for the first rung concerned.
    public init(
        base: Tier,
        rungs: [TierRung],
        spend: SpendBasis,
        window: SpendWindow
    ) throws(TierLadderError) {
        guard let first = rungs.first else { throw .noRung }
        var seen: Set<Tier.ID> = [base.id]
        var reached = Money.zero(in: first.minimumSpend.currency)
        for rung in rungs {
            guard seen.insert(rung.tier.id).inserted else { throw .duplicateTier(rung.tier.id) }
            guard rung.minimumSpend.currency == reached.currency else {
                throw .currencyMismatch(rung.tier.id, rung.minimumSpend.currency, expected: reached.currency)
            }
            guard rung.minimumSpend.minorUnits > reached.minorUnits else { throw .notAscending(rung.tier.id) }
            reached = rung.minimumSpend
        }
        self.base = base
        self.rungs = rungs
        self.spend = spend
        self.window = window
    }
}

extension TierLadder {
    /// The currency of every rung.
    public var currency: Currency { rungs[0].minimumSpend.currency }

    /// Every tier, lowest first.
    public var tiers: [Tier] { [base] + rungs.map(\.tier) }
}
