public import GiftModel

/// How many points an amount of money earns, as an exact ratio.
///
/// ```swift
/// let rate = EarnRate(29, per: Money(minorUnits: 100_00, in: .eur))!   // 0.29 points per euro
/// try rate.earning(on: Money(minorUnits: 100_00, in: .eur)).points     // 29, where binary fractions say 28
/// ```
public struct EarnRate: Hashable, Sendable {
    /// How many points ``amount`` earns.
    public let points: Points
    /// The amount that earns ``points``, above zero.
    public let amount: Money

    /// `points` for every `amount` in proportion, or `nil` unless `amount` is above zero.
    public init?(_ points: Points, per amount: Money) {
        guard amount.minorUnits > 0 else { return nil }
        self.points = points
        self.amount = amount
    }
}

extension EarnRate {
    /// Returns what `spend` earns: rounded down once, with the remainder kept as evidence.
    ///
    /// A spend below zero earns nothing.
    ///
    /// - Throws: ``EarnError``, in the order of its cases.
    public func earning(on spend: Money) throws(EarnError) -> Earning {
        guard spend.currency == amount.currency else {
            throw .currencyMismatch(spend.currency, expected: amount.currency)
        }
        let product = Int128(max(0, spend.minorUnits)) * Int128(points.count)
        let (quotient, remainder) = product.quotientAndRemainder(dividingBy: Int128(amount.minorUnits))
        guard let points = Int64(exactly: quotient).flatMap(Points.init) else { throw .overflow }
        return Earning(points: points, remainder: Int64(remainder), divisor: amount.minorUnits)
    }
}
