/// Something that can be given: what it costs, how many there are and whom it suits.
public struct Gift: Identifiable, Hashable, Sendable {
    /// The name of a gift in the host's catalog.
    public typealias ID = Identifier<Gift>

    /// The identity within its catalog.
    public let id: ID
    /// What customers call it.
    public let name: LocalizedText
    /// What sort of thing it is.
    public let kind: GiftKind
    /// What giving one costs the host.
    public let cost: LandedCost
    /// How many the host can give, zero or more.
    public let stock: Int64
    /// The tiers whose customers may receive it; empty means every tier.
    public let tiers: Set<Tier.ID>
    /// The occasions that it suits; empty means every occasion.
    public let occasions: Set<Occasion>

    /// A gift as described, or `nil` when its stock is below zero.
    public init?(
        id: ID,
        name: LocalizedText,
        kind: GiftKind,
        cost: LandedCost,
        stock: Int64,
        tiers: Set<Tier.ID> = [],
        occasions: Set<Occasion> = []
    ) {
        guard stock >= 0 else { return nil }
        self.id = id
        self.name = name
        self.kind = kind
        self.cost = cost
        self.stock = stock
        self.tiers = tiers
        self.occasions = occasions
    }
}

extension Gift {
    /// Returns whether this gift may go to customers of `tier`.
    public func suits(tier: Tier.ID) -> Bool { tiers.isEmpty || tiers.contains(tier) }

    /// Returns whether this gift may be given on `occasion`.
    public func suits(occasion: Occasion) -> Bool { occasions.isEmpty || occasions.contains(occasion) }
}
