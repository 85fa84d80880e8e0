public import GiftModel

/// The frozen scale by which recency, frequency and monetary value are scored 1 through 5.
///
/// Learned once from everybody and kept, so that one customer can be scored later, alone, with the same result.
public struct RFMScale: Hashable, Sendable {
    /// Which money counts as monetary value.
    public let spend: SpendBasis
    /// The currency in whose minor units ``monetary`` counts.
    public let currency: Currency
    /// Cuts on the negative number of days since the last purchase: a recent purchase scores high.
    public let recency: CutPoints
    /// Cuts on the number of purchase days.
    public let frequency: CutPoints
    /// Cuts on the spend in minor units.
    public let monetary: CutPoints

    /// How many scores a learned scale has.
    public static let levels = 5

    /// The scale that divides customers of these `figures` into fifths, or `nil` when there are none.
    ///
    /// - Throws: ``PurchaseSummaryError/currencyMismatch(_:expected:)`` unless all amounts are in one currency.
    /// - Complexity: O(*n* log *n*).
    public init?(dividing figures: [PurchaseFigures], spend: SpendBasis) throws(PurchaseSummaryError) {
        if let expected = figures.first?.sales.currency {
            for figures in figures where figures.sales.currency != expected {
                throw .currencyMismatch(figures.sales.currency, expected: expected)
            }
        }
        func cuts(_ metric: (PurchaseFigures) -> Int64) -> CutPoints? {
            CutPoints(dividing: figures.map(metric), into: Self.levels)
        }
        guard
            let currency = figures.first?.sales.currency,
            let recency = cuts(Self.recency(of:)),
            let frequency = cuts(\.purchaseDays),
            let monetary = cuts({ $0.spend(spend).minorUnits })
        else { return nil }
        self.spend = spend
        self.currency = currency
        self.recency = recency
        self.frequency = frequency
        self.monetary = monetary
    }

    static func recency(of figures: PurchaseFigures) -> Int64 { -Int64(figures.daysSinceLastPurchase) }
}

extension RFMScale {
    /// Returns the scores of a customer with these `figures`.
    public func scores(of figures: PurchaseFigures) -> RFMScores {
        RFMScores(
            recency: recency.score(of: Self.recency(of: figures)),
            frequency: frequency.score(of: figures.purchaseDays),
            monetary: monetary.score(of: figures.spend(spend).minorUnits)
        )
    }
}

extension RFMScale: Codable {
    private enum CodingKeys: String, CodingKey {
        case spend = "spend"
        case currency = "currency"
        case recency = "recency"
        case frequency = "frequency"
        case monetary = "monetary"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.spend = try container.decode(SpendBasis.self, forKey: .spend)
        self.currency = try container.decode(Currency.self, forKey: .currency)
        func cuts(_ key: CodingKeys) throws -> CutPoints {
            let cuts = try container.decode(CutPoints.self, forKey: key)
            guard cuts.levels == Self.levels else {
                throw DecodingError.dataCorruptedError(
                    forKey: key,
                    in: container,
                    debugDescription: "`\(cuts.levels)` levels where a scale has \(Self.levels)"
                )
            }
            return cuts
        }
        self.recency = try cuts(.recency)
        self.frequency = try cuts(.frequency)
        self.monetary = try cuts(.monetary)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(spend, forKey: .spend)
        try container.encode(currency, forKey: .currency)
        try container.encode(recency, forKey: .recency)
        try container.encode(frequency, forKey: .frequency)
        try container.encode(monetary, forKey: .monetary)
    }
}
