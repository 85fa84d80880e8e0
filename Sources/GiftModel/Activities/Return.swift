/// Goods that came back, all of an order or a part of it, and the money that went back for them.
///
/// - Wire format: an ``Activity`` with `order`, `refund` and `lines`.
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
    /// What came back, product by product, with what was paid back for it; empty where the host does not say.
    public let lines: [OrderLine]
    /// Where the goods were taken back, or `nil` when nobody recorded it; it may differ from the order's channel.
    public let channel: ActivityChannel?

    /// A return that paid `refund` back, or `nil` when `refund` is below zero.
    public init?(
        id: ID,
        customer: Customer.ID,
        of order: Order.ID? = nil,
        receivedAt: Timestamp,
        refund: Money,
        lines: [OrderLine] = [],
        channel: ActivityChannel? = nil
    ) {
        guard refund.minorUnits >= 0 else { return nil }
        self.id = id
        self.customer = customer
        self.order = order
        self.receivedAt = receivedAt
        self.refund = refund
        self.lines = lines
        self.channel = channel
    }
}

extension Return: Codable {
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.activity(.return, .order, .refund, .lines)
        let goods = try Self(
            id: fields.value(.id),
            customer: fields.value(.customer),
            of: fields.optional(.order),
            receivedAt: fields.value(.at),
            refund: fields.value(.refund),
            lines: fields.optional(.lines) ?? [],
            channel: fields.optional(.channel)
        )
        self = try decoder.whole(goods, isNot: "a return with a refund of zero or more")
    }

    public func encode(to encoder: any Encoder) throws {
        var fields = try encoder.activity(.return, id, of: customer, at: receivedAt, by: channel)
        try fields.encodeIfPresent(order, forKey: .order)
        try fields.encode(refund, forKey: .refund)
        if !lines.isEmpty { try fields.encode(lines, forKey: .lines) }
    }
}
