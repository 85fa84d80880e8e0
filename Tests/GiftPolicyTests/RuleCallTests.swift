import Foundation
import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import GiftTesting
import Segmentation
import Testing

@Suite struct `What rules call for beside gifts` {
    /// A reminder to those who have stayed away, who spent little: news once in a quarter, and no gift.
    private static let news = {
        var rule = Rule(
            id: "news",
            name: Shop.name("News"),
            occasion: .reactivation,
            goal: .repurchase,
            priority: 30,
            on: .inactive(moreThanDays: 90),
            when: .amount(.sales, .below, money("100.00 EUR"))
        )
        rule.touches = [.light(by: [.email])]
        rule.target = .repurchase
        return rule
    }()

    private static let consents = Guarded.consents([.marketing, .giftDelivery, .surveys], from: "2011-01-01")

    private static func facts(
        sales: Int64 = 50_00,
        last: String = "2011-06-01",
        asOf date: CalendarDate = Shop.today,
        touches: [Touch] = [],
        tasks: [AssignedTask] = [],
        grants: [GiftGrant] = [],
        consents: Consents? = consents
    ) -> CustomerFacts {
        let base = Shop.facts([(last, sales)], grants: grants, asOf: date)
        var facts = CustomerFacts(
            profile: base.profile,
            attributes: base.attributes,
            grants: grants,
            record: CustomerRecord(of: "c-1")
        )
        facts.touches = touches
        facts.tasks = tasks
        facts.consents = consents
        return facts
    }

    private func decision(
        _ rules: [Rule],
        for facts: CustomerFacts = facts(),
        _ change: (inout PolicyDocument) -> Void = { _ in }
    ) -> Decision {
        let policy = Shop.policy {
            $0.rules = rules
            change(&$0)
        }
        return policy.decision(for: facts, choosingFrom: Shop.gifts)
    }

    private func rule(
        _ id: Rule.ID,
        priority: Int64 = 50,
        occasion: Occasion = .reactivation,
        gift: Bool = false,
        _ change: (inout Rule) -> Void
    ) -> Rule {
        var rule = Rule(
            id: id,
            name: Shop.name(id.text),
            occasion: occasion,
            goal: .repurchase,
            priority: priority,
            on: .inactive(moreThanDays: 90),
            when: .all([]),
            giving: gift ? Shop.wakeUp.selection : nil
        )
        change(&rule)
        return rule
    }

    // MARK: Decisions

