/// A reason why terms do not make a coupon, or an order takes none, in the order in which the reasons are checked.
@nonexhaustive
public enum CouponError: Error, Hashable, Sendable {
    /// The least spend is below zero.
    case negativeSpend(Money)
    /// An amount is in another currency than the least spend.
    case currencyMismatch(Currency, expected: Currency)
    /// Nothing is taken off, or more than everything.
    case noDiscount
    /// The coupon would have expired when it is issued.
    case neverValid(milliseconds: Int64)
    /// The coupon may not be used even once.
    case neverUsed(Int64)
}

extension CouponError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .negativeSpend(let spend): "a least spend of `\(spend)` is below zero"
        case .currencyMismatch(let found, let expected): "an amount in `\(found)` for a coupon in `\(expected)`"
        case .noDiscount: "a discount is above zero, and at most everything"
        case .neverValid(let milliseconds): "`\(milliseconds)` ms of validity are not above zero"
        case .neverUsed(let uses): "`\(uses)` uses are not one or more"
        }
    }
}
