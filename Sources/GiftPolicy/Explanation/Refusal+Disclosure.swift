public import GiftModel

extension Refusal {
    /// Returns why nothing was given, as far as `audience` may see.
    ///
    /// To a customer, whatever is withheld or unfunded reads alike: who is kept for comparison, was not drawn, or came
    /// too late for budget or stock is told `NeutralReason.notForEverybody` and nothing else. Kind and
    /// earliest moment of a refusal tell them apart and are for the staff.
    ///
    /// - Complexity: O(*n*²) in the reasons.
    public func reasons(for audience: Audience, by phrasebook: Phrasebook = .policy) -> [Reason] {
        switch (audience, kind) {
        case (.customer, .withheld), (.customer, .unfunded): [Reason(NeutralReason.notForEverybody)]
        case (.customer, _), (.staff, _): reasons.disclosed(to: audience, by: phrasebook)
        }
    }
}
