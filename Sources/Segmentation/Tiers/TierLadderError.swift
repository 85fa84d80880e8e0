public import GiftModel

/// A reason why rungs do not make a ladder, in the order in which the reasons are checked.
///
/// The first eight are checked rung by rung, lowest first.
@nonexhaustive
public enum TierLadderError: Error, Hashable, Sendable {
    /// There is nothing to reach above the base tier.
    case noRung
    /// This tier stands on the ladder twice.
    case duplicateTier(Tier.ID)
    /// This tier asks for another currency than the first that asks for money, or than the ladder's.
    case currencyMismatch(Tier.ID, Currency, expected: Currency)
    /// This tier needs no more than the one below it, or money that is not above zero.
    case notAscending(Tier.ID)
    /// One goal of this tier can be met without any of the tier below it.
    case bypassed(Tier.ID, below: Tier.ID)
    /// One goal of this tier can be met without what keeps it.
    case keepingIsHarder(Tier.ID)
    /// This tier gives the same benefit twice.
    case duplicateBenefit(Tier.ID, TierBenefit.ID)
    /// The factor of this tier is not above zero.
    case factorNotPositive(Tier.ID)
    /// No tier asks for money, and no currency was given.
    case noCurrency
    /// The window has no length.
    case emptyWindow
    /// The window has no periods at whose end a review could take place, or it has, and reviews are at other times.
    case reviewsDoNotFit
    /// Every day is judged by itself, so that nothing can wait for a review or land softly step by step.
    case noReview
    /// The window has no periods, or no reviews of them, so that nothing can be taken from one into another.
    case nothingToCarry
    /// A shortfall is to be consumed, and there is no grace in which it could be made good.
    case noGrace
    /// Nobody is to fall below this tier, which is not on the ladder.
    case unknownFloor(Tier.ID)
}

extension TierLadderError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noRung: "a ladder needs a tier above the base"
        case .duplicateTier(let tier): "tier `\(tier)` stands on the ladder twice"
        case .currencyMismatch(let tier, let found, let expected):
            "tier `\(tier)` is in `\(found)`, the first is in `\(expected)`"
        case .notAscending(let tier): "tier `\(tier)` needs no more than the tier below it"
        case .bypassed(let tier, let below): "tier `\(tier)` can be reached without what tier `\(below)` needs"
        case .keepingIsHarder(let tier): "tier `\(tier)` can be reached without what keeps it"
        case .duplicateBenefit(let tier, let benefit): "tier `\(tier)` gives `\(benefit)` twice"
        case .factorNotPositive(let tier): "the points factor of tier `\(tier)` is not above zero"
        case .noCurrency: "no tier asks for money, so the ladder's currency must be given"
        case .emptyWindow: "a window of no length counts nothing"
        case .reviewsDoNotFit:
            "reviews are at the end of the window's periods where it has any, otherwise by the calendar"
        case .noReview: "nothing can wait for a review or go step by step where every day is judged by itself"
        case .nothingToCarry: "nothing can be taken into the next period where none is reviewed"
        case .noGrace: "a shortfall can be consumed only in a time of grace"
        case .unknownFloor(let tier): "the ladder has no tier `\(tier)` to land on"
        }
    }
}
