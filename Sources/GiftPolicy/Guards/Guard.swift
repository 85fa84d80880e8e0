public import GiftModel
public import Segmentation

/// Something that a policy forbids whatever its rules say.
///
/// All guards are asked, and each that forbids is told. Where a fact that a guard asks for is not known, it forbids: a
/// guard that let pass what nobody knows would guard nothing.
///
/// ```swift
/// let consent = Guard(id: "consent", .consent(to: [.marketing, .giftDelivery]))
/// let officials = Guard(
///     id: "officials",
///     for: GuardAudience(recipients: [.publicOfficial]),
///     .limit(GiftLimit(perGift: Money("0.00 CNY")!, allowsZeroCost: true))
/// )
/// ```
///
/// - Wire format: `{"consent":["giftDelivery","marketing"],"id":"consent"}`, with `for` where it does not stand for
///   everybody, and in place of `consent` one of `exclusion`, `openComplaint`, `limit`, `minimumAge`, `guardian` and
///   `personalization`.
public struct Guard: Identifiable, Hashable, Sendable {
    /// The name of a guard within its policy.
    public typealias ID = Identifier<Guard>

    /// The identity within the policy.
    public let id: ID
    /// For whom it stands.
    public let audience: GuardAudience
    /// What it forbids.
    public let kind: Kind

    /// A guard of this kind.
    public init(id: ID, for audience: GuardAudience = .everybody, _ kind: Kind) {
        self.id = id
        self.audience = audience
        self.kind = kind
    }

    /// What a guard can forbid.
    @nonexhaustive
    public enum Kind: Hashable, Sendable {
        /// Anything without consent to all of these purposes.
        case consent(to: Set<Purpose>)
        /// Anything to whom the condition holds for.
        case exclusion(SegmentCondition, except: GuardExceptions = .none)
        /// Anything while a complaint of the customer is open.
        case openComplaint(except: GuardExceptions = .none)
        /// Gifts beyond these limits.
        case limit(GiftLimit)
        /// Gifts below an age.
        case minimumAge(AgeLimit)
        /// Anything below an age without a guardian's consent.
        case guardian(GuardianRule)
        /// The choice of a gift by what is known of the customer; the default gift remains.
        case personalization(PersonalizationBasis)
    }
}

extension Guard {
    /// What consent gifts need unless a policy says otherwise.
    public static let usualPurposes: Set<Purpose> = [.marketing, .giftDelivery]

    /// Whether its answer depends on the gift.
    public var asksForGift: Bool {
        switch kind {
        case .limit: true
        case .minimumAge(let limit): !limit.gifts.isEmpty
        case .consent, .exclusion, .openComplaint, .guardian, .personalization: false
        }
    }

    /// The approval rule that may lift it, or `nil` when nobody may.
    public var liftedBy: ApprovalRule.ID? {
        if case .limit(let limit) = kind, case .approval(let rule) = limit.override { rule } else { nil }
    }
}

/// From which age gifts may be given.
///
/// A gift may have an age of its own in the catalog; this one comes on top of it.
///
/// - Wire format: `{"gifts":["wine"],"years":18}`; without `gifts`, for every gift.
public struct AgeLimit: Hashable, Sendable {
    /// The age in years.
    public let years: Int64
    /// For which gifts; empty means for every gift.
    public let gifts: Set<Gift.ID>

    /// From the age of `years` on, for `gifts`.
    public init(years: Int64, for gifts: Set<Gift.ID> = []) {
        self.years = years
        self.gifts = gifts
    }
}

/// Below which age a guardian has to consent.
///
/// - Wire format: `{"under":14}`, with `purpose` where it is not `guardianConsent`.
public struct GuardianRule: Hashable, Sendable {
    /// The age in years from which on the customer's own consent is enough.
    public let under: Int64
    /// What the guardian consents to.
    public let purpose: Purpose

    /// Below the age of `years` a guardian has to consent to `purpose`.
    public init(under years: Int64, to purpose: Purpose = .guardianConsent) {
        self.under = years
        self.purpose = purpose
    }
}

/// When gifts may be chosen by what is known of a customer.
///
/// The two answers are all there are, so this enum is closed. Where nobody knows what the customer said, neither is
/// met.
public enum PersonalizationBasis: String, Hashable, Sendable, CaseIterable, Codable {
    /// Only while the customer consents to it.
    case withConsent = "withConsent"
    /// Unless the customer objected to it.
    case unlessObjected = "unlessObjected"
}
