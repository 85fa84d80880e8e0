public import GiftModel

/// Something that the customer of an example did, or was given, some time ago.
///
/// - Wire format: `{"daysAgo":90,"order":"30000.00 CNY"}`; in place of `order` one of `cart`, `interaction` with or
///   without `subject`, `complaint` and `gift`, and `hoursAgo` in place of `daysAgo` where these are no whole days.
public struct ExampleActivity: Hashable, Sendable {
    /// What it was.
    public let kind: Kind
    /// How long ago, in hours.
    public let hoursAgo: Int64

    /// What a customer of an example can have done, or been given.
    @nonexhaustive
    public enum Kind: Hashable, Sendable {
        /// Bought for that much.
        case order(Money)
        /// Put something of that price into the cart.
        case cart(Money)
        /// Did this, about that if it is given.
        case interaction(InteractionKind, about: Identifier<Interaction.Subject>? = nil)
        /// Complained, or the complaint of before moved on.
        case complaint(ComplaintState)
        /// Was given a gift by this rule.
        case gift(by: Rule.ID)
    }

    /// `kind`, so many hours before the instant of the example, 0 through 876,000.
    public init(_ kind: Kind, hoursAgo: Int64) {
        precondition(Self.hours.contains(hoursAgo), "an example goes back a hundred years")
        self.kind = kind
        self.hoursAgo = hoursAgo
    }

    /// `kind`, so many days before the instant of the example, 0 through 36,500.
    public init(_ kind: Kind, daysAgo: Int64) {
        precondition(Self.days.contains(daysAgo), "an example goes back a hundred years")
        self.init(kind, hoursAgo: daysAgo * 24)
    }

    static let days: ClosedRange<Int64> = 0...36_500
    static let hours: ClosedRange<Int64> = 0...876_000
}

extension ExampleActivity.Kind {
    /// The amount in it, if any.
    var amount: Money? {
        switch self {
        case .order(let amount), .cart(let amount): amount
        case .interaction, .complaint, .gift: nil
        }
    }
}

extension ExampleActivity: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case order = "order"
        case cart = "cart"
        case interaction = "interaction"
        case subject = "subject"
        case complaint = "complaint"
        case gift = "gift"
        case daysAgo = "daysAgo"
        case hoursAgo = "hoursAgo"
    }

    private static let kinds: [CodingKeys] = [.order, .cart, .interaction, .complaint, .gift]
    private static let times: [CodingKeys] = [.daysAgo, .hoursAgo]

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let keys = object.keys.filter { Self.kinds.contains($0) }
        let times = object.keys.filter { Self.times.contains($0) }
        if keys.count != 1 {
            let problem = "it is one of `order`, `cart`, `interaction`, `complaint` and `gift`"
            object.refuse("", .impossible(problem))
        }
        if times.count != 1 { object.refuse("", .impossible("it was either `daysAgo` or `hoursAgo`")) }
        if object.keys.contains(.subject), !keys.contains(.interaction) {
            object.refuse("/subject", .impossible("only an interaction has a subject"))
        }
        let days = object.readIfPresent(in: Self.days, .daysAgo)
        let hours = object.readIfPresent(in: Self.hours, .hoursAgo)
        let kind: Kind? =
            switch keys.first {
            case .order?: object.readMoney(.order).map(Kind.order)
            case .cart?: object.readMoney(.cart).map(Kind.cart)
            case .interaction?: Self.interaction(in: &object)
            case .complaint?: object.read(ComplaintState.self, .complaint).map(Kind.complaint)
            case .gift?: object.read(Rule.ID.self, .gift).map(Kind.gift)
            default: nil
            }
        guard let days, let hours, let kind else { throw object.failure }
        self.init(kind, hoursAgo: hours ?? (days ?? 0) * 24)
    }

    private static func interaction(in object: inout StrictObject<CodingKeys>) -> Kind? {
        let kind = object.read(InteractionKind.self, .interaction)
        let subject = object.readIfPresent(Identifier<Interaction.Subject>.self, .subject)
        guard let kind, let subject else { return nil }
        return .interaction(kind, about: subject)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch kind {
        case .order(let amount): try container.encode(amount.description, forKey: .order)
        case .cart(let amount): try container.encode(amount.description, forKey: .cart)
        case .interaction(let kind, let subject):
            try container.encode(kind, forKey: .interaction)
            try container.encodeIfPresent(subject, forKey: .subject)
        case .complaint(let state): try container.encode(state, forKey: .complaint)
        case .gift(let rule): try container.encode(rule, forKey: .gift)
        }
        if hoursAgo.isMultiple(of: 24) {
            try container.encode(hoursAgo / 24, forKey: .daysAgo)
        } else {
            try container.encode(hoursAgo, forKey: .hoursAgo)
        }
    }
}
