import GiftModel
import Segmentation

extension EventTrigger {
    /// Returns whether the occasion has come round in `customer`'s case.
    func outcome(in customer: CustomerCase) -> TriggerOutcome {
        let zone = customer.clock.zone
        let events = customer.circumstances.events.filter { $0.kind == kind }
            .map { (event: $0, instants: zone.instants(of: $0.days)) }
            .filter { customer.now < $0.instants.upperBound }
            .sorted { ($0.event.days.lowerBound, $0.event.id) < ($1.event.days.lowerBound, $1.event.id) }
        var unclear: Reason?
        // An event for others may be for this customer after all, once the host's labels are others.
        let turn = events.flatMap { $0.event.audience.turns(of: customer) }.min().map(customer.clock.start)
        for (event, instants) in events {
            let name = Fact("event", .name(event.title))
            let (from, through) = (
                Fact("from", .date(event.days.lowerBound)), Fact("through", .date(event.days.upperBound))
            )
            let isOn = instants.lowerBound <= customer.now
            switch event.audience.contains(customer) {
            case .fails: continue
            case .unknown: unclear = unclear ?? (isOn ? Reason(ActivityReason.eventForOthersPerhaps, name) : nil)
            case .holds:
                if isOn {
                    let others = events.filter { $0.event.id != event.id }
                        .filter { $0.event.audience.contains(customer) == .holds }
                        .map { max($0.instants.lowerBound, instants.upperBound) }
                    return .due(
                        term: Identifier("event", of: event.id.text),
                        until: instants.upperBound,
                        next: [turn, others.min().flatMap(customer.clock.moment)].compactMap(\.self).min(),
                        reason: Reason(ActivityReason.eventOn, name, from, through)
                    )
                }
                let start = customer.clock.moment(at: instants.lowerBound)
                let earliest = [turn, start].compactMap(\.self).min()
                if let unclear { return .unknown(unclear, earliest: earliest) }
                let wait = Fact("wait", .days(Int64(customer.today.days(until: event.days.lowerBound))))
                return .notDue(Reason(ActivityReason.eventAhead, name, from, wait), earliest: earliest)
            }
        }
        if let unclear { return .unknown(unclear, earliest: turn) }
        return .notDue(Reason(ActivityReason.noEvent, Fact("kind", .name(kind.title))), earliest: turn)
    }
}

extension OutsideEvent.Audience {
    /// Returns whether `customer` is among them today.
    fileprivate func contains(_ customer: CustomerCase) -> Truth {
        switch self {
        case .everybody: .holds
        case .country(let country):
            customer.facts.record?.country.map { $0 == country ? .holds : .fails } ?? .unknown
        case .label(let label, let value):
            customer.facts.attributes.value(of: label, on: customer.today).map { $0 == value ? .holds : .fails }
                ?? .unknown
        }
    }

    /// Returns the later days on which that may be another.
    fileprivate func turns(of customer: CustomerCase) -> [CalendarDate] {
        guard case .label(let label, _) = self else { return [] }
        return customer.facts.attributes.labels.filter { $0.id == label }.flatMap { [$0.from, $0.until] }
            .compactMap(\.self).filter { customer.today < $0 }
    }
}

extension SegmentFacts {
    /// Returns the value that the host's label has on `day`, or `nil` when none is known.
    fileprivate func value(of label: Identifier<Label>, on day: CalendarDate) -> SegmentValue? {
        labels.first { found in
            found.id == label && (found.from.map { $0 <= day } ?? true) && (found.until.map { day < $0 } ?? true)
        }?
        .value
    }
}
