/// One thing that is wrong with a catalog, and where.
///
/// - Source: paths are JSON Pointers, <https://www.rfc-editor.org/rfc/rfc6901>.
public struct CatalogFault: Hashable, Sendable {
    /// The place in the catalog, such as `/gifts/1/cost`, counted in the order given.
    public let path: String
    /// What is wrong there.
    public let problem: Problem

    /// What can be wrong with gifts that are well formed one by one.
    @nonexhaustive
    public enum Problem: Hashable, Sendable {
        /// Another gift or set has this identifier.
        case repeatedGift(Gift.ID)
        /// The amount is in another currency than the catalog.
        case currencyMismatch(Currency, expected: Currency)
        /// The amount is below zero.
        case negativeAmount(Money)
        /// The gift is a set that a catalog has put together; list its ``GiftSet`` instead.
        case putTogether(Gift.ID)
        /// Only a coupon has the terms of one.
        case noCoupon(Gift.ID)
        /// The set has a part that is no gift of the catalog; a set is none.
        case unknownPart(Gift.ID)
        /// The set costs more than 64 bits hold.
        case costTooLarge
    }
}

extension CatalogFault: CustomStringConvertible {
    public var description: String { "\(path): \(problem)" }
}

extension CatalogFault.Problem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .repeatedGift(let gift): "gift `\(gift)` is listed twice"
        case .currencyMismatch(let found, let expected):
            "the amount is in `\(found)`, the catalog is in `\(expected)`"
        case .negativeAmount(let money): "`\(money)` is below zero"
        case .putTogether(let gift): "`\(gift)` was put together by a catalog and is to be listed as a set"
        case .noCoupon(let gift): "`\(gift)` is no coupon and has the terms of one"
        case .unknownPart(let gift): "no gift is called `\(gift)`"
        case .costTooLarge: "the parts cost more than 64 bits hold"
        }
    }
}
