public import GiftModel

/// From how much evidence on, and above which shares, a customer counts as sensitive to price or to quality.
///
/// - Wire format: `{"basis":"purchases","cheapThrough":"1/3","dearFrom":"2/3","fullPriceThrough":"1/5",`
///   `"minimumPurchases":3,"onOfferFrom":"1/2"}`.
public struct SensitivityRules: Hashable, Sendable {
    /// By what the part that was on offer is measured.
    ///
    /// The two are all there are, so this enum is closed.
    public enum Basis: String, Hashable, Sendable, CaseIterable {
        /// By the number of purchases.
        case purchases = "purchases"
        /// By what they came to.
        case spend = "spend"
    }

    /// How many purchases make up enough evidence, one or more.
    public let minimumPurchases: Int64
    /// By what the part that was on offer is measured.
    public let basis: Basis
    /// Buying this part or more on offer speaks for price.
    public let onOfferFrom: Share
    /// Buying this part or less on offer speaks for quality.
    public let fullPriceThrough: Share
    /// A mean rank of this or less speaks for price.
    public let cheapThrough: Share
    /// A mean rank of this or more speaks for quality.
    public let dearFrom: Share

    /// Rules with these boundaries.
    ///
    /// - Throws: ``SensitivityRulesError``, in the order of its cases.
    public init(
        minimumPurchases: Int64,
        basis: Basis,
        onOfferFrom: Share,
        fullPriceThrough: Share,
        cheapThrough: Share,
        dearFrom: Share
    ) throws(SensitivityRulesError) {
        guard minimumPurchases > 0 else { throw .noEvidence(minimumPurchases) }
        guard fullPriceThrough < onOfferFrom else {
            throw .offersOverlap(fullPriceThrough: fullPriceThrough, onOfferFrom: onOfferFrom)
        }
        guard cheapThrough < dearFrom else { throw .ranksOverlap(cheapThrough: cheapThrough, dearFrom: dearFrom) }
        self.minimumPurchases = minimumPurchases
        self.basis = basis
        self.onOfferFrom = onOfferFrom
        self.fullPriceThrough = fullPriceThrough
        self.cheapThrough = cheapThrough
        self.dearFrom = dearFrom
    }

    /// Three purchases at least; half of them on offer, or the lower third of prices, speak for price; a fifth on offer
    /// at most, or the upper third of prices, for quality.
    public static let usual: SensitivityRules = {
        guard let half = Share("1/2"), let fifth = Share("1/5"), let third = Share("1/3"),
            let twoThirds = Share("2/3"),
            let rules = try? SensitivityRules(
                minimumPurchases: 3,
                basis: .purchases,
                onOfferFrom: half,
                fullPriceThrough: fifth,
                cheapThrough: third,
                dearFrom: twoThirds
            )
        else { preconditionFailure("the usual rules are rules") }
        return rules
    }()
}

/// A reason why boundaries do not make rules, in the order in which the reasons are checked.
@nonexhaustive
public enum SensitivityRulesError: Error, Hashable, Sendable {
    /// So few purchases are no evidence.
    case noEvidence(Int64)
    /// One part on offer would speak both for price and for quality.
    case offersOverlap(fullPriceThrough: Share, onOfferFrom: Share)
    /// One rank would speak both for price and for quality.
    case ranksOverlap(cheapThrough: Share, dearFrom: Share)
}

extension SensitivityRulesError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noEvidence(let count): "`\(count)` purchases are no evidence"
        case .offersOverlap(let low, let high): "full price through `\(low)` on offer is not below `\(high)`"
        case .ranksOverlap(let low, let high): "cheap through rank `\(low)` is not below `\(high)`"
        }
    }
}

extension SensitivityRules: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case minimumPurchases = "minimumPurchases"
        case basis = "basis"
        case onOfferFrom = "onOfferFrom"
        case fullPriceThrough = "fullPriceThrough"
        case cheapThrough = "cheapThrough"
        case dearFrom = "dearFrom"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let minimum = object.read(Int64.self, .minimumPurchases)
        let basis = object.read(Basis.self, .basis)
        let onOffer = object.read(Share.self, .onOfferFrom)
        let fullPrice = object.read(Share.self, .fullPriceThrough)
        let cheap = object.read(Share.self, .cheapThrough)
        let dear = object.read(Share.self, .dearFrom)
        guard let minimum, let basis, let onOffer, let fullPrice, let cheap, let dear else { throw object.failure }
        self = try decoder.whole {
            try Self(
                minimumPurchases: minimum,
                basis: basis,
                onOfferFrom: onOffer,
                fullPriceThrough: fullPrice,
                cheapThrough: cheap,
                dearFrom: dear
            )
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(minimumPurchases, forKey: .minimumPurchases)
        try container.encode(basis, forKey: .basis)
        try container.encode(onOfferFrom, forKey: .onOfferFrom)
        try container.encode(fullPriceThrough, forKey: .fullPriceThrough)
        try container.encode(cheapThrough, forKey: .cheapThrough)
        try container.encode(dearFrom, forKey: .dearFrom)
    }
}

extension SensitivityRules.Basis: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
