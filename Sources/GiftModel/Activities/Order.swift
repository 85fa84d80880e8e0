/// A sale: what one customer bought in one go.
///
/// An order is what was agreed at the time; goods that come back are a ``Return`` of their own.
///
/// - Wire format: an ``Activity`` with `total` and `lines`.
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
    /// What was bought, product by product; empty where the host does not say.
    public let lines: [OrderLine]
    /// Where it was bought, or `nil` when nobody recorded it.
    public let channel: ActivityChannel?

    /// An order of `total`, or `nil` when `total` is below zero.
    ///
    /// Lines need not add up to the total, because hosts book postage and reductions in different places; ask
    /// ``linesAddUp``.
    public init?(
        id: ID,
        customer: Customer.ID,
        placedAt: Timestamp,
        total: Money,
        lines: [OrderLine] = [],
        channel: ActivityChannel? = nil
    ) {
        guard total.minorUnits >= 0 else { return nil }
        self.id = id
        self.customer = customer
        self.placedAt = placedAt
        self.total = total
        self.lines = lines
        self.channel = channel
    }
}

extension Order {
    /// Whether the lines come to exactly the total, or `nil` for an order without lines.
    ///
    /// Lines in another currency than the total, and lines whose sum leaves 64 bits, do not.
    ///
    /// - Complexity: O(*n*) in the number of lines.
    public var linesAddUp: Bool? { lines.isEmpty ? nil : lines.amount(in: total.currency) == total }
}

extension [OrderLine] {
    /// The sum of all lines, or `nil` when one is in another currency or the sum leaves 64 bits.
    func amount(in currency: Currency) -> Money? {
        var sum: Int64 = 0
        for line in self {
            let (next, overflow) = sum.addingReportingOverflow(line.amount.minorUnits)
            guard line.amount.currency == currency, !overflow else { return nil }
            sum = next
        }
        return Money(minorUnits: sum, in: currency)
    }
}

extension Order: Codable {
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.activity(.order, .total, .lines)
        let order = try Self(
            id: fields.value(.id),
            customer: fields.value(.customer),
            placedAt: fields.value(.at),
            total: fields.value(.total),
            lines: fields.optional(.lines) ?? [],
            channel: fields.optional(.channel)
        )
        self = try decoder.whole(order, isNot: "an order of zero or more")
    }

    public func encode(to encoder: any Encoder) throws {
        var fields = try encoder.activity(.order, id, of: customer, at: placedAt, by: channel)
        try fields.encode(total, forKey: .total)
        if !lines.isEmpty { try fields.encode(lines, forKey: .lines) }
    }
}
