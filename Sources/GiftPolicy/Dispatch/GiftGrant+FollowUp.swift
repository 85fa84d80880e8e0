public import GiftModel

extension GiftGrant {
    /// Returns why nothing of this kind may follow the gift at `now`; nothing when it may.
    ///
    /// What has left travels on when consent is withdrawn, but no reminder and no survey follows it: each needs consent
    /// to the gift's delivery and to what it is itself. Where nobody knows what the customer said, nothing follows.
    ///
    /// - Parameters:
    ///   - kind: What is to follow.
    ///   - identity: Under which identity the customer goes, or that the customer was erased.
    ///   - consents: What the customer said, or `nil` when nobody knows.
    /// - Complexity: O(*n*) in the changes of consent.
    public func obstacles(
        toFollowUp kind: TouchKind,
        for identity: CustomerIdentity,
        under consents: Consents?,
        at now: Timestamp
    ) -> [Reason] {
        if identity == .erased { return [Reason(ConsentReason.customerErased)] }
        return kind.purposesAfterGift.compactMap { purpose in
            guard let consents else { return GuardEvidence.Consent.notKnown(purpose).reason }
            let finding = consents.finding(on: purpose, at: now)
            return finding.isGiven ? nil : finding.reason
        }
    }
}
