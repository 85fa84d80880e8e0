import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import GiftTesting
import Segmentation
import Testing

@Suite struct `The examination of a rule` {
    private static func examined(_ seed: Int) -> (decision: Decision, examinations: [RuleExamination]) {
        var random = SeededGenerator(seed: UInt64(seed))
        let person = Person.random(using: &random)
        let decision = PolicySamples.policy(seed)
            .decision(for: person.facts(), under: PolicySamples.circumstances(seed))
        return (decision, decision.examinations)
    }

    // MARK: the same answer as the decision

    @Test func `R-POL-11 Says what the decision says, for whatever policy and customer`() throws {
        var seen: Set<RuleCheck.Subject> = []
        for seed in 0..<300 {
            let (decision, examinations) = Self.examined(seed)
            #expect(examinations.count == decision.candidates.count + decision.refusals.count)
            for examination in examinations {
                let rule = examination.rule
                #expect(examination.checks.map(\.subject) == RuleCheck.Subject.allCases)
                #expect(decision.examination(of: rule) == examination)
                guard let refusal = decision.refusals.first(where: { $0.rule == rule }) else {
                    #expect(examination.obstacles.isEmpty, "seed \(seed), \(rule)")
                    #expect(examination.checks.allSatisfy { $0.answer == .passes })
                    continue
                }
                let first = try #require(examination.obstacles.first, "seed \(seed), \(rule)")
                seen.insert(first.subject)
                let condition = try #require(examination[.condition])
                let beside = [.trigger, .schedule].contains(first.subject) && condition.isObstacle
                #expect(first.subject.refusal == refusal.kind)
                #expect(first.reasons + (beside ? condition.reasons : []) == refusal.reasons, "seed \(seed), \(rule)")
                #expect(first.earliest == refusal.earliest, "seed \(seed), \(rule)")
            }
        }
        // What is left is tried below.
        #expect(
            seen.isSuperset(of: [
                .ruleSwitch, .trigger, .schedule, .condition, .givenBefore, .rest, .guards, .caps, .gifts, .giftGuards,
                .giftCaps, .holdOuts, .group,
            ]),
            "\(Set(RuleCheck.Subject.allCases).subtracting(seen))"
        )
    }

    @Test func `R-POL-11 Asks every check behind the first that fails, and leaves out what cannot be asked`() {
        var behind: Set<RuleCheck.Subject> = []
        for seed in 0..<300 {
            for examination in Self.examined(seed).examinations {
                behind.formUnion(examination.obstacles.dropFirst().map(\.subject))
                for check in examination.checks where check.answer == .notAsked {
                    #expect(check.reasons.isEmpty && check.turns.isEmpty && check.earliest == nil)
                    switch check.subject {
                    case .givenBefore, .quietTimes: #expect(examination[.trigger]?.isObstacle == true)
                    case .giftGuards, .giftCaps:
                        #expect(examination[.gifts]?.isObstacle == true || examination[.giftGuards]?.isObstacle == true)
                    case .group: #expect(!examination.obstacles.isEmpty)
                    default: Issue.record("\(check.subject) can always be asked")
                    }
                }
            }
        }
        #expect(behind.isSuperset(of: [.schedule, .condition, .rest, .guards, .caps, .gifts, .holdOuts]))
    }

    @Test func `R-POL-11 Is of the customer's day alone where that is not known`() throws {
        let facts = Shop.facts([("2011-12-01", 1_00)])
        let decision = Shop.policy()
            .decision(for: facts, under: Circumstances(at: Person.now, giving: Shop.gifts, in: []))
        let examination = try #require(decision.examination(of: "welcome"))
        #expect(examination.obstacles.map(\.subject) == [.day])
        #expect(examination.obstacles[0].answer == .unknown)
        #expect(examination.obstacles[0].reasons == decision.refusals[0].reasons)
        #expect(examination.checks.dropFirst().allSatisfy { $0.answer == .notAsked })
        #expect(decision.examinations.count == 3)
        #expect(decision.examination(of: "r-9") == nil)
        #expect(Shop.policy().decision(for: facts, choosingFrom: Shop.gifts).examination(of: "r-9") == nil)
    }

    // MARK: conditions

    private static let wakeUp = PolicySamples.rule(
        "wake-up",
        .periodic(PeriodicTrigger(.calendarYear)),
        .all([
            .daysSinceLastPurchase(.above, 90), .amount(.sales, .atLeast, money("20000.00 EUR")),
            .count(.complaints, .equal, 0),
        ]),
        1
    )

    private func wakeUp(lastOrder date: String, _ cents: Int64) -> Decision {
        let known = Shop.facts([(date, cents)], asOf: Person.today)
        var attributes = known.attributes
        attributes.complaints = DailyCounts()
        let facts = CustomerFacts(profile: known.profile, attributes: attributes)
        let policy = Shop.policy { $0.rules = [Shop.welcome, Self.wakeUp] }
        return policy.decision(for: facts, under: Circumstances(at: Person.now, giving: Shop.gifts, in: Zones.all))
    }

    @Test func `R-POL-11 I148 Tells every comparison with what is the case and how far that is, and when it fires`()
        throws
    {
        // 88 days before.
        let decision = wakeUp(lastOrder: "2026-04-04", 26_000_00)
        let examination = try #require(decision.examination(of: "wake-up"))
        let condition = try #require(examination[.condition])
        #expect(
            condition.comparisons.map(\.path) == ["/rules/1/when/all/0", "/rules/1/when/all/1", "/rules/1/when/all/2"]
        )
        #expect(condition.comparisons.map(\.truth) == [.fails, .holds, .holds])
        #expect(condition.comparisons.map(\.actual) == [.days(88), .money(money("26000.00 EUR")), .number(0)])
        #expect(condition.comparisons.map(\.distance) == [.days(3), nil, nil])
        #expect(examination.isNearMiss)
        #expect(examination.obstacles.map(\.subject) == [.condition])
        let earliest = try #require(condition.earliest)
        #expect(earliest.day == day("2026-07-04"))
        let turn = try #require(condition.turns.last)
        guard case .customer(let change) = turn else { return #expect(Bool(false)) }
        #expect(change.changes.map(\.needed) == [.daysSinceLastPurchase(.equal, 91)])
        #expect(change.changes.flatMap(\.paths) == ["/rules/1/when/all/0"])
        #expect(condition.turns.dropLast() == [.waiting(until: earliest)])
        // It fires then, and not the day before.
        #expect(wakeUp(lastOrder: "2026-04-02", 26_000_00).refusal(of: "wake-up") != nil)
        #expect(wakeUp(lastOrder: "2026-04-01", 26_000_00).refusal(of: "wake-up") == nil)
    }

    @Test func `R-POL-11 Is no near miss where two comparisons fail, or another check does`() throws {
        let two = try #require(wakeUp(lastOrder: "2026-04-04", 26_00).examination(of: "wake-up"))
        #expect(!two.isNearMiss)
        #expect(two[.condition]?.comparisons.map(\.truth) == [.fails, .fails, .holds])
        let welcome = try #require(wakeUp(lastOrder: "2026-04-04", 26_000_00).examination(of: "welcome"))
        #expect(!welcome.isNearMiss)
        #expect(welcome.obstacles.map(\.subject) == [.trigger, .condition])
        let fires = try #require(wakeUp(lastOrder: "2026-01-01", 26_000_00).examination(of: "wake-up"))
        #expect(!fires.isNearMiss && fires.obstacles.isEmpty)
        #expect(fires[.condition]?.comparisons.count == 3)
    }

    // MARK: the smallest changes

    @Test func `R-POL-11 I149 Names what would turn a rule that caps suppress: waiting, its priority, the cap`() {
        let clock = Clocks.clock("2026-05-01T02:00:00Z")
        func due(_ rule: RuleReference.ID, _ priority: Int64) -> DueRule {
            DueRule(rule, priority: priority, by: .gift(nil, of: nil), at: clock.now)
        }
        func selection(_ priority: Int64, _ count: Int64, _ rule: RuleReference.ID = "spendUpgrade") -> RuleSelection {
            let book = CapBook(
                [Cap(id: "all", atMost: count, of: .gifts, in: .rolling(days: 30))],
                at: clock,
                after: []
            )
            return RuleSelection(of: [due("birthday", 80), due(rule, priority)], within: book, groups: [])
        }
        let turns = selection(60, 1).turns(of: "spendUpgrade")
        #expect(
            turns == [
                .waiting(until: clock.moment("2026-05-31T02:00:00Z")), .priority(atLeast: 81),
                .caps([RuleTurn.CapRoom(cap: "all", atLeast: 2)]),
            ]
        )
        #expect(selection(60, 1).turns(of: "birthday").isEmpty)
        #expect(selection(60, 1).turns(of: "r-9").isEmpty)
        // Each of them is enough, and nothing less is.
        #expect(selection(80, 1).selected.map(\.rule) == ["birthday"])
        #expect(selection(81, 1).selected.map(\.rule) == ["spendUpgrade"])
        #expect(selection(60, 2).suppressed.isEmpty)
        // A smaller name goes first by itself where priorities are equal.
        #expect(selection(60, 1, "anniversary").turns(of: "anniversary")[1] == .priority(atLeast: 80))
        #expect(selection(80, 1, "anniversary").selected.map(\.rule) == ["anniversary"])
    }

    @Test func `R-POL-11 Names no priority where there is none so high, or earlier gifts fill the cap`() {
        let clock = Clocks.clock("2026-05-01T02:00:00Z")
        let due = [("a", 100), ("b", 60)]
            .map { DueRule(RuleReference.ID($0.0)!, priority: Int64($0.1), by: .gift(nil, of: nil), at: clock.now) }
        let cap = Cap(id: "all", atMost: 1, of: .gifts, in: .rolling(days: 30))
        let given = Approach(.gift("cup", of: .physical), by: nil, at: clock.moment("2026-04-30T02:00:00Z"))
        let free = RuleSelection(of: due, within: CapBook([cap], at: clock, after: []), groups: [])
        #expect(free.turns(of: "b").count == 2)
        let full = RuleSelection(of: due, within: CapBook([cap], at: clock, after: [given]), groups: [])
        #expect(
            full.turns(of: "b") == [
                .waiting(until: clock.moment("2026-05-30T02:00:00Z")),
                .caps([RuleTurn.CapRoom(cap: "all", atLeast: 2)]),
            ]
        )
    }

    /// The policy of a seed with one thing changed.
    private static func changed(_ policy: Policy, _ rule: Rule.ID, by turn: RuleTurn, less: Int64) -> Policy? {
        var document = policy.document
        guard let index = document.rules.firstIndex(where: { $0.id == rule }) else { return nil }
        let old = document.rules[index]
        func rebuilt(priority: Int64? = nil, restDays: Int64?) -> Rule {
            var rule = Rule(
                id: old.id,
                name: old.name,
                occasion: old.occasion,
                goal: old.goal,
                priority: priority ?? old.priority,
                on: old.trigger,
                at: old.schedule,
                when: old.condition,
                restDays: restDays,
                giving: old.selection
            )
            rule.arm = old.arm
            return rule
        }
        switch turn {
        case .priority(let priority):
            document.rules[index] = rebuilt(priority: priority - less, restDays: old.restDays)
        case .rest(let days): document.rules[index] = rebuilt(restDays: days + less)
        case .caps(let rooms):
            document.caps = document.caps.map { cap in
                guard let room = rooms.first(where: { $0.cap == cap.id }) else { return cap }
                var raised = Cap(id: cap.id, atMost: room.atLeast - less, of: cap.scope, in: cap.window)
                (raised.states, raised.exempt, raised.afterDispleasure) = (cap.states, cap.exempt, cap.afterDispleasure)
                return raised
            }
        default: return nil
        }
        return try? Policy(validating: document)
    }

    @Test func `R-POL-11 Names changes to the policy of which each is enough for its check, and nothing less is`()
        throws
    {
        var tried: [RuleCheck.Subject: Int] = [:]
        for seed in 0..<300 {
            var random = SeededGenerator(seed: UInt64(seed))
            let (policy, facts) = (PolicySamples.policy(seed), Person.random(using: &random).facts())
            let circumstances = PolicySamples.circumstances(seed)
            for examination in policy.decision(for: facts, under: circumstances).examinations {
                for check in examination.obstacles {
                    for turn in check.turns {
                        for less in [Int64(0), 1] {
                            guard let other = Self.changed(policy, examination.rule, by: turn, less: less) else {
                                continue
                            }
                            let decision = other.decision(for: facts, under: circumstances)
                            let after = try #require(decision.examination(of: examination.rule)?[check.subject])
                            #expect(after.isObstacle == (less == 1), "seed \(seed), \(check.subject), \(turn)")
                            tried[check.subject, default: 0] += 1
                        }
                    }
                }
            }
        }
        for subject in [RuleCheck.Subject.rest, .caps, .group] {
            #expect(tried[subject, default: 0] >= 2, "\(subject)")
        }
    }

    @Test func `R-POL-11 Names a moment that is never late: until then the check does not pass`() throws {
        let dates = ["2026-01-10", "2026-05-20"]
            .map { start in (0...12).compactMap { day(start).adding(days: $0 * 5) } }
        let known = Dictionary(
            uniqueKeysWithValues: dates.joined()
                .map { ($0, Shop.facts([("2025-11-02", 600_00), ("2026-01-05", 2_000_00)], asOf: $0)) }
        )
        var tried: Set<RuleCheck.Subject> = []
        for seed in stride(from: 0, to: 300, by: 2) {
            let policy = PolicySamples.policy(seed)
            for days in dates {
                let examinations = days.map { date in
                    let noon = Timestamp(date, at: TimeOfDay(hour: 12, minute: 0)!, in: .utc)
                    let circumstances = Circumstances(at: noon, giving: Shop.gifts, in: Zones.all)
                    return policy.decision(for: known[date]!, under: circumstances).examinations
                }
                for (index, first) in examinations[0].enumerated() {
                    for check in first.obstacles where check.answer == .fails {
                        // Of an occasion that has come round, a schedule says when it opens for that or the next.
                        if check.subject == .schedule, first[.trigger]?.isObstacle == false { continue }
                        for (date, later) in zip(days, examinations).dropFirst()
                        where later[index][check.subject]?.answer == .passes {
                            let earliest = try #require(check.earliest, "seed \(seed), \(check.subject), \(date)")
                            #expect(earliest.day <= date, "seed \(seed), \(check.subject)")
                            tried.insert(check.subject)
                        }
                    }
                }
            }
        }
        #expect(tried.isSuperset(of: [.trigger, .schedule, .condition]))
    }

    @Test func `R-POL-11 Tells of gifts when one may be given again, and when the customer is old enough`() throws {
        func gifts(_ change: (inout Gift) -> Void, repeatDays: Int64? = nil) throws -> RuleCheck {
            var gift = Shop.gift("cup", "4.00 EUR")
            change(&gift)
            var record = CustomerRecord(of: "c-1")
            record.birthday = .solar("2009-07-20")
            let known = Shop.facts([("2026-06-01", 10_00)], asOf: Person.today)
            let facts = CustomerFacts(
                profile: known.profile,
                attributes: known.attributes,
                grants: [Shop.grant(.birthday, on: "2026-06-15", then: [.approved])],
                record: record
            )
            let rule = PolicySamples.rule("r-0", .periodic(PeriodicTrigger(.calendarYear)), .all([]), 1)
            var selection = GiftSelection(from: money("0.00 EUR"), through: money("25.00 EUR"))
            selection.repeatDays = repeatDays
            let policy = Shop.policy {
                $0.caps = []
                $0.rules = [
                    Rule(
                        id: "r-0",
                        name: rule.name,
                        occasion: .specialEvent,
                        goal: .loyalty,
                        priority: 1,
                        on: rule.trigger,
                        when: .all([]),
                        giving: selection
                    )
                ]
            }
            let circumstances = Circumstances(at: Person.now, giving: Shop.catalog([gift]), in: Zones.all)
            let decision = policy.decision(for: facts, under: circumstances)
            let check = try #require(decision.examination(of: "r-0")?[.gifts])
            #expect(check.earliest == decision.refusal(of: "r-0")?.earliest)
            return check
        }
        #expect(try gifts({ _ in }).answer == .passes)
        #expect(try gifts({ _ in }, repeatDays: 20).earliest?.day == day("2026-07-05"))
        #expect(try gifts { $0.restrictions = GiftRestrictions(minimumAge: 17)! }.earliest?.day == day("2026-07-20"))
        let both = try gifts({ $0.restrictions = GiftRestrictions(minimumAge: 17)! }, repeatDays: 20)
        #expect(both.earliest?.day == day("2026-07-20"))
        #expect(both.reasons.count == 3)
        // Waiting does not help against the rest.
        let abroad = GiftRestrictions(minimumAge: 17, exceptRecipients: [.publicOfficial])!
        #expect(try gifts { $0.restrictions = abroad }.earliest == nil)
        #expect(try gifts { $0.restrictions = abroad }.answer == .fails)
    }

    @Test func `R-POL-11 Tells of a schedule when it opens while the occasion lasts, or else when that comes next`()
        throws
    {
        func schedule(_ birthday: String) throws -> (check: RuleCheck, refusal: Refusal) {
            // Fridays only, and 2026-07-01 is a Wednesday.
            let rule = PolicySamples.rule(
                "r-0",
                .birthday(BirthdayTrigger(on: .around(from: -3, through: 3))),
                .all([]),
                4
            )
            var person = Person()
            person.record.birthday = .solar(birthday)
            let circumstances = Circumstances(at: Person.now, giving: Shop.gifts, in: Zones.all)
            let decision = Shop.policy { $0.rules = [rule] }.decision(for: person.facts(), under: circumstances)
            return (
                try #require(decision.examination(of: "r-0")?[.schedule]), try #require(decision.refusal(of: "r-0"))
            )
        }
        for (birthday, earliest) in [
            ("1990-07-02", "2026-07-03"), ("1990-06-28", "2027-06-25"), ("1990-12-24", "2026-07-03"),
        ] {
            let found = try schedule(birthday)
            #expect(found.check.answer == .fails)
            #expect(found.check.earliest?.day == day(earliest))
            if birthday != "1990-12-24" { #expect(found.refusal.earliest == found.check.earliest) }
        }
    }

    @Test func `R-POL-11 Tells that quiet times outlast the occasion`() throws {
        let policy = Shop.policy {
            $0.rules = [
                PolicySamples.rule("r-0", .cart(CartTrigger(untouchedMinutes: 120, withinHours: 4)), .all([]), 1)
            ]
            $0.quietTimes = QuietTimes(
                QuietHours(from: TimeOfDay("10:00:00")!, until: TimeOfDay("15:00:00")!)!,
                by: .customer
            )
        }
        var person = Person()
        person.carts = [Did.cart("pot", 1, "60.00 EUR", Person.now.later(-3 * Timestamp.hour))]
        let circumstances = Circumstances(at: Person.now, giving: Shop.gifts, in: Zones.all)
        let decision = policy.decision(for: person.facts(), under: circumstances)
        let examination = try #require(decision.examination(of: "r-0"))
        #expect(examination.obstacles.map(\.subject) == [.quietTimes])
        #expect(examination.obstacles[0].reasons == decision.refusal(of: "r-0")?.reasons)
        #expect(examination.obstacles[0].subject.refusal == decision.refusal(of: "r-0")?.kind)
    }

    // MARK: words

    @Test func `R-POL-11 Reads in both languages, check by check`() throws {
        let facts = Shop.facts([("2011-08-01", 100_00)])
        let policy = Shop.policy { $0.rules = [Shop.welcome] }
        let decision = policy.decision(for: facts, choosingFrom: Shop.gifts)
        let examination = try #require(decision.examination(of: "welcome"))
        #expect(
            examination.checks.map { $0.text(in: .english) } == [
                "customer's day: passed", "switch: passed",
                "trigger: failed (first order 131 days ago, longer than 30 days)", "schedule: passed",
                "condition: failed (stage is Dormant, asked for: exactly New)", "given before: not asked",
                "rest after a gift: passed", "guards: passed", "quiet times: not asked",
                "caps: passed (0 of at most 1 gifts in any 30 days (gifts): room for one more)", "experiment: passed",
                "gifts: passed",
                "guards on gifts: passed",
                "caps on gifts: passed (0 of at most 1 gifts in any 30 days (gifts): room for one more)",
                "hold-outs: passed", "conflict group: passed",
            ]
        )
        #expect(examination.checks[2].text(in: .chinese) == "触发：未通过（首单距今131天，已超过30天）")
        #expect(
            examination[.condition]?.turns.map(\.sentence.english) == [
                "wait until 2012-08-01", "if the customer had stage exactly New",
            ]
        )
        #expect(examination[.condition]?.turns.map(\.sentence.chinese) == ["等到2012-08-01", "若客户阶段等于新客"])
    }

    @Test func `R-POL-11 Has words for every check, answer and change, and no two alike`() {
        for language in Language.allCases {
            #expect(
                Set(RuleCheck.Subject.allCases.map { $0.title[language] }).count == RuleCheck.Subject.allCases.count
            )
            #expect(Set(RuleCheck.Answer.allCases.map { $0.title[language] }).count == RuleCheck.Answer.allCases.count)
            let turns: [RuleTurn] = [
                .waiting(until: Moment(Person.now, on: Person.today)), .priority(atLeast: 81), .priority(atLeast: 82),
                .caps([RuleTurn.CapRoom(cap: "a", atLeast: 2)]), .rest(atMostDays: 3),
                .caps([RuleTurn.CapRoom(cap: "a", atLeast: 2), RuleTurn.CapRoom(cap: "b", atLeast: 2)]),
            ]
            #expect(Set(turns.map { $0.sentence[language] }).count == turns.count)
        }
        #expect(RuleTurn.priority(atLeast: 81).sentence.english == "a priority of 81 or higher")
        #expect(RuleTurn.rest(atMostDays: 1).sentence.chinese == "间隔不超过1天")
    }
}

extension RuleSelection {
    /// What would turn a rule that caps suppress; nothing for one that is selected or did not come round.
    fileprivate func turns(of rule: RuleReference.ID) -> [RuleTurn] {
        guard case .caps(let verdict) = suppressed.first(where: { $0.due.rule == rule })?.cause else { return [] }
        return verdict.turns(of: rule, beside: selected)
    }
}
