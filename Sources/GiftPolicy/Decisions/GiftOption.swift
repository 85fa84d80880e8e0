public import GiftModel

/// A gift that fits a candidate, and what giving it is worth to the host.
public struct GiftOption: Hashable, Sendable {
    /// The gift.
    public let gift: Gift.ID
    /// What it costs.
    public let cost: Money
    /// What it is worth.
    public let worth: Worth
}
