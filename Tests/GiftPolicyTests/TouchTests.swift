import Foundation
import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import GiftTesting
import Segmentation
import Testing

@Suite struct `Something that is no gift` {
    private static let greeting = {
        var plan = TouchPlan(.greeting, by: [.weCom, .email])
        plan.content = "birthday"
        return plan
    }()

    private func wishes(_ optDowns: [OptDown], quiet: QuietHours? = nil) -> (inout CustomerRecord) -> Void {
        { $0.contact = ContactPreferences(optDowns: optDowns, quietHours: quiet) }
    }

    // MARK: Channels

    @Test func `R-POL-13 Goes out by its first channel`() throws {
        var customer = Touched.customer()
        let touch = try #require(customer.answer(to: Self.greeting, for: Touched.origin()).planned)
        #expect((touch.channel, touch.dispatch.instant) == (.weCom, Touched.instant("2026-07-01")))
        #expect((touch.delay, touch.validUntil) == (nil, nil))
        #expect(touch.reasons { Shop.name($0.text) }.text() == ["by WeCom"])
        let sent = touch.touch(sentAt: touch.dispatch.instant)
        #expect((sent.id, sent.kind, sent.rule, sent.occasion) == (touch.id, .greeting, "birthday", .birthday))
    }

    @Test func `R-POL-13 R-DATA-06 Goes by the next channel where the customer wants nothing by the first`() throws {
        let facts = Touched.facts(wishes([OptDown(outOf: .weCom)]))
        var customer = Touched.customer(facts)
        let touch = try #require(customer.answer(to: Self.greeting, for: Touched.origin()).planned)
        #expect(touch.channel == .email)
        #expect(
            touch.reasons { Shop.name($0.text) }.text() == [
                "by e-mail", "not by WeCom", "the customer asked for nothing by WeCom",
            ]
        )
        #expect(
            touch.reasons { Shop.name($0.text) }.text(.chinese) == ["经电子邮件", "不经企业微信", "客户要求不经企业微信触达"]
        )
    }

    @Test func `R-POL-13 Goes by none where none is free, and tells when the first of them is`() throws {
        let sent = Touch(id: "m", by: .email, sentAt: Touched.instant("2026-06-28"), as: .message)
        let monthly = OptDown(of: .email, atMost: 1, inDays: 30)!
        let facts = Touched.facts(wishes([OptDown(outOf: .weCom), monthly]), touches: [sent])
        var customer = Touched.customer(facts)
        let answer = customer.answer(to: Self.greeting, for: Touched.origin())
        #expect(answer.refused?.kind == .suppressed)
        #expect(answer.refused?.earliest?.day == day("2026-07-28"))
        #expect(
            answer.why == [
                "not by WeCom", "the customer asked for nothing by WeCom", "not by e-mail",
                "1 of at most 1 by e-mail in any 30 days, as the customer asked: free on 2026-07-28, 27 days to go",
            ]
        )
    }

    @Test func `R-POL-13 R-SEG-15 Starts with the channel that the customer prefers, if it is among them`() {
        var plan = Self.greeting
        plan.startsWithPreferred = true
        #expect(plan.channels(preferring: .email) == [.email, .weCom])
        #expect(plan.channels(preferring: .weCom) == [.weCom, .email])
        #expect(plan.channels(preferring: .store) == [.weCom, .email])
        #expect(plan.channels(preferring: nil) == [.weCom, .email])
        #expect(Self.greeting.channels(preferring: .email) == [.weCom, .email])
        var call = TouchPlan(.reminder, by: [.app, .telephone])
        call.startsWithPreferred = true
        #expect(call.channels(preferring: .telephone) == [.telephone, .app])
    }

    // MARK: Caps

    @Test func `R-POL-13 R-POL-04 Takes from the caps of the channel and of all, by who asks first`() throws {
        var scope = CapScope.touches
        scope.channels = [.weCom]
        let caps = [
            Cap(id: "all", atMost: 2, of: .touches, in: .rolling(days: 7)),
            Cap(id: "weCom", atMost: 1, of: scope, in: .rolling(days: 7)),
        ]
        var customer = Touched.customer(caps: caps)
        let first = try #require(customer.answer(to: Self.greeting, for: Touched.origin()).planned)
        let survey = {
            var plan = TouchPlan(.survey, by: [.weCom, .email])
            plan.content = "nps"
            return plan
        }()
        let second = try #require(customer.answer(to: survey, for: Touched.origin("thanks")).planned)
        #expect((first.channel, second.channel) == (.weCom, .email))
        let third = customer.answer(to: TouchPlan(.message, by: [.email]), for: Touched.origin("news"))
        #expect(third.refused?.kind == .suppressed)
        #expect(third.refused?.earliest?.instant == Touched.instant("2026-07-08"))
        #expect(third.why.contains("another came first: birthday"))
    }

    @Test func `R-POL-13 R-POL-04 Counts with gifts where a cap counts everything`() {
        let cap = Cap(id: "one", atMost: 1, of: .everything, in: .calendar(.day))
        var customer = Touched.customer(caps: [cap])
        customer.add(Approach(.gift(nil, of: nil), by: "birthday", at: customer.customer.clock.now))
        let answer = customer.answer(to: Self.greeting, for: Touched.origin())
        #expect(answer.refused?.earliest?.day == day("2026-07-02"))
    }

    // MARK: Quiet times

    @Test(arguments: [
        ("21:59:59", "2026-07-01", "21:59:59"), ("22:00:00", "2026-07-02", "08:00:00"),
        ("07:59:59", "2026-07-01", "08:00:00"), ("08:00:00", "2026-07-01", "08:00:00"),
    ])
    func `R-POL-13 R-POL-04 Waits for the end of quiet times`(due: String, date: String, time: String) throws {
        var customer = Touched.customer(at: due, quiet: Touched.nights)
        let touch = try #require(customer.answer(to: Self.greeting, for: Touched.origin(at: due)).planned)
        #expect(touch.dispatch.instant == Touched.instant(date, time))
        #expect(touch.dispatch.day == day(date))
        #expect((touch.delay != nil) == (due != time))
    }

    @Test func `R-POL-13 Does not go out when quiet times last through its deadline`() {
        var customer = Touched.customer(at: "23:00:00", quiet: Touched.nights)
        let deadline = Touched.instant("2026-07-02", "08:00:00")
        let answer = customer.answer(to: Self.greeting, for: Touched.origin(at: "23:00:00", until: deadline))
        #expect(answer.refused?.kind == .suppressed)
        #expect(
            answer.why == [
                "due at 2026-07-01 23:00:00, quiet until 2026-07-02 08:00:00, which is not before the deadline "
                    + "2026-07-02 08:00:00"
            ]
        )
    }

    @Test func `R-POL-13 S07 Is good for so long from when it leaves`() throws {
        var plan = TouchPlan(.privilege, by: [.weCom])
        plan.content = "adviser"
        plan.validHours = 48
        var customer = Touched.customer(at: "21:30:00", quiet: Touched.nights)
        let touch = try #require(customer.answer(to: plan, for: Touched.origin(at: "21:30:00")).planned)
        #expect(touch.validUntil == Touched.instant("2026-07-03", "21:30:00"))
    }

    // MARK: Guards

    @Test func `R-POL-13 R-DATA-06 Needs consent to what it is, and not to the delivery of gifts`() {
        let consent = Guard(id: "consent", .consent(to: Guard.usualPurposes))
        func answer(_ plan: TouchPlan, _ purposes: [Purpose]?, _ guards: [Guard]) -> TouchAnswer {
            var customer = Touched.customer(
                Touched.facts(consents: purposes.map { Guarded.consents($0) }),
                before: guards
            )
            return customer.answer(to: plan, for: Touched.origin())
        }
        var survey = TouchPlan(.survey, by: [.email])
        survey.content = "nps"
        #expect(answer(Self.greeting, [.marketing], [consent]).planned != nil)
        #expect(answer(Self.greeting, [.giftDelivery], []).why == ["consent to marketing never given"])
        #expect(answer(Self.greeting, [.giftDelivery], [consent]).why == ["consent to marketing never given"])
        #expect(answer(Self.greeting, [.giftDelivery], []).refused?.kind == .blocked)
        #expect(answer(Self.greeting, nil, []).why == ["consent to marketing not known"])
        #expect(answer(survey, [.surveys], []).planned != nil)
        #expect(answer(survey, [.marketing], []).why == ["consent to surveys never given"])
        #expect(answer(survey, [.surveys], [consent]).why == ["consent to marketing never given"])
        let delivery = Guard(id: "delivery", .consent(to: [.giftDelivery]))
        #expect(answer(Self.greeting, [.marketing], [delivery]).planned != nil)
    }

    @Test func `R-POL-13 R-POL-05 Is forbidden by open complaints, exclusions and missing guardians as gifts are`() {
        let open = [Guarded.step("k", .opened, on: "2026-06-30")]
        let complaint = Guard(id: "complaint", .openComplaint())
        let excepted = Guard(id: "complaint", .openComplaint(except: GuardExceptions(rules: ["recovery"])))
        func answer(_ facts: CustomerFacts, _ source: Guard, by rule: RuleReference.ID = "birthday") -> TouchAnswer {
            var customer = Touched.customer(facts, before: [source])
            return customer.answer(to: Self.greeting, for: Touched.origin(rule))
        }
        let complaining = Touched.facts(activities: open)
        #expect(answer(complaining, complaint).refused?.kind == .blocked)
        #expect(answer(complaining, excepted, by: "recovery").planned != nil)
        let excluded = Guard(id: "x", .exclusion(.all([])))
        #expect(answer(Touched.facts(), excluded).refused?.kind == .blocked)
        let guardian = Guard(id: "g", .guardian(GuardianRule(under: 14)))
        #expect(
            answer(
                Touched.facts { $0.birthday = Birthday(.solar(AnnualDate(month: 7, day: 1)!), bornIn: 2014) },
                guardian
            )
            .refused?
            .kind == .blocked
        )
    }

    @Test func `R-POL-13 Is nothing to limits of gifts and to the age from which gifts are given`() {
        let guards = [
            Guard.limit("none", perGift: "0.00 CNY", allowsZeroCost: false),
            Guard(id: "adult", .minimumAge(AgeLimit(years: 18))),
        ]
        var customer = Touched.customer(before: guards)
        #expect(customer.answer(to: Self.greeting, for: Touched.origin()).planned != nil)
    }

    @Test func `R-POL-13 R-DATA-07 Is not for a customer who was erased`() {
        var customer = Touched.customer()
        customer.isErased = true
        #expect(customer.answer(to: Self.greeting, for: Touched.origin()).why == ["the customer was erased"])
        #expect(
            customer.answer(to: StaffTask("card", for: .adviser, withinHours: 1), for: Touched.origin()).why == [
                "the customer was erased"
            ]
        )
    }

    // MARK: Once

    @Test func `R-POL-13 R-TRIG-03 Goes out once on an occasion, whatever rule and channel it is of`() throws {
        var customer = Touched.customer()
        let first = try #require(customer.answer(to: Self.greeting, for: Touched.origin()).planned)
        let other = TouchPlan(.greeting, by: [.email])
        let second = customer.answer(to: other, for: Touched.origin("other"))
        #expect(second.why == ["“birthday” sends a greeting on this occasion"])
        let sent = first.touch(sentAt: Touched.instant("2026-06-30"))
        var later = Touched.customer(Touched.facts(touches: [sent]))
        let again = later.answer(to: other, for: Touched.origin("other"))
        #expect(again.refused?.kind == .notDue)
        #expect(again.why == ["greeting sent before, on 2026-06-30"])
        let next = Occurrence(of: .birthday, for: "c-1", term: "2027")
        #expect(later.answer(to: other, for: Touched.origin(on: next)).planned != nil)
        #expect(later.answer(to: TouchPlan(.message, by: [.email]), for: Touched.origin()).planned != nil)
    }

    @Test(arguments: [
        (CapWindow.calendar(.quarter), "2026-06-30", String?.none), (.calendar(.quarter), "2026-07-01", "2026-10-01"),
        (.rolling(days: 30), "2026-06-01", nil), (.rolling(days: 30), "2026-06-02", "2026-07-02"),
        (.calendar(.month), "2026-06-30", nil),
    ])
    func `R-POL-13 R-POL-07 Comes again while the occasion lasts, as often as is said`(
        window: CapWindow,
        last: String,
        earliest: String?
    ) {
        var plan = TouchPlan(.message, by: [.email])
        plan.oncePer = window
        let sent = Touch(id: "m", by: .email, sentAt: Touched.instant(last), as: .message, rule: "news")
        let other = Touch(id: "n", by: .email, sentAt: Touched.instant("2026-07-01"), as: .greeting, rule: "news")
        let foreign = Touch(id: "o", by: .email, sentAt: Touched.instant("2026-07-01"), as: .message, rule: "x")
        var customer = Touched.customer(Touched.facts(touches: [sent, other, foreign]))
        let answer = customer.answer(to: plan, for: Touched.origin("news"))
        #expect(answer.refused?.earliest?.day == earliest.map(day))
        #expect((answer.planned == nil) == (earliest != nil))
        #expect(answer.refused?.kind == (earliest == nil ? nil : .suppressed))
    }

    @Test func `R-POL-13 R-POL-07 Is never told a moment later than the one at which it could leave`() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<60 {
            var scope = CapScope.touches
            scope.channels = Bool.random(using: &generator) ? [.email] : []
            let caps = [
                Cap(
                    id: "a",
                    atMost: Int64.random(in: 1...3, using: &generator),
                    of: scope,
                    in: .rolling(days: Int64.random(in: 1...20, using: &generator))
                )
            ]
            var plan = TouchPlan(.message, by: [.email, .weCom])
            plan.oncePer = [.calendar(.month), .rolling(days: 9), .calendar(.week)].randomElement(using: &generator)
            let touches = (0..<5)
                .map { index in
                    Touch(
                        id: Touch.ID("m-\(index)")!,
                        by: [.email, .weCom].randomElement(using: &generator)!,
                        sentAt: Touched.instant("2026-06-30")
                            .adding(days: -Int64.random(in: 0...20, using: &generator)),
                        as: .message,
                        rule: Bool.random(using: &generator) ? "birthday" : nil
                    )
                }
            func answer(_ date: CalendarDate) -> TouchAnswer {
                var customer = Touched.customer(Touched.facts(touches: touches, asOf: date), caps: caps)
                let origin = TouchOrigin(by: "birthday", on: Touched.birthday, dueAt: Guarded.noon(date))
                return customer.answer(to: plan, for: origin)
            }
            guard let refusal = answer(Guarded.today).refused else { continue }
            let first = (0..<60).map { Guarded.today.adding(days: $0)! }.first { answer($0).planned != nil }
            if let first {
                let earliest = refusal.earliest
                #expect(earliest.map { $0.day <= first } ?? false, "\(caps) \(touches)")
            }
        }
    }
}

