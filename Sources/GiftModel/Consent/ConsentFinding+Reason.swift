extension ConsentFinding {
    /// The finding as a reason: the purpose, the instants in UTC, and the names of notice and proof.
    public var reason: Reason {
        let purpose = Fact("purpose", .name(purpose.title))
        let notice = Fact("notice", .code(evidence?.notice?.text ?? ""))
        let proof = Fact("proof", .code(evidence?.proof?.text ?? ""))
        return switch status {
        case .given(let since, nil):
            Reason(ConsentReason.consentGiven, purpose, Self.fact("since", since), notice, proof)
        case .given(let since, let until?):
            Reason(
                ConsentReason.consentGivenUntil,
                purpose,
                Self.fact("since", since),
                Self.fact("until", until),
                notice,
                proof
            )
        case .withdrawn(let instant): Reason(ConsentReason.consentWithdrawn, purpose, Self.fact("at", instant))
        case .expired(let instant):
            Reason(ConsentReason.consentExpired, purpose, Self.fact("at", instant), notice, proof)
        case .neverGiven: Reason(ConsentReason.consentNeverGiven, purpose)
        }
    }

    private static func fact(_ name: String, _ instant: Timestamp) -> Fact {
        let local = LocalTime(at: instant, offsetSeconds: 0)
        guard let date = local?.date, let time = local?.time else {
            return Fact(name, .code("\(instant.milliseconds) ms"))
        }
        return Fact(name, .code("\(date) \(time) UTC"))
    }
}
