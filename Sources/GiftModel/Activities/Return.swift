/// Goods that came back, all of an order or a part of it, and the money that went back for them.
public struct Return: Identifiable, Hashable, Sendable {
    /// The name of a return in the host's shop.
    public typealias ID = Identifier<Return>

    /// The identity that the host's shop gave this return.
    public let id: ID
    /// Who returned the goods.
    public let customer: Customer.ID
    /// The order from which the goods came, or `nil` when nobody recorded it; an order may have several returns.
    public let order: Order.ID?
    /// When the goods were taken back.
    public let receivedAt: Timestamp
    /// What was paid back, zero or more.
    public let refund: Money
    /// Where the goods were taken back, or `nil` when nobody recorded it; it may differ from the order's channel.
    public let channel: ActivityChannel?

    /// A return that paid `refund` back, or `nil` when `refund` is below zero.
    public init?(
        id: ID,
        customer: Customer.ID,
        of order: Order.ID? = nil,
        receivedAt: Timestamp,
        refund: Money,
        channel: ActivityChannel? = nil
    ) {
        guard refund.minorUnits >= 0 else { return nil }
        self.id = id
        self.customer = customer
        self.order = order
        self.receivedAt = receivedAt
        self.refund = refund
        self.channel = channel
    }
}
