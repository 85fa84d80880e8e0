import GiftModel

extension CampaignTrigger {
    /// Returns whether the occasion has come round in `customer`'s case.
    func outcome(in customer: CustomerCase) -> TriggerOutcome {
        let campaign = Fact("campaign", .name(title))
        let (from, through) = (Fact("from", .date(firstDay)), Fact("through", .date(lastDay)))
        guard let window = window(in: customer.clock.zone), customer.now < window.instants.upperBound else {
            return .notDue(Reason(CalendarReason.campaignOver, campaign, through), earliest: nil)
        }
        guard window.instants.lowerBound <= customer.now else {
            let wait = Fact("wait", .days(Int64(customer.today.days(until: firstDay))))
            return .notDue(
                Reason(CalendarReason.campaignAhead, campaign, from, wait),
                earliest: customer.clock.moment(at: window.instants.lowerBound)
            )
        }
        if let audience, !audience.contains(customer) {
            let audience = Fact("audience", .name(audience.phrase))
            return .notDue(Reason(CalendarReason.campaignForOthers, campaign, audience), earliest: nil)
        }
        return .due(
            term: window.term,
            until: window.instants.upperBound,
            reason: Reason(CalendarReason.campaignOpen, campaign, from, through)
        )
    }
}

extension CampaignTrigger.Audience {
    /// What whoever belongs to the audience did, and about what.
    private var act: (kind: InteractionKind, subject: Identifier<Interaction.Subject>) {
        switch self {
        case .invited(let subject): (.invitation, subject)
        case .registered(let subject): (.registration, subject)
        case .attended(let subject): (.attendance, subject)
        }
    }

    /// Returns whether `customer` has done by now what it takes.
    fileprivate func contains(_ customer: CustomerCase) -> Bool {
        let act = act
        return customer.facts.activities.contains { activity in
            guard case .interaction(let interaction) = activity else { return false }
            return interaction.kind == act.kind && interaction.subject == act.subject
                && interaction.occurredAt <= customer.now
        }
    }
}
