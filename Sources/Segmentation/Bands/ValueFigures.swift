public import GiftModel

/// What is known of a customer's value, measure by measure.
///
/// What nobody knows is `nil`, which is not zero: a rule that needs it leaves the customer undetermined.
public struct ValueFigures: Hashable, Sendable {
    /// The currency of every amount.
    public let currency: Currency
    /// What the customer spent, in minor units.
    public let spend: Int64?
    /// On how many days it bought.
    public let purchaseDays: Int64?
    /// How many orders it placed.
    public let orders: Int64?
    /// What it is expected to bring, in minor units.
    public let lifetimeValue: Int64?

    /// The value of the customer of these `purchases`, with a lifetime value where the host or a model knows one.
    ///
    /// When more was paid back than is known to have been bought, purchases are missing, and only the lifetime value
    /// counts as known.
    ///
    /// - Parameter basis: Which money counts as spend.
    /// - Throws: ``PurchaseSummaryError/currencyMismatch(_:expected:)`` for a lifetime value in another currency.
    /// - Complexity: O(*n*) in the number of the purchases' days.
    public init(
        of purchases: PurchaseDays,
        spend basis: SpendBasis,
        lifetimeValue: Money? = nil
    ) throws(PurchaseSummaryError) {
        if let found = lifetimeValue?.currency, found != purchases.currency {
            throw .currencyMismatch(found, expected: purchases.currency)
        }
        var (orders, days, spend, net) = (Int64(0), Int64(0), Int64(0), Int64(0))
        for day in purchases.days {
            orders += day.orders
            days += day.orders > 0 ? 1 : 0
            spend += day.minorUnits(basis)
            net += day.minorUnits(.net)
        }
        let isKnown = orders > 0 || net >= 0
        self.currency = purchases.currency
        self.spend = isKnown ? spend : nil
        self.purchaseDays = isKnown ? days : nil
        self.orders = isKnown ? orders : nil
        self.lifetimeValue = lifetimeValue?.minorUnits
    }
}

extension ValueFigures {
    /// Returns what is known by `measure`, or `nil`; an average order value is rounded down to whole minor units.
    ///
    /// Whoever has not ordered has an average order value of zero.
    public func quantity(of measure: ValueMeasure) -> Int64? {
        switch measure {
        case .spend: spend
        case .purchaseDays: purchaseDays
        case .orders: orders
        case .averageOrderValue: averageOrderValue
        case .lifetimeValue: lifetimeValue
        }
    }

    /// Returns whether the customer has at least what `threshold` says; an average is compared exactly, not rounded.
    public func reaches(_ threshold: ValueAmount) -> Truth {
        // The average rounded down reaches a whole number exactly when the average itself does.
        quantity(of: threshold.measure).map { Truth($0 >= threshold.quantity) } ?? .unknown
    }

    /// Returns how much is missing to `threshold`: nothing below one unit, or `nil` when that is not known.
    ///
    /// A gap beyond `Int64` counts as the greatest number.
    public func missing(to threshold: ValueAmount) -> ValueAmount? {
        guard let quantity = quantity(of: threshold.measure) else { return nil }
        let (gap, overflow) = threshold.quantity.subtractingReportingOverflow(quantity)
        return ValueAmount(threshold.measure, overflow ? .max : max(0, gap), in: threshold.currency)
    }

    private var averageOrderValue: Int64? {
        guard let spend, let orders else { return nil }
        guard orders > 0 else { return 0 }
        let (quotient, remainder) = spend.quotientAndRemainder(dividingBy: orders)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
