public import GiftModel

/// Points earned, and the fraction of a point that rounding down left out.
public struct Earning: Hashable, Sendable {
    /// The points, rounded down.
    public let points: Points
    /// The numerator of the fraction left out, below ``divisor``.
    public let remainder: Int64
    /// The denominator of the fraction left out.
    public let divisor: Int64
}

/// A reason why an amount earns no points, in the order in which the reasons are checked.
@nonexhaustive
public enum EarnError: Error, Hashable, Sendable {
    /// The spend is in another currency than the rate.
    case currencyMismatch(Currency, expected: Currency)
    /// The points do not fit in `Int64`.
    case overflow
}

extension EarnError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .currencyMismatch(let found, let expected): "a spend in `\(found)` where the rate is in `\(expected)`"
        case .overflow: "the points do not fit in 64 bits"
        }
    }
}
