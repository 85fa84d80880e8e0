public import GiftModel

/// A gift that fits a candidate, and what giving it is worth to the host.
public struct GiftOption: Hashable, Sendable {
    /// The gift with its parts and what giving it costs, as the decision found them.
    public let choice: GiftChoice
    /// What it is worth.
    public let worth: Worth
}

extension GiftOption {
    /// The gift.
    public var gift: Gift.ID { choice.gift }

    /// What giving it costs.
    public var cost: LandedCost { choice.cost }
}
