/// Goods that came back, and the money that went back for them.
public struct Return: Identifiable, Hashable, Sendable {
    /// The name of a return in the host's shop.
    public typealias ID = Identifier<Return>

    /// The identity that the host's shop gave this return.
    public let id: ID
    /// Who returned the goods.
    public let customer: Customer.ID
    /// When the goods were taken back.
    public let receivedAt: Timestamp
    /// What was paid back, zero or more.
    public let refund: Money

    /// A return that paid `refund` back, or `nil` when `refund` is below zero.
    public init?(id: ID, customer: Customer.ID, receivedAt: Timestamp, refund: Money) {
        guard refund.minorUnits >= 0 else { return nil }
        self.id = id
        self.customer = customer
        self.receivedAt = receivedAt
        self.refund = refund
    }
}
