public import GiftModel

/// One customer as of a day: purchases, scores, stage and tier, each as far as it is known.
public struct CustomerProfile: Hashable, Sendable {
    /// Whose profile it is.
    public let customer: Customer.ID
    /// The day as of which it stands.
    public let asOf: CalendarDate
    /// What was bought, or `nil` when no purchase is known.
    public let purchases: PurchaseFigures?
    /// The scores against all others, or `nil` when no purchase is known.
    public let scores: RFMScores?
    /// The stage, with its reason.
    public let stage: StageAssessment
    /// The standing on the ladder, or `nil` when the stage is undetermined, because spend then is too.
    public let tier: TierStanding?
}
