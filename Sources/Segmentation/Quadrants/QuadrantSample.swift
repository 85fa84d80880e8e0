public import GiftModel

/// How often each value and each interaction occurs among all customers: what the cuts of quadrants are learned from.
///
/// Customers may be added in any order and merged from any parts of different customers, with the same result.
///
/// - Range: a count beyond 64 bits stays at their greatest number.
/// - Wire format: `{"currency":"EUR","interaction":[[1,4]],"v":1,"value":[[4000000,4]]}`, each number with its count,
///   ascending.
public struct QuadrantSample: Hashable, Sendable {
    /// The currency of every value.
    public let currency: Currency
    private var values: [Int64: Int64] = [:]
    private var interactions: [Int64: Int64] = [:]

    /// A sample of nobody yet, in `currency`.
    public init(in currency: Currency) { self.currency = currency }
}

extension QuadrantSample {
    /// Takes in one customer, or refuses it and changes nothing.
    ///
    /// - Throws: ``PurchaseSummaryError/currencyMismatch(_:expected:)``.
    public mutating func add(value: Money, interaction: Int64) throws(PurchaseSummaryError) {
        guard value.currency == currency else { throw .currencyMismatch(value.currency, expected: currency) }
        values[value.minorUnits] = (values[value.minorUnits] ?? 0).saturatingSum(1)
        interactions[interaction] = (interactions[interaction] ?? 0).saturatingSum(1)
    }

    /// Takes in all customers of `other`, who must be other customers, or refuses them and changes nothing.
    ///
    /// - Throws: ``PurchaseSummaryError/currencyMismatch(_:expected:)``.
    /// - Complexity: O(*n*) in the different numbers of `other`.
    public mutating func merge(_ other: QuadrantSample) throws(PurchaseSummaryError) {
        guard other.currency == currency else { throw .currencyMismatch(other.currency, expected: currency) }
        values.merge(other.values) { $0.saturatingSum($1) }
        interactions.merge(other.interactions) { $0.saturatingSum($1) }
    }

    /// The cuts at the medians, or `nil` when the sample is of nobody.
    ///
    /// Each is a value of the sample: the smallest with at least half of the customers at or below it.
    ///
    /// - Complexity: O(*n* log *n*) in the different numbers.
    /// - Source: definition 1 of Hyndman and Fan (1996), <https://doi.org/10.2307/2684934>.
    public var cuts: QuadrantCuts? {
        guard
            let value = CutPoints(dividing: ValueCounts(values), into: 2),
            let interaction = CutPoints(dividing: ValueCounts(interactions), into: 2)
        else { return nil }
        return QuadrantCuts(in: currency, value: value, interaction: interaction)
    }
}

extension QuadrantSample: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case formatVersion = "v"
        case currency = "currency"
        case values = "value"
        case interactions = "interaction"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        try container.requireVersion(1, of: "a sample for quadrants", forKey: .formatVersion)
        self.init(in: try container.decode(Currency.self, forKey: .currency))
        let values = try container.decode(ValueCounts.self, forKey: .values)
        let interactions = try container.decode(ValueCounts.self, forKey: .interactions)
        guard values.customers == interactions.customers else {
            throw DecodingError.dataCorruptedError(
                forKey: .interactions,
                in: container,
                debugDescription: "every customer has one value and one interaction"
            )
        }
        self.values = Dictionary(uniqueKeysWithValues: values.values.map { ($0.value, $0.customers) })
        self.interactions = Dictionary(uniqueKeysWithValues: interactions.values.map { ($0.value, $0.customers) })
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(1, forKey: .formatVersion)
        try container.encode(currency, forKey: .currency)
        try container.encode(ValueCounts(values), forKey: .values)
        try container.encode(ValueCounts(interactions), forKey: .interactions)
    }
}
