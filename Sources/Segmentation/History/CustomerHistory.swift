public import GiftModel

/// All that is known of one customer when a profile is worked out; what nobody knows is `nil`.
///
/// Activities, points and labels bear their days, so that a profile as of an earlier day does not see what came later.
/// What was done in each channel, the evidence of sensitivity, the answers to gifts and the counts of promotions are
/// sums without days: they stand as they are, whatever day is asked about.
public struct CustomerHistory: Hashable, Sendable {
    private var known: Known

    /// The history of a customer of whom only these activities are known.
    public init(_ activities: ActivitySummary) { self.known = Known(Parts(activities: activities)) }

    /// The history of a customer of whom only these purchases are known.
    public init(_ purchases: PurchaseSummary) { self.init(ActivitySummary(purchases)) }
}

extension CustomerHistory {
    private struct Parts: Hashable, Sendable {
        var activities: ActivitySummary
        var record = Boxed<CustomerRecord>.none
        var stage: StageMark?
        var startedOn: CalendarDate?
        var pointsEarned: DailyCounts?
        var lifetimeValue: Money?
        var labels: CustomerLabels?
        var giftKinds: GiftKindUse?
        var tiers = Boxed<TierHistory>.none
        var sensitivity = Boxed<SensitivityEvidence>.none
        var promotions = Boxed<PromotionCounts>.none
    }

    /// All that is known, which never changes here, so that a history is copied by one reference to it.
    private final class Known: Hashable, Sendable {
        /// The days of the purchases, and from which day on all of it has come about: asked first, so they come first.
        let days: [PurchaseDay]
        let settledOn: CalendarDate
        let parts: Parts

        init(_ parts: Parts) {
            self.parts = parts
            self.days = parts.activities.purchases.days
            self.settledOn = parts.activities.purchases.settledOn
        }

        static func == (left: Known, right: Known) -> Bool { left.parts == right.parts }

        func hash(into hasher: inout Hasher) { hasher.combine(parts) }
    }

    private mutating func change(_ change: (inout Parts) -> Void) {
        var parts = known.parts
        change(&parts)
        known = Known(parts)
    }

    /// What the customer did.
    public var activities: ActivitySummary {
        get { known.parts.activities }
        set { change { $0.activities = newValue } }
    }

    /// Returns the purchases as they stood at the end of `day`.
    ///
    /// - Complexity: O(log *n*) in the number of days once everything has come about that is known, and nothing is
    ///   copied; otherwise that of ``PurchaseSummary/days(asOf:)``.
    func purchases(asOf day: CalendarDate) -> PurchaseDays {
        guard day >= known.settledOn else { return known.parts.activities.purchases.days(asOf: day) }
        let days = known.days[...].through(day)
        return PurchaseDays(asOf: day, currency: known.parts.activities.purchases.currency, days: days)
    }

    /// The record in the host's CRM.
    public var record: CustomerRecord? {
        get { boxedRecord.value }
        set { change { $0.record = Boxed(newValue) } }
    }

    var boxedRecord: Boxed<CustomerRecord> { known.parts.record }

    /// Where an earlier assessment left the stage, so that not all that came before is gone through again.
    ///
    /// Only what happened after its day may have been added since.
    public var stage: StageMark? {
        get { known.parts.stage }
        set { change { $0.stage = newValue } }
    }

    /// The day from which anniversaries of tiers are counted, or `nil` for that of the first purchase.
    public var startedOn: CalendarDate? {
        get { known.parts.startedOn }
        set { change { $0.startedOn = newValue } }
    }

    /// The points earned on each day, as tiers count them.
    public var pointsEarned: DailyCounts? {
        get { known.parts.pointsEarned }
        set { change { $0.pointsEarned = newValue } }
    }

    /// What the customer is expected to bring, by the host or a model.
    public var lifetimeValue: Money? {
        get { known.parts.lifetimeValue }
        set { change { $0.lifetimeValue = newValue } }
    }

    /// The host's own labels and scores.
    public var labels: CustomerLabels? {
        get { known.parts.labels }
        set { change { $0.labels = newValue } }
    }

    /// How gifts were answered, kind by kind.
    public var giftKinds: GiftKindUse? {
        get { known.parts.giftKinds }
        set { change { $0.giftKinds = newValue } }
    }

    /// How the customer came to stand on its tier, or `nil` to go by what is reached now alone.
    public var tiers: TierHistory? {
        get { known.parts.tiers.value }
        set { change { $0.tiers = Boxed(newValue) } }
    }

    /// What tells whether the customer looks at the price.
    public var sensitivity: SensitivityEvidence? {
        get { known.parts.sensitivity.value }
        set { change { $0.sensitivity = Boxed(newValue) } }
    }

    /// Counts that tell of promotion abuse.
    public var promotions: PromotionCounts? {
        get { known.parts.promotions.value }
        set { change { $0.promotions = Boxed(newValue) } }
    }
}
