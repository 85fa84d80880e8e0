import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Segmentation
import Testing

@Suite struct `The examples of a policy` {
    /// A customer of whom this is told.
    private static func customer(_ change: (inout ExampleCustomer) -> Void = { _ in }) -> ExampleCustomer {
        var customer = ExampleCustomer()
        change(&customer)
        return customer
    }

    private static func bought(_ amount: String, daysAgo days: Int64) -> ExampleCustomer {
        customer { $0.history = [ExampleActivity(.order(money(amount)), daysAgo: days)] }
    }

    private static func example(
        _ customer: ExampleCustomer,
        _ expected: [Rule.ID: PolicyExample.Outcome],
        asOf date: String = "2027-03-01",
        at time: String = "12:00:00"
    ) -> PolicyExample {
        PolicyExample(of: customer, asOf: day(date), at: TimeOfDay(time)!, expecting: expected)
    }

    private static func rule(
        _ id: Rule.ID,
        on trigger: Trigger,
        when condition: SegmentCondition = .all([]),
        restDays: Int64? = nil,
        occasion: Occasion = .specialEvent
    ) -> Rule {
        Rule(
            id: id,
            name: Shop.name(id.text),
            occasion: occasion,
            goal: .loyalty,
            priority: 50,
            on: trigger,
            when: condition,
            restDays: restDays,
            giving: GiftSelection(from: money("1.00 EUR"), through: money("9.00 EUR"))
        )
    }

    private static func document(
        _ rules: [Rule],
        _ examples: [PolicyExample],
        _ change: (inout PolicyDocument) -> Void = { _ in }
    ) -> PolicyDocument {
        var document = Shop.document
        document.rules = rules
        document.caps = []
        document.examples = examples
        change(&document)
        return document
    }

    /// What the policy of one rule says of `customer`.
    private static func outcome(
        of rule: Rule,
        _ customer: ExampleCustomer,
        asOf date: String = "2027-03-01",
        at time: String = "12:00:00",
        _ change: (inout PolicyDocument) -> Void = { _ in }
    ) -> PolicyExample.Outcome? {
        PolicyExample.Outcome.allCases.first { outcome in
            document([rule], [example(customer, [rule.id: outcome], asOf: date, at: time)], change).faults.isEmpty
        }
    }

    private static let wakeUp = rule(
        "wakeup",
        on: .inactive(moreThanDays: 90),
        when: .amount(.sales, .atLeast, money("20000.00 EUR")),
        restDays: 180,
        occasion: .reactivation
    )

    @Test func `R-POL-10 Are those of the shop keeper, on either side of a boundary`() throws {
        let document = Self.document(
            [Self.wakeUp],
            [
                Self.example(Self.bought("30000.00 EUR", daysAgo: 90), ["wakeup": .notDue]),
                Self.example(Self.bought("30000.00 EUR", daysAgo: 91), ["wakeup": .due]),
                Self.example(Self.bought("19999.99 EUR", daysAgo: 91), ["wakeup": .notDue]),
            ]
        )
        #expect(try Policy(validating: document).document == document)
    }

