public import GiftModel

/// A gift that fits a candidate, and what giving it is worth to the host.
public struct GiftOption: Hashable, Sendable {
    /// The gift with its parts and what giving it costs, as the decision found them.
    public let choice: GiftChoice
    /// What it is worth.
    public let worth: Worth
    /// The approval rules that somebody has to satisfy before it may leave, by the bytes of their names.
    public let approvals: [ApprovalRule.ID]
}

extension GiftOption {
    /// The gift.
    public var gift: Gift.ID { choice.gift }

    /// What giving it costs.
    public var cost: LandedCost { choice.cost }

    /// Returns the same gift, for which these approval rules have to be satisfied as well.
    func approved(by rules: [ApprovalRule.ID]) -> GiftOption {
        GiftOption(choice: choice, worth: worth, approvals: Set(approvals + rules).sorted())
    }
}
