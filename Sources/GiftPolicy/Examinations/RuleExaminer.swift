import GiftModel
import Segmentation

/// Asks one rule about one customer everything that can be asked.
struct RuleExaminer {
    private let question: RuleQuestion
    private let outcome: TriggerOutcome
    private let guarding: GuardVerdict?

    init(_ index: Int, of customer: DecisionCase) {
        self.question = RuleQuestion(index, of: customer, tells: true)
        self.outcome = question.rule.trigger.outcome(in: customer.customer)
        self.guarding = customer.guards?.verdict(on: question.rule.occasion, by: question.rule.id)
    }

    private var rule: Rule { question.rule }
    private var policy: Policy { question.policy }
    private var asked: DecisionCase { question.customer }
    private var customer: CustomerCase { asked.customer }
    private var due: TriggerOutcome.Due? { if case .due(let due) = outcome { due } else { nil } }

    /// All checks but that of the conflict group.
    var checks: [RuleCheck] {
        let turn = [RuleCheck(.day, .passes), ruleSwitch, trigger, schedule, condition]
        guard let selection = rule.selection else {
            return turn
                + RuleCheck.Subject.allCases.dropFirst(turn.count).dropLast()
                .map { $0 == .experiment ? experiment : $0 == .holdOuts ? holdOuts : RuleCheck($0, .notAsked) }
        }
        return turn + [givenBefore, rest, guards, quietTimes, caps, experiment] + gifts(of: selection) + [holdOuts]
    }

    private var ruleSwitch: RuleCheck {
        guard let silence = customer.silence(of: rule.id) else { return RuleCheck(.ruleSwitch, .passes) }
        return RuleCheck(.ruleSwitch, .fails, [silence], earliest: customer.nextSwitch(of: rule.id))
    }

    private var trigger: RuleCheck {
        switch outcome {
        case .due(let due): RuleCheck(.trigger, .passes, [due.reason])
        case .notDue(let reason, let earliest): RuleCheck(.trigger, .fails, [reason], earliest: earliest)
        case .unknown(let reason, let earliest): RuleCheck(.trigger, .unknown, [reason], earliest: earliest)
        }
    }

    private var schedule: RuleCheck {
        switch rule.schedule?.outcome(at: customer.clock, workCalendar: customer.circumstances.workCalendar) {
        case nil, .open?: RuleCheck(.schedule, .passes)
        case .unknown(let reason)?: RuleCheck(.schedule, .unknown, [reason])
        case .closed(let reason, let earliest)?:
            RuleCheck(
                .schedule,
                .fails,
                [reason],
                earliest: due.map { due in earliest.flatMap(due.opening) } ?? earliest
            )
        }
    }

    private var condition: RuleCheck {
        let answer = question.conditionAnswer
        let place = policy.document.place(ofConditionsAt:)
        let comparisons = answer.comparisons.map { $0.moved(to: place($0.path)) }
        guard answer.truth != .holds else {
            return RuleCheck(.condition, .passes, answer.reasons, comparing: comparisons)
        }
        return RuleCheck(
            .condition,
            answer.truth == .fails ? .fails : .unknown,
            answer.reasons,
            earliest: answer.nextPossibleChange.map(customer.clock.start),
            comparing: comparisons,
            turns: answer.turns.turns.map { .customer($0.moved(by: place)) }
        )
    }

    /// What was planned for this customer on the occasion of the rule.
    private var earlier: [GrantTerms] {
        customer.facts.standing.filter { $0.occurrence.occasion == rule.occasion }
    }

    private var givenBefore: RuleCheck {
        guard let due else { return RuleCheck(.givenBefore, .notAsked) }
        let occurrence = Occurrence(of: rule.occasion, for: customer.profile.customer, term: due.term)
        guard let given = earlier.filter({ $0.occurrence == occurrence }).map(\.plannedFor).max() else {
            return RuleCheck(.givenBefore, .passes)
        }
        let reason = Reason(PolicyReason.alreadyGiven, Fact("date", .date(given)))
        return RuleCheck(.givenBefore, .fails, [reason], earliest: due.next)
    }

    private var rest: RuleCheck {
        guard let restDays = rule.restDays, let last = earlier.map(\.plannedFor).max() else {
            return RuleCheck(.rest, .passes)
        }
        let days = Int64(last.days(until: customer.today))
        guard days < restDays else { return RuleCheck(.rest, .passes) }
        return RuleCheck(
            .rest,
            .fails,
            [Reason(PolicyReason.resting, Fact("date", .date(last)), Fact("limit", .days(restDays)))],
            earliest: last.adding(days: Int(restDays)).map(customer.clock.start),
            // A gift that is planned ahead leaves no time to rest at all.
            turns: days > 0 ? [.rest(atMostDays: days)] : []
        )
    }

