import GiftModel
import Segmentation

extension Policy {
    /// Returns everything that this policy says about the customer of `facts`, under `circumstances`.
    ///
    /// This never throws: what is not known makes a rule refuse, never fire, and says which fact is missing.
    /// Each rule is checked in this order: trigger, schedule and condition, given before on this occasion, rest of the
    /// occasion, quiet times, caps, gifts that fit and that caps allow, conflict group. Where the customer's day cannot
    /// be told, or is not that of the facts, every rule is refused.
    ///
    /// - Returns: A decision in which every rule appears exactly once.
    /// - Complexity: O(*r* · *g* log *g*) for *r* rules and *g* gifts, and linear in the grants and conditions.
    public func decision(for facts: CustomerFacts, under circumstances: Circumstances) -> Decision {
        let customer: CustomerCase
        do throws(CustomerCase.Obstacle) {
            customer = try CustomerCase(facts, under: circumstances, by: document)
        } catch {
            return nothing(for: facts, at: circumstances.now, because: error.reason(of: facts))
        }
        let book = CapBook(
            document.caps,
            of: document.id,
            at: customer.clock,
            for: facts,
            giving: circumstances.catalog
        )
        let answers = conditions.answers(for: facts.attributes)
        var candidates: [(due: DueRule, candidate: Candidate)] = []
        var refusals: [Refusal] = []
        for (index, rule) in document.rules.enumerated() {
            let truth = answers[document.segments.count + index]
            switch verdict(of: rule, at: index, where: truth, in: customer, within: book) {
            case .candidate(let candidate): candidates.append((candidate.due(rule, at: customer.clock.now), candidate))
            case .refusal(let refusal): refusals.append(refusal)
            }
        }
        let outranked = outranked(among: candidates.map(\.due), of: facts.profile.customer)
        if !outranked.isEmpty {
            let given = Dictionary(uniqueKeysWithValues: (refusals + outranked).map { ($0.rule, $0) })
            refusals = document.rules.compactMap { given[$0.id] }
            candidates.removeAll { given[$0.due.rule] != nil }
        }
        return Decision(
            policy: reference,
            customer: facts.profile.customer,
            now: customer.clock.now,
            caps: book,
            candidates: candidates.sorted { $0.due.goesBefore($1.due) }.map(\.candidate),
            refusals: refusals
        )
    }

    /// Those of the rules that have come round that others of their conflict group outrank.
    private func outranked(among due: [DueRule], of customer: Customer.ID) -> [Refusal] {
        document.groups.flatMap { group in
            let holders = group.holders(among: due).map(\.rule)
            return due.filter { group.rules.contains($0.rule) && !holders.contains($0.rule) }
                .map { loser in
                    let suppressed = SuppressedRule(due: loser, cause: .group(group, heldBy: holders))
                    return Refusal(
                        customer: customer,
                        rule: loser.rule,
                        kind: .suppressed,
                        reasons: suppressed.reasons(calling: name(ofRule:)),
                        earliest: nil
                    )
                }
        }
    }

    /// Returns what the rule is called, or its identifier when it is none of this policy's.
    func name(ofRule id: Rule.ID) -> LocalizedText {
        document.rules.first { $0.id == id }?.name ?? LocalizedText(english: id.text, chinese: id.text)
    }

    /// A decision in which every rule is refused for this `reason`.
    private func nothing(for facts: CustomerFacts, at now: Timestamp, because reason: Reason) -> Decision {
        let customer = facts.profile.customer
        return Decision(
            policy: reference,
            customer: customer,
            now: Moment(now, on: facts.profile.asOf),
            caps: nil,
            candidates: [],
            refusals: document.rules.map { rule in
                Refusal(customer: customer, rule: rule.id, kind: .notDue, reasons: [reason], earliest: nil)
            }
        )
    }

    private enum Verdict {
        case candidate(Candidate)
        case refusal(Refusal)
    }

    private func verdict(
        of rule: Rule,
        at index: Int,
        where truth: Truth,
        in customer: CustomerCase,
        within book: CapBook
    ) -> Verdict {
        let id = customer.profile.customer
        func refused(_ kind: Refusal.Kind, _ reasons: [Reason], earliest: Moment? = nil) -> Verdict {
            .refusal(Refusal(customer: id, rule: rule.id, kind: kind, reasons: reasons, earliest: earliest))
        }
        // Words are asked for only when they are told.
        func reasons() -> [Reason] { self.reasons(ofRule: index, in: customer) }
        func failing() -> [Reason] { truth == .holds ? [] : reasons() }
        let closed = rule.schedule.flatMap { customer.obstacle(of: $0) }
        switch rule.trigger.outcome(in: customer) {
        case .unknown(let reason): return refused(.notDue, [reason] + failing())
        case .notDue(let reason, let earliest): return refused(.notDue, [reason] + failing(), earliest: earliest)
        case .due(let due):
            if let closed { return refused(.notDue, [closed.reason] + failing(), earliest: closed.earliest) }
            guard truth == .holds else { return refused(.notDue, reasons()) }
            let occurrence = Occurrence(of: rule.occasion, for: id, term: due.term)
            if let rest = rest(of: rule, before: occurrence, next: due.next, in: customer) {
                return refused(.notDue, [rest.reason], earliest: rest.earliest)
            }
            let dispatch: Moment
            switch customer.quiet.dispatch(dueAt: customer.now, until: due.until) {
            case .never(let reason): return refused(.suppressed, [reason])
            case .at(let moment, _): dispatch = moment
            }
            let caps = book.verdict(on: Approach(by: rule.id, on: rule.occasion, at: customer.clock.now))
            guard caps.isAllowed else {
                return refused(.suppressed, caps.reasons(calling: name(ofRule:)), earliest: caps.earliest)
            }
            let why = [due.reason] + reasons()
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
    ) -> Verdict {
        let (facts, catalog) = (customer.facts, customer.circumstances.catalog)
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

    /// Why nothing is given by `rule`.
    private func absence(of rule: Rule, in customer: CustomerCase) -> Reason {
        let match = GiftMatch(selection: rule.selection, occasion: rule.occasion, customer: customer)
        guard let price = match.price else {
            guard let standing = customer.profile.tier, standing.isDetermined else {
                return Reason(GiftMatchReason.giftTierNotKnown)
            }
            return Reason(GiftMatchReason.noGiftForTier, Fact("tier", .name(standing.tier.name)))
        }
        return Reason(
            PolicyReason.noGiftFits,
            Fact("lowest", .money(price.lowest)),
            Fact("highest", .money(price.highest))
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

extension Candidate {
    /// The rule that speaks, as caps and groups look at it.
    fileprivate func due(_ rule: Rule, at now: Moment) -> DueRule {
        DueRule(
            rule.id,
            priority: rule.priority,
            worth: options[0].worth.total,
            by: .gift(nil, of: nil),
            on: rule.occasion,
            at: now
        )
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

extension CustomerCase.Obstacle {
    fileprivate func reason(of facts: CustomerFacts) -> Reason {
        switch self {
        case .zoneUnknown: Reason(PolicyReason.unknown, Fact("field", .name(PolicyName.zone)))
        case .factsOfAnotherDay(let today):
            Reason(
                PolicyReason.factsOfAnotherDay,
                Fact("day", .date(facts.profile.asOf)),
                Fact("today", .date(today))
            )
        }
    }
}
