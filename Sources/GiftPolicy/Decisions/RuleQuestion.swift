import GiftModel
import Segmentation

/// What becomes of one rule for one customer.
enum RuleVerdict {
    case candidate(Candidate)
    case refusal(Refusal)
    /// Its occasion has come round, and it gives no gift.
    case giftless
}

/// One rule, asked about one customer.
struct RuleQuestion {
    let rule: Rule
    let index: Int
    let customer: DecisionCase
    /// Whether words are told at once, or kept for when somebody reads them.
    let tells: Bool

    init(_ index: Int, of customer: DecisionCase, tells: Bool) {
        self.rule = customer.policy.document.rules[index]
        self.index = index
        self.customer = customer
        self.tells = tells
    }

    /// Whether the occasion of a rule has come round, before any gift is looked at.
    enum Standing {
        case due(DueOccasion)
        case refused(Refusal)
    }

    /// Whether the trigger, the schedule and the condition of a rule say that it is its turn.
    enum Turn {
        case come(TriggerOutcome.Due)
        case refused(Refusal)
    }

    /// An occasion that has come round, and may be honored.
    struct DueOccasion {
        let occurrence: Occurrence
        let dispatch: Moment
        /// Whether gifts may be chosen by what is known of the customer.
        let isPersonalized: Bool
        let account: Account
    }
}

extension RuleQuestion {
    private var facts: CustomerCase { customer.customer }
    var policy: Policy { customer.policy }
    private var id: Customer.ID { facts.profile.customer }

    func refusal(
        _ kind: Refusal.Kind,
        earliest: @autoclosure () -> Moment? = nil,
        _ reasons: @autoclosure () -> [Reason]
    ) -> Refusal {
        Refusal(
            customer: id,
            rule: rule.id,
            kind: kind,
            account: tells ? .told(reasons(), earliest: earliest()) : .later(customer, rule: index, .refuses)
        )
    }

    /// Whether the rule may speak at all; the first check that fails is told.
    var turn: Turn {
        func refused(
            _ kind: Refusal.Kind,
            earliest: @autoclosure () -> Moment? = nil,
            _ reasons: @autoclosure () -> [Reason]
        ) -> Turn { .refused(refusal(kind, earliest: earliest(), reasons())) }
        if let silence = facts.silence(of: rule.id) {
            return refused(.blocked, earliest: facts.nextSwitch(of: rule.id), [silence])
        }
        let truth = customer.answers[policy.document.segments.count + index]
        func failing() -> [Reason] { truth == .holds ? [] : conditionReasons }
        switch rule.trigger.outcome(in: facts) {
        case .unknown(let reason, let earliest): return refused(.notDue, earliest: earliest, [reason] + failing())
        case .notDue(let reason, let earliest): return refused(.notDue, earliest: earliest, [reason] + failing())
        case .due(let due):
            if let closed = rule.schedule.flatMap(facts.obstacle) {
                return refused(
                    .notDue,
                    earliest: closed.earliest.flatMap(due.opening),
                    [closed.reason] + failing()
                )
            }
            guard truth == .holds else {
                return refused(
                    .notDue,
                    earliest: conditionAnswer.nextPossibleChange.map(facts.clock.start),
                    conditionReasons
                )
            }
            return .come(due)
        }
    }

    /// What becomes of the rule up to the choice of a gift; the first check that fails is told.
    var standing: Standing {
        func refused(
            _ kind: Refusal.Kind,
            earliest: @autoclosure () -> Moment? = nil,
            _ reasons: @autoclosure () -> [Reason]
        ) -> Standing { .refused(refusal(kind, earliest: earliest(), reasons())) }
        switch turn {
        case .refused(let refusal): return .refused(refusal)
        case .come(let due):
            let occurrence = Occurrence(of: rule.occasion, for: id, term: due.term)
            if let rest = rest(before: occurrence, next: due.next) {
                return refused(.notDue, earliest: rest.earliest, [rest.reason])
            }
            let guarding = customer.guards?.verdict(on: rule.occasion, by: rule.id)
            if let guarding, !guarding.isAllowed {
                return refused(
                    .blocked,
                    earliest: customer.guards.flatMap { $0.opening(of: guarding) },
                    guarding.reasons
                )
            }
            let (dispatch, delay): (Moment, Reason?)
            switch facts.quiet.dispatch(dueAt: facts.now, until: due.until) {
            case .never(let reason): return refused(.suppressed, earliest: due.next, [reason])
            case .at(let moment, let reason): (dispatch, delay) = (moment, reason)
            }
            let caps = customer.caps.verdict(on: Approach(by: rule.id, on: rule.occasion, at: facts.clock.now))
            guard caps.isAllowed else {
                return refused(.suppressed, earliest: caps.earliest, caps.reasons(calling: policy.name(ofRule:)))
            }
            let isPersonalized = guarding?.isPersonalized ?? true
            func speaking() -> [Reason] {
                let limits = guarding?.findings.filter { $0.answer == .notPersonalized }.flatMap(\.reasons) ?? []
                let treatment = customer.treatment(by: rule)
                let arm = treatment.isWithheld ? nil : treatment.reason
                return [due.reason] + conditionReasons + [delay, arm].compactMap(\.self) + limits + exemptions
            }
            return .due(
                DueOccasion(
                    occurrence: occurrence,
                    dispatch: dispatch,
                    isPersonalized: isPersonalized,
                    account: tells ? .told(speaking()) : .later(customer, rule: index, .speaks)
                )
            )
        }
    }

