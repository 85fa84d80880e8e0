import GiftModel
import Segmentation

/// What rules call for in a decision beside gifts.
struct RuleCalls {
    private let asked: DecisionCase
    /// The rules whose turn has come and that call for something, in the order of the policy.
    private let calls: [Call]

    private struct Call {
        let rule: Rule
        let occurrence: Occurrence
        let until: Timestamp?
    }

    /// What comes of the calls.
    struct Answers {
        var touches: [PlannedTouch] = []
        var tasks: [PlannedTask] = []
        var refusals: [TouchRefusal] = []
        var followUps: [FollowUpFinding] = []
    }

    init(of asked: DecisionCase) {
        let policy = asked.policy
        self.asked = asked
        self.calls = policy.callers.compactMap { index in
            guard asked.refusal(ofOthersRuleAt: index) == nil else { return nil }
            let question = RuleQuestion(index, of: asked, tells: false)
            guard case .come(let due) = question.turn else { return nil }
            let customer = asked.customer.profile.customer
            return Call(
                rule: question.rule,
                occurrence: Occurrence(of: question.rule.occasion, for: customer, term: due.term),
                until: due.until
            )
        }
    }
}

extension RuleCalls {
    private var policy: Policy { asked.policy }
    private var now: Moment { asked.customer.clock.now }

    /// Whether there is nothing to ask about.
    var isEmpty: Bool { calls.isEmpty && !policy.hasFollowUps }

    /// Returns `candidates`, which have a gift to give, and all other rules in conflict groups that might go out by
    /// themselves.
    func due(and candidates: [DueRule]) -> [DueRule] {
        candidates
            + calls.filter { call in
                !candidates.contains { $0.rule == call.rule.id }
                    && policy.document.groups.contains { $0.rules.contains(call.rule.id) }
            }
            .compactMap { call in
                var alone = customer
                var answers = Answers()
                self.call(call, in: &alone, &answers)
                let way = answers.touches.first?.channel ?? answers.tasks.first?.task.channel
                guard !answers.touches.isEmpty || !answers.tasks.isEmpty else { return nil }
                return DueRule(
                    call.rule.id,
                    priority: call.rule.priority,
                    by: way.map(Approach.Way.touch) ?? .gift(nil, of: nil),
                    on: call.rule.occasion,
                    at: now
                )
            }
    }

    /// Returns what comes of all calls, by priority, when each of `candidates` is given where caps allow it.
    ///
    /// - Parameters:
    ///   - candidates: The rules that have a gift to give, by priority.
    ///   - losers: The rules that others of their conflict group outrank.
    func answers(beside candidates: [DueRule], held losers: [Rule.ID: LostPlace]) -> Answers {
        let grants = followed
        var answers = Answers()
        guard !calls.isEmpty || !grants.isEmpty else { return answers }
        var customer = customer
        let rules = Set(candidates.map(\.rule) + calls.map(\.rule.id) + grants.map(\.rule.id))
        let ordered = policy.document.rules.filter { rules.contains($0.id) }
            .sorted { $0.priority == $1.priority ? $0.id < $1.id : $0.priority > $1.priority }
        for rule in ordered {
            for (followed, grant) in grants where followed.id == rule.id {
                answers.followUps += customer.followUps(
                    of: grant,
                    by: rule.followUps,
                    under: policy.document.id,
                    unless: asked.customer.silence(of: rule.id)
                )
            }
            if let gift = candidates.first(where: { $0.rule == rule.id })?.approach,
                customer.book.verdict(on: gift).isAllowed
            {
                customer.add(gift)
            }
            guard let call = calls.first(where: { $0.rule.id == rule.id }) else { continue }
            if let place = losers[rule.id] {
                answers.refusals += refusals(of: call, outrankedIn: place)
            } else {
                self.call(call, in: &customer, &answers)
            }
        }
        return answers
    }

    /// The customer before any call.
    private var customer: TouchCase {
        let facts = asked.customer
        let guards =
            asked.guards
            ?? GuardCase(
                of: facts.facts,
                under: facts.circumstances,
                at: facts.clock,
                leapDay: policy.document.defaults.leapDay,
                before: policy.guards,
                answers: asked.answers
            )
        var customer = TouchCase(of: guards, leavingInPeace: facts.quiet, within: asked.caps)
        customer.holdOuts = policy.document.holdOuts
        for call in calls {
            let treatment = asked.treatment(by: call.rule)
            if case .arm = treatment.exposed, treatment.isWithheld {
                customer.otherArms[call.rule.id] = treatment.reason
            }
        }
        return customer
    }

    /// The customer's gifts of rules of this policy that have follow-up steps.
    private var followed: [(rule: Rule, grant: GiftGrant)] {
        guard policy.hasFollowUps else { return [] }
        return asked.customer.facts.grants.compactMap { grant in
            guard let reference = grant.terms?.rule, reference.policy.id == policy.document.id,
                let rule = policy.document.rules.first(where: { $0.id == reference.rule }), !rule.followUps.isEmpty
            else { return nil }
            return (rule, grant)
        }
    }

    private func origin(of call: Call) -> TouchOrigin {
        TouchOrigin(by: call.rule.id, on: call.occurrence, dueAt: now.instant, until: call.until)
    }

    private func call(_ call: Call, in customer: inout TouchCase, _ answers: inout Answers) {
        let origin = origin(of: call)
        for plan in call.rule.touches {
            switch customer.answer(to: plan, for: origin) {
            case .planned(let touch): answers.touches.append(touch)
            case .refused(let refusal): answers.refusals.append(refusal)
            }
        }
        for task in call.rule.tasks {
            switch customer.answer(to: task, for: origin) {
            case .planned(let task): answers.tasks.append(task)
            case .refused(let refusal): answers.refusals.append(refusal)
            }
        }
    }

    private func refusals(of call: Call, outrankedIn place: LostPlace) -> [TouchRefusal] {
        let subjects =
            call.rule.touches.map { TouchRefusal.Subject.touch($0.kind) }
            + call.rule.tasks.map { TouchRefusal.Subject.task($0.work) }
        return subjects.map { subject in
            TouchRefusal(
                subject: subject,
                origin: origin(of: call),
                kind: .suppressed,
                earliest: nil,
                cause: .group(place.group, heldBy: place.holders)
            )
        }
    }
}
