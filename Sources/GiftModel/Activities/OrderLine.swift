/// One product of an order or a return, how many of it, and what they came to.
///
/// - Wire format: `{"amount":{…},"product":"tea","quantity":2}`.
public struct OrderLine: Hashable, Sendable {
    /// What was bought, or came back.
    public let product: Product.ID
    /// How many, one or more.
    public let quantity: Int64
    /// What the customer paid, or was paid back, for all of them after any reduction, zero or more.
    public let amount: Money

    /// A line of `quantity` products, or `nil` when `quantity` is below one or `amount` below zero.
    public init?(of product: Product.ID, quantity: Int64, amount: Money) {
        guard quantity > 0, amount.minorUnits >= 0 else { return nil }
        self.product = product
        self.quantity = quantity
        self.amount = amount
    }
}

extension OrderLine: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case product = "product"
        case quantity = "quantity"
        case amount = "amount"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        let line = try Self(
            of: container.decode(Product.ID.self, forKey: .product),
            quantity: container.decode(Int64.self, forKey: .quantity),
            amount: container.decode(Money.self, forKey: .amount)
        )
        self = try decoder.whole(line, isNot: "a line of one or more and an amount of zero or more")
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(product, forKey: .product)
        try container.encode(quantity, forKey: .quantity)
        try container.encode(amount, forKey: .amount)
    }
}
