import GiftModel

/// What a gift is worth to the host, as a sum whose parts say why.
///
/// - Unit: points of worth, without a currency; only their order and their differences mean anything.
public struct Worth: Hashable, Sendable {
    /// What the rule adds, by its priority.
    public let rule: Int64
    /// What the customer's frequency adds, by the score.
    public let frequency: Int64
    /// What the customer's monetary value adds, by the score.
    public let monetary: Int64
    /// What the price adds: most at the price that is meant for the customer, less the further away, at least 0.
    public let price: Int64
    /// What the host says that giving this gift is worth.
    public let gift: Int64
    /// What it adds that the gift is of the kind that the customer prefers.
    public let kind: Int64
}

extension Worth {
    /// The sum of the parts.
    public var total: Int64 { rule + frequency + monetary + price + gift + kind }
}

/// How much each part of a worth counts.
///
/// - Range: 0 through 1,000 for each.
/// - Wire format: `{"frequency":10,"gift":1,"kind":0,"monetary":10,"price":100,"rule":1}`; what is left out counts as
///   usual.
public struct WorthRules: Hashable, Sendable {
    /// Points for each step of the rule's priority.
    public var rule: Int64 = 1
    /// Points for each point of the frequency score.
    public var frequency: Int64 = 10
    /// Points for each point of the monetary score.
    public var monetary: Int64 = 10
    /// Points at the price that is meant for the customer.
    public var price: Int64 = 100
    /// Points for each point of worth that the host gives a gift.
    public var gift: Int64 = 1
    /// Points for a gift of the kind that the customer prefers.
    public var kind: Int64 = 0

    /// The usual weights.
    public init() {}

    static let range: ClosedRange<Int64> = 0...1000
}

extension WorthRules: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case rule = "rule"
        case frequency = "frequency"
        case monetary = "monetary"
        case price = "price"
        case gift = "gift"
        case kind = "kind"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let rule = object.readIfPresent(in: Self.range, .rule)
        let frequency = object.readIfPresent(in: Self.range, .frequency)
        let monetary = object.readIfPresent(in: Self.range, .monetary)
        let price = object.readIfPresent(in: Self.range, .price)
        let gift = object.readIfPresent(in: Self.range, .gift)
        let kind = object.readIfPresent(in: Self.range, .kind)
        guard let rule, let frequency, let monetary, let price, let gift, let kind else { throw object.failure }
        self.rule = rule ?? self.rule
        self.frequency = frequency ?? self.frequency
        self.monetary = monetary ?? self.monetary
        self.price = price ?? self.price
        self.gift = gift ?? self.gift
        self.kind = kind ?? self.kind
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(rule, forKey: .rule)
        try container.encode(frequency, forKey: .frequency)
        try container.encode(monetary, forKey: .monetary)
        try container.encode(price, forKey: .price)
        try container.encode(gift, forKey: .gift)
        try container.encode(kind, forKey: .kind)
    }
}
