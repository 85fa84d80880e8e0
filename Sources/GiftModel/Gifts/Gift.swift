/// Something that can be given: what it costs, how many there are and whom it suits.
///
/// What nobody said is left open and restricts nothing: a gift without tiers is for every tier, and one without a way
/// of delivery may still have one.
public struct Gift: Identifiable, Hashable, Sendable {
    /// The name of a gift in the host's catalog.
    public typealias ID = Identifier<Gift>

    /// The identity within its catalog.
    public let id: ID
    /// What customers call it.
    public let name: LocalizedText
    /// What sort of thing it is.
    public let kind: GiftKind
    /// What giving one costs the host; of a set, everything in it included.
    public internal(set) var cost: LandedCost
    /// How many the host can give, zero or more; of a set, how many whole ones.
    ///
    /// Where a day is set by ``takesPlaceOn``, this is how many can take part.
    public internal(set) var stock: Int64
    /// The tiers whose customers may receive it; empty means every tier.
    public let tiers: Set<Tier.ID>
    /// The occasions that it suits; empty means every occasion.
    public let occasions: Set<Occasion>
    /// How many days pass from ordering it until it can be dispatched, zero through 365.
    public internal(set) var leadDays: Int64
    /// What is in it, when it is a set that ``Catalog`` has put together; empty otherwise.
    public internal(set) var parts: [GiftPart] = []

    /// What it means to its receiver and to the host.
    public var appeal = GiftAppeal()
    /// Who must not receive it.
    public var restrictions = GiftRestrictions.none
    /// The ways by which it can be delivered, the best first; empty when nobody said.
    public var deliveries: [DeliveryOption] = []
    /// How it can be made or marked for its receiver, or `nil` when it cannot.
    public var customization: Customization?
    /// The day on which it takes place, when it is an event, or `nil`.
    public var takesPlaceOn: CalendarDate?
    /// What giving it is worth to the host, in points of worth, 0 through 1,000,000, or `nil` when nobody said.
    public var worth: Int64? {
        didSet { precondition(worth.map(Self.worthRange.contains) ?? true, "a worth is 0 through 1,000,000") }
    }
    /// What it promises, when it is a coupon, or `nil`.
    public var coupon: CouponTerms?

    /// A gift as described, or `nil` when its stock is below zero or its lead time not zero through 365 days.
    public init?(
        id: ID,
        name: LocalizedText,
        kind: GiftKind,
        cost: LandedCost,
        stock: Int64,
        tiers: Set<Tier.ID> = [],
        occasions: Set<Occasion> = [],
        leadDays: Int64 = 0
    ) {
        guard stock >= 0, Self.leadRange.contains(leadDays) else { return nil }
        self.id = id
        self.name = name
        self.kind = kind
        self.cost = cost
        self.stock = stock
        self.tiers = tiers
        self.occasions = occasions
        self.leadDays = leadDays
    }

    static let worthRange: ClosedRange<Int64> = 0...1_000_000
    static let leadRange: ClosedRange<Int64> = 0...365
}

extension Gift {
    /// Returns whether this gift may go to customers of `tier`.
    public func suits(tier: Tier.ID) -> Bool { tiers.isEmpty || tiers.contains(tier) }

    /// Returns whether this gift may be given on `occasion`.
    public func suits(occasion: Occasion) -> Bool { occasions.isEmpty || occasions.contains(occasion) }
}

/// A part of a set: how many of a gift are in it and what they cost together.
///
/// - Wire format: `{"cost":{…},"gift":"tote-bag","quantity":1}`.
public struct GiftPart: Hashable, Sendable {
    /// What is in the set.
    public let gift: Identifier<Gift>
    /// How many of it, one or more.
    public let quantity: Int64
    /// What all of them cost.
    public let cost: LandedCost

    /// A part of `quantity` gifts, or `nil` when that is below one.
    public init?(_ gift: Identifier<Gift>, quantity: Int64, cost: LandedCost) {
        guard quantity > 0 else { return nil }
        self.gift = gift
        self.quantity = quantity
        self.cost = cost
    }
}
