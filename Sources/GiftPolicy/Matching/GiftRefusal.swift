public import GiftModel

/// A gift that a rule cannot give to a customer, with everything that stands in the way.
public struct GiftRefusal: Hashable, Sendable {
    /// The gift.
    public let gift: Gift.ID
    /// What stands in the way; never empty.
    public let reasons: [Reason]
    /// The first moment at which waiting alone removes a reason, or `nil` when waiting does not help.
    public let earliest: Moment?
}
