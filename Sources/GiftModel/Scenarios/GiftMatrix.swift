/// The gifts of a catalog in three steps by band: which are meant to bring, to give back and to promise, for whom.
///
/// ```swift
/// let matrix = try GiftMatrix([GiftBand(everyday, for: ["standard"], at: fiveToFifteen)])
/// matrix.gaps(in: catalog)   // the steps for which a band has nothing to give
/// ```
///
/// ## Invariants
/// 1. A tier stands in one band at most.
/// 2. All bands are in one currency.
public struct GiftMatrix: Hashable, Sendable {
    /// The bands, in the order given.
    public let bands: [GiftBand]

    /// A matrix of `bands`.
    ///
    /// - Throws: ``GiftMatrixError``, in the order of its cases.
    public init(_ bands: [GiftBand]) throws(GiftMatrixError) {
        guard let currency = bands.first?.price.lowest.currency else { throw .noBand }
        for band in bands where band.tiers.isEmpty { throw .noTier(band.name) }
        var seen: Set<Tier.ID> = []
        for tier in bands.flatMap(\.tiers) where !seen.insert(tier).inserted { throw .repeatedTier(tier) }
        for found in bands.map(\.price.lowest.currency) where found != currency {
            throw .currencyMismatch(found, expected: currency)
        }
        self.bands = bands
    }

    /// A band in which nothing stands on a step.
    public struct Gap: Hashable, Sendable {
        /// The band.
        public let band: GiftBand
        /// The step.
        public let horizon: GiftHorizon
    }
}

extension GiftMatrix {
    /// Returns the band for customers of `tier`, or `nil` when there is none.
    public func band(of tier: Tier.ID) -> GiftBand? { bands.first { $0.tiers.contains(tier) } }

    /// Returns the gifts of `catalog` for customers of `tier` on the step of `horizon`, by identifier ascending.
    ///
    /// A gift stands there when it looks that far ahead, suits the tier and costs what the tier's band allows. One of
    /// which nobody said how far it looks stands nowhere.
    ///
    /// - Throws: ``GiftMatrixError/currencyMismatch(_:expected:)`` when the catalog is in another currency.
    /// - Complexity: O(*n*) in the gifts.
    public func gifts(
        of catalog: Catalog,
        for tier: Tier.ID,
        on horizon: GiftHorizon
    ) throws(GiftMatrixError) -> [Gift] {
        try requireCurrency(of: catalog)
        guard let band = band(of: tier) else { return [] }
        return catalog.gifts.filter { $0.stands(on: horizon, in: band, for: tier) }
    }

    /// Returns the steps on which a band has no gift of `catalog` for one of its tiers, in the order of the bands.
    ///
    /// - Throws: ``GiftMatrixError/currencyMismatch(_:expected:)`` when the catalog is in another currency.
    /// - Complexity: O(*n* · *t*) for *n* gifts and *t* tiers.
    public func gaps(in catalog: Catalog) throws(GiftMatrixError) -> [Gap] {
        try requireCurrency(of: catalog)
        return bands.flatMap { band in
            GiftHorizon.allCases
                .filter { horizon in
                    band.tiers.contains { tier in
                        !catalog.gifts.contains { $0.stands(on: horizon, in: band, for: tier) }
                    }
                }
                .map { Gap(band: band, horizon: $0) }
        }
    }

    private func requireCurrency(of catalog: Catalog) throws(GiftMatrixError) {
        let currency = bands[0].price.lowest.currency
        guard catalog.currency == currency else { throw .currencyMismatch(catalog.currency, expected: currency) }
    }
}

extension Gift {
    fileprivate func stands(on horizon: GiftHorizon, in band: GiftBand, for tier: Tier.ID) -> Bool {
        let price = band.price.lowest.minorUnits...band.price.highest.minorUnits
        return appeal.horizon == horizon && suits(tier: tier) && price.contains(cost.expected.minorUnits)
    }
}

/// A reason why bands make no matrix, in the order in which the reasons are checked.
@nonexhaustive
public enum GiftMatrixError: Error, Hashable, Sendable {
    /// There is no band.
    case noBand
    /// A band is for no tier.
    case noTier(LocalizedText)
    /// A tier stands in two bands.
    case repeatedTier(Tier.ID)
    /// A band, or the catalog, is in another currency than the first band.
    case currencyMismatch(Currency, expected: Currency)
}

extension GiftMatrixError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noBand: "a matrix has a band"
        case .noTier(let band): "the band `\(band.english)` is for no tier"
        case .repeatedTier(let tier): "tier `\(tier)` stands in two bands"
        case .currencyMismatch(let found, let expected): "a band in `\(found)` beside one in `\(expected)`"
        }
    }
}
