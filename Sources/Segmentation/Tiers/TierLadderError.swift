public import GiftModel

/// A reason why rungs do not make a ladder, in the order in which the reasons are checked.
@nonexhaustive
public enum TierLadderError: Error, Hashable, Sendable {
    /// There is nothing to reach above the base tier.
    case noRung
    /// This tier stands on the ladder twice.
    case duplicateTier(Tier.ID)
    /// This tier's rung is in another currency than the first.
    case currencyMismatch(Tier.ID, Currency, expected: Currency)
    /// This tier needs no more than the one below it.
    case notAscending(Tier.ID)
}

extension TierLadderError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noRung: "a ladder needs a tier above the base"
        case .duplicateTier(let tier): "tier `\(tier)` stands on the ladder twice"
        case .currencyMismatch(let tier, let found, let expected):
            "tier `\(tier)` is in `\(found)`, the first is in `\(expected)`"
        case .notAscending(let tier): "tier `\(tier)` needs no more spend than the tier below it"
        }
    }
}
