public import GiftModel
import Segmentation

extension TouchCase {
    /// Returns how each step stands that follows the gift of `grant`, and takes in what is due.
    ///
    /// A step is taken once, whatever comes of the policy since, as long as it keeps its name. What is due goes out
    /// when quiet times and caps allow it; no instant that is told is later than the one at which it can go out.
    ///
    /// - Parameters:
    ///   - steps: The steps of the rule that called for the gift.
    ///   - policy: The policy of that rule, whose caps may name it.
    ///   - silence: Why the rule keeps silent, or `nil` when it does not; nothing goes out as long as it does.
    /// - Returns: One finding for each step, in the order of the steps; none before a gift is planned.
    /// - Precondition: the grant is of this customer.
    /// - Complexity: O(*s* · *n*) for *s* steps and *n* facts, and as that of touches for each that is due.
    public mutating func followUps(
        of grant: GiftGrant,
        by steps: [FollowUpStep],
        under policy: PolicyReference.ID,
        unless silence: Reason? = nil
    ) -> [FollowUpFinding] {
        guard let terms = grant.terms, let state = grant.state else { return [] }
        precondition(terms.customer == customer.facts.profile.customer, "what follows a gift goes to whom it was given")
        var findings: [FollowUpFinding] = []
        for step in steps {
            let rule = terms.rule.policy.id == policy ? terms.rule.rule : nil
            let (standing, reasons) = finding(on: step, of: grant, terms, in: state, by: rule, unless: silence)
            findings.append(FollowUpFinding(grant: grant.id, step: step.id, standing: standing, reasons: reasons))
        }
        return findings
    }

    private typealias Answer = (FollowUpFinding.Standing, [Reason])

    private mutating func finding(
        on step: FollowUpStep,
        of grant: GiftGrant,
        _ terms: GrantTerms,
        in state: GrantState,
        by rule: RuleReference.ID?,
        unless silence: Reason?
    ) -> Answer {
        let clock = customer.clock
        let start = grant.step(to: step.state)?.occurredAt
        let due = start?.adding(ElapsedTime(hours: step.delayHours))
        let deadline = due.flatMap { due in step.withinHours.map { due.adding(ElapsedTime(hours: $0)) } }
        let name = TouchOrigin.Step(step.id.text, after: grant.id)
        let origin = TouchOrigin(
            by: rule,
            on: terms.occurrence,
            dueAt: due ?? clock.now.instant,
            until: deadline,
            step: name
        )
        if let done = takenAt(name.touch) {
            return (.done(done), [Reason(TouchReason.followUpDone, day("date", done))])
        }
        if isErased { return (.stopped, [Reason(ConsentReason.customerErased)]) }
        if state.isNothing, !step.state.isNothing {
            return (.stopped, [Reason(TouchReason.followUpPointless, Fact("state", .name(state.title)))])
        }
        let stops = stops(of: step, grant, since: start)
        if !stops.isEmpty { return (.stopped, stops) }
        guard let start, let due else {
            let facts = [Fact("state", .name(state.title)), Fact("awaited", .name(step.state.title))]
            return state.mayCome(to: step.state)
                ? (.waiting(until: nil), [Reason(TouchReason.followUpAwaitsState, facts: facts)])
                : (.stopped, [Reason(TouchReason.followUpNeverComes, facts: facts)])
        }
        let since = [Fact("state", .name(step.state.title)), clock.fact("since", start)]
        if clock.now.instant < due {
            let delay = Fact("delay", .name(ElapsedTime(hours: step.delayHours).words))
            let reason = Reason(TouchReason.followUpAwaitsTime, facts: since + [delay, clock.fact("due", due)])
            return (.waiting(until: clock.moment(at: due)), [reason])
        }
        if let deadline, deadline <= clock.now.instant {
            return (
                .stopped,
                [Reason(TouchReason.followUpTooLate, clock.fact("due", due), clock.fact("deadline", deadline))]
            )
        }
        if let silence { return (.waiting(until: nil), [silence]) }
        let complaints = customer.complaints()
        guard complaints.answer == .passes else {
            return (.waiting(until: nil), complaints.evidence.reasons("openComplaint", on: clock.today))
        }
        let why = Reason(TouchReason.followUpDue, facts: since + [clock.fact("due", due)])
        let refusal: TouchRefusal
        switch step.action {
        case .touch(let plan):
            switch answer(to: plan, for: origin) {
            case .planned(let touch): return (.due(.touch(touch)), [why] + touch.reasons(calling: Self.quoted))
            case .refused(let found): refusal = found
            }
        case .task(let task):
            switch answer(to: task, for: origin) {
            case .planned(let task): return (.due(.task(task)), [why] + task.reasons(calling: Self.quoted))
            case .refused(let found): refusal = found
            }
        }
        let reasons = refusal.reasons(calling: Self.quoted)
        if let earliest = refusal.earliest, deadline.map({ earliest.instant < $0 }) ?? true {
            return (.waiting(until: earliest), reasons)
        }
        return (.stopped, reasons)
    }

    private static func quoted(_ rule: RuleReference.ID) -> LocalizedText { LocalizedText(quoting: rule.text) }

    private func day(_ name: String, _ instant: Timestamp) -> Fact {
        Fact(name, .date(customer.clock.moment(at: instant)?.day ?? customer.clock.today))
    }

    private func takenAt(_ id: Touch.ID) -> Timestamp? {
        let facts = customer.facts
        return
            (facts.touches.filter { $0.id == id }.map(\.sentAt)
            + facts.tasks.filter { $0.id == id }.map(\.assignedAt))
            .min()
    }

    private func stops(of step: FollowUpStep, _ grant: GiftGrant, since start: Timestamp?) -> [Reason] {
        var reasons: [Reason] = []
        if step.stops.contains(.answered), let start {
            let now = customer.clock.now.instant
            let answers = customer.facts.activities.filter { $0.answers(grant.choice?.gift) }.map(\.occurredAt)
            if let first = answers.filter({ start <= $0 && $0 <= now }).min() {
                reasons.append(Reason(TouchReason.followUpAnswered, day("date", first)))
            }
        }
        if step.stops.contains(.used), let used = grant.step(to: .used)?.occurredAt {
            reasons.append(Reason(TouchReason.followUpUsed, day("date", used)))
        }
        return reasons
    }
}

extension Activity {
    /// Whether the customer answers a survey by it, or says how `gift` was liked.
    fileprivate func answers(_ gift: Gift.ID?) -> Bool {
        switch self {
        case .surveyAnswer: true
        case .giftFeedback(let feedback): feedback.gift == gift
        default: false
        }
    }
}

extension GrantState {
    /// Whether a gift that is so came to nothing.
    fileprivate var isNothing: Bool {
        switch self {
        case .returned, .restocked, .discarded, .lost, .writtenOff: true
        default: false
        }
    }

    /// Whether a gift that is so may still come to `state`.
    fileprivate func mayCome(to state: GrantState) -> Bool {
        var reached: [GrantState] = next
        var index = 0
        while index < reached.count {
            if reached[index] == state { return true }
            reached += reached[index].next.filter { !reached.contains($0) }
            index += 1
        }
        return false
    }
}
