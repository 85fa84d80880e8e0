/// A reason why an amount of money could not be computed.
///
/// Every case is the caller's to handle; a case that only a bug in this library could cause traps instead.
@nonexhaustive
public enum MoneyError: Error, Hashable, Sendable {
    /// The two amounts are in different currencies, and converting between them is the host's decision.
    case currencyMismatch(Currency, Currency)
    /// The result does not fit in `Int64` minor units.
    case overflow
    /// A split was asked for with a weight below zero.
    case negativeWeight(Int64)
    /// A split was asked for with a ratio below zero.
    case negativeRatio(Ratio)
    /// A split was asked for by ratios whose common denominator is too large.
    case ratiosTooFine
    /// A split was asked for with no weight above zero.
    case noPositiveWeight
}

extension MoneyError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .currencyMismatch(let left, let right): "amounts in `\(left)` and `\(right)` cannot be combined"
        case .overflow: "the amount does not fit in 64 bits of minor units"
        case .negativeWeight(let weight): "a split needs weights of zero or more, found `\(weight)`"
        case .negativeRatio(let ratio): "a split needs weights of zero or more, found `\(ratio)`"
        case .ratiosTooFine: "the ratios of a split are not those of whole numbers within 64 bits"
        case .noPositiveWeight: "a split needs at least one weight above zero"
        }
    }
}
