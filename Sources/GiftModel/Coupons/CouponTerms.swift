/// What a coupon promises: how much it takes off what, from which spend on, and for how long after it was issued.
///
/// A coupon is valid from the instant of its issue up to and excluding ``validMilliseconds`` later.
///
/// ```swift
/// let fifty = Money("50.00 CNY")!
/// let terms = try CouponTerms(.amount(fifty), from: Money("300.00 CNY")!, validMilliseconds: 172_800_000)
/// try terms.discount(on: Money("299.99 CNY")!)   // nil
/// ```
///
/// - Wire format: `{"discount":{…},"minimumSpend":{…},"validMilliseconds":172800000}`, with `goods`, `channels`,
///   `stacking` and `uses` where they are not those of a coupon for everything, everywhere, alone and once.
public struct CouponTerms: Hashable, Sendable {
    /// How much it takes off.
    public let discount: Discount
    /// The least spend on which it may be used, itself included.
    public let minimumSpend: Money
    /// How long it is valid, in milliseconds.
    public let validMilliseconds: Int64
    /// The only goods off which it takes something; empty means all goods.
    public let goods: Set<Product.ID>
    /// The only channels in which it may be used; empty means every channel.
    public let channels: Set<ActivityChannel>
    /// Whether it may be used beside other coupons.
    public let stacking: CouponStacking
    /// How often it may be used, one or more.
    public let uses: Int64

    /// A coupon of `discount` on orders of at least `minimumSpend`.
    ///
    /// - Parameters:
    ///   - validMilliseconds: Milliseconds from the issue on, above zero.
    ///   - goods: The only goods, or none for all.
    ///   - channels: The only channels, or none for every channel.
    /// - Throws: ``CouponError``, in the order of its cases.
    public init(
        _ discount: Discount,
        from minimumSpend: Money,
        validMilliseconds: Int64,
        goods: Set<Product.ID> = [],
        channels: Set<ActivityChannel> = [],
        stacking: CouponStacking = .alone,
        uses: Int64 = 1
    ) throws(CouponError) {
        guard minimumSpend.minorUnits >= 0 else { throw .negativeSpend(minimumSpend) }
        switch discount {
        case .amount(let amount):
            guard amount.currency == minimumSpend.currency else {
                throw .currencyMismatch(amount.currency, expected: minimumSpend.currency)
            }
            guard amount.minorUnits > 0 else { throw .noDiscount }
        case .share(let share):
            guard share.numerator > 0, share.numerator <= share.denominator else { throw .noDiscount }
        }
        guard validMilliseconds > 0 else { throw .neverValid(milliseconds: validMilliseconds) }
        guard uses > 0 else { throw .neverUsed(uses) }
        self.discount = discount
        self.minimumSpend = minimumSpend
        self.validMilliseconds = validMilliseconds
        self.goods = goods
        self.channels = channels
        self.stacking = stacking
        self.uses = uses
    }
}

extension CouponTerms {
    /// Returns what the coupon takes off goods that come to `spend`, or `nil` when the spend is too small.
    ///
    /// - Throws: ``CouponError/currencyMismatch(_:expected:)``.
    public func discount(on spend: Money) throws(CouponError) -> Money? {
        guard spend.currency == minimumSpend.currency else {
            throw .currencyMismatch(spend.currency, expected: minimumSpend.currency)
        }
        guard spend.minorUnits >= minimumSpend.minorUnits else { return nil }
        switch discount {
        case .amount(let amount): return amount.minorUnits <= spend.minorUnits ? amount : spend
        case .share(let share):
            let product = Int128(spend.minorUnits) * Int128(share.numerator)
            // A share of at most one of an amount that fits, fits too.
            return Money(minorUnits: Int64(product / Int128(share.denominator)), in: spend.currency)
        }
    }

    /// Returns the instant from which a coupon issued at `issue` is not valid any more, or `nil` beyond `Int64`.
    public func expiry(ofIssue issue: Timestamp) -> Timestamp? {
        let (end, overflow) = issue.milliseconds.addingReportingOverflow(validMilliseconds)
        return overflow ? nil : Timestamp(milliseconds: end)
    }

    /// Returns whether a coupon issued at `issue` may be used at `instant`.
    public func isValid(at instant: Timestamp, issuedAt issue: Timestamp) -> Bool {
        issue <= instant && (expiry(ofIssue: issue).map { instant < $0 } ?? true)
    }

    /// Returns what one coupon is expected to cost, held against the budget when it is issued.
    ///
    /// Of a share it is the share of `typicalSpend`, and it is multiplied by how often the coupon may be used. What is
    /// really used is settled at its actual cost, and what expires is released.
    ///
    /// - Parameter use: The share of uses that is expected, zero through one; the cost is rounded up once.
    /// - Returns: `nil` when `use` is no such share, `typicalSpend` is too small for the coupon, or the cost leaves
    ///   64 bits.
    /// - Throws: ``CouponError/currencyMismatch(_:expected:)``.
    public func expectedCost(usedBy use: Ratio, typicalSpend: Money) throws(CouponError) -> Money? {
        guard let discount = try discount(on: typicalSpend) else { return nil }
        guard (0...use.denominator).contains(use.numerator) else { return nil }
        let (all, overflow) = discount.minorUnits.multipliedReportingOverflow(by: uses)
        guard !overflow else { return nil }
        let rounded = Rounding.up.quotient(of: Int128(all) * Int128(use.numerator), by: Int128(use.denominator))
        return Money(minorUnits: Int64(rounded), in: discount.currency)
    }
}
