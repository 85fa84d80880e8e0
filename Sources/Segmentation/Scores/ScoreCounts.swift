public import GiftModel

/// What a scale of scores is learned from: how many customers have each value, on every dimension.
///
/// Small where values repeat, and mergeable: parts counted on other threads or machines come to the same scale in any
/// order, byte for byte. What is merged must be of different customers.
///
/// ```swift
/// var counts = ScoreCounts(by: rules, asOf: today, in: .eur)
/// try counts.add(figures)
/// counts.add(visits, on: .engagement)
/// let scale = ScoreScale(from: counts)
/// ```
///
/// - Wire format: an object with `"v":1`; a reader refuses any other version. The counts stand in the order of the
///   rules.
public struct ScoreCounts: Hashable, Sendable {
    /// What is scored, and how.
    public let rules: ScoreRules
    /// The day as of which the values stand.
    public let asOf: CalendarDate
    /// The currency of every amount.
    public let currency: Currency
    private var counts: [ValueCounts]

    /// Nobody counted yet.
    public init(by rules: ScoreRules, asOf day: CalendarDate, in currency: Currency) {
        self.rules = rules
        self.asOf = day
        self.currency = currency
        self.counts = rules.rules.map { _ in ValueCounts() }
    }
}

extension ScoreCounts {
    /// The counts on `dimension`, or `nil` when the rules do not score it.
    public subscript(dimension: ScoreDimension) -> ValueCounts? { index(of: dimension).map { counts[$0] } }

    /// Counts customers on every dimension that their purchases tell, or refuses them all and changes nothing.
    ///
    /// Traps on figures of another day than ``asOf``.
    ///
    /// - Throws: ``PurchaseSummaryError/currencyMismatch(_:expected:)``.
    /// - Complexity: O(*n* log *n* + *m*) in the numbers of customers and of values counted before: give many at once.
    public mutating func add(_ figures: [PurchaseFigures]) throws(PurchaseSummaryError) {
        for figures in figures {
            precondition(figures.asOf == asOf, "figures of another day teach nothing of this one")
            guard figures.sales.currency == currency else {
                throw .currencyMismatch(figures.sales.currency, expected: currency)
            }
        }
        for (index, rule) in rules.rules.enumerated() {
            guard let measure = rule.dimension.measure(rules.spend) else { continue }
            counts[index].merge(ValueCounts(of: figures.map(measure)))
        }
    }

    /// Counts customers on a `dimension` that purchases do not tell, one value for each who has any.
    ///
    /// Traps when the rules do not score it, or purchases tell it.
    ///
    /// - Complexity: O(*n* log *n* + *m*) in the numbers of customers and of values counted before: give many at once.
    public mutating func add(_ values: some Sequence<Int64>, on dimension: ScoreDimension) {
        precondition(dimension.measure(rules.spend) == nil, "what purchases tell is counted with them")
        guard let index = index(of: dimension) else { preconditionFailure("the rules score every dimension counted") }
        counts[index].merge(ValueCounts(of: values))
    }

    /// Counts all that `other` counted, who must be other customers, or refuses it and changes nothing.
    ///
    /// - Throws: ``ScoreCountsError``, in the order of its cases.
    /// - Complexity: O(*n* + *m*) in the numbers of values.
    public mutating func merge(_ other: ScoreCounts) throws(ScoreCountsError) {
        guard other.rules == rules else { throw .otherRules }
        guard other.asOf == asOf else { throw .otherDay(other.asOf, expected: asOf) }
        guard other.currency == currency else { throw .currencyMismatch(other.currency, expected: currency) }
        for index in counts.indices { counts[index].merge(other.counts[index]) }
    }

    private func index(of dimension: ScoreDimension) -> Int? {
        rules.rules.firstIndex { $0.dimension == dimension }
    }
}

/// A reason why counts cannot be merged, in the order in which the reasons are checked.
@nonexhaustive
public enum ScoreCountsError: Error, Hashable, Sendable {
    /// They were counted under other rules.
    case otherRules
    /// They stand as of another day.
    case otherDay(CalendarDate, expected: CalendarDate)
    /// Amounts are in another currency.
    case currencyMismatch(Currency, expected: Currency)
}

extension ScoreCountsError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .otherRules: "the parts were counted under different rules"
        case .otherDay(let found, let expected): "counts as of `\(found)` where those as of `\(expected)` are merged"
        case .currencyMismatch(let found, let expected): "amounts in `\(found)` where `\(expected)` is counted"
        }
    }
}

extension ScoreCounts: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case formatVersion = "v"
        case rules = "rules"
        case asOf = "asOf"
        case currency = "currency"
        case counts = "counts"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        try container.requireVersion(1, of: "score counts", forKey: .formatVersion)
        self.rules = try container.decode(ScoreRules.self, forKey: .rules)
        self.asOf = try container.decode(CalendarDate.self, forKey: .asOf)
        self.currency = try container.decode(Currency.self, forKey: .currency)
        self.counts = try container.decode([ValueCounts].self, forKey: .counts)
        guard counts.count == rules.rules.count else {
            throw DecodingError.dataCorruptedError(
                forKey: .counts,
                in: container,
                debugDescription: "`\(counts.count)` counts where the rules score \(rules.rules.count) dimensions"
            )
        }
        let told = zip(rules.rules, counts).filter { $0.0.dimension.measure(rules.spend) != nil }.map(\.1.customers)
        guard Set(told).count == 1 else {
            throw DecodingError.dataCorruptedError(
                forKey: .counts,
                in: container,
                debugDescription: "purchases tell of the same customers on every dimension that they tell"
            )
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(1, forKey: .formatVersion)
        try container.encode(rules, forKey: .rules)
        try container.encode(asOf, forKey: .asOf)
        try container.encode(currency, forKey: .currency)
        try container.encode(counts, forKey: .counts)
    }
}
