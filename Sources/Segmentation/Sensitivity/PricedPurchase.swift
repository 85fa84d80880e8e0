public import GiftModel

/// One line that a customer bought, with what the host knows of its price.
public struct PricedPurchase: Hashable, Sendable {
    /// What the customer paid, zero or more.
    public let amount: Money
    /// Whether it was on offer, or `nil` when nobody recorded it.
    public let onOffer: Bool?
    /// Where its ordinary price stands within its category, from 0, the cheapest, through 1, the dearest, or `nil`.
    public let priceRank: Share?

    /// A purchase as described, or `nil` when `amount` is below zero.
    public init?(_ amount: Money, onOffer: Bool? = nil, priceRank: Share? = nil) {
        guard amount.minorUnits >= 0 else { return nil }
        self.amount = amount
        self.onOffer = onOffer
        self.priceRank = priceRank
    }
}

extension Share {
    /// The rank of a price among the ordinary `prices` of its category, or `nil` when there are fewer than two, or it
    /// is none of them.
    ///
    /// It is the part of the others that is cheaper, equal ones counting half.
    /// Where all prices are equal, that is one half.
    ///
    /// - Complexity: O(*n*) in the prices.
    public init?(rankOf price: Int64, among prices: some Collection<Int64>) {
        var (cheaper, equal) = (Int64(0), Int64(0))
        for other in prices {
            if other < price { cheaper += 1 } else if other == price { equal += 1 }
        }
        let others = Int64(prices.count) - 1
        guard others > 0, equal > 0, let ratio = Ratio(2 * cheaper + equal - 1, over: 2 * others) else { return nil }
        self.init(ratio)
    }
}
