/// Gifts that make no catalog, with everything that is wrong with them.
public struct InvalidCatalog: Error, Hashable, Sendable {
    /// The faults, one or more: those of the gifts first, then those of the sets, in the order given.
    public let faults: [CatalogFault]
}

extension InvalidCatalog: CustomStringConvertible {
    public var description: String { faults.map(\.description).joined(separator: "; ") }
}
