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

extension CustomerCase.Obstacle {
    fileprivate func reason(of facts: CustomerFacts) -> Reason {
        switch self {
        case .zoneUnknown: .missing(.zone)
        case .factsOfAnotherDay(let today):
            Reason(
                PolicyReason.factsOfAnotherDay,
                Fact("day", .date(facts.profile.asOf)),
                Fact("today", .date(today))
            )
        }
    }
}
