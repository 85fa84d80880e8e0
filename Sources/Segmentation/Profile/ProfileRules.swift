public import GiftModel

/// The host's rules by which profiles are worked out; what a host has no rules for, its profiles leave out.
public struct ProfileRules: Hashable, Sendable {
    /// The stages.
    public let stages: StageRules
    /// The tiers.
    public let tiers: TierLadder
    /// The value bands.
    public var bands: ValueBandRules?
    /// How interactions count towards engagement.
    public var engagement: EngagementRules?
    /// The tags.
    public var tags: TagRules?
    /// What counts as a sign of leaving.
    public var churn: ChurnSignalRules?
    /// What tells whether a customer looks at the price.
    public var sensitivity: SensitivityRules?
    /// What counts as abuse of promotions.
    public var promotionRisk: PromotionRiskRules?
    /// The segments.
    public var segments: SegmentSet?
    /// The kinds of activities that the host hands over.
    ///
    /// Where it does not hand over interactions or complaints, none of them means nothing: what rests on them is
    /// unknown.
    public var observed: Set<ActivityKind> = Set(ActivityKind.allCases)

    /// Rules for stages and tiers; others are set afterwards.
    public init(stages: StageRules, tiers: TierLadder) {
        self.stages = stages
        self.tiers = tiers
    }
}
