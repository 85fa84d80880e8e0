import GiftModel
import Segmentation

/// What becomes of one rule for one customer.
enum RuleVerdict {
    case candidate(Candidate)
    case refusal(Refusal)
}

extension Policy {
    /// Returns what becomes of the rule at `index`, whose condition comes to `truth`; groups are not asked.
    func verdict(
        of rule: Rule,
        at index: Int,
        where truth: Truth,
        in customer: CustomerCase,
        within book: CapBook
    ) -> RuleVerdict {
        let id = customer.profile.customer
        func refused(_ kind: Refusal.Kind, _ reasons: [Reason], earliest: Moment? = nil) -> RuleVerdict {
            .refusal(Refusal(customer: id, rule: rule.id, kind: kind, reasons: reasons, earliest: earliest))
        }
        // Words are asked for only when they are told.
        func reasons() -> [Reason] { self.reasons(ofRule: index, in: customer) }
        func failing() -> [Reason] { truth == .holds ? [] : reasons() }
        switch rule.trigger.outcome(in: customer) {
        case .unknown(let reason): return refused(.notDue, [reason] + failing())
        case .notDue(let reason, let earliest): return refused(.notDue, [reason] + failing(), earliest: earliest)
        case .due(let due):
            if let closed = rule.schedule.flatMap(customer.obstacle) {
                // Where the schedule opens only when the occasion is over, waiting does not help.
                let earliest = closed.earliest.flatMap { opening in
                    due.until.map { opening.instant < $0 } ?? true ? opening : due.next
                }
                return refused(.notDue, [closed.reason] + failing(), earliest: earliest)
            }
            guard truth == .holds else { return refused(.notDue, reasons()) }
            let occurrence = Occurrence(of: rule.occasion, for: id, term: due.term)
            if let rest = rest(of: rule, before: occurrence, next: due.next, in: customer) {
                return refused(.notDue, [rest.reason], earliest: rest.earliest)
            }
            let (dispatch, delay): (Moment, Reason?)
            switch customer.quiet.dispatch(dueAt: customer.now, until: due.until) {
            case .never(let reason): return refused(.suppressed, [reason])
            case .at(let moment, let reason): (dispatch, delay) = (moment, reason)
            }
            let caps = book.verdict(on: Approach(by: rule.id, on: rule.occasion, at: customer.clock.now))
            guard caps.isAllowed else {
                return refused(.suppressed, caps.reasons(calling: name(ofRule:)), earliest: caps.earliest)
            }
            let why = [due.reason] + reasons() + [delay].compactMap(\.self)
            return offer(by: rule, on: occurrence, leaving: dispatch, because: why, in: customer, within: book)
        }
    }

    /// Why the condition of the rule at `index` holds, fails or is not known.
    private func reasons(ofRule index: Int, in customer: CustomerCase) -> [Reason] {
        let segment = conditions.document.segments[document.segments.count + index].id
        return conditions.answer(for: customer.facts.attributes, in: segment)?.reasons ?? []
    }

    /// Returns the gifts that fit a rule which has come round, or refuses when none does.
    private func offer(
        by rule: Rule,
        on occurrence: Occurrence,
        leaving dispatch: Moment,
        because reasons: [Reason],
        in customer: CustomerCase,
        within book: CapBook
    ) -> RuleVerdict {
        let (facts, catalog) = (customer.facts, customer.circumstances.catalog)
        func refused(_ reasons: [Reason]) -> RuleVerdict {
            .refusal(
                Refusal(customer: occurrence.customer, rule: rule.id, kind: .unfunded, reasons: reasons, earliest: nil)
            )
        }
        guard catalog.currency == document.tiers.currency else {
            let found = Fact("catalog", .code(catalog.currency.code))
            let expected = Fact("policy", .code(document.tiers.currency.code))
            return refused([Reason(PolicyReason.catalogCurrency, found, expected)])
        }
        guard let offer = offer(by: rule, in: customer) else {
            return refused([absence(of: rule, in: customer)] + obstacles(to: rule, in: customer))
        }
        let allowed = book.allowed(offer.options, on: rule.occasion, by: rule.id, from: catalog)
        guard !allowed.options.isEmpty else {
            return .refusal(
                Refusal(
                    customer: occurrence.customer,
                    rule: rule.id,
                    kind: .suppressed,
                    reasons: allowed.first.reasons(calling: name(ofRule:)),
                    earliest: allowed.earliest
                )
            )
        }
        return .candidate(
            Candidate(
                rule: rule.id,
                occurrence: occurrence,
                dispatch: dispatch,
                attempt: 1 + Int64(facts.grants.count { $0.terms?.occurrence == occurrence }),
                reasons: reasons,
                target: offer.target,
                options: allowed.options,
                choices: offer.choices
            )
        )
    }

    /// Returns why the occasion of `rule` has to rest, or `nil` when it does not.
    private func rest(
        of rule: Rule,
        before occurrence: Occurrence,
        next: Moment?,
        in customer: CustomerCase
    ) -> (reason: Reason, earliest: Moment?)? {
        let earlier = customer.facts.standing.filter { $0.occurrence.occasion == rule.occasion }
        if let given = earlier.filter({ $0.occurrence == occurrence }).map(\.plannedFor).max() {
            return (Reason(PolicyReason.alreadyGiven, Fact("date", .date(given))), next)
        }
        guard let restDays = rule.restDays, let last = earlier.map(\.plannedFor).max() else { return nil }
        guard last.days(until: customer.today) < restDays else { return nil }
        let reason = Reason(PolicyReason.resting, Fact("date", .date(last)), Fact("limit", .days(restDays)))
        return (reason, last.adding(days: Int(restDays)).map(customer.clock.start))
    }
}

extension CustomerCase {
    /// Why a schedule keeps a rule silent now, or `nil` when it does not.
    fileprivate func obstacle(of schedule: ScheduleGate) -> (reason: Reason, earliest: Moment?)? {
        switch schedule.outcome(at: clock, workCalendar: circumstances.workCalendar) {
        case .open: nil
        case .closed(let reason, let earliest): (reason, earliest)
        case .unknown(let reason): (reason, nil)
        }
    }
}
