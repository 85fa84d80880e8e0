/// Gifts that are given together, whole or not at all, in a box of their own.
///
/// The box is a gift too: it has the name, the tiers, the occasions and the ways of delivery of the set, what packing
/// and sending cost, and how many boxes there are. A ``Catalog`` puts the set together: its cost is that of the box and
/// all parts, and there are as many sets as boxes and parts allow. The longest lead time counts, whom one part must not
/// reach the set must not reach, and the set takes place on the earliest day on which a part does.
///
/// - Wire format: `{"box":{…},"parts":{"booklet":1,"tote-bag":1}}`.
public struct GiftSet: Hashable, Sendable {
    /// The box.
    public let box: Gift
    /// How many of each gift are in it, one or more.
    public let quantities: [Gift.ID: Int64]

    /// A set of these gifts, or `nil` when there is none or not one of each.
    public init?(in box: Gift, of quantities: [Gift.ID: Int64]) {
        guard !quantities.isEmpty, quantities.values.allSatisfy({ $0 > 0 }) else { return nil }
        self.box = box
        self.quantities = quantities
    }
}

extension GiftSet {
    /// Returns the set as one gift, put together from `gifts`, which hold every part.
    ///
    /// - Returns: `nil` when the cost leaves 64 bits.
    func gift(puttingTogether gifts: [Gift.ID: Gift]) -> Gift? {
        var whole = box
        for (id, quantity) in quantities.sorted(by: { $0.key < $1.key }) {
            guard let part = gifts[id], let cost = part.cost.multiplied(by: quantity),
                let sum = whole.cost.adding(cost), let entry = GiftPart(id, quantity: quantity, cost: cost)
            else { return nil }
            whole.cost = sum
            whole.stock = min(whole.stock, part.stock / quantity)
            whole.leadDays = max(whole.leadDays, part.leadDays)
            whole.restrictions = whole.restrictions.joined(with: part.restrictions)
            whole.takesPlaceOn = [whole.takesPlaceOn, part.takesPlaceOn].compactMap(\.self).min()
            whole.parts.append(entry)
        }
        return whole
    }
}

extension GiftSet: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case box = "box"
        case parts = "parts"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let box = object.read(Gift.self, .box)
        let parts = object.readMap(by: Gift.ID.self, in: 1...Int64.max, .parts)
        guard let box, let parts, let set = Self(in: box, of: parts) else { throw object.failure }
        self = set
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(box, forKey: .box)
        try container.encode(quantities, forKey: .parts)
    }
}
