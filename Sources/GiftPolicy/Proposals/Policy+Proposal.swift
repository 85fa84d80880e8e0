public import GiftModel
import Segmentation

extension Rule {
    /// The name that stands in the grants of gifts by hand where otherwise a rule does; no rule may be called so.
    public static let byHand: ID = "#by-hand"
}

extension Policy {
    /// Returns whether the gift of `proposal` may be planned, on which terms, and who has to approve it.
    ///
    /// It is asked the same as of gifts that rules give: whether the occasion was honored before, whom the gift suits,
    /// stock, guards, quiet times, caps over all rules, hold-outs, and the budget where one is told. Everything that
    /// stands in the way is told. A limit that an approval lifts does not stand in the way: the approval is asked for.
    ///
    /// - Parameters:
    ///   - approvals: What was approved so far, in any order; who proposed the gift counts as who asked.
    ///   - left: What is left of the budget, or `nil` when whoever plans looks after it.
    /// - Precondition: the proposal is for the customer of the facts.
    /// - Complexity: O(*g* · *n*²) for *g* guards and *n* facts that they look at.
    public func answer(
        to proposal: GiftProposal,
        for facts: CustomerFacts,
        under circumstances: Circumstances,
        given approvals: [Approval] = [],
        within left: Money? = nil
    ) -> ProposalAnswer {
        precondition(proposal.customer == facts.profile.customer, "a proposal is asked about for its own customer")
        func refused(_ kind: Refusal.Kind, _ reason: Reason) -> ProposalAnswer {
            .refused([ProposalObstacle(kind: kind, reasons: [reason], earliest: nil)])
        }
        let customer: CustomerCase
        do throws(CustomerCase.Obstacle) {
            customer = try CustomerCase(facts, under: circumstances, by: document)
        } catch {
            return refused(.notDue, error.reason(of: facts))
        }
        guard let gift = circumstances.catalog[proposal.gift] else {
            return refused(.unfunded, Reason(DispatchReason.giftNotInCatalog, Fact("gift", .code(proposal.gift.text))))
        }
        let currency = document.tiers.currency
        guard gift.cost.currency == currency else {
            let found = Fact("catalog", .code(gift.cost.currency.code))
            return refused(.unfunded, Reason(PolicyReason.catalogCurrency, found, Fact("policy", .code(currency.code))))
        }
        return ProposalQuestion(
            proposal: proposal,
            gift: gift,
            customer: DecisionCase(customer, under: self),
            approvals: proposal.requested(approvals),
            left: left
        )
        .answer
    }
}

/// One gift that a person proposes, asked about for its customer.
private struct ProposalQuestion {
    let proposal: GiftProposal
    let gift: Gift
    let customer: DecisionCase
    let approvals: [Approval]
    let left: Money?

    private var policy: Policy { customer.policy }
    private var facts: CustomerCase { customer.customer }
    private var cost: Money { gift.cost.expected }

    var answer: ProposalAnswer {
        let lawful = customer.guards?.verdict(on: proposal.occasion, by: nil, giving: gift.id, costing: cost)
        let quiet = facts.quiet.dispatch(dueAt: facts.now, until: nil)
        var obstacles = [honored, mismatch, absence].compactMap(\.self)
        if let lawful {
            let final = lawful.failed.filter { !$0.isLiftable }
            if !final.isEmpty {
                let verdict = GuardVerdict(final)
                obstacles.append(obstacle(.blocked, verdict.reasons, earliest: verdict.earliest))
            }
        }
        if case .never(let reason) = quiet { obstacles.append(obstacle(.suppressed, [reason])) }
        obstacles += [held, withheld, shortage].compactMap(\.self)
        guard obstacles.isEmpty, case .at(let dispatch, let delay) = quiet else { return .refused(obstacles) }
        let terms = GrantTerms(
            of: GiftChoice(gift),
            on: proposal.occurrence,
            attempt: 1 + Int64(facts.facts.grants.count { $0.terms?.occurrence == proposal.occurrence }),
            plannedFor: dispatch.day,
            by: RuleReference(policy: policy.reference, rule: Rule.byHand),
            because: [proposal.reason] + [delay].compactMap(\.self)
        )
        let approval = ApprovalFinding(
            by: policy.document.approvals,
            for: cost,
            of: terms.id,
            under: lawful,
            given: approvals,
            at: facts.now
        )
        return .planned(terms, dispatch: dispatch, approval)
    }

    private func obstacle(_ kind: Refusal.Kind, _ reasons: [Reason], earliest: Moment? = nil) -> ProposalObstacle {
        ProposalObstacle(kind: kind, reasons: reasons, earliest: earliest)
    }

    private var honored: ProposalObstacle? {
        let given = facts.facts.standing.filter { $0.occurrence == proposal.occurrence }.map(\.plannedFor).max()
        return given.map { obstacle(.notDue, [Reason(PolicyReason.alreadyGiven, Fact("date", .date($0)))]) }
    }

    /// Whom the gift does not suit; what it costs is for approvals to say.
    private var mismatch: ProposalObstacle? {
        let any = GiftSelection(from: cost, through: cost)
        let reasons = GiftMatch(selection: any, occasion: proposal.occasion, customer: facts).obstacles(to: gift)
            .reasons
        return reasons.isEmpty ? nil : obstacle(.blocked, reasons)
    }

    private var absence: ProposalObstacle? {
        gift.stock > 0 ? nil : obstacle(.unfunded, [Reason(GiftMatchReason.giftRunOut)])
    }

    private var held: ProposalObstacle? {
        let approach = Approach(.gift(gift.id, of: gift.kind), by: nil, on: proposal.occasion, at: facts.clock.now)
        let verdict = customer.caps.verdict(on: approach)
        guard !verdict.isAllowed else { return nil }
        return obstacle(.suppressed, verdict.reasons(calling: policy.name(ofRule:)), earliest: verdict.earliest)
    }

    private var withheld: ProposalObstacle? {
        let id = proposal.customer
        return policy.document.holdOuts.withholding(id, from: nil, on: proposal.occasion)
            .map { obstacle(.withheld, [$0.reason(for: .withheld, of: id)].compactMap(\.self)) }
    }

    private var shortage: ProposalObstacle? {
        guard let left, left.currency != cost.currency || left.minorUnits < cost.minorUnits else { return nil }
        let reason = Reason(
            PolicyReason.budgetUsedUp,
            Fact("budget", .name(PolicyName.policyBudget)),
            Fact("left", .money(left)),
            Fact("cheapest", .money(cost))
        )
        return obstacle(.unfunded, [reason])
    }
}