    private var guards: RuleCheck {
        guard let guarding else { return RuleCheck(.guards, .passes) }
        guard !guarding.isAllowed else { return RuleCheck(.guards, .passes, guarding.reasons) }
        let answer: RuleCheck.Answer = guarding.failed.contains { $0.answer == .forbids } ? .fails : .unknown
        let earliest = asked.guards.flatMap { $0.opening(of: guarding) }
        return RuleCheck(.guards, answer, guarding.reasons, earliest: earliest)
    }

    private var quietTimes: RuleCheck {
        guard let due else { return RuleCheck(.quietTimes, .notAsked) }
        return switch customer.quiet.dispatch(dueAt: customer.now, until: due.until) {
        case .never(let reason): RuleCheck(.quietTimes, .fails, [reason], earliest: due.next)
        case .at(_, let delay): RuleCheck(.quietTimes, .passes, [delay].compactMap(\.self))
        }
    }

    private var caps: RuleCheck {
        let verdict = asked.caps.verdict(on: Approach(by: rule.id, on: rule.occasion, at: customer.clock.now))
        return check(.caps, verdict, earliest: verdict.earliest)
    }

    private func check(_ subject: RuleCheck.Subject, _ verdict: CapVerdict, earliest: Moment?) -> RuleCheck {
        let reasons = verdict.reasons(calling: policy.name(ofRule:))
        guard !verdict.isAllowed else { return RuleCheck(subject, .passes, reasons) }
        return RuleCheck(
            subject,
            .fails,
            reasons,
            earliest: earliest,
            turns: [verdict.turn].compactMap(\.self)
        )
    }

    /// The gifts that fit, and what guards and caps say of them.
    private func gifts(of selection: GiftSelection) -> [RuleCheck] {
        let notAsked = [RuleCheck(.giftGuards, .notAsked), RuleCheck(.giftCaps, .notAsked)]
        let catalog = customer.circumstances.catalog
        guard catalog.currency == policy.document.tiers.currency else {
            let found = Fact("catalog", .code(catalog.currency.code))
            let expected = Fact("policy", .code(policy.document.tiers.currency.code))
            return [RuleCheck(.gifts, .fails, [Reason(PolicyReason.catalogCurrency, found, expected)])] + notAsked
        }
        var menus = GiftMenus()
        let isPersonalized = guarding?.isPersonalized ?? true
        let (fitting, lawful) = (RuleCheck(.gifts, .passes), RuleCheck(.giftGuards, .passes))
        switch question.gifts(isPersonalized: isPersonalized, choosingFrom: &menus) {
        case .offered(_, let allowed):
            let capping = allowed.first.isAllowed ? allowed.first.reasons(calling: policy.name) : []
            return [fitting, lawful, RuleCheck(.giftCaps, .passes, capping)]
        case .refused(let obstacles):
            let earliest = question.opening(behind: obstacles)
            guard let first = obstacles.first else {
                let isKnown = customer.profile.tier?.isDetermined ?? false
                let reasons =
                    [policy.absence(of: rule, selection, in: customer)] + policy.obstacles(to: rule, in: customer)
                return [RuleCheck(.gifts, isKnown ? .fails : .unknown, reasons, earliest: earliest)] + notAsked
            }
            guard let allowed = first.allowed else {
                let reasons = first.lawful.verdicts.first?.reasons ?? []
                return [fitting, RuleCheck(.giftGuards, .fails, reasons, earliest: earliest), notAsked[1]]
            }
            return [fitting, lawful, check(.giftCaps, allowed.first, earliest: earliest)]
        }
    }

    private var experiment: RuleCheck {
        let treatment = asked.treatment(by: rule)
        guard case .arm = treatment.exposed else { return RuleCheck(.experiment, .passes) }
        return RuleCheck(.experiment, treatment.isWithheld ? .fails : .passes, [treatment.reason].compactMap(\.self))
    }

    private var holdOuts: RuleCheck {
        let treatment = asked.treatment(by: rule)
        guard case .withheld = treatment.exposed else { return RuleCheck(.holdOuts, .passes, question.exemptions) }
        return RuleCheck(.holdOuts, .fails, [treatment.reason].compactMap(\.self))
    }

    /// What the conflict group says, after what the other `checks` did.
    func group(after checks: [RuleCheck], in decision: Decision) -> RuleCheck {
        guard let group = policy.document.groups.first(where: { $0.rules.contains(rule.id) }) else {
            return RuleCheck(.group, .passes)
        }
        guard rule.selection != nil, !checks.contains(where: \.isObstacle) else { return RuleCheck(.group, .notAsked) }
        guard let refusal = decision.refusals.first(where: { $0.rule == rule.id }) else {
            return RuleCheck(.group, .passes)
        }
        let holders = policy.document.rules.filter { holder in
            group.rules.contains(holder.id) && decision.candidates.contains { $0.rule == holder.id }
        }
        let needed = group.keeping == .best ? nil : Rank.last(of: holders.map(Rank.init))?.needed(by: rule.id)
        return RuleCheck(
            .group,
            .fails,
            refusal.reasons,
            earliest: refusal.earliest,
            turns: needed.map { [.priority(atLeast: $0)] } ?? []
        )
    }
}
