/// A gift that can be given, with what it costs and what is in it.
///
/// - Wire format: `{"cost":{…},"gift":"kettle","parts":[…]}`; `parts` of a set only.
public struct GiftChoice: Hashable, Sendable {
    /// What is given.
    public let gift: Gift.ID
    /// What giving it costs, its parts included.
    public let cost: LandedCost
    /// What is in it, when it is a set.
    public let parts: [GiftPart]

    /// A choice of `gift`, or `nil` when its parts repeat one another or cost more than the whole.
    public init?(_ gift: Gift.ID, cost: LandedCost, parts: [GiftPart]) {
        guard Set(parts.map(\.gift) + [gift]).count == parts.count + 1 else { return nil }
        var rest: LandedCost? = cost
        for part in parts { rest = rest?.subtracting(part.cost) }
        guard rest != nil else { return nil }
        self.gift = gift
        self.cost = cost
        self.parts = parts
    }

    /// A choice of `gift`, which is no set.
    public init(_ gift: Gift.ID, cost: LandedCost) {
        self.gift = gift
        self.cost = cost
        self.parts = []
    }

    /// The choice of `gift` as a catalog has it.
    ///
    /// Traps when `gift` was not put together by a catalog and says otherwise.
    public init(_ gift: Gift) {
        if gift.parts.isEmpty {
            self.init(gift.id, cost: gift.cost)
            return
        }
        guard let choice = Self(gift.id, cost: gift.cost, parts: gift.parts) else {
            preconditionFailure("a catalog puts sets together of other gifts")
        }
        self = choice
    }
}

extension GiftChoice {
    /// What is taken out of stock when it is given: the gift itself, which of a set is the box, and its parts.
    public var pieces: [(gift: Gift.ID, quantity: Int64)] { [(gift, 1)] + parts.map { ($0.gift, $0.quantity) } }

    /// What is left of the cost without the parts: that of the box, or of the gift itself.
    var rest: LandedCost { parts.reduce(cost) { rest, part in rest.subtracting(part.cost) ?? rest } }
}

extension GiftChoice: Codable {
    private enum CodingKeys: String, CodingKey {
        case gift = "gift"
        case cost = "cost"
        case parts = "parts"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let choice = Self(
            try container.decode(Gift.ID.self, forKey: .gift),
            cost: try container.decode(LandedCost.self, forKey: .cost),
            parts: try container.decodeIfPresent([GiftPart].self, forKey: .parts) ?? []
        )
        guard let choice else {
            let problem = "the parts of a set are different gifts that cost no more than the whole"
            throw DocumentProblem.impossible(problem).error(at: decoder.codingPath)
        }
        self = choice
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(gift, forKey: .gift)
        try container.encode(cost, forKey: .cost)
        if !parts.isEmpty { try container.encode(parts, forKey: .parts) }
    }
}
