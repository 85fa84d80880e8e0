import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import GiftTesting
import Segmentation

/// A policy of many rules, a customer and the circumstances, made up from a seed, with more of everything than the
/// small policies have: touches, tasks, follow-ups, guards, caps and groups.
struct SampleScene {
    let document: PolicyDocument
    let facts: CustomerFacts
    let circumstances: Circumstances

    init(_ seed: Int, groups hasGroups: Bool = true) {
        var random = SeededGenerator(seed: UInt64(seed))
        var person = Person.random(using: &random)
        if seed % 4 != 0 {
            // Nothing is known against this one.
            (person.grants, person.complaints, person.feedback) = ([], [], [])
            person.record.birthday = .solar("1970-12-24")
            person.consents = Guarded.consents([.marketing, .giftDelivery, .personalization, .surveys])
        }
        self.facts = Self.facts(of: person)
        var circumstances = PolicySamples.circumstances(seed)
        circumstances.rates = [
            Guarded.rate(.usd, .eur, "9/10", on: "2026-06-30"), Guarded.rate(.usd, .eur, "8/10", on: "2026-06-20"),
            Guarded.rate(.cny, .eur, "1/8", on: "2026-06-30"),
        ]
        circumstances.switches.add(RuleSwitch("r-3", to: seed % 5 == 2 ? .stopped : .started, at: Person.now.later(-5)))
        circumstances.switches.add(RuleSwitch("r-3", to: .started, at: Person.now.later(-9)))
        self.circumstances = circumstances

        func some<Value>(_ values: [Value]) -> Value { values.randomElement(using: &random)! }
        let conditions = PolicySamples.conditions + Array(repeating: .all([]), count: PolicySamples.conditions.count)
        let due = [PolicySamples.triggers[0], PolicySamples.triggers[1], PolicySamples.triggers[2]]
        var rules = (0..<6)
            .map { number -> Rule in
                let trigger = Bool.random(using: &random) ? some(due) : some(PolicySamples.triggers)
                var rule = PolicySamples.rule(
                    "r-\(number)",
                    trigger,
                    some(conditions),
                    Int.random(in: 0..<60, using: &random)
                )
                if number < 3 {
                    rule.touches = [Self.touch([.greeting, .reminder, .survey][number], by: [.email, .textMessage])]
                    let survey = Self.touch(.survey, by: [.email])
                    rule.followUps = [FollowUpStep(id: "thanks", after: .approved, hours: 24, .touch(survey))]
                }
                if number == 1 { rule.tasks = [StaffTask("call", for: .adviser, by: .telephone, withinHours: 48)] }
                return rule
            }
        rules.shuffle(using: &random)
        var document = PolicySamples.policy(seed).document
        document.rules = rules
        var guards: [Guard] = []
        for _ in 0..<4 {
            guard let source = some(PolicySamples.guards), !guards.contains(where: { $0.id == source.id }) else {
                continue
            }
            guards.append(source)
        }
        document.guards = guards
        document.caps = seed % 3 == 0 ? some(PolicySamples.caps) : []
        document.caps.append(Cap(id: "week", atMost: 9, of: .everything, in: .rolling(days: 7)))
        document.approvals = [
            ApprovalRule(id: "much", atLeast: money("5.00 EUR"), by: [.manager], validDays: 30),
            ApprovalRule(id: "more", atLeast: money("15.00 EUR"), by: [.manager], validDays: 30),
        ]
        document.groups =
            hasGroups
            ? [
                ConflictGroup(id: "g", keeping: some([.first, .best, .stack(1)]), of: ["r-0", "r-1"]),
                ConflictGroup(id: "h", keeping: some([.first, .best, .stack(2)]), of: ["r-2", "r-3", "r-4"]),
            ] : []
        self.document = document
    }

    init(document: PolicyDocument, facts: CustomerFacts, circumstances: Circumstances) {
        self.document = document
        self.facts = facts
        self.circumstances = circumstances
    }

    private static func touch(_ kind: TouchKind, by channels: [ContactChannel]) -> TouchPlan {
        var touch = TouchPlan(kind, by: channels)
        touch.content = "words"
        return touch
    }

    /// Somebody of whom everything is told more than once.
    private static func facts(of person: Person) -> CustomerFacts {
        var facts = person.facts()
        facts.touches += [
            Touch(id: "m-3", by: .email, sentAt: Person.now.later(-3 * Timestamp.day), as: .greeting),
            Touch(id: "m-4", by: .weChat, sentAt: Person.now.later(-6 * Timestamp.day), as: .reminder),
        ]
        facts.tasks = [
            AssignedTask(id: "t-1", at: Person.now.later(-2 * Timestamp.day), by: .telephone, rule: "r-1"),
            AssignedTask(id: "t-2", at: Person.now.later(-4 * Timestamp.day), by: nil, rule: "r-2"),
        ]
        return facts
    }

    var policy: Policy { Shop.trapping { try Policy(validating: document) } }
    var decision: Decision { policy.decision(for: facts, under: circumstances) }
}

/// What a decision says, whatever version of a policy it is of and in whatever order its rules stand there.
struct SpokenDecision: Hashable {
    let candidates: [Candidate]
    let refusals: Set<Refusal>
    let earliest: [Rule.ID: Moment]
    let touches: [PlannedTouch]
    let tasks: [PlannedTask]
    let touchRefusals: [TouchRefusal]
    let followUps: [FollowUpFinding]
    let exposures: Set<Exposure>
    let duties: [ComplaintFinding]

    init(_ decision: Decision) {
        self.candidates = decision.candidates
        self.refusals = Set(decision.refusals)
        self.earliest = decision.refusals.reduce(into: [:]) { $0[$1.rule] = $1.earliest }
        self.touches = decision.touches
        self.tasks = decision.tasks
        self.touchRefusals = decision.touchRefusals
        self.followUps = decision.followUps
        self.exposures = Set(decision.exposures)
        self.duties = decision.duties
    }
}
