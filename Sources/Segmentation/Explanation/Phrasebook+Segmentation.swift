public import GiftModel

extension Phrasebook {
    /// The sentences for the reasons that segmentation gives.
    public static let segmentation = Phrasebook(
        ScoreReason.self,
        StageReason.self,
        TierReason.self,
        TierStandingReason.self,
        ChannelReason.self,
        GiftKindReason.self,
        ValueBandReason.self,
        QuadrantReason.self,
        SensitivityReason.self,
        EngagementReason.self,
        TagReason.self,
        ChurnReason.self,
        PromotionRiskReason.self,
        ClusterReason.self,
        SegmentReason.self
    )
}
