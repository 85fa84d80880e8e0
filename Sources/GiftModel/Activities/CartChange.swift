/// A product that was put into a cart or taken out of it.
///
/// - Wire format: an ``Activity`` with `product`, `quantity` and `unitPrice`.
public struct CartChange: Identifiable, Hashable, Sendable {
    /// The name of a change in the host's shop.
    public typealias ID = Identifier<CartChange>

    /// The identity that the host's shop gave this change.
    public let id: ID
    /// Whose cart it is.
    public let customer: Customer.ID
    /// When it changed.
    public let changedAt: Timestamp
    /// What was put in or taken out.
    public let product: Product.ID
    /// How many were put in, or, below zero, taken out; never zero.
    public let quantity: Int64
    /// What one of them cost at the time, zero or more, or `nil` when nobody recorded it.
    public let unitPrice: Money?
    /// Where it happened, or `nil` when nobody recorded it.
    public let channel: ActivityChannel?

    /// A change by `quantity`, or `nil` when that is zero or the price is below zero.
    public init?(
        id: ID,
        customer: Customer.ID,
        changedAt: Timestamp,
        of product: Product.ID,
        by quantity: Int64,
        unitPrice: Money? = nil,
        channel: ActivityChannel? = nil
    ) {
        guard quantity != 0, unitPrice?.minorUnits ?? 0 >= 0 else { return nil }
        self.id = id
        self.customer = customer
        self.changedAt = changedAt
        self.product = product
        self.quantity = quantity
        self.unitPrice = unitPrice
        self.channel = channel
    }
}

extension CartChange: Codable {
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.activity(.cartChange, .product, .quantity, .unitPrice)
        let change = try Self(
            id: fields.value(.id),
            customer: fields.value(.customer),
            changedAt: fields.value(.at),
            of: fields.value(.product),
            by: fields.value(.quantity),
            unitPrice: fields.optional(.unitPrice),
            channel: fields.optional(.channel)
        )
        self = try decoder.whole(change, isNot: "a change of a cart by one or more")
    }

    public func encode(to encoder: any Encoder) throws {
        var fields = try encoder.activity(.cartChange, id, of: customer, at: changedAt, by: channel)
        try fields.encode(product, forKey: .product)
        try fields.encode(quantity, forKey: .quantity)
        try fields.encodeIfPresent(unitPrice, forKey: .unitPrice)
    }
}