    /// The first later moment at which the rule's turn may be over although nothing happens, as far as that is told
    /// by its occasion, its schedule and its switch; `nil` when it has not come.
    var turnEnds: Moment? {
        guard case .come(let due) = turn else { return nil }
        let closing = rule.schedule.flatMap {
            $0.closing(at: facts.clock, workCalendar: facts.circumstances.workCalendar)
        }
        let ends = [due.until, closing].compactMap { $0.flatMap(facts.clock.moment) }
        return (ends + [facts.nextSwitch(of: rule.id)].compactMap(\.self)).min()
    }

    /// What the rule's condition comes to.
    var conditionAnswer: SegmentAnswer {
        let segment = policy.conditions.document.segments[policy.document.segments.count + index].id
        guard let answer = policy.conditions.answer(for: facts.facts.attributes, in: segment) else {
            preconditionFailure("every rule has a condition")
        }
        return answer
    }

    /// Why the rule's condition holds, fails or is not known.
    var conditionReasons: [Reason] { conditionAnswer.reasons }

    /// The hold-outs in which the customer is, but not from this rule.
    var exemptions: [Reason] {
        policy.document.holdOuts.compactMap { holdOut in
            let standing = holdOut.standing(of: id, for: rule.id, on: rule.occasion)
            return standing == .exempt ? holdOut.reason(for: standing, of: id) : nil
        }
    }

    /// Returns why the occasion has to rest, or `nil` when it does not.
    private func rest(before occurrence: Occurrence, next: Moment?) -> (reason: Reason, earliest: Moment?)? {
        let earlier = facts.facts.standing.filter { $0.occurrence.occasion == rule.occasion }
        if let given = earlier.filter({ $0.occurrence == occurrence }).map(\.plannedFor).max() {
            return (Reason(PolicyReason.alreadyGiven, Fact("date", .date(given))), next)
        }
        guard let restDays = rule.restDays, let last = earlier.map(\.plannedFor).max() else { return nil }
        guard last.days(until: facts.today) < restDays else { return nil }
        let reason = Reason(PolicyReason.resting, Fact("date", .date(last)), Fact("limit", .days(restDays)))
        return (reason, last.adding(days: Int(restDays)).map(facts.clock.start))
    }
}

extension CustomerCase {
    /// Why `rule` keeps silent, or `nil` when nobody paused or stopped it.
    func silence(of rule: Rule.ID) -> Reason? {
        guard let change = circumstances.switches.change(of: rule, at: now), change.state != .started else {
            return nil
        }
        let since = Fact("since", .date(clock.moment(at: change.at)?.day ?? today))
        return Reason(change.state == .paused ? DispatchReason.rulePaused : DispatchReason.ruleStopped, since)
    }

    /// When `rule`, or all rules, are next switched.
    func nextSwitch(of rule: Rule.ID) -> Moment? {
        circumstances.switches.next(of: rule, after: now).flatMap(clock.moment)
    }

    /// Why a schedule keeps a rule silent now, or `nil` when it does not.
    fileprivate func obstacle(of schedule: ScheduleGate) -> (reason: Reason, earliest: Moment?)? {
        switch schedule.outcome(at: clock, workCalendar: circumstances.workCalendar) {
        case .open: nil
        case .closed(let reason, let earliest): (reason, earliest)
        case .unknown(let reason): (reason, nil)
        }
    }
}
