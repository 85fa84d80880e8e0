import GiftModel

extension WelcomeTrigger {
    /// Returns whether the occasion has come round in `customer`'s case.
    func outcome(in customer: CustomerCase) -> TriggerOutcome {
        let clock = customer.clock
        let registered = customer.firstRegistration
        // A day does not tell when on it the deadline begins, but from some time on it tells that all is over.
        let recorded = customer.facts.record?.registeredOn
        let latest = recorded.map { clock.zone.instants(of: $0).upperBound }
        let limit = Fact("limit", .name(hours))
        if let recorded, let latest, deadline(registeredAt: latest) <= customer.now {
            let date = Fact("date", .date(recorded))
            return .notDue(Reason(ActivityReason.registeredLongAgo, date, limit), earliest: nil)
        }
        guard let registered, latest.map({ registered < $0 }) ?? true else {
            return .unknown(.missing(.registrationTime))
        }
        let deadline = deadline(registeredAt: registered)
        let until = clock.fact("deadline", deadline)
        guard customer.now < deadline else {
            let late = Fact("late", .name(ElapsedTime(from: deadline, until: customer.now).words))
            return .notDue(Reason(ActivityReason.welcomeTooLate, limit, until, late), earliest: nil)
        }
        let reason = Reason(ActivityReason.registeredLately, clock.fact("registered", registered), limit, until)
        return .due(term: "welcome", until: deadline, reason: reason)
    }
}

extension CustomerCase {
    /// When the customer first registered with the host, as far as activities tell.
    fileprivate var firstRegistration: Timestamp? {
        for case .interaction(let interaction) in activities
        where interaction.kind == .registration && interaction.subject == nil { return interaction.occurredAt }
        return nil
    }
}
