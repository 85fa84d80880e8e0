import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import GiftTesting
import Segmentation
import Testing

@Suite struct `The earliest possible date` {
    // MARK: examples

    private let noon = Person.now

    private func rule(
        _ id: String = "r-0",
        _ trigger: Trigger = .periodic(PeriodicTrigger(.calendarYear)),
        when condition: SegmentCondition = .all([]),
        priority: Int64 = 50,
        giving selection: GiftSelection = GiftSelection(from: money("0.00 EUR"), through: money("25.00 EUR"))
    ) -> Rule {
        Rule(
            id: Rule.ID(id)!,
            name: Shop.name(id),
            occasion: .specialEvent,
            goal: .loyalty,
            priority: priority,
            on: trigger,
            when: condition,
            giving: selection
        )
    }

    private func decision(
        _ rules: [Rule],
        _ facts: CustomerFacts = Person().facts(),
        under circumstances: Circumstances = Circumstances(at: Person.now, giving: Shop.gifts, in: Zones.all),
        _ change: (inout PolicyDocument) -> Void = { _ in }
    ) -> Decision {
        let policy = Shop.policy { document in
            document.caps = []
            document.rules = rules
            document.labels = [SegmentLabel(id: "vip", numbers: 0...3)]
            change(&document)
        }
        return policy.decision(for: facts, under: circumstances)
    }

    @Test func `R-POL-11 Of a condition is the day on which its answer may be another`() {
        let silent = rule(when: .daysSinceLastPurchase(.above, 90))
        let facts = Shop.facts([("2026-06-30", 40_00)], asOf: Person.today)
        #expect(decision([silent], facts).refusal(of: "r-0")?.earliestDay == day("2026-09-29"))
        // What no day brings about is not waited for.
        let rich = rule(when: .amount(.sales, .atLeast, money("900.00 EUR")))
        #expect(decision([rich], facts).refusal(of: "r-0")?.earliest == nil)
        #expect(decision([rich], facts).refusal(of: "r-0")?.kind == .notDue)
    }

    @Test func `R-POL-11 Of an exclusion is that on which it may stand for others`() {
        let facts = Shop.facts([("2026-06-30", 40_00)], asOf: Person.today)
        let lately = Guard(id: "lately", .exclusion(.daysSinceLastPurchase(.atMost, 10)))
        let refusal = decision([rule()], facts) { $0.guards = [lately] }.refusal(of: "r-0")
        #expect(refusal?.kind == .blocked)
        #expect(refusal?.earliestDay == day("2026-07-11"))
        // The guard itself promises nothing.
        #expect(refusal?.reasons.text().contains { $0.contains("2026-07-11") } == false)
        let staff = Guard(id: "staff", .exclusion(.label("vip", .atMost, .number(3))))
        #expect(decision([rule()]) { $0.guards = [staff] }.refusal(of: "r-0")?.earliest == nil)
    }

    @Test func `R-POL-11 Of consents is that on which one was given in advance`() {
        var person = Person()
        person.consents = Consents([
            ConsentChange(to: .marketing, givenAt: noon.later(Timestamp.day), notice: "n", proof: "p")!,
            ConsentChange(to: .giftDelivery, givenAt: noon.later(-Timestamp.day), notice: "n", proof: "p")!,
        ])
        let consent = Guard(id: "consent", .consent(to: Guard.usualPurposes))
        let refusal = decision([rule()], person.facts()) { $0.guards = [consent] }.refusal(of: "r-0")
        #expect(refusal?.earliest?.instant == noon.later(Timestamp.day))
        person.consents = Consents()
        #expect(decision([rule()], person.facts()) { $0.guards = [consent] }.refusal(of: "r-0")?.earliest == nil)
    }

    @Test func `R-POL-11 R-POL-17 Of a rule that was paused is when it goes on, where that is known`() {
        var circumstances = Circumstances(at: noon, giving: Shop.gifts, in: Zones.all)
        circumstances.switches = RuleSwitches([RuleSwitch("r-0", to: .paused, at: noon)])
        #expect(decision([rule()], under: circumstances).refusal(of: "r-0")?.earliest == nil)
        circumstances.switches.add(RuleSwitch("r-0", to: .started, at: noon.later(Timestamp.hour)))
        let refusal = decision([rule()], under: circumstances).refusal(of: "r-0")
        #expect(refusal?.earliest?.instant == noon.later(Timestamp.hour))
    }

