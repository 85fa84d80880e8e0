public import GiftModel

/// The frozen scale by which customers are scored, dimension by dimension.
///
/// Recency, frequency and monetary value are always there, and whatever else the host's rules name. It is made once
/// from everybody and kept, so that one customer can be scored later, alone, with the same result.
///
/// ```swift
/// let scale = ScoreScale(from: counts)
/// scale?.scores(of: figures).cell                // "545"
/// scale?.score(of: 17, on: .engagement)          // 4
/// scale?.frequency.distribution.emptyLevels      // [2]
/// ```
///
/// - Wire format: an object with `"v":1`; a reader refuses any other version.
public struct ScoreScale: Hashable, Sendable {
    /// The day as of which it was made.
    public let asOf: CalendarDate
    /// Which money counts as spend.
    public let spend: SpendBasis
    /// The currency of every amount.
    public let currency: Currency
    /// The scale of the negative number of days since the last purchase: a recent purchase scores high.
    public let recency: DimensionScale
    /// The scale of the number of purchase days.
    public let frequency: DimensionScale
    /// The scale of the spend in minor units.
    public let monetary: DimensionScale
    /// The scales of further dimensions, by name.
    public let further: [DimensionScale]

    /// The scale of these dimensions, or `nil` unless they are the three that lead, then others by name, none twice.
    init?(asOf day: CalendarDate, spend: SpendBasis, currency: Currency, dimensions: [DimensionScale]) {
        let names = dimensions.map(\.dimension)
        guard
            names.starts(with: ScoreDimension.leading),
            zip(names, names.dropFirst()).allSatisfy({ $0.isTold(before: $1) })
        else { return nil }
        self.asOf = day
        self.spend = spend
        self.currency = currency
        self.recency = dimensions[0]
        self.frequency = dimensions[1]
        self.monetary = dimensions[2]
        self.further = Array(dimensions[3...])
    }
}

extension ScoreScale {
    /// The scale that the rules of `counts` make of them, or `nil` when recency, frequency or monetary value is to be
    /// learned and nobody bought.
    ///
    /// A further dimension that is to be learned and of which nothing is known is left out.
    ///
    /// - Complexity: O(*n* + levels · log *n*) in the number of values.
    public init?(from counts: ScoreCounts) {
        let dimensions = counts.rules.rules.compactMap { rule in
            DimensionScale(rule, from: counts[rule.dimension] ?? ValueCounts())
        }
        self.init(asOf: counts.asOf, spend: counts.rules.spend, currency: counts.currency, dimensions: dimensions)
    }

    /// The scale that divides customers of these `figures` into fifths, or `nil` when there are none.
    ///
    /// Traps on figures of more than one day.
    ///
    /// - Throws: ``PurchaseSummaryError/currencyMismatch(_:expected:)`` unless all amounts are in one currency.
    /// - Complexity: O(*n* log *n*).
    public init?(dividing figures: [PurchaseFigures], spend: SpendBasis) throws(PurchaseSummaryError) {
        guard let first = figures.first else { return nil }
        var counts = ScoreCounts(by: .usual(spend: spend), asOf: first.asOf, in: first.sales.currency)
        try counts.add(figures)
        self.init(from: counts)
    }

    /// How many customers it was made from; on a further dimension, fewer may be known.
    ///
    /// - Complexity: O(*n*) in the number of levels.
    public var customers: Int64 { recency.distribution.customers }

    /// Every dimension: recency, frequency and monetary value, then the others by name.
    ///
    /// - Complexity: O(*n*) in the number of dimensions.
    public var dimensions: [DimensionScale] { [recency, frequency, monetary] + further }

    /// The scale of `dimension`, or `nil` when it is not scored.
    ///
    /// - Complexity: O(*n*) in the number of further dimensions.
    public subscript(dimension: ScoreDimension) -> DimensionScale? {
        switch dimension {
        case .recency: recency
        case .frequency: frequency
        case .monetary: monetary
        default: further.first { $0.dimension == dimension }
        }
    }

    /// Returns the scores of a customer with these `figures`.
    public func scores(of figures: PurchaseFigures) -> RFMScores {
        RFMScores(
            recency: recency.score(of: -Int64(figures.daysSinceLastPurchase)),
            frequency: frequency.score(of: figures.purchaseDays),
            monetary: monetary.score(of: figures.spend(spend).minorUnits)
        )
    }

    /// Returns the score of `value` on `dimension`, or `nil` when that is not scored.
    ///
    /// Recency counts days below zero, and amounts are in minor units.
    ///
    /// - Complexity: O(*n*) in the number of further dimensions.
    public func score(of value: Int64, on dimension: ScoreDimension) -> Int? { self[dimension]?.score(of: value) }
}
