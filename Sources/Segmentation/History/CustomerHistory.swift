public import GiftModel

/// All that is known of one customer when a profile is worked out; what nobody knows is `nil`.
///
/// Activities, points and labels bear their days, so that a profile as of an earlier day does not see what came later.
/// What was done in each channel, the evidence of sensitivity, the answers to gifts and the counts of promotions are
/// sums without days: they stand as they are, whatever day is asked about.
public struct CustomerHistory: Hashable, Sendable {
    private var known: Known
    /// Where an earlier assessment left the stage, so that not all that came before is gone through again.
    ///
    /// Only what happened after its day may have been added since.
    public var stage: StageMark?
    /// The day from which anniversaries of tiers are counted, or `nil` for that of the first purchase.
    public var startedOn: CalendarDate?
    /// The points earned on each day, as tiers count them.
    public var pointsEarned: DailyCounts?
    /// What the customer is expected to bring, by the host or a model.
    public var lifetimeValue: Money?
    /// The host's own labels and scores.
    public var labels: CustomerLabels?
    /// How gifts were answered, kind by kind.
    public var giftKinds: GiftKindUse?
    private var boxedTiers = Boxed<TierHistory>.none
    private(set) var boxedRecord = Boxed<CustomerRecord>.none
    private var boxedSensitivity = Boxed<SensitivityEvidence>.none
    private var boxedPromotions = Boxed<PromotionCounts>.none

    /// The history of a customer of whom only these activities are known.
    public init(_ activities: ActivitySummary) { self.known = Known(activities) }

    /// The history of a customer of whom only these purchases are known.
    public init(_ purchases: PurchaseSummary) { self.init(ActivitySummary(purchases)) }
}

extension CustomerHistory {
    /// What the customer did.
    public var activities: ActivitySummary {
        get { known.activities }
        set { known = Known(newValue) }
    }

    /// The activities, which never change here, so that a history is copied by one reference to them.
    private final class Known: Hashable, Sendable {
        let activities: ActivitySummary

        init(_ activities: ActivitySummary) { self.activities = activities }

        static func == (left: Known, right: Known) -> Bool { left.activities == right.activities }

        func hash(into hasher: inout Hasher) { hasher.combine(activities) }
    }

    /// How the customer came to stand on its tier, or `nil` to go by what is reached now alone.
    public var tiers: TierHistory? {
        get { boxedTiers.value }
        set { boxedTiers = Boxed(newValue) }
    }

    /// The record in the host's CRM.
    public var record: CustomerRecord? {
        get { boxedRecord.value }
        set { boxedRecord = Boxed(newValue) }
    }

    /// What tells whether the customer looks at the price.
    public var sensitivity: SensitivityEvidence? {
        get { boxedSensitivity.value }
        set { boxedSensitivity = Boxed(newValue) }
    }

    /// Counts that tell of promotion abuse.
    public var promotions: PromotionCounts? {
        get { boxedPromotions.value }
        set { boxedPromotions = Boxed(newValue) }
    }
}
