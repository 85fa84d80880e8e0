/// A whole order that was called off before its goods moved.
///
/// A purchase summary no longer counts the order from that day on, whichever of the two it is told first.
///
/// - Wire format: an ``Activity`` with `order`.
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

extension Cancellation: Codable {
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.activity(.cancellation, .order)
        try self.init(
            id: fields.value(.id),
            customer: fields.value(.customer),
            of: fields.value(.order),
            cancelledAt: fields.value(.at),
            channel: fields.optional(.channel)
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var fields = try encoder.activity(.cancellation, id, of: customer, at: cancelledAt, by: channel)
        try fields.encode(order, forKey: .order)
    }
}
