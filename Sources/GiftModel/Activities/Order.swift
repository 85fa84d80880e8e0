/// A sale: what one customer bought in one go.
///
/// An order is what was agreed at the time; goods that come back are a ``Return`` of their own.
public struct Order: Identifiable, Hashable, Sendable {
    /// The name of an order in the host's shop.
    public typealias ID = Identifier<Order>

    /// The identity that the host's shop gave this order.
    public let id: ID
    /// Who bought.
    public let customer: Customer.ID
    /// When the order was placed.
    public let placedAt: Timestamp
    /// What the customer paid for the goods, zero or more.
    public let total: Money

    /// An order of `total`, or `nil` when `total` is below zero.
    public init?(id: ID, customer: Customer.ID, placedAt: Timestamp, total: Money) {
        guard total.minorUnits >= 0 else { return nil }
        self.id = id
        self.customer = customer
        self.placedAt = placedAt
        self.total = total
    }
}
