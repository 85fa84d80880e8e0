public import GiftModel

/// Which gifts of the catalog a rule may give.
///
/// - Wire format: `{"from":"4.00 GBP","kinds":["physical"],"through":"15.00 GBP"}`; without `kinds`, every kind.
public struct GiftSelection: Hashable, Sendable {
    /// The kinds; empty means every kind.
    public let kinds: Set<GiftKind>
    /// The least cost of one gift.
    public let lowest: Money
    /// The greatest cost of one gift.
    public let highest: Money

    /// Gifts of `kinds` that cost from `lowest` through `highest`.
    public init(_ kinds: Set<GiftKind> = [], from lowest: Money, through highest: Money) {
        self.kinds = kinds
        self.lowest = lowest
        self.highest = highest
    }
}

extension GiftSelection {
    /// Returns whether `gift` is of the kind and price that this selection asks for.
    func admits(_ gift: Gift) -> Bool {
        guard kinds.isEmpty || kinds.contains(gift.kind) else { return false }
        return (lowest.minorUnits...highest.minorUnits).contains(gift.cost.expected.minorUnits)
    }
}

extension GiftSelection: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case kinds = "kinds"
        case lowest = "from"
        case highest = "through"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let kinds = object.readSet(of: GiftKind.self, .kinds)
        let lowest = object.readMoney(.lowest)
        let highest = object.readMoney(.highest)
        guard let kinds, let lowest, let highest else { throw object.failure }
        self.init(kinds, from: lowest, through: highest)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        if !kinds.isEmpty { try container.encode(GiftKind.allCases.filter(kinds.contains), forKey: .kinds) }
        try container.encode(lowest.description, forKey: .lowest)
        try container.encode(highest.description, forKey: .highest)
    }
}