    @Test func `R-POL-10 Keep a policy from loading that says something else, and tell why it does`() {
        let document = Self.document(
            [Self.wakeUp],
            [
                Self.example(Self.bought("30000.00 EUR", daysAgo: 91), ["wakeup": .due]),
                Self.example(Self.bought("30000.00 EUR", daysAgo: 90), ["wakeup": .due]),
                Self.example(Self.bought("30000.00 EUR", daysAgo: 91), ["wakeup": .notDue]),
                Self.example(Self.bought("10.00 EUR", daysAgo: 91), ["wakeup": .blocked]),
            ]
        )
        let error = #expect(throws: InvalidPolicy.self) { try Policy(validating: document) }
        #expect(
            error?.faults.map(\.description) == [
                "/examples/1/expect/wakeup: expected `due`, found `notDue`: last order 90 days ago, on 2026-12-01, not yet "
                    + "more than 90 days: 1 day to go",
                "/examples/2/expect/wakeup: expected `notDue`, found `due`: no order for 91 days, since 2026-11-30, more "
                    + "than 90 days; sales is 30000.00 EUR, as asked: at least 20000.00 EUR",
                "/examples/3/expect/wakeup: expected `blocked`, found `notDue`: sales is 10.00 EUR, asked for: at least "
                    + "20000.00 EUR",
            ]
        )
        guard case .example(.contradicted(.due, .notDue, let reasons))? = error?.faults.first?.problem else {
            Issue.record("another problem: \(String(describing: error?.faults.first))")
            return
        }
        #expect(reasons.map(\.code) == [PolicyReason.activeLately.rawValue])
    }

    struct Case: CustomTestStringConvertible {
        let says: String
        let rule: Rule
        let customer: ExampleCustomer
        var date = "2027-03-01"
        var time = "12:00:00"
        let outcome: PolicyExample.Outcome
        var testDescription: String { says }
    }

    private static let cases: [Case] = [
        Case(
            says: "a first order within its days",
            rule: rule("r", on: .firstOrder(withinDays: 30)),
            customer: bought("1.00 EUR", daysAgo: 30),
            outcome: .due
        ),
        Case(
            says: "a first order a day too early",
            rule: rule("r", on: .firstOrder(withinDays: 30)),
            customer: bought("1.00 EUR", daysAgo: 31),
            outcome: .notDue
        ),
        Case(
            says: "no order at all",
            rule: rule("r", on: .inactive(moreThanDays: 90)),
            customer: customer(),
            outcome: .notDue
        ),
        Case(
            says: "a tier that the ladder gives",
            rule: rule("r", on: .tierReached("gold", withinDays: 30), when: .tier(.atLeast, "gold")),
            customer: bought("2000.00 EUR", daysAgo: 30),
            outcome: .due
        ),
        Case(
            says: "a cent less than the tier",
            rule: rule("r", on: .tierReached("gold", withinDays: 30)),
            customer: bought("1999.99 EUR", daysAgo: 30),
            outcome: .notDue
        ),
        Case(
            says: "a birthday in three days",
            rule: rule("r", on: .birthday(BirthdayTrigger(on: .around(from: -3, through: 3)))),
            customer: customer { $0.birthday = .solar("--03-04") },
            outcome: .due
        ),
        Case(
            says: "a birthday in four days",
            rule: rule("r", on: .birthday(BirthdayTrigger(on: .around(from: -3, through: 3)))),
            customer: customer { $0.birthday = .solar("--03-05") },
            outcome: .notDue
        ),
        Case(
            says: "a birthday that nobody knows",
            rule: rule("r", on: .birthday(BirthdayTrigger(on: .around(from: -3, through: 3)))),
            customer: customer(),
            outcome: .notDue
        ),
        Case(
            says: "a welcome an hour before it is too late",
            rule: rule("r", on: .welcome(WelcomeTrigger(withinHours: 24))),
            customer: customer { $0.history = [ExampleActivity(.interaction(.registration), hoursAgo: 23)] },
            outcome: .due
        ),
        Case(
            says: "a welcome that is too late",
            rule: rule("r", on: .welcome(WelcomeTrigger(withinHours: 24))),
            customer: customer { $0.history = [ExampleActivity(.interaction(.registration), hoursAgo: 24)] },
            outcome: .notDue
        ),
        Case(
            says: "a cart left for two hours",
            rule: rule("r", on: .cart(CartTrigger(atLeast: money("20.00 EUR"), untouchedMinutes: 120))),
            customer: customer { $0.history = [ExampleActivity(.cart(money("20.00 EUR")), hoursAgo: 2)] },
            outcome: .due
        ),
        Case(
            says: "a cart that was paid",
            rule: rule("r", on: .cart(CartTrigger(untouchedMinutes: 120))),
            customer: customer {
                $0.history = [
                    ExampleActivity(.order(money("20.00 EUR")), hoursAgo: 1),
                    ExampleActivity(.cart(money("20.00 EUR")), hoursAgo: 2),
                ]
            },
            outcome: .notDue
        ),
        Case(
            says: "a complaint that was settled three days ago",
            rule: rule("r", on: .recovery(RecoveryTrigger(afterHours: 72))),
            customer: customer {
                $0.history = [
                    ExampleActivity(.complaint(.opened), daysAgo: 5),
                    ExampleActivity(.complaint(.resolved), daysAgo: 3),
                ]
            },
            outcome: .due
        ),
        Case(
            says: "one that was opened again",
            rule: rule("r", on: .recovery(RecoveryTrigger(afterHours: 72))),
            customer: customer {
                $0.history = [
                    ExampleActivity(.complaint(.reopened), daysAgo: 3),
                    ExampleActivity(.complaint(.opened), daysAgo: 5),
                    ExampleActivity(.complaint(.resolved), daysAgo: 4),
                ]
            },
            outcome: .notDue
        ),
        Case(
            says: "an occasion that rests",
            rule: wakeUp,
            customer: customer {
                $0.history = [
                    ExampleActivity(.order(money("30000.00 EUR")), daysAgo: 200),
                    ExampleActivity(.gift(by: "wakeup"), daysAgo: 179),
                ]
            },
            outcome: .notDue
        ),
        Case(
            says: "an occasion that has rested",
            rule: wakeUp,
            customer: customer {
                $0.history = [
                    ExampleActivity(.order(money("30000.00 EUR")), daysAgo: 200),
                    ExampleActivity(.gift(by: "wakeup"), daysAgo: 180),
                ]
            },
            outcome: .due
        ),
        Case(
            says: "a holiday on its day",
            rule: rule(
                "r",
                on: .holiday(HolidayTrigger("spring-festival", Holiday(.springFestival), leadDays: 14))
            ),
            customer: customer(),
            date: "2027-01-23",
            outcome: .due
        ),
        Case(
            says: "the morning in a schedule",
            rule: Rule(
                id: "r",
                name: Shop.name("r"),
                occasion: .specialEvent,
                goal: .loyalty,
                priority: 1,
                on: .firstOrder(withinDays: 1),
                at: ScheduleGate(until: TimeOfDay("12:00:00")),
                when: .all([]),
                giving: GiftSelection(from: money("1.00 EUR"), through: money("9.00 EUR"))
            ),
            customer: bought("1.00 EUR", daysAgo: 0),
            time: "11:59:59",
            outcome: .due
        ),
        Case(
            says: "the label of a customer",
            rule: rule("r", on: .firstOrder(withinDays: 1), when: .label("nps", .atLeast, .number(9))),
            customer: customer {
                $0.history = [ExampleActivity(.order(money("1.00 EUR")), daysAgo: 1)]
                $0.labels = ["nps": .number(9)]
            },
            outcome: .due
        ),
        Case(
            says: "a label that is not told",
            rule: rule("r", on: .firstOrder(withinDays: 1), when: .label("nps", .atLeast, .number(0))),
            customer: bought("1.00 EUR", daysAgo: 1),
            outcome: .notDue
        ),
    ]

    @Test(arguments: cases)
    func `R-POL-10 Are asked of the same triggers and conditions as customers are`(example: Case) {
        let outcome = Self.outcome(of: example.rule, example.customer, asOf: example.date, at: example.time) {
            $0.labels = [SegmentLabel(id: "nps", numbers: 0...10)]
        }
        #expect(outcome == example.outcome)
    }

    /// Something that is told of a customer, and a condition that holds then.
    struct Told: Sendable, CustomTestStringConvertible {
        let condition: SegmentCondition
        let tell: @Sendable (inout ExampleCustomer) -> Void
        var testDescription: String { condition.phrase().english }

        init(_ condition: SegmentCondition, _ tell: @escaping @Sendable (inout ExampleCustomer) -> Void) {
            self.condition = condition
            self.tell = tell
        }
    }

    private static let told: [Told] = [
        Told(.trait(.customerKind, in: ["person"])) { $0.kind = .person },
        Told(.trait(.industry, in: ["retail"])) { $0.industry = "retail" },
        Told(.trait(.jobRole, in: ["decisionMaker"])) { $0.jobRole = "decisionMaker" },
        Told(.trait(.recipientKind, in: ["employee"])) { $0.recipientKind = "employee" },
        Told(.trait(.country, in: ["CN"])) { $0.country = CountryCode("CN") },
        Told(.trait(.jurisdiction, in: ["FR"])) { $0.jurisdiction = CountryCode("FR") },
        Told(.trait(.language, in: ["zh"])) { $0.language = LanguageTag("zh") },
        Told(.compared(.trait(.employees), .equal, .number(7))) { $0.employees = 7 },
        Told(.compared(.trait(.age), .equal, .number(20))) {
            $0.birthday = Birthday(.solar(AnnualDate("--03-01")!), bornIn: 2007)
        },
        Told(.compared(.trait(.daysSinceRegistration), .equal, .number(5))) { $0.registeredDaysAgo = 5 },
        Told(.tag("ski")) { $0.tags = ["ski"] },
        Told(.compared(.tag("ski"), .equal, .truth(false))) { $0.tags = [] },
        Told(.compared(.score(.monetary), .equal, .number(4))) {
            $0.scores = ["recency": 1, "frequency": 2, "monetary": 4]
        },
        Told(.compared(.score("own"), .equal, .number(4))) { $0.scores = ["own": 4] },
        Told(.oneOf(.valueBand, ["high"])) { $0.valueBand = .high },
        Told(.oneOf(.quadrant, [SegmentValue.Word(ValueQuadrant.allCases[0].rawValue)!])) {
            $0.quadrant = ValueQuadrant.allCases[0]
        },
    ]

    @Test(arguments: told)
    func `R-POL-10 Know of a customer what is told and nothing else`(fact: Told) {
        let rule = Self.rule("r", on: .firstOrder(withinDays: 1), when: fact.condition)
        var told = Self.bought("1.00 EUR", daysAgo: 0)
        #expect(Self.outcome(of: rule, told) == .notDue)
        fact.tell(&told)
        #expect(Self.outcome(of: rule, told) == .due)
    }

    @Test func `R-POL-10 Are asked of guards and caps too`() {
        let rule = Self.rule("r", on: .firstOrder(withinDays: 1))
        let new = Self.bought("1.00 EUR", daysAgo: 0)
        func consenting(_ purposes: Set<Purpose>?) -> PolicyExample.Outcome? {
            var customer = new
            customer.consents = purposes
            return Self.outcome(of: rule, customer) { $0.guards = [Guard(id: "c", .consent(to: [.giftDelivery]))] }
        }
        #expect(consenting(nil) == .blocked)
        #expect(consenting([.marketing]) == .blocked)
        #expect(consenting([.giftDelivery]) == .due)

        func given(daysAgo days: Int64) -> PolicyExample.Outcome? {
            var customer = new
            customer.history.append(ExampleActivity(.gift(by: "r"), daysAgo: days))
            return Self.outcome(of: rule, customer) { $0.caps = [Shop.cap(1, inDays: 30)] }
        }
        #expect(given(daysAgo: 29) == .suppressed)
        #expect(given(daysAgo: 30) == .due)
    }

    @Test func `R-POL-10 Look at each rule by itself, whatever group or hold-out it is in`() {
        let rules = [Self.rule("a", on: .firstOrder(withinDays: 1)), Self.rule("b", on: .firstOrder(withinDays: 1))]
        let document = Self.document(
            rules,
            [Self.example(Self.bought("1.00 EUR", daysAgo: 0), ["a": .due, "b": .due])]
        ) { document in
            document.groups = [ConflictGroup(id: "g", keeping: .first, of: ["a", "b"])]
            document.holdOuts = [HoldOut(id: "h", seed: "h/1", buckets: 9999)]
        }
        #expect(document.faults.map(\.description) == [])
    }

    @Test func `R-POL-10 Live by the clocks of the policy's zone, and by others where it has none`() {
        for zone in ["Asia/Shanghai", "America/New_York", nil] as [ZoneTable.ID?] {
            let outcome = Self.outcome(
                of: Self.rule("r", on: .firstOrder(withinDays: 1)),
                Self.bought("1.00 EUR", daysAgo: 1)
            ) { document in
                let defaults = document.defaults
                document.defaults = PolicyDefaults(
                    zone: zone,
                    leapDay: defaults.leapDay,
                    leapMonth: defaults.leapMonth,
                    shortMonth: defaults.shortMonth
                )
            }
            #expect(outcome == .due)
        }
    }

    @Test func `R-POL-10 Are told every fault with its place`() {
        var wrong = Self.customer {
            $0.history = [
                ExampleActivity(.order(money("1.00 USD")), daysAgo: 1),
                ExampleActivity(.order(money("-1.00 EUR")), daysAgo: 1),
                ExampleActivity(.cart(money("1.00 USD")), daysAgo: 1),
                ExampleActivity(.gift(by: "nobody"), daysAgo: 1),
            ]
            $0.labels = ["nps": .number(11), "a/b": .truth(true), "group": .number(1), "word": .word("z")]
        }
        wrong.scores = ["recency": 1]
        let document = Self.document(
            [Self.wakeUp],
            [Self.example(wrong, ["wakeup": .due, "other/rule": .due]), Self.example(Self.customer(), [:])]
        ) {
            $0.labels = [
                SegmentLabel(id: "nps", numbers: 0...10), SegmentLabel(id: "group", kind: .word),
                SegmentLabel(id: "word", words: ["x"]),
            ]
        }
        #expect(
            document.faults.map(\.description) == [
                "/examples/0/given/history/0/order: the amount is in `USD`, the tiers are in `EUR`",
                "/examples/0/given/history/1/order: `-1.00 EUR` is below zero",
                "/examples/0/given/history/2/cart: the amount is in `USD`, the tiers are in `EUR`",
                "/examples/0/given/history/3/gift: the policy has no rule `nobody`",
                "/examples/0/given/labels/a~1b: the policy declares no label `a/b`",
                "/examples/0/given/labels/group: the label has the kind `word`, not `number`",
                "/examples/0/given/labels/nps: the label is declared with other values",
                "/examples/0/given/labels/word: the label is declared with other values",
                "/examples/0/given/scores: the score `frequency` is missing; recency, frequency and monetary value come "
                    + "together",
                "/examples/0/given/scores: the score `monetary` is missing; recency, frequency and monetary value come "
                    + "together",
                "/examples/0/expect/other~1rule: the policy has no rule `other/rule`",
                "/examples/1/expect: nothing is expected",
            ]
        )
    }

    @Test func `R-POL-10 Are refused where they leave the calendar or the numbers`() {
        let large = ExampleActivity(.order(Money(minorUnits: .max, in: .eur)), daysAgo: 1)
        let rich = Self.customer { $0.history = [large, large] }
        let early = Self.customer { $0.registeredDaysAgo = 36_500 }
        let document = Self.document(
            [Self.wakeUp],
            [
                Self.example(rich, ["wakeup": .notDue]),
                Self.example(early, ["wakeup": .notDue], asOf: "0001-01-01"),
                Self.example(Self.bought("1.00 EUR", daysAgo: 400), ["wakeup": .notDue], asOf: "0001-01-01"),
            ]
        )
        #expect(
            document.faults.map(\.description)
                == (0..<3).map { "/examples/\($0): it lies outside the calendar, or amounts are too large to add up" }
        )
    }

    private static let stored =
        #"[{"asOf":"2027-03-01","expect":{"wakeup":"notDue"},"given":{"history":[{"daysAgo":90,"#
        + #""order":"30000.00 EUR"}]}},{"asOf":"2027-03-01","at":"09:30:00","expect":{"a":"blocked","b":"suppressed"},"#
        + #""given":{"birthday":{"solar":"--03-04","year":1980},"consents":["giftDelivery"],"country":"CN","#
        + #""cultures":[],"customerKind":"person","employees":9,"history":[{"cart":"20.00 EUR","hoursAgo":3},"#
        + #"{"daysAgo":2,"interaction":"view","subject":"ski"},{"complaint":"opened","daysAgo":1},"#
        + #"{"daysAgo":0,"gift":"wakeup"}],"industry":"retail","jobRole":"decisionMaker","jurisdiction":"FR","#
        + #""labels":{"nps":9},"language":"zh","quadrant":"QUADRANT","recipientKind":"employee","#
        + #""registeredDaysAgo":5,"scores":{"own":2},"tags":["a","b"],"valueBand":"high"},"#
        + #""name":{"en":"Quiet","zh":"沉默"}}]"#

    private static var storedExamples: [PolicyExample] {
        let full = customer {
            $0.history = [
                ExampleActivity(.cart(money("20.00 EUR")), hoursAgo: 3),
                ExampleActivity(.interaction(.view, about: "ski"), daysAgo: 2),
                ExampleActivity(.complaint(.opened), daysAgo: 1), ExampleActivity(.gift(by: "wakeup"), daysAgo: 0),
            ]
            $0.birthday = Birthday(.solar(AnnualDate("--03-04")!), bornIn: 1980)
            $0.registeredDaysAgo = 5
            $0.kind = .person
            $0.industry = "retail"
            $0.jobRole = "decisionMaker"
            $0.recipientKind = "employee"
            $0.country = CountryCode("CN")
            $0.jurisdiction = CountryCode("FR")
            $0.language = LanguageTag("zh")
            $0.employees = 9
            $0.cultures = []
            $0.consents = [.giftDelivery]
            $0.labels = ["nps": .number(9)]
            $0.tags = ["b", "a"]
            $0.scores = ["own": 2]
            $0.valueBand = .high
            $0.quadrant = ValueQuadrant.allCases[0]
        }
        return [
            example(bought("30000.00 EUR", daysAgo: 90), ["wakeup": .notDue]),
            PolicyExample(
                LocalizedText(english: "Quiet", chinese: "沉默"),
                of: full,
                asOf: day("2027-03-01"),
                at: TimeOfDay("09:30:00")!,
                expecting: ["a": .blocked, "b": .suppressed]
            ),
        ]
    }

    @Test func `R-POL-10 Have a wire format that never changes`() throws {
        let stored = Self.stored.replacing("QUADRANT", with: ValueQuadrant.allCases[0].rawValue)
        #expect(Wire.text(of: Self.storedExamples) == stored)
        #expect(try Wire.read([PolicyExample].self, from: stored) == Self.storedExamples)
        var document = Shop.document
        document.examples = Self.storedExamples
        #expect(try PolicyDocument(json: Wire.text(of: document)).examples == Self.storedExamples)
    }

    @Test(arguments: [
        (#""order":"30000.00 EUR""#, #""order":"30000""#, "/examples/0/given/history/0/order"),
        (#""daysAgo":90"#, #""daysAgo":-1"#, "/examples/0/given/history/0/daysAgo"),
        (#""daysAgo":90"#, #""daysAgo":36501"#, "/examples/0/given/history/0/daysAgo"),
        (#""daysAgo":90"#, #""hoursAgo":876001"#, "/examples/0/given/history/0/hoursAgo"),
        (#""daysAgo":90,"#, #""#, "/examples/0/given/history/0"),
        (#""daysAgo":90"#, #""daysAgo":90,"hoursAgo":1"#, "/examples/0/given/history/0"),
        (#""daysAgo":90"#, #""daysAgo":90,"gift":"a""#, "/examples/0/given/history/0"),
        (#""daysAgo":90"#, #""daysAgo":90,"subject":"a""#, "/examples/0/given/history/0/subject"),
        (#""order":"30000.00 EUR""#, #""complaint":"shouted""#, "/examples/0/given/history/0/complaint"),
        (#""order""#, #""bought""#, "/examples/0/given/history/0/bought"),
        (#""history""#, #""orders""#, "/examples/0/given/orders"),
        (#""given":{"#, #""given":{"country":"China","#, "/examples/0/given/country"),
        (#""given":{"#, #""given":{"employees":-1,"#, "/examples/0/given/employees"),
        (#""given":{"#, #""given":{"scores":{"own":0},"#, "/examples/0/given/scores/own"),
        (#""given":{"#, #""given":{"labels":{"a":[]},"#, "/examples/0/given/labels/a"),
        (#""notDue""#, #""never""#, "/examples/0/expect/wakeup"),
        (#"{"wakeup":"notDue"}"#, #"["wakeup"]"#, "/examples/0/expect"),
        (#""expect""#, #""expects""#, "/examples/0/expects"),
        (#""asOf":"2027-03-01""#, #""asOf":"yesterday""#, "/examples/0/asOf"),
    ])
    func `R-POL-10 Are read strictly, with the place of every fault`(found: String, other: String, place: String) throws
    {
        var document = Shop.document
        document.examples = [Self.storedExamples[0]]
        let text = Wire.text(of: document)
        let start = try #require(text.firstRange(of: #""examples":"#)?.lowerBound)
        let changed = text[..<start] + text[start...].replacing(found, with: other, maxReplacements: 1)
        #expect(changed != text)
        let error = #expect(throws: InvalidDocument.self) { try PolicyDocument(json: String(changed)) }
        #expect(error?.faults.map(\.path).contains(place) == true, "\(String(describing: error))")
    }

    @Test func `R-POL-10 Read as one sentence, in both languages`() {
        let examples = Self.storedExamples
        #expect(
            examples[0].sentence
                == LocalizedText(
                    english:
                        "For example on 2027-03-01 at 12:00:00: a customer with order of 30000.00 EUR 90 days ago: "
                        + "“wakeup” is not due.",
                    chinese: "示例（2027-03-01 12:00:00）：客户90天前下单30000.00 EUR：“wakeup”不触发。"
                )
        )
        #expect(
            examples[1].sentence.english
                .hasPrefix(
                    "For example, “Quiet” on 2027-03-01 at 09:30:00: a customer with cart of 20.00 EUR 3 hours ago; act view "
                        + "(ski) 2 days ago; complaint opened 1 day ago; gift by “wakeup” 0 seconds ago; birthday on 3-4, born "
                        + "in 1980; registration 5 days ago; kind of customer exactly"
                )
        )
        #expect(examples[1].sentence.english.hasSuffix("tags: a, b: “a” is blocked, “b” is suppressed."))
        let nothing = Self.example(Self.customer(), ["a": .notDue]).sentence
        #expect(nothing.english.contains("a customer with nothing known"))
    }
}
