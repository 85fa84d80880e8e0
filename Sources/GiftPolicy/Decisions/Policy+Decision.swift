public import GiftModel
import Segmentation

extension Policy {
    /// Returns everything that this policy says about the customer of `facts`, on the day of its profile.
    ///
    /// This never throws: what is not known makes a rule refuse, never fire, and says which fact is missing.
    /// Each rule is checked in this order: trigger and condition, given before on this occasion, rest of the
    /// occasion, frequency cap, gifts that fit.
    ///
    /// - Returns: A decision in which every rule appears exactly once.
    /// - Complexity: O(*r* · *g* log *g*) for *r* rules and *g* gifts, and linear in the grants and conditions.
    public func decision(for facts: CustomerFacts, choosingFrom catalog: Catalog) -> Decision {
        let profile = facts.profile
        let counted = document.cap.counted(facts.standing, on: profile.asOf)
        var candidates: [(priority: Int64, candidate: Candidate)] = []
        var refusals: [Refusal] = []
        for rule in document.rules {
            switch verdict(of: rule, on: facts, counted: counted, choosingFrom: catalog) {
            case .candidate(let candidate): candidates.append((rule.priority, candidate))
            case .refusal(let refusal): refusals.append(refusal)
            }
        }
        candidates.sort { left, right in
            left.priority == right.priority
                ? left.candidate.rule < right.candidate.rule : left.priority > right.priority
        }
        return Decision(
            policy: reference,
            customer: profile.customer,
            asOf: profile.asOf,
            giftsLeft: max(0, document.cap.gifts - Int64(counted.count)),
            candidates: candidates.map(\.candidate),
            refusals: refusals
        )
    }

    private enum Verdict {
        case candidate(Candidate)
        case refusal(Refusal)
    }

    private func verdict(
        of rule: Rule,
        on facts: CustomerFacts,
        counted: [CalendarDate],
        choosingFrom catalog: Catalog
    ) -> Verdict {
        let profile = facts.profile
        func refused(_ kind: Refusal.Kind, _ reasons: [Reason], earliest: CalendarDate? = nil) -> Verdict {
            .refusal(
                Refusal(customer: profile.customer, rule: rule.id, kind: kind, reasons: reasons, earliest: earliest)
            )
        }
        let condition = rule.condition.evaluation(for: profile, on: document.tiers)
        let failing = condition.truth == .holds ? [] : condition.reasons
        switch rule.trigger.outcome(for: profile, on: document.tiers) {
        case .unknown(let reason): return refused(.notDue, [reason] + failing)
        case .notDue(let reason, let earliest): return refused(.notDue, [reason] + failing, earliest: earliest)
        case .due(let term, let reason):
            guard condition.truth == .holds else { return refused(.notDue, failing) }
            let occurrence = Occurrence(of: rule.occasion, for: profile.customer, term: term)
            if let rest = rest(of: rule, before: occurrence, in: facts) {
                return refused(.notDue, [rest.reason], earliest: rest.earliest)
            }
            if let suppression = suppression(counted: counted, on: profile.asOf) {
                return refused(.suppressed, [suppression.reason], earliest: suppression.earliest)
            }
            return offer(by: rule, on: occurrence, because: [reason] + condition.reasons, to: facts, from: catalog)
        }
    }

    /// Returns the gifts of `catalog` that fit a rule which has come round, or refuses when none does.
    private func offer(
        by rule: Rule,
        on occurrence: Occurrence,
        because reasons: [Reason],
        to facts: CustomerFacts,
        from catalog: Catalog
    ) -> Verdict {
        func refused(_ reasons: [Reason]) -> Verdict {
            .refusal(
                Refusal(customer: occurrence.customer, rule: rule.id, kind: .unfunded, reasons: reasons, earliest: nil)
            )
        }
        guard catalog.currency == document.tiers.currency else {
            let found = Fact("catalog", .code(catalog.currency.code))
            let expected = Fact("policy", .code(document.tiers.currency.code))
            return refused([Reason(PolicyReason.catalogCurrency, found, expected)])
        }
        let target = rule.selection.target(forScore: facts.profile.scores?.monetary ?? 1)
        let options = options(for: rule, on: facts, around: target, choosingFrom: catalog)
        guard !options.isEmpty else {
            let (lowest, highest) = (rule.selection.lowest, rule.selection.highest)
            let none = Reason(PolicyReason.noGiftFits, Fact("lowest", .money(lowest)), Fact("highest", .money(highest)))
            return refused([none] + obstacles(for: rule, on: facts, in: catalog))
        }
        return .candidate(
            Candidate(
                rule: rule.id,
                occurrence: occurrence,
                attempt: 1 + Int64(facts.grants.count { $0.terms?.occurrence == occurrence }),
                reasons: reasons,
                target: target,
                options: options
            )
        )
    }

    /// Returns why the occasion of `rule` has to rest, or `nil` when it does not.
    private func rest(
        of rule: Rule,
        before occurrence: Occurrence,
        in facts: CustomerFacts
    ) -> (reason: Reason, earliest: CalendarDate?)? {
        let earlier = facts.standing.filter { $0.occurrence.occasion == rule.occasion }
        if let given = earlier.filter({ $0.occurrence == occurrence }).map(\.plannedFor).max() {
            return (Reason(PolicyReason.alreadyGiven, Fact("date", .date(given))), nil)
        }
        guard let restDays = rule.restDays, let last = earlier.map(\.plannedFor).max() else { return nil }
        guard last.days(until: facts.profile.asOf) < restDays else { return nil }
        let reason = Reason(PolicyReason.resting, Fact("date", .date(last)), Fact("limit", .days(restDays)))
        return (reason, last.adding(days: Int(restDays)))
    }

    /// Returns why the frequency cap allows no gift on `day`, or `nil` when it does.
    private func suppression(
        counted: [CalendarDate],
        on day: CalendarDate
    ) -> (reason: Reason, earliest: CalendarDate?)? {
        let cap = document.cap
        guard counted.count >= cap.gifts else { return nil }
        let reason = Reason(
            PolicyReason.capReached,
            Fact("gifts", .number(Int64(counted.count))),
            Fact("window", .days(cap.days)),
            Fact("limit", .number(cap.gifts))
        )
        // Free again once so many of the counted gifts have left the window that one more fits.
        let leaving = counted[counted.count - Int(cap.gifts)]
        return (reason, leaving.adding(days: Int(cap.days)))
    }
}