    @Test func `R-POL-13 R-POL-07 S05 Go to those who are not worth a gift, once in a calendar quarter and no gift`() {
        let rules = [Shop.wakeUp, Self.news]
        let rich = decision(rules, for: Self.facts(sales: 100_00))
        #expect(rich.candidates.map(\.rule) == ["wake-up"])
        #expect((rich.touches, rich.refusal(of: "news")?.kind) == ([], .notDue))
        let poor = decision(rules, for: Self.facts(sales: 99_99))
        #expect(poor.candidates.isEmpty)
        #expect(poor.touches.map(\.origin.rule) == ["news"])
        #expect(poor.touches[0].channel == .email)
        #expect(
            poor.reasons(for: poor.touches[0]).text() == [
                "no order for 192 days, since 2011-06-01, more than 90 days",
                "sales is 99.99 EUR, as asked: below 100.00 EUR",
                "by e-mail",
            ]
        )
        let sent = Touch(
            id: "m",
            by: .email,
            sentAt: Guarded.noon(day("2011-10-05")),
            as: .message,
            rule: "news"
        )
        let again = decision(rules, for: Self.facts(touches: [sent]))
        #expect(again.touches.isEmpty)
        #expect(again.touchRefusals.map(\.earliest?.day) == [day("2012-01-01")])
        #expect(
            again.reasons(for: again.touchRefusals[0]).text() == [
                "message last sent on 2011-10-05, at most once in a calendar quarter: free on 2012-01-01, 22 days to go"
            ]
        )
        let next = decision(rules, for: Self.facts(asOf: day("2012-01-01"), touches: [sent]))
        #expect(next.touches.count == 1)
    }

    @Test func `R-POL-07 S05 Go to nobody of whom too little is known`() {
        let base = Shop.facts([], of: "c-1")
        var facts = CustomerFacts(profile: base.profile, attributes: base.attributes, record: CustomerRecord(of: "c-1"))
        facts.consents = Self.consents
        let nothing = decision([Shop.wakeUp, Self.news], for: facts)
        #expect((nothing.candidates, nothing.touches, nothing.touchRefusals) == ([], [], []))
        #expect(nothing.refusals.map(\.kind) == [.notDue, .notDue])
    }

    @Test func `R-POL-13 Go out with a gift and without, whether the gift can be had or not`() {
        let both = rule("both", gift: true) {
            $0.touches = [TouchPlan(.message, by: [.email])]
            $0.tasks = [StaffTask("call", for: .adviser, by: .telephone, withinHours: 48)]
        }
        let all = decision([both])
        #expect(all.candidates.map(\.rule) == ["both"])
        #expect((all.touches.count, all.tasks.map(\.task.work)) == (1, ["call"]))
        let policy = Shop.policy { $0.rules = [both] }
        let giftless = policy.decision(for: Self.facts(), choosingFrom: Shop.catalog([]))
        #expect(giftless.refusal(of: "both")?.kind == .unfunded)
        #expect(giftless.touches == all.touches)
        let given = Shop.grant(.reactivation, term: "since-2011-06-01", on: "2011-10-01", then: [.approved])
        let after = decision([both], for: Self.facts(grants: [given])) { $0.caps = [] }
        #expect((after.refusal(of: "both")?.kind, after.touches.count) == (.notDue, 1))
    }

    @Test func `R-POL-13 Are called for once the rule's turn has come, and not before`() {
        let early = decision(
            [rule("r") { $0.touches = [TouchPlan(.message, by: [.email])] }],
            for: Self.facts(last: "2011-12-01")
        )
        #expect((early.touches, early.touchRefusals) == ([], []))
        #expect(early.refusal(of: "r")?.earliest?.day == day("2012-03-01"))
        let due = decision([rule("r") { $0.touches = [TouchPlan(.message, by: [.email])] }])
        #expect(due.refusals.isEmpty)
    }

    @Test func `R-POL-13 R-POL-04 Take from caps by the priority of their rules`() {
        func touching(_ id: Rule.ID, _ priority: Int64, _ occasion: Occasion) -> Rule {
            rule(id, priority: priority, occasion: occasion) { $0.touches = [TouchPlan(.message, by: [.email])] }
        }
        let cap = Cap(id: "week", atMost: 2, of: .touches, in: .rolling(days: 7))
        let rules = [touching("c", 10, "x"), touching("a", 90, "y"), touching("b", 50, "z")]
        for order in [rules, rules.reversed()] {
            let decision = decision(order) { $0.caps = [cap] }
            #expect(decision.touches.map(\.origin.rule) == ["a", "b"])
            #expect(decision.touchRefusals.map(\.origin.rule) == ["c"])
            let why = decision.reasons(for: decision.touchRefusals[0]).text()
            #expect(why.suffix(2) == ["another came first: a", "another came first: b"])
        }
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func `R-POL-13 R-POL-10 Come about as caps and groups share them out`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let rules = (0..<Int.random(in: 1...6, using: &random))
            .map { number in
                rule(
                    Rule.ID("r-\(number)")!,
                    priority: .random(in: 0...2, using: &random),
                    occasion: Occasion(Identifier("o-\(number)")!)
                ) { $0.touches = [TouchPlan(.message, by: [.email])] }
            }
        let names = Set(rules.map(\.id))
        let groups = [
            ConflictGroup(id: "x", keeping: .first, of: ["r-0", "r-1"]),
            ConflictGroup(id: "y", keeping: .stack(2), of: ["r-2", "r-3", "r-4"]),
        ]
        .filter { $0.rules.isSubset(of: names) }
        let scope = {
            var scope = CapScope.touches
            scope.rules = [rules[0].id]
            return scope
        }()
        let caps = [
            Cap(id: "all", atMost: .random(in: 1...4, using: &random), of: .touches, in: .rolling(days: 7)),
            Cap(id: "one", atMost: 1, of: scope, in: .rolling(days: 30)),
        ]
        let sent = (0..<Int.random(in: 0...2, using: &random))
            .map { number in
                Touch(
                    id: Touch.ID("m-\(number)")!,
                    by: .email,
                    sentAt: Guarded.noon(Shop.today).adding(days: -.random(in: 0...9, using: &random)),
                    as: .message,
                    rule: Bool.random(using: &random) ? "r-0" : nil
                )
            }
        let decision = decision(rules.shuffled(using: &random), for: Self.facts(touches: sent)) {
            $0.caps = caps
            $0.groups = groups
        }
        let clock = LocalClock(at: decision.now.instant, in: Shop.utc)!
        let due = rules.map {
            DueRule($0.id, priority: $0.priority, by: .touch(.email), on: $0.occasion, at: clock.now)
        }
        let book = CapBook(caps, at: clock, after: sent.compactMap { Approach($0, by: clock) })
        let selection = RuleSelection(of: due, within: book, groups: groups)
        #expect(decision.touches.map(\.origin.rule) == selection.selected.map(\.rule))
        let refused = Dictionary(uniqueKeysWithValues: decision.touchRefusals.map { ($0.origin.rule, $0.earliest) })
        #expect(refused == Dictionary(uniqueKeysWithValues: selection.suppressed.map { ($0.due.rule, $0.earliest) }))
    }

    @Test func `R-POL-13 R-POL-04 Share what counts gifts and touches with gifts, by priority`() throws {
        let one = Cap(id: "one", atMost: 1, of: .everything, in: .rolling(days: 30))
        func rules(_ giftPriority: Int64) -> [Rule] {
            [
                rule("gift", priority: giftPriority, gift: true) { _ in },
                rule("touch", priority: 50, occasion: "x") { $0.touches = [TouchPlan(.message, by: [.email])] },
            ]
        }
        let first = decision(rules(90)) { $0.caps = [one] }
        #expect((first.candidates.map(\.rule), first.touches) == (["gift"], []))
        let policy = Shop.policy {
            $0.rules = rules(10)
            $0.caps = [one]
        }
        let last = policy.decision(for: Self.facts(), choosingFrom: Shop.gifts)
        #expect(last.touches.count == 1)
        let plan = try Allocator(policy: policy, catalog: Shop.gifts).plan([last], within: money("9.00 EUR"))
        #expect((plan.grants.count, plan.refusals.map(\.kind)) == (0, [.suppressed]))
    }

    @Test func `R-POL-13 R-POL-04 Keep to conflict groups`() {
        let group = ConflictGroup(id: "g", keeping: .first, of: ["gift", "touch"])
        func rules(_ giftPriority: Int64) -> [Rule] {
            [
                rule("gift", priority: giftPriority, gift: true) { $0.touches = [TouchPlan(.greeting, by: [.email])] },
                rule("touch", priority: 50, occasion: "x") {
                    $0.touches = [TouchPlan(.message, by: [.email])]
                    $0.tasks = [StaffTask("card", for: .adviser, withinHours: 9)]
                },
            ]
        }
        let first = decision(rules(90)) { $0.groups = [group] }
        #expect((first.candidates.map(\.rule), first.touches.map(\.plan.kind)) == (["gift"], [.greeting]))
        #expect(first.touchRefusals.map(\.subject) == [.touch(.message), .task("card")])
        #expect(
            first.reasons(for: first.touchRefusals[0]).text() == [
                "gift goes first in the group g, which gives at most 1"
            ]
        )
        let last = decision(rules(10)) { $0.groups = [group] }
        #expect((last.candidates, last.touches.map(\.plan.kind), last.tasks.count) == ([], [.message], 1))
        #expect(
            (last.refusal(of: "gift")?.kind, last.touchRefusals.map(\.subject)) == (.suppressed, [.touch(.greeting)])
        )
        let dumb = decision(rules(10), for: Self.facts(touches: [])) {
            $0.groups = [group]
            $0.rules[1].touches = [TouchPlan(.survey, by: [.email])]
                .map {
                    var plan = $0
                    plan.content = "nps"
                    return plan
                }
            $0.rules[1].tasks = []
            $0.guards = [Guard(id: "x", .exclusion(.all([]), except: GuardExceptions(rules: ["gift"])))]
        }
        #expect(dumb.candidates.map(\.rule) == ["gift"])
    }

    @Test func `R-POL-13 R-POL-05 Meet the guards of the policy`() {
        let touching = rule("r") { $0.touches = [TouchPlan(.message, by: [.email])] }
        let blocked = decision(
            [touching],
            for: Self.facts(consents: Guarded.consents([.giftDelivery], from: "2011-01-01"))
        ) {
            $0.guards = [Guard(id: "consent", .consent(to: Guard.usualPurposes))]
        }
        #expect(blocked.touchRefusals.map(\.kind) == [.blocked])
        #expect(blocked.reasons(for: blocked.touchRefusals[0]).text() == ["consent to marketing never given"])
    }

    @Test func `R-POL-13 R-POL-09 Are withheld from whom gifts are withheld, which is recorded once`() {
        let touching = rule("r", gift: true) {
            $0.touches = [TouchPlan(.message, by: [.email])]
            $0.tasks = [StaffTask("card", for: .adviser, withinHours: 9)]
        }
        let held = decision([touching]) { $0.holdOuts = [HoldOut(id: "all", seed: "s", buckets: 9_999)] }
        #expect((held.touches, held.tasks) == ([], []))
        #expect(held.touchRefusals.map(\.kind) == [.withheld, .withheld])
        #expect(held.exposures.map(\.rule) == ["r"])
        let exempt = decision([touching]) {
            var holdOut = HoldOut(id: "all", seed: "s", buckets: 9_999)
            holdOut.exemptRules = ["r"]
            $0.holdOuts = [holdOut]
        }
        #expect((exempt.touches.count, exempt.tasks.count, exempt.exposures) == (1, 1, []))
    }

    @Test func `R-POL-13 R-POL-04 Leave at the end of quiet times`() {
        let quiet = QuietTimes(QuietHours(from: TimeOfDay("12:00:00")!, until: TimeOfDay("08:00:00")!)!)
        let late = decision([rule("r") { $0.touches = [TouchPlan(.message, by: [.email])] }]) { $0.quietTimes = quiet }
        #expect(late.touches.map(\.dispatch.day) == [day("2011-12-11")])
    }

    @Test func `R-POL-17 Are silent with a rule that was paused or stopped`() {
        let touching = rule("r") { $0.touches = [TouchPlan(.message, by: [.email])] }
        let policy = Shop.policy { $0.rules = [touching] }
        let facts = Self.facts()
        var circumstances = Shop.circumstances(of: facts, Shop.gifts)
        circumstances.switches = RuleSwitches([RuleSwitch("r", to: .paused, at: Guarded.noon(day("2011-12-01")))])
        let silent = policy.decision(for: facts, under: circumstances)
        #expect((silent.touches, silent.touchRefusals) == ([], []))
        #expect(silent.refusals.map(\.kind) == [.blocked])
    }

    // MARK: Birthdays

    @Test func `R-POL-13 R-TRIG-03 S02 Greet on the day itself, with the gift of the week given before`() {
        var greeting = Rule(
            id: "greeting",
            name: Shop.name("Greeting"),
            occasion: .birthday,
            goal: .loyalty,
            priority: 60,
            on: .birthday(BirthdayTrigger(on: .around(from: 0, through: 0))),
            when: .all([])
        )
        greeting.touches = [TouchPlan(.greeting, by: [.weCom, .email])]
        let gift = Rule(
            id: "gift",
            name: Shop.name("Gift"),
            occasion: .birthday,
            goal: .loyalty,
            priority: 80,
            on: .birthday(BirthdayTrigger(on: .around(from: -3, through: 3))),
            when: .all([]),
            giving: Shop.wakeUp.selection
        )
        let policy = Shop.policy {
            $0.rules = [gift, greeting]
            $0.caps = []
        }
        var told: [String] = []
        var grants: [GiftGrant] = []
        var touches: [Touch] = []
        for date in (14...22).map({ day("2026-03-\($0)") }) {
            let base = Shop.facts([("2026-03-01", 50_00)], grants: grants, asOf: date)
            var record = CustomerRecord(of: "c-1")
            record.birthday = Birthday(.solar(AnnualDate(month: 3, day: 18)!), bornIn: 1992)
            var facts = CustomerFacts(
                profile: base.profile,
                attributes: base.attributes,
                grants: grants,
                record: record
            )
            facts.consents = Self.consents
            facts.touches = touches
            let decision = policy.decision(for: facts, choosingFrom: Shop.gifts)
            for candidate in decision.candidates {
                told.append("\(date) \(candidate.rule)")
                let terms = GrantTerms(
                    of: candidate.options[0].choice,
                    on: candidate.occurrence,
                    plannedFor: date,
                    by: RuleReference(policy: policy.reference, rule: candidate.rule),
                    because: []
                )
                grants.append(Guarded.grant(terms))
            }
            for touch in decision.touches {
                told.append("\(date) \(touch.plan.kind)")
                touches.append(touch.touch(sentAt: touch.dispatch.instant))
            }
        }
        #expect(told == ["2026-03-15 gift", "2026-03-18 greeting"])
    }

    // MARK: Follow-up steps

    @Test func `R-POL-16 Follow the gifts of their rule, and take from caps by priority`() throws {
        let thanking = rule("wake-up", priority: 20, gift: true) {
            $0.followUps = [
                FollowUpStep(id: "thanks", after: .delivered, hours: 0, .touch(TouchPlan(.greeting, by: [.email])))
            ]
        }
        let other = rule("other", priority: 80, occasion: "x") { $0.touches = [TouchPlan(.message, by: [.email])] }
        let grant = Shop.grant(
            .reactivation,
            on: "2011-11-01",
            then: [.approved, .reserved, .dispatched, .delivered]
        )
        let facts = Self.facts(grants: [grant])
        let free = decision([thanking, other], for: facts)
        guard case .due(.touch(let touch)) = free.followUps.first?.standing else {
            Issue.record("nothing follows")
            return
        }
        #expect((free.followUps.count, touch.origin.rule) == (1, "wake-up"))
        #expect(free.touches.map(\.origin.rule) == ["other"])
        #expect(free.caps?.approaches.count == 3)
        let capped = decision([thanking, other], for: facts) {
            $0.caps = [Cap(id: "one", atMost: 1, of: .touches, in: .calendar(.day))]
        }
        #expect(capped.touches.map(\.origin.rule) == ["other"])
        guard case .waiting(let until) = capped.followUps.first?.standing else {
            Issue.record("the lower priority goes first")
            return
        }
        #expect(until?.day == day("2011-12-11"))
        #expect(decision([Shop.wakeUp, other], for: facts).followUps.isEmpty)
    }

    @Test func `R-POL-16 R-POL-17 Wait while their rule is paused`() {
        let thanking = rule("wake-up", gift: true) {
            $0.followUps = [
                FollowUpStep(id: "thanks", after: .delivered, hours: 0, .touch(TouchPlan(.greeting, by: [.email])))
            ]
        }
        let grant = Shop.grant(
            .reactivation,
            on: "2011-11-01",
            then: [.approved, .reserved, .dispatched, .delivered]
        )
        let facts = Self.facts(grants: [grant])
        var circumstances = Shop.circumstances(of: facts, Shop.gifts)
        circumstances.switches = RuleSwitches([RuleSwitch("wake-up", to: .stopped, at: Guarded.noon(day("2011-12-01")))]
        )
        let silent = Shop.policy { $0.rules = [thanking] }.decision(for: facts, under: circumstances)
        #expect(silent.followUps.map(\.standing) == [.waiting(until: nil)])
        #expect(silent.followUps[0].reasons.text() == ["the rule was stopped on 2011-12-01"])
    }

    // MARK: Documents

    private static let rich = {
        var rule = Self.news
        rule.tasks = [StaffTask("call", for: .adviser, by: .telephone, withinHours: 48)]
        return rule
    }()

    @Test func `R-POL-13 R-POL-14 R-POL-16 Have a wire format that never changes`() throws {
        let stored =
            #"{"goal":"repurchase","id":"news","measure":"repurchase","name":{"en":"News","zh":"「News」"},"#
            + #""occasion":"reactivation","on":{"inactive":{"moreThanDays":90}},"priority":30,"#
            + #""tasks":[{"by":"telephone","for":"adviser","withinHours":48,"work":"call"}],"#
            + #""touches":[{"channels":["email"],"kind":"message","oncePer":"calendarQuarter"}],"#
            + #""when":{"field":"sales","op":"<","value":"100.00 EUR"}}"#
        #expect(Wire.text(of: Self.rich) == stored)
        #expect(try Wire.read(Rule.self, from: stored) == Self.rich)
        var giving = rule("g", gift: true) { _ in }
        giving.followUps = [
            FollowUpStep(id: "s", after: .delivered, hours: 1, .touch(TouchPlan(.message, by: [.email])))
        ]
        #expect(try Wire.read(Rule.self, from: Wire.text(of: giving)) == giving)
    }

    @Test func `R-POL-13 Need a gift in a rule that calls for nothing else`() throws {
        let stored = Wire.text(of: Self.rich)
        let bare =
            stored.replacing(#","tasks":[{"by":"telephone","for":"adviser","withinHours":48,"work":"call"}]"#, with: "")
            .replacing(#","touches":[{"channels":["email"],"kind":"message","oncePer":"calendarQuarter"}]"#, with: "")
        #expect(throws: DecodingError.self) { try Wire.read(Rule.self, from: bare) }
        let empty =
            stored.replacing(#"[{"by":"telephone","for":"adviser","withinHours":48,"work":"call"}]"#, with: "[]")
            .replacing(#"[{"channels":["email"],"kind":"message","oncePer":"calendarQuarter"}]"#, with: "[]")
        var document = Shop.document
        document.rules = [try Wire.read(Rule.self, from: empty)]
        #expect(
            document.faults.map(\.description) == ["/rules/0/gift: the rule gives no gift and calls for nothing else"]
        )
    }

    @Test func `R-POL-13 R-POL-16 Tell what is wrong with them, with its place`() {
        var wrong = Self.news
        wrong.touches = [TouchPlan(.message, by: []), TouchPlan(.message, by: [.email])]
        wrong.tasks = Array(repeating: StaffTask("a", for: .adviser, withinHours: 1), count: 2)
        wrong.followUps = [
            FollowUpStep(id: "s", after: .used, hours: -1, .task(StaffTask("a", for: .adviser, withinHours: 1)))
        ]
        var document = Shop.document
        document.rules = [wrong]
        #expect(
            document.faults.map(\.description) == [
                "/rules/0/touches/1/kind: another one of the rule is called or of the kind `message`",
                "/rules/0/touches/0/channels: no channel is named, so that nothing would go out",
                "/rules/0/tasks/1/work: another one of the rule is called or of the kind `a`",
                "/rules/0/followUps/0/delayHours: `-1` is not 0 through 8784",
                "/rules/0/followUps: the rule gives no gift of which this could be said",
            ]
        )
    }

    @Test func `R-POL-13 R-POL-16 Are told in sentences`() {
        #expect(
            Self.rich.callSentences.map(\.english) == [
                "Message by e-mail, at most once in a calendar quarter.",
                "Task “call” for the adviser by telephone within 2 days.",
            ]
        )
    }
}