@Suite struct `A plan of a touch` {
    private static let full = {
        var plan = TouchPlan(.privilege, by: [.weCom, "kiosk"])
        plan.startsWithPreferred = true
        plan.content = "free-upgrade"
        plan.validHours = 48
        plan.oncePer = .calendar(.quarter)
        return plan
    }()

    @Test func `R-POL-13 Has a wire format that never changes`() throws {
        let stored =
            #"{"channels":["weCom","kiosk"],"content":"free-upgrade","kind":"privilege","oncePer":"calendarQuarter","#
            + #""preferredFirst":true,"validHours":48}"#
        #expect(Wire.text(of: Self.full) == stored)
        #expect(try Wire.read(TouchPlan.self, from: stored) == Self.full)
        let short = #"{"channels":["email"],"kind":"message"}"#
        #expect(Wire.text(of: TouchPlan(.message, by: [.email])) == short)
        #expect(try Wire.read(TouchPlan.self, from: short) == TouchPlan(.message, by: [.email]))
        for wrong in [#"{"channels":["email"],"kind":"song"}"#, #"{"channel":"email","kind":"message"}"#] {
            #expect(throws: DecodingError.self) { try Wire.read(TouchPlan.self, from: wrong) }
        }
    }

    @Test func `R-POL-13 Reads as one sentence in both languages`() {
        #expect(
            Self.full.sentence
                == LocalizedText(
                    english: "Privilege “free-upgrade” by WeCom, or else “kiosk”, the preferred one first, "
                        + "good for 2 days, at most once in a calendar quarter.",
                    chinese: "权益“free-upgrade”，渠道：企业微信，其次“kiosk”，优先客户偏好的渠道，有效2天，每个自然季度至多一次。"
                )
        )
        var plans: [TouchPlan] = []
        for kind in TouchKind.allCases {
            for channels: [ContactChannel] in [
                [.email], [.email, .weCom], [.weCom, .email], ["email, or else WeCom"],
            ] {
                for content: Identifier<TouchPlan.Content>? in [nil, "a", "a” by “b"] {
                    for hours: Int64? in [nil, 24, 25] {
                        for window: CapWindow? in [nil, .lifetime, .rolling(days: 1)] {
                            var plan = TouchPlan(kind, by: channels)
                            plan.content = content
                            plan.validHours = hours
                            plan.oncePer = window
                            plans.append(plan)
                            plan.startsWithPreferred = true
                            plans.append(plan)
                        }
                    }
                }
            }
        }
        expectDistinct(plans) { $0.sentence }
    }

    @Test func `R-POL-13 Tells everything that is wrong with it`() {
        #expect(Self.full.faults.isEmpty)
        #expect(TouchPlan.light(by: [.email]).faults.isEmpty)
        var wrong = TouchPlan(.call, by: [])
        wrong.validHours = 0
        wrong.oncePer = .rolling(days: 0)
        #expect(
            wrong.faults.map(\.description) == [
                "/kind: somebody has to make a call, which makes it a task",
                "/channels: no channel is named, so that nothing would go out",
                "/validHours: `0` is not 1 through 8784",
                "/oncePer/rollingDays: `0` is not 1 through 36500",
            ]
        )
        var survey = TouchPlan(.survey, by: [.email, .app, .email])
        survey.validHours = 8785
        #expect(
            survey.faults.map(\.description) == [
                "/channels/2: the channel `email` is named before", "/content: a `survey` names its content",
                "/validHours: `8785` is not 1 through 8784",
            ]
        )
        #expect(TouchPlan(.privilege, by: [.app]).faults.map(\.path) == ["/content"])
    }
}
