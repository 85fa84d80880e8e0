public import GiftModel
public import Segmentation

/// Everything that a policy may ask about one customer on one day.
public struct CustomerFacts: Hashable, Sendable {
    /// The customer as of the day of the decision.
    public let profile: CustomerProfile
    /// The customer's grants, by identifier ascending; those that were called off count for nothing.
    public let grants: [GiftGrant]
    /// What the CRM knows of the customer, for gifts that not everybody may receive; `nil` when nothing is.
    public let record: CustomerRecord?
    /// The cultures that the customer told of, or `nil` when nobody asked.
    public let cultures: Set<Culture>?

    /// What is known of the customer of `profile`, with its grants past and planned.
    ///
    /// - Parameters:
    ///   - grants: Grants in any order. Those of other customers are left out, and one that is handed over twice
    ///     counts once.
    ///   - record: The customer's record; a gift that restricts who may receive it is refused where it says too little.
    public init(
        profile: CustomerProfile,
        grants: [GiftGrant] = [],
        record: CustomerRecord? = nil,
        cultures: Set<Culture>? = nil
    ) {
        self.profile = profile
        self.record = record
        self.cultures = cultures
        let own = grants.filter { $0.terms?.customer == profile.customer }
        self.grants = Dictionary(own.map { ($0.id, $0) }) { $0.entries.count < $1.entries.count ? $1 : $0 }
            .values.sorted { $0.id < $1.id }
    }

    /// Returns whether the customer may receive `gift`; who was born on 29 February is older from 1 March on.
    func suitability(of gift: Gift) -> Suitability {
        if gift.restrictions == .none { return .suitable }
        return gift.restrictions.suitability(
            for: record ?? CustomerRecord(of: profile.customer),
            cultures: cultures,
            on: profile.asOf,
            leapDay: .dayAfter
        )
    }

    /// What was planned with the grants that still stand.
    var standing: [GrantTerms] { grants.filter(\.stands).compactMap(\.terms) }
}
