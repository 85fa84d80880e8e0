public import GiftModel

/// How often each value and each interaction occurs among all customers: what the cuts of quadrants are learned from.
///
/// Customers may be added in any order and merged from any parts of different customers, with the same result.
///
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
        values[value.minorUnits, default: 0] += 1
        interactions[interaction, default: 0] += 1
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
        guard let value = Self.median(of: values), let interaction = Self.median(of: interactions) else { return nil }
        return QuadrantCuts(in: currency, value: value, interaction: interaction)
    }

    private static func median(of counts: [Int64: Int64]) -> Int64? {
        let total = counts.values.reduce(Int128(0)) { $0 + Int128($1) }
        var below = Int128(0)
        return counts.sorted { $0.key < $1.key }
            .first { entry in
                below += Int128(entry.value)
                return 2 * below >= total
            }?
            .key
    }
}

extension QuadrantSample: Codable {
    private enum CodingKeys: String, CodingKey {
        case formatVersion = "v"
        case currency = "currency"
        case values = "value"
        case interactions = "interaction"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try container.requireVersion(1, of: "a sample for quadrants", forKey: .formatVersion)
        self.init(in: try container.decode(Currency.self, forKey: .currency))
        func counts(_ key: CodingKeys) throws -> [Int64: Int64] {
            let pairs = try container.decode([[Int64]].self, forKey: key)
            let isAscending = zip(pairs, pairs.dropFirst()).allSatisfy { $0.first ?? 0 < $1.first ?? 0 }
            guard pairs.allSatisfy({ $0.count == 2 && $0[1] > 0 }), isAscending else {
                throw DecodingError.dataCorruptedError(
                    forKey: key,
                    in: container,
                    debugDescription: "numbers come in ascending order, each with a count of one or more"
                )
            }
            return Dictionary(uniqueKeysWithValues: pairs.map { ($0[0], $0[1]) })
        }
        self.values = try counts(.values)
        self.interactions = try counts(.interactions)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(1, forKey: .formatVersion)
        try container.encode(currency, forKey: .currency)
        func pairs(_ counts: [Int64: Int64]) -> [[Int64]] {
            counts.sorted { $0.key < $1.key }.map { [$0.key, $0.value] }
        }
        try container.encode(pairs(values), forKey: .values)
        try container.encode(pairs(interactions), forKey: .interactions)
    }
}
