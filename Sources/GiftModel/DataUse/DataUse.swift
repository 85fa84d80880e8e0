/// One use of one customer's data: for what, which facts, in what, when, and on which consent it rested.
///
/// It holds identifiers only, neither values nor free text, and what was not used does not stand in it. Whoever uses
/// data records it in the same breath; a use that no consent permits is recorded no less, so that a report finds it.
///
/// ```swift
/// let use = DataUse(
///     of: "c-1042", for: .giftDelivery, in: .grant(terms.id), facts: known.used(by: terms.reasons),
///     under: consents, at: now)
/// use?.isPermitted   // whether consent to that purpose was given at that instant
/// ```
///
/// - Wire format: `{"at":1000,"consent":{…},"customer":"c-1042","facts":[…],"in":{"grant":"…"},"purpose":"…","v":1}`;
///   without `consent` when the customer had said nothing.
public struct DataUse: Hashable, Sendable {
    /// In what data was used.
    @nonexhaustive
    public enum Act: Hashable, Sendable {
        /// A gift that was planned.
        case grant(GrantTerms.ID)
        /// A rule of a policy, also where it gave nothing.
        case rule(RuleReference)
        /// Something of the host's own, such as a mailing, by the name that it has there.
        case other(Identifier<Act>)
    }

    /// Whose data was used.
    public let customer: Customer.ID
    /// For what.
    public let purpose: Purpose
    /// In what.
    public let act: Act
    /// The facts, one or more, ascending, none twice.
    public let facts: [UsedFact]
    /// The last that the customer had said about the purpose by then; `nil` when that was nothing.
    public let consent: ConsentChange?
    /// When.
    public let at: Timestamp

    /// A use of `facts`, or `nil` when there are none, which is no use.
    ///
    /// - Parameter consents: What the customer had said; of it, what decides on the purpose at that instant is kept.
    public init?(
        of customer: Customer.ID,
        for purpose: Purpose,
        in act: Act,
        facts: some Sequence<UsedFact>,
        under consents: Consents,
        at instant: Timestamp
    ) {
        let facts = Set(facts).sorted()
        guard !facts.isEmpty else { return nil }
        self.customer = customer
        self.purpose = purpose
        self.act = act
        self.facts = facts
        self.consent = consents.finding(on: purpose, at: instant).evidence
        self.at = instant
    }
}

extension DataUse {
    /// How consent to the purpose stood when the data was used, by what was known then.
    public var finding: ConsentFinding { Consents(consent.map { [$0] } ?? []).finding(on: purpose, at: at) }

    /// Whether consent to the purpose was given at that instant, by what was known then.
    public var isPermitted: Bool { finding.isGiven }
}

/// By time, then by the bytes of the customer, then by those of the stored form.
extension DataUse: Comparable {
    public static func < (left: Self, right: Self) -> Bool {
        if left.at != right.at { return left.at < right.at }
        if left.customer != right.customer { return left.customer < right.customer }
        let (left, right) = (CanonicalForm.text(of: left), CanonicalForm.text(of: right))
        return left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}
