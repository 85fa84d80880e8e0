import GiftModel

extension SignalTrigger {
    /// Returns whether the occasion has come round in `customer`'s case.
    func outcome(in customer: CustomerCase) -> TriggerOutcome {
        let window = Fact("window", .days(withinDays))
        let done = acts.map { act in
            act.last(of: customer).flatMap { customer.clock.zone.date(of: $0.occurredAt) }
                .flatMap { Int64($0.days(until: customer.today)) < withinDays ? $0 : nil }
        }
        let missing = zip(acts, done).filter { $1 == nil }.map(\.0.title)
        guard missing.isEmpty, let first = done.compactMap(\.self).min(), let last = done.compactMap(\.self).max()
        else {
            let missing = Fact("missing", .name(LocalizedText(listing: missing)))
            return .notDue(Reason(ActivityReason.signalMissing, missing, window), earliest: nil)
        }
        return .due(
            term: Identifier(stringLiteral: "signal/\(last)"),
            until: customer.start(afterDays: withinDays - 1, since: first)?.instant,
            reason: Reason(
                ActivityReason.signalSeen,
                Fact("acts", .name(LocalizedText(listing: acts.map(\.title)))),
                window,
                Fact("date", .date(last))
            )
        )
    }
}

extension SignalTrigger.Act {
    /// Returns when `customer` last did it by now.
    func last(of customer: CustomerCase) -> Interaction? {
        for case .interaction(let interaction) in customer.activities.reversed()
        where interaction.kind == kind && (subject == nil || interaction.subject == subject) { return interaction }
        return nil
    }
}