    @Test func `R-POL-11 Of a rule that others outrank is the next day, or the end of their occasion`() throws {
        let groups = [ConflictGroup(id: "g", keeping: .first, of: ["r-0", "r-1"])]
        let first = rule("r-1", priority: 60)
        let outranked = decision([rule(), first]) { $0.groups = groups }.refusal(of: "r-0")
        #expect(outranked?.kind == .suppressed)
        #expect(outranked?.earliest?.instant == utc("2026-07-02T00:00:00Z"))

        var person = Person()
        person.carts = [Did.cart("pot", 1, "60.00 EUR", noon.later(-3 * Timestamp.hour))]
        let cart = rule("r-1", .cart(CartTrigger(untouchedMinutes: 120, withinHours: 4)), priority: 60)
        let soon = decision([rule(), cart], person.facts()) { $0.groups = groups }.refusal(of: "r-0")
        #expect(soon?.earliest?.instant == noon.later(Timestamp.hour))

        let morning = Rule(
            id: "r-1",
            name: Shop.name("r-1"),
            occasion: .specialEvent,
            goal: .loyalty,
            priority: 60,
            on: first.trigger,
            at: ScheduleGate(until: TimeOfDay("12:30:00")),
            when: .all([]),
            giving: first.selection
        )
        let half = decision([rule(), morning]) { $0.groups = groups }.refusal(of: "r-0")
        #expect(half?.earliest?.instant == noon.later(30 * Timestamp.minute))
        let examined = try #require(decision([rule(), morning]) { $0.groups = groups }.examination(of: "r-0"))
        #expect(examined[.group]?.earliest == half?.earliest)
    }

    @Test func `R-POL-11 Of gifts is when the tier may change, one fits again, guards or caps let one pass`() {
        let silver = GiftPrice(from: money("1.00 EUR"), through: money("25.00 EUR"), for: ["silver"])
        let selection = GiftSelection(at: [silver])
        let facts = Shop.facts([("2026-02-10", 2_100_00)], asOf: Person.today)
        #expect(facts.profile.tier?.tier.id == "gold")
        // Gold is lost with the year, and what then is not known before.
        #expect(decision([rule(giving: selection)], facts).refusal(of: "r-0")?.earliestDay == day("2027-01-01"))

        var all = GiftSelection(from: money("1.00 EUR"), through: money("25.00 EUR"))
        all.repeatDays = 40
        all.gifts = ["cup", "tea"]
        var person = Person()
        person.grants = [Shop.grant(.festival, on: "2026-06-20", then: [.approved])]
        // Of the cup the customer was given one; the tea is above what may be given for a while.
        let limit = Guard.limit("year", total: GiftLimit.Total(within: .rolling("P30D"), amount: money("12.00 EUR")))
        func earliest(_ selection: GiftSelection) -> CalendarDate? {
            decision([rule(giving: selection)], person.facts()) { $0.guards = [limit] }.refusal(of: "r-0")?.earliestDay
        }
        #expect(earliest(all) == day("2026-07-20"))
        all.gifts = ["cup"]
        #expect(earliest(all) == day("2026-07-30"))
    }

    @Test func `R-POL-11 Of a tier is none where it can only be lost, or else the day on which it may be another`() {
        let gold = rule("r-0", .tierReached("gold", withinDays: 30))
        let silver = Shop.facts([("2026-02-10", 600_00)], asOf: Person.today)
        #expect(silver.attributes.tier?.until == day("2027-01-01"))
        #expect(decision([gold], silver).refusal(of: "r-0")?.earliest == nil)
        let cameBack = Shop.facts([("2026-02-10", 2_100_00), ("2026-03-10", -200_00)], asOf: Person.today)
        #expect(cameBack.profile.tier?.tier.id == "silver")
        #expect(decision([gold], cameBack).refusal(of: "r-0")?.earliestDay == day("2027-01-01"))
    }

    @Test func `R-POL-11 Of an amount is when what came back leaves the window`() {
        var desk = ActivityDesk(
            .spend(SpendTrigger(atLeast: money("100.00 EUR"), spend: .net, of: .window(.rolling("P30D")))),
            activities: [
                Did.returned(nil, "50.00 EUR", at("2026-04-01 10:00:00")),
                Did.order("o-1", "120.00 EUR", at("2026-04-10 10:00:00")),
            ]
        )
        let before = desk.decision(at: at("2026-04-12 09:00:00"))
        let earliest = before.earliest()?.day
        #expect(earliest == day("2026-05-01"))
        #expect(!desk.decision(at: at("2026-04-30 09:00:00")).gives())
        #expect(desk.decision(at: at("2026-05-01 09:00:00")).gives())
        desk.activities[1] = Did.order("o-1", "99.99 EUR", at("2026-04-10 10:00:00"))
        #expect(desk.decision(at: at("2026-04-12 09:00:00")).earliest() == nil)
    }

