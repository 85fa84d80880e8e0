public import GiftModel
public import Segmentation

/// Everything that a policy may ask about one customer on one day.
public struct CustomerFacts: Hashable, Sendable {
    /// The customer as of the day of the decision.
    public let profile: CustomerProfile
    /// The grants that the customer was given before, in any order; those that were called off count for nothing.
    public let grants: [GiftGrant]

    /// What is known of the customer of `profile`, who was given `grants`.
    public init(profile: CustomerProfile, grants: [GiftGrant] = []) {
        self.profile = profile
        self.grants = grants
    }

    /// What was planned with the grants that still stand.
    var standing: [GrantTerms] { grants.filter(\.stands).compactMap(\.terms) }
}
