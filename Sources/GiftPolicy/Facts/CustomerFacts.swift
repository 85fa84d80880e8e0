public import GiftModel
public import Segmentation

/// Everything that a policy may ask about one customer on one day.
///
/// What is `nil` is not known, and never no: triggers that need it stay quiet, guards that need it forbid.
public struct CustomerFacts: Hashable, Sendable {
    /// The customer as of the local day of the decision.
    public let profile: CustomerProfile
    /// What conditions ask about, as of the same day.
    public let attributes: SegmentFacts
    /// The customer's grants, by identifier ascending; those that were called off count for nothing.
    public internal(set) var grants: [GiftGrant]
    /// What the CRM knows of the customer, for gifts that not everybody may receive; `nil` when nothing is.
    public let record: CustomerRecord?
    /// The cultures that the customer told of, or `nil` when nobody asked.
    public let cultures: Set<Culture>?
    /// What the customer did of late, by instant: as far back as the policy's triggers look, and every step of
    /// complaints that may still be open, for one that is not told of is taken for none.
    public let activities: [Activity]
    /// What the customer said about the use of data, or `nil` when nobody knows.
    public var consents: Consents?
    /// What went out to the customer and was no gift, in any order; as far back as the policy's caps look, and as
    /// occasions and follow-up steps last.
    public var touches: [Touch] = []
    /// The arms of experiments in which the customer was seen before, in any order; the customer stays in them.
    ///
    /// Those of other customers and of later count for nothing.
    public var exposures: [Exposure] = []
    /// What people were asked to do for the customer, in any order; as far back as touches.
    public var tasks: [AssignedTask] = []

    /// What is known of the customer of `profile`, with its grants past and planned.
    ///
    /// - Parameters:
    ///   - attributes: What conditions ask about, as of the day of the profile; a profiler has them.
    ///   - grants: Grants in any order. Those of other customers are left out, and one that is handed over twice
    ///     counts once.
    ///   - record: The customer's record; a gift that restricts who may receive it is refused where it says too little.
    ///   - activities: Activities in any order. Those of other customers are left out.
    public init(
        profile: CustomerProfile,
        attributes: SegmentFacts,
        grants: [GiftGrant] = [],
        record: CustomerRecord? = nil,
        cultures: Set<Culture>? = nil,
        activities: [Activity] = []
    ) {
        precondition(attributes.asOf == profile.asOf, "what is known stands as of one day")
        self.profile = profile
        self.attributes = attributes
        self.record = record
        self.cultures = cultures
        let own = grants.filter { $0.terms?.customer == profile.customer }
        self.grants = Dictionary(own.map { ($0.id, $0) }) { $0.entries.count < $1.entries.count ? $1 : $0 }
            .values.sorted { $0.id < $1.id }
        self.activities = Self.inOrder(activities, of: profile.customer)
    }

    private static func inOrder(_ activities: [Activity], of customer: Customer.ID) -> [Activity] {
        // Most hosts keep them so, and everybody who is asked about has many.
        let isInOrder = activities.indices.allSatisfy { index in
            activities[index].customer == customer
                && (index == 0 || activities[index - 1].occurredAt <= activities[index].occurredAt)
        }
        if isInOrder { return activities }
        return activities.filter { $0.customer == customer }
            .enumerated()
            .sorted { ($0.element.occurredAt, $0.offset) < ($1.element.occurredAt, $1.offset) }
            .map(\.element)
    }

    /// Returns whether the customer may receive `gift`; who was born on 29 February is older by `rule`.
    func suitability(of gift: Gift, leapDay rule: LeapDayRule) -> Suitability {
        if gift.restrictions == .none { return .suitable }
        return gift.restrictions.suitability(
            for: record ?? CustomerRecord(of: profile.customer),
            cultures: cultures,
            on: profile.asOf,
            leapDay: rule
        )
    }

    /// What was planned with the grants that still stand.
    var standing: [GrantTerms] { grants.filter(\.stands).compactMap(\.terms) }
}
