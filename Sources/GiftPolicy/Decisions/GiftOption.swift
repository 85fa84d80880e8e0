public import GiftModel

/// A gift that fits a candidate, and what giving it is worth to the host.
public struct GiftOption: Hashable, Sendable {
    /// The gift.
    public let gift: Gift.ID
    /// What giving it costs.
    public let cost: LandedCost
    /// What it is worth.
    public let worth: Worth
}
