public import GiftModel
public import Segmentation

/// Everything that a policy may ask about one customer on one day.
public struct CustomerFacts: Hashable, Sendable {
    /// The customer as of the day of the decision.
    public let profile: CustomerProfile
    /// The customer's grants, by identifier ascending; those that were called off count for nothing.
    public let grants: [GiftGrant]

    /// What is known of the customer of `profile`, with its grants past and planned.
    ///
    /// - Parameter grants: Grants in any order. Those of other customers are left out, and one that is handed over
    ///   twice counts once.
    public init(profile: CustomerProfile, grants: [GiftGrant] = []) {
        self.profile = profile
        let own = grants.filter { $0.terms?.customer == profile.customer }
        self.grants = Dictionary(own.map { ($0.id, $0) }) { $0.entries.count < $1.entries.count ? $1 : $0 }
            .values.sorted { $0.id < $1.id }
    }

    /// What was planned with the grants that still stand.
    var standing: [GrantTerms] { grants.filter(\.stands).compactMap(\.terms) }
}
