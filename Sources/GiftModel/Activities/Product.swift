/// Something that the host sells.
///
/// The library needs only the identity: what a product is and costs stays in the host's records.
public struct Product: Identifiable, Hashable, Sendable {
    /// The name of a product in the host's shop.
    public typealias ID = Identifier<Product>

    /// The identity that the host's shop gave this product.
    public let id: ID

    /// Refers to the product known to the host as `id`.
    public init(id: ID) { self.id = id }
}
