public import GiftModel
import Segmentation

/// What is known right before gifts leave, to be checked once more.
///
/// A gift was chosen when it was planned, perhaps by an earlier version of the policy, and stays chosen; the guards
/// that are asked now are those of the newest version. Everything is checked, and all that stands in the way is told.
///
/// | what stands in the way | the gift |
/// |---|---|
/// | the customer was erased, the occasion is over, the rule was stopped | is called off |
/// | consent, an exclusion, an age, a limit that no approval lifts | is called off |
/// | an open complaint, a missing approval, a rule that is paused, a fact that is not known | waits |
///
/// ```swift
/// var check = DispatchCheck(by: policy.reference, validSeconds: 60)
/// check.occasion = decision.standing(of: grant)
/// check.approvals = approvals
/// switch check.answer(for: grant, of: customer) { … }
/// ```
public struct DispatchCheck: Hashable, Sendable {
    /// The policy whose guards are asked.
    public let policy: PolicyReference
    /// How long a permit is good, in seconds.
    public let validSeconds: Int64
    /// Under which identity the customer goes, or that the customer was erased.
    public var identity: CustomerIdentity?
    /// Whether what the gift is given for still holds.
    public var occasion: OccasionStanding = .stands
    /// What was started, paused and stopped of the policy.
    public var switches = RuleSwitches()
    /// The approval rules of the policy.
    public var approvalRules: [ApprovalRule] = []
    /// What was approved, of this grant and of others.
    public var approvals: [Approval] = []
    /// What giving the gift costs now, where that is another than what was planned.
    public var cost: Money?

    /// A check by the guards of `policy` whose permits are good for so many seconds.
    public init(by policy: PolicyReference, validSeconds: Int64) {
        precondition((1...86_400).contains(validSeconds), "a permit is good for a second through a day")
        self.policy = policy
        self.validSeconds = validSeconds
    }
}

extension DispatchCheck {
    /// Returns whether the gift of `grant` may leave at the instant of `customer`.
    ///
    /// - Parameter customer: The customer of the grant with what is known now, before the guards of ``policy``.
    /// - Complexity: O(*g* · *n*²) for *g* guards and *n* facts that they look at.
    public func answer(for grant: GiftGrant, of customer: GuardCase) -> DispatchAnswer {
        guard let terms = grant.terms, let choice = grant.choice, let state = grant.state,
            state.next.contains(.cancelled)
        else { return .notWaiting(grant.state) }
        precondition(
            terms.customer == customer.facts.profile.customer || identity == .known(customer.facts.profile.customer)
                || identity == .erased,
            "a grant is checked against the facts of its own customer"
        )
        let rule = terms.rule.policy.id == policy.id ? terms.rule.rule : nil
        let cost = self.cost ?? choice.cost.expected
        let verdict = customer.without(grant.id)
            .verdict(on: terms.occurrence.occasion, by: rule, giving: choice.gift, costing: cost)
        // What no approval lifts stands in the way by itself; approvals are asked about the rest.
        let approval = ApprovalFinding(
            by: approvalRules,
            for: cost,
            of: grant.id,
            under: GuardVerdict(verdict.findings.filter { $0.passes || $0.isLiftable }),
            given: approvals,
            at: customer.clock.now.instant
        )
        var obstacles = Obstacles()
        askIdentity(&obstacles)
        askOccasion(&obstacles)
        askSwitches(of: rule, of: customer, &obstacles)
        askGuards(verdict, approval, &obstacles)
        askRestrictions(of: choice.gift, of: customer, &obstacles)
        if state != .reserved { obstacles.hold(Reason(DispatchReason.notReserved, Fact("state", .name(state.title)))) }
        if !obstacles.cancelling.isEmpty { return .cancelled(obstacles.cancelling + obstacles.holding) }
        if !obstacles.holding.isEmpty {
            return .held(obstacles.holding, earliest: obstacles.mayWait ? obstacles.earliest : nil)
        }
        return .permitted(
            DispatchPermit(
                grant: grant.id,
                cost: cost,
                plannedBy: terms.rule.policy,
                checkedBy: policy,
                issuedAt: customer.clock.now.instant,
                until: end(for: rule, verdict, approval, by: customer.clock),
                reasons: verdict.reasons + approval.reasons
            )
        )
    }

    /// What stands in the way.
    private struct Obstacles {
        var cancelling: [Reason] = []
        var holding: [Reason] = []
        var earliest: Moment?
        /// Whether all that holds is over by itself.
        var mayWait = true

        mutating func cancel(_ reasons: [Reason]) { cancelling += reasons }

        mutating func hold(_ reason: Reason, until moment: Moment? = nil) { hold([reason], until: moment) }

        mutating func hold(_ reasons: [Reason], until moment: Moment? = nil) {
            holding += reasons
            if let moment { earliest = max(earliest ?? moment, moment) } else { mayWait = false }
        }
    }

    private func askIdentity(_ obstacles: inout Obstacles) {
        if identity == .erased { obstacles.cancel([Reason(ConsentReason.customerErased)]) }
    }

    private func askOccasion(_ obstacles: inout Obstacles) {
        switch occasion {
        case .stands: break
        case .over(let reason): obstacles.cancel([reason])
        case .unknown(let reason): obstacles.hold(reason)
        }
    }

    private func askSwitches(
        of rule: RuleReference.ID?,
        of customer: GuardCase,
        _ obstacles: inout Obstacles
    ) {
        let now = customer.clock.now.instant
        guard let change = switches.change(of: rule, at: now) else { return }
        let since = Fact("since", .date(customer.clock.moment(at: change.at)?.day ?? customer.clock.today))
        switch change.state {
        case .started: break
        case .paused: obstacles.hold(Reason(DispatchReason.rulePaused, since))
        case .stopped: obstacles.cancel([Reason(DispatchReason.ruleStopped, since)])
        }
    }

    private func askGuards(_ verdict: GuardVerdict, _ approval: ApprovalFinding, _ obstacles: inout Obstacles) {
        for finding in verdict.failed where !finding.isLiftable {
            switch finding.source.kind {
            case _ where finding.answer == .unknown, .openComplaint:
                obstacles.hold(finding.reasons, until: finding.earliest)
            default: obstacles.cancel(finding.reasons)
            }
        }
        guard approval.answer == .needed || approval.answer == .refused else { return }
        obstacles.hold(approval.reasons + verdict.failed.filter(\.isLiftable).flatMap(\.reasons))
    }

    private func askRestrictions(of id: Gift.ID, of customer: GuardCase, _ obstacles: inout Obstacles) {
        guard let gift = customer.circumstances.catalog[id] else {
            obstacles.hold(Reason(DispatchReason.giftNotInCatalog, Fact("gift", .code(id.text))))
            return
        }
        switch customer.facts.suitability(of: gift, leapDay: customer.leapDay) {
        case .suitable: break
        case .unknown(let reasons): obstacles.hold(reasons)
        case .unsuitable(let reasons): obstacles.cancel(reasons)
        }
    }

    private func end(
        for rule: RuleReference.ID?,
        _ verdict: GuardVerdict,
        _ approval: ApprovalFinding,
        by clock: LocalClock
    ) -> Timestamp {
        let now = clock.now.instant
        let ends = [
            Timestamp(milliseconds: now.milliseconds + validSeconds * 1000),
            clock.today.adding(days: 1).map { clock.start(of: $0).instant },
            switches.next(of: rule, after: now), approval.until,
        ]
        return (ends.compactMap(\.self) + verdict.findings.compactMap(\.until)).min() ?? now
    }
}
