/// One product of an order, how many of it, and what they came to.
public struct OrderLine: Hashable, Sendable {
    /// What was bought.
    public let product: Product.ID
    /// How many, one or more.
    public let quantity: Int64
    /// What the customer paid for all of them after any reduction, zero or more.
    public let amount: Money

    /// A line of `quantity` products, or `nil` when `quantity` is below one or `amount` below zero.
    public init?(of product: Product.ID, quantity: Int64, amount: Money) {
        guard quantity > 0, amount.minorUnits >= 0 else { return nil }
        self.product = product
        self.quantity = quantity
        self.amount = amount
    }
}
