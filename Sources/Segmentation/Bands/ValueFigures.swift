public import GiftModel

/// What is known of a customer's value, measure by measure.
///
/// What nobody knows is `nil`, which is not zero: a rule that needs it leaves the customer undetermined.
public struct ValueFigures: Hashable, Sendable {
    /// The currency of every amount.
    public let currency: Currency
    /// What it is expected to bring, in minor units.
    public let lifetimeValue: Int64?
    private let known: Known?

    /// What is known of what was bought.
    private struct Known: Hashable {
        let spend, purchaseDays, orders: Int64
        /// How many orders the spend is divided by on average.
        let averagedOrders: Int64
    }

    /// The value of the customer of these `purchases`, with a lifetime value where the host or a model knows one.
    ///
    /// When no order stands and more was paid back than is known to have been bought, purchases are missing, and only
    /// the lifetime value counts as known.
    ///
    /// - Parameter basis: Which money counts as spend.
    /// - Throws: ``PurchaseSummaryError/currencyMismatch(_:expected:)`` for a lifetime value in another currency.
    /// - Complexity: O(*n*) in the number of the purchases' days.
    public init(
        of purchases: PurchaseDays,
        spend basis: SpendBasis,
        lifetimeValue: Money? = nil
    ) throws(PurchaseSummaryError) {
        try self.init(of: purchases, purchases.figures, spend: basis, lifetimeValue: lifetimeValue)
    }

    /// The same, where it is known what the purchases come to.
    init(
        of purchases: PurchaseDays,
        _ figures: PurchaseFigures?,
        spend basis: SpendBasis,
        lifetimeValue: Money?
    ) throws(PurchaseSummaryError) {
        if let found = lifetimeValue?.currency, found != purchases.currency {
            throw .currencyMismatch(found, expected: purchases.currency)
        }
        self.currency = purchases.currency
        self.lifetimeValue = lifetimeValue?.minorUnits
        if let figures {
            self.known = Known(
                spend: figures.spend(basis).minorUnits,
                purchaseDays: figures.purchaseDays,
                orders: figures.orders,
                averagedOrders: basis.averagedOrders(standing: figures.orders, returned: figures.returnedOrders)
            )
            return
        }
        let sum = purchases.sum
        guard sum.minorUnits(.net) >= 0 else {
            self.known = nil
            return
        }
        self.known = Known(
            spend: sum.minorUnits(basis),
            purchaseDays: 0,
            orders: 0,
            averagedOrders: basis.averagedOrders(standing: 0, returned: sum.returnedOrders)
        )
    }
}

extension ValueFigures {
    /// What the customer spent, in minor units.
    public var spend: Int64? { known?.spend }

    /// On how many days it bought.
    public var purchaseDays: Int64? { known?.purchaseDays }

    /// How many orders of it stand.
    public var orders: Int64? { known?.orders }

    /// Returns what is known by `measure`, or `nil`.
    ///
    /// An average order value is that of ``PurchaseFigures/averageOrderValue(_:rounding:)``, rounded down to whole
    /// minor units; whoever has no order to count has one of zero.
    public func quantity(of measure: ValueMeasure) -> Int64? {
        switch measure {
        case .spend: spend
        case .purchaseDays: purchaseDays
        case .orders: orders
        case .averageOrderValue:
            known.map { SpendBasis.averageOrder(of: $0.spend, among: $0.averagedOrders, rounding: .down) }
        case .lifetimeValue: lifetimeValue
        }
    }

    /// Returns whether the customer has at least what `threshold` says; an average is compared exactly, not rounded.
    ///
    /// That is unknown for an amount in another currency.
    public func reaches(_ threshold: ValueAmount) -> Truth {
        // The average rounded down reaches a whole number exactly when the average itself does.
        quantity(against: threshold).map { Truth($0 >= threshold.quantity) } ?? .unknown
    }

    /// Returns how much is missing to `threshold`: nothing below one unit, or `nil` when that is not known, as for an
    /// amount in another currency.
    ///
    /// A gap beyond `Int64` counts as the greatest number.
    public func missing(to threshold: ValueAmount) -> ValueAmount? {
        guard let quantity = quantity(against: threshold) else { return nil }
        let (gap, overflow) = threshold.quantity.subtractingReportingOverflow(quantity)
        return ValueAmount(threshold.measure, overflow ? .max : max(0, gap), in: threshold.currency)
    }

    private func quantity(against threshold: ValueAmount) -> Int64? {
        if let found = threshold.currency, found != currency { return nil }
        return quantity(of: threshold.measure)
    }
}