    @Test func `R-POL-11 R-TRIG-11 Of an event that was honored is when the next one comes`() {
        func event(_ id: OutsideEvent.ID, _ from: String, _ through: String, for audience: OutsideEvent.Audience)
            -> OutsideEvent
        { OutsideEvent(id, .storm, title: Shop.name(id.text), on: day(from)...day(through), for: audience) }
        var desk = ActivityDesk(.event(EventTrigger(.storm)))
        desk.events = [
            event("e-1", "2026-07-01", "2026-07-05", for: .everybody),
            event("e-2", "2026-07-03", "2026-07-09", for: .everybody),
        ]
        desk.grants = [desk.grant("event/e-1", at: at("2026-07-01 09:00:00"))]
        let given = desk.decision(at: at("2026-07-02 09:00:00"))
        #expect(given.words() == "given before, on 2026-07-01")
        #expect(given.earliest()?.instant == at("2026-07-06 00:00:00"))
        #expect(desk.decision(at: at("2026-07-06 00:00:00")).term() == "event/e-2")

        // Whom the event is for, the host's label says, and it may say otherwise later.
        desk.events = [event("e-3", "2026-07-01", "2026-07-09", for: .label("city", .word("Bergen")))]
        #expect(desk.decision(at: at("2026-07-02 09:00:00")).earliest() == nil)
        desk.labels = [SegmentFacts.LabelValue("city", .word("Bergen"), from: day("2026-07-04"))]
        #expect(desk.decision(at: at("2026-07-02 09:00:00")).earliest()?.day == day("2026-07-04"))
        desk.labels.append(SegmentFacts.LabelValue("city", .word("Oslo"), until: day("2026-07-04")))
        #expect(desk.decision(at: at("2026-07-02 09:00:00")).earliest()?.day == day("2026-07-04"))
        #expect(desk.decision(at: at("2026-07-04 00:00:00")).term() == "event/e-3")
    }

    // MARK: day by day

    /// Whether a rule gives something on each day of a year, and from when on it may where it does not.
    private static func course(_ seed: Int) -> [Rule.ID: [Refusal?]] {
        let (policy, year) = (PolicySamples.policy(seed), Year(seed))
        var course: [Rule.ID: [Refusal?]] = [:]
        for number in Year.days.indices {
            let decision = year.decision(on: number, under: policy)
            for rule in policy.document.rules {
                course[rule.id, default: []].append(decision.refusals.first { $0.rule == rule.id })
            }
        }
        return course
    }

    @Test
    func `R-POL-11 Is never late: no rule gives anything before it, on any day of a year in which nothing happens`()
        throws
    {
        var kinds: [Refusal.Kind: Int] = [:]
        var exact = 0
        for seed in 0..<60 {
            for (rule, course) in Self.course(seed).sorted(by: { $0.key < $1.key }) {
                var next: Int?
                for (number, refusal) in course.enumerated().reversed() {
                    guard let refusal else {
                        next = number
                        continue
                    }
                    guard let next else { continue }
                    func place() -> String {
                        let reasons = refusal.reasons.map { $0.text(in: .english, from: .policy) }
                        return "seed \(seed), \(rule), \(Year.days[number]) to \(Year.days[next]): \(reasons)"
                    }
                    let earliest = try #require(refusal.earliest, "\(place())")
                    #expect(earliest.instant <= Year.noon(of: Year.days[next]), "\(place())")
                    #expect(Year.noon(of: Year.days[number]) < earliest.instant, "\(place())")
                    kinds[refusal.kind, default: 0] += 1
                    if earliest.day == Year.days[next] { exact += 1 }
                }
            }
        }
        for kind in [Refusal.Kind.notDue, .blocked, .suppressed, .unfunded] {
            #expect(kinds[kind, default: 0] > 10, "\(kind.rawValue)")
        }
        // It may be early, and mostly is the very day.
        #expect(exact * 2 > kinds.values.reduce(0, +))
    }
}
