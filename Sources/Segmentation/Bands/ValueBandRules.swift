public import GiftModel

/// The value bands of a host, the one to be tried first in front.
///
/// A customer stands in the band of the first rule that it meets. Where nobody can say whether it meets a rule, it is
/// undetermined; no later rule takes it.
///
/// ## Invariants
/// 1. There is a rule, and no band has two.
/// 2. A rule that takes everybody comes last.
/// 3. All amounts are in one currency.
///
/// - Wire format: `{"bands":[…],"spend":"net"}`.
public struct ValueBandRules: Hashable, Sendable {
    /// The rules, in the order in which they are tried.
    public let rules: [ValueBandRule]
    /// Which money counts as spend.
    public let spend: SpendBasis

    /// Bands by these `rules`.
    ///
    /// - Throws: ``ValueBandError/noRule``, then for the first rule concerned ``ValueBandError/repeatedBand(_:)``,
    ///   ``ValueBandError/unreachable(_:)``, ``ValueBandError/currencyMismatch(_:_:expected:)``.
    public init(_ rules: [ValueBandRule], spend: SpendBasis) throws(ValueBandError) {
        guard let expected = rules.first?.gift.lowest.currency else { throw .noRule }
        var seen: Set<ValueBand> = []
        var takesEverybody = false
        for rule in rules {
            guard seen.insert(rule.band).inserted else { throw .repeatedBand(rule.band) }
            guard !takesEverybody else { throw .unreachable(rule.band) }
            for found in rule.currencies where found != expected {
                throw .currencyMismatch(rule.band, found, expected: expected)
            }
            takesEverybody = rule.requirement == nil
        }
        self.rules = rules
        self.spend = spend
    }
}

extension ValueBandRules {
    /// The currency of every amount.
    public var currency: Currency { rules[0].gift.lowest.currency }
}

extension ValueBandRules: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case rules = "bands"
        case spend = "spend"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let rules = object.read([ValueBandRule].self, .rules)
        let spend = object.read(SpendBasis.self, .spend)
        guard let rules, let spend else { throw object.failure }
        self = try decoder.whole { try Self(rules, spend: spend) }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(rules, forKey: .rules)
        try container.encode(spend, forKey: .spend)
    }
}
