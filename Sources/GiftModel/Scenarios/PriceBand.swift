/// From which cost through which a gift may be, both included.
///
/// - Wire format: `{"from":"5.00 CNY","through":"15.00 CNY"}`.
public struct PriceBand: Hashable, Sendable {
    /// The least cost.
    public let lowest: Money
    /// The greatest cost.
    public let highest: Money

    /// From `lowest` through `highest`, or `nil` when they are of two currencies, below zero, or the wrong way round.
    public init?(from lowest: Money, through highest: Money) {
        guard lowest.currency == highest.currency, (0...highest.minorUnits).contains(lowest.minorUnits) else {
            return nil
        }
        self.lowest = lowest
        self.highest = highest
    }
}

extension PriceBand {
    /// Returns by how much `cost` lies outside: below zero when too cheap, zero when it fits, above when too dear.
    ///
    /// - Throws: ``MoneyError/currencyMismatch(_:_:)``.
    public func excess(of cost: Money) throws(MoneyError) -> Money {
        let nearest = min(max(cost.minorUnits, lowest.minorUnits), highest.minorUnits)
        return try cost.subtracting(Money(minorUnits: nearest, in: lowest.currency))
    }
}

extension PriceBand: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case lowest = "from"
        case highest = "through"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let lowest = object.readMoney(.lowest)
        let highest = object.readMoney(.highest)
        guard let lowest, let highest else { throw object.failure }
        guard let band = Self(from: lowest, through: highest) else {
            throw DocumentProblem.impossible("no cost lies from `\(lowest)` through `\(highest)`")
                .error(at: decoder.codingPath)
        }
        self = band
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(lowest.description, forKey: .lowest)
        try container.encode(highest.description, forKey: .highest)
    }
}
