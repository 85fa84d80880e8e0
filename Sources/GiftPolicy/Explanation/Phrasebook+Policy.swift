public import GiftModel
import Segmentation

extension Phrasebook {
    /// The sentences for the reasons that a policy gives, and for those of other modules that it passes on.
    public static let policy = Phrasebook(
        PolicyReason.self,
        ActivityReason.self,
        ApprovalReason.self,
        CalendarReason.self,
        CapReason.self,
        ComparisonReason.self,
        DispatchReason.self,
        EffectReason.self,
        ExperimentReason.self,
        GiftMatchReason.self,
        GuardReason.self,
        LimitReason.self,
        ProposalReason.self,
        QuietReason.self,
        ServiceReason.self,
        TouchReason.self
    )
    .merging(.segmentation).merging(.restrictions).merging(.consent)
}
