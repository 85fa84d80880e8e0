/// A line of an order or a return as the host's data has it.
public struct RawOrderLine: Hashable, Sendable {
    /// The identifier of the product.
    public var product: String?
    /// How many were bought or came back.
    public var quantity: String?
    /// What the customer paid, or was paid back, for all of them, such as `30.00`.
    public var amount: String?

    /// A line as described.
    public init(product: String?, quantity: String?, amount: String?) {
        self.product = product
        self.quantity = quantity
        self.amount = amount
    }
}
