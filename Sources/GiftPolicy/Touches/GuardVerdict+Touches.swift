import GiftModel

extension GuardVerdict {
    /// What is left of it for something that is no gift.
    ///
    /// Limits, ages from which gifts are given and the choice of gifts have nothing to say about it, and of consents
    /// that to the delivery of gifts has not.
    var withoutGift: GuardVerdict { GuardVerdict(findings.compactMap(\.withoutGift)) }
}

extension GuardFinding {
    fileprivate var withoutGift: GuardFinding? {
        switch source.kind {
        case .limit, .minimumAge, .personalization: return nil
        case .exclusion, .openComplaint, .guardian: return self
        case .consent(let purposes):
            guard purposes.contains(.giftDelivery), case .consents(let consents) = evidence else { return self }
            let rest = consents.filter { $0.purpose != .giftDelivery }
            guard !rest.isEmpty else { return nil }
            return GuardFinding(
                source: source,
                answer: rest.allSatisfy(\.isGiven) ? .passes : answer,
                earliest: earliest,
                evidence: .consents(rest),
                now: now,
                recipient: recipient,
                jurisdiction: jurisdiction
            )
        }
    }
}

extension GuardEvidence.Consent {
    fileprivate var purpose: Purpose {
        switch self {
        case .known(let finding): finding.purpose
        case .notKnown(let purpose): purpose
        }
    }
}
