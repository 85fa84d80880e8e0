/// A whole order that was called off before its goods moved.
///
/// A purchase summary refuses it: a host leaves the cancelled order out before orders are summed up.
public struct Cancellation: Identifiable, Hashable, Sendable {
    /// The name of a cancellation in the host's shop.
    public typealias ID = Identifier<Cancellation>

    /// The identity that the host's shop gave this cancellation.
    public let id: ID
    /// Whose order it was.
    public let customer: Customer.ID
    /// The order that was called off.
    public let order: Order.ID
    /// When it was called off.
    public let cancelledAt: Timestamp
    /// Where it was called off, or `nil` when nobody recorded it.
    public let channel: ActivityChannel?

    /// A cancellation of `order`.
    public init(
        id: ID,
        customer: Customer.ID,
        of order: Order.ID,
        cancelledAt: Timestamp,
        channel: ActivityChannel? = nil
    ) {
        self.id = id
        self.customer = customer
        self.order = order
        self.cancelledAt = cancelledAt
        self.channel = channel
    }
}
