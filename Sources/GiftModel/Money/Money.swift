/// An exact amount of one currency, counted in that currency's minor unit.
///
/// Sums and comparisons are exact on every platform, because no fraction of a minor unit can be held. There is
/// deliberately no `+` and no `<`: two amounts may differ in currency, and what then has to happen is for the
/// caller to say, not for an operator to guess.
///
/// ```swift
/// let voucher = Money(minorUnits: 25_00, in: .eur)
/// let total = try voucher.adding(Money(minorUnits: 3_50, in: .eur))   // 28.50 EUR
/// ```
///
/// - Unit: minor units of `currency` (cents of EUR, whole yen of JPY).
/// - Range: `Int64`; negative amounts are refunds and debts.
/// - Wire format: `{"currency":"EUR","minorUnits":2500}`.
public struct Money: Hashable, Sendable {
    /// The amount in the minor unit of ``currency``.
    public let minorUnits: Int64
    /// The currency that ``minorUnits`` counts.
    public let currency: Currency

    /// An amount of `minorUnits` in `currency`.
    public init(minorUnits: Int64, in currency: Currency) {
        self.minorUnits = minorUnits
        self.currency = currency
    }

    /// Returns no money, counted in `currency`.
    public static func zero(in currency: Currency) -> Money { Money(minorUnits: 0, in: currency) }
}

extension Money {
    /// Returns the sum of this amount and `other`.
    ///
    /// - Throws: ``MoneyError/currencyMismatch(_:_:)``, or ``MoneyError/overflow`` beyond `Int64`.
    public func adding(_ other: Money) throws(MoneyError) -> Money {
        try requireSameCurrency(as: other)
        let (sum, overflow) = minorUnits.addingReportingOverflow(other.minorUnits)
        guard !overflow else { throw .overflow }
        return Money(minorUnits: sum, in: currency)
    }

    /// Returns what is left of this amount after `other` is taken away, below zero if `other` is larger.
    ///
    /// - Throws: ``MoneyError/currencyMismatch(_:_:)``, or ``MoneyError/overflow`` beyond `Int64`.
    public func subtracting(_ other: Money) throws(MoneyError) -> Money {
        try requireSameCurrency(as: other)
        let (difference, overflow) = minorUnits.subtractingReportingOverflow(other.minorUnits)
        guard !overflow else { throw .overflow }
        return Money(minorUnits: difference, in: currency)
    }

    /// Returns whether this amount is not above `limit`.
    ///
    /// - Throws: ``MoneyError/currencyMismatch(_:_:)``.
    public func isWithin(_ limit: Money) throws(MoneyError) -> Bool {
        try requireSameCurrency(as: limit)
        return minorUnits <= limit.minorUnits
    }

    private func requireSameCurrency(as other: Money) throws(MoneyError) {
        guard currency == other.currency else { throw .currencyMismatch(currency, other.currency) }
    }
}
