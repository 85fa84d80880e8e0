/// The gifts that a host can give, each known by its identifier.
///
/// ## Invariants
/// 1. No two gifts share an identifier.
/// 2. All costs are in one currency.
public struct Catalog: Hashable, Sendable {
    /// The gifts, by identifier ascending.
    public let gifts: [Gift]
    /// The currency of every cost.
    public let currency: Currency
    private let positions: [Gift.ID: Int]

    /// A catalog of `gifts`, whose costs are in `currency`.
    ///
    /// - Throws: ``CatalogError/duplicateGift(_:)``, ``CatalogError/currencyMismatch(_:_:expected:)``, for the
    ///   first such gift by identifier.
    /// - Complexity: O(*n* log *n*).
    public init(_ gifts: some Sequence<Gift>, in currency: Currency) throws(CatalogError) {
        let sorted = gifts.sorted { $0.id < $1.id }
        var positions: [Gift.ID: Int] = [:]
        for (position, gift) in sorted.enumerated() {
            guard positions.updateValue(position, forKey: gift.id) == nil else { throw .duplicateGift(gift.id) }
        }
        for gift in sorted where gift.cost.currency != currency {
            throw .currencyMismatch(gift.id, gift.cost.currency, expected: currency)
        }
        self.gifts = sorted
        self.currency = currency
        self.positions = positions
    }
}

extension Catalog {
    /// Returns the gift known as `id`, or `nil` when the catalog does not hold it.
    public subscript(id: Gift.ID) -> Gift? { positions[id].map { gifts[$0] } }
}
