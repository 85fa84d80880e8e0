import GiftModel
import Segmentation

/// Decisions about many customers under the same circumstances.
///
/// It says about each customer what ``Policy/decision(for:under:)`` says, and finds and sorts the gifts once for all of
/// whom the same is known.
///
/// ```swift
/// var round = policy.round(under: circumstances)
/// let decisions = customers.map { round.decision(for: $0) }
/// ```
public struct DecisionRound: Sendable {
    /// The policy.
    public let policy: Policy
    /// What holds for all customers.
    public let circumstances: Circumstances
    private var menus = GiftMenus()

    init(of policy: Policy, under circumstances: Circumstances) {
        self.policy = policy
        self.circumstances = circumstances
    }
}

extension DecisionRound {
    /// Returns everything that the policy says about the customer of `facts`.
    ///
    /// This never throws: what is not known makes a rule refuse, never fire, and says which fact is missing.
    /// Each rule is checked in this order: whether it was paused or stopped, trigger, schedule and condition, given
    /// before on this occasion, rest of the occasion, guards, quiet times, caps, the arm of an experiment, gifts that
    /// fit and that guards and caps let pass, hold-outs, conflict group. Where the customer's day cannot be told, or is
    /// not that of the facts, every rule is refused.
    ///
    /// Touches and tasks are called for as soon as a rule's turn has come. They take from caps by priority, as though
    /// every gift that goes before them were given.
    ///
    /// - Complexity: O(*r* · *g*) for *r* rules and *g* gifts, and linear in the grants and conditions; O(*g* log *g*)
    ///   more for the first customer of whom something new is known.
    public mutating func decision(for facts: CustomerFacts) -> Decision {
        let document = policy.document
        let asked: DecisionCase
        do throws(CustomerCase.Obstacle) {
            asked = DecisionCase(try CustomerCase(facts, under: circumstances, by: document), under: policy)
        } catch {
            return nothing(for: facts, because: error.reason(of: facts))
        }
        let now = asked.customer.clock.now
        var candidates: [(due: DueRule, candidate: Candidate)] = []
        var refusals: [Refusal] = []
        for index in document.rules.indices {
            if let refusal = asked.refusal(ofOthersRuleAt: index) {
                refusals.append(refusal)
                continue
            }
            switch RuleQuestion(index, of: asked, tells: false).verdict(choosingFrom: &menus) {
            case .candidate(let candidate):
                candidates.append((candidate.due(document.rules[index], at: now), candidate))
            case .refusal(let refusal): refusals.append(refusal)
            case .giftless: break
            }
        }
        let calls = RuleCalls(of: asked)
        let losers = document.groups.isEmpty ? [:] : policy.losers(among: calls.due(and: candidates.map(\.due)))
        if !losers.isEmpty {
            var given = Dictionary(uniqueKeysWithValues: refusals.map { ($0.rule, $0) })
            candidates.removeAll { losers[$0.due.rule] != nil }
            for (index, rule) in document.rules.enumerated() where given[rule.id] == nil {
                guard let place = losers[rule.id], rule.selection != nil else { continue }
                given[rule.id] = Refusal(
                    customer: facts.profile.customer,
                    rule: rule.id,
                    kind: .suppressed,
                    account: .later(asked, rule: index, .standsBack(place))
                )
            }
            refusals = document.rules.compactMap { given[$0.id] }
        }
        candidates.sort { $0.due.goesBefore($1.due) }
        let answers = calls.isEmpty ? .init() : calls.answers(beside: candidates.map(\.due), held: losers)
        return Decision(
            policy: policy.reference,
            customer: facts.profile.customer,
            now: now,
            candidates: candidates.map(\.candidate),
            refusals: refusals,
            touches: answers.touches,
            tasks: answers.tasks,
            touchRefusals: answers.refusals,
            followUps: answers.followUps,
            asked: asked
        )
    }

    /// A decision in which every rule is refused for this `reason`.
    private func nothing(for facts: CustomerFacts, because reason: Reason) -> Decision {
        let customer = facts.profile.customer
        return Decision(
            policy: policy.reference,
            customer: customer,
            now: Moment(circumstances.now, on: facts.profile.asOf),
            candidates: [],
            refusals: policy.document.rules.map { rule in
                Refusal(customer: customer, rule: rule.id, kind: .notDue, account: .told([reason]))
            },
            touches: [],
            tasks: [],
            touchRefusals: [],
            followUps: [],
            asked: nil
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
    func reason(of facts: CustomerFacts) -> Reason {
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
