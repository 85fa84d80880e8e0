/// A reason why gifts do not make a catalog, in the order in which the reasons are checked.
@nonexhaustive
public enum CatalogError: Error, Hashable, Sendable {
    /// Two gifts have this identifier.
    case duplicateGift(Gift.ID)
    /// This gift's cost is in another currency than the catalog's.
    case currencyMismatch(Gift.ID, Currency, expected: Currency)
}

extension CatalogError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .duplicateGift(let gift): "gift `\(gift)` is listed twice"
        case .currencyMismatch(let gift, let currency, let expected):
            "gift `\(gift)` costs `\(currency)`, the catalog is in `\(expected)`"
        }
    }
}
