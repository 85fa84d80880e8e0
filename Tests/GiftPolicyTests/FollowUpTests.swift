import Foundation
import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import GiftTesting
import Testing

@Suite struct `A step after a gift` {
    private static let thanks = FollowUpStep(
        id: "thanks",
        after: .delivered,
        hours: 24,
        .touch(TouchPlan(.message, by: [.weCom, .email]))
    )
    private static let survey = {
        var plan = TouchPlan(.survey, by: [.email])
        plan.content = "nps"
        var step = FollowUpStep(id: "survey", after: .delivered, hours: 72, .touch(plan))
        step.stops = [.answered]
        return step
    }()
    private static let call = FollowUpStep(
        id: "call",
        after: .used,
        hours: 48,
        .task(StaffTask("how-was-it", for: .adviser, by: .telephone, withinHours: 24))
    )
    private static let terms = Guarded.terms(costing: "199.00 CNY", on: "2026-06-20")

    /// A grant that came to each state at an instant.
    private static func grant(_ steps: [(GrantState, String)]) -> GiftGrant {
        var grant = GiftGrant(id: terms.id)
        let planned = Touched.instant("2026-06-19")
        Shop.trapping { try grant.perform(GrantCommand(.plan(terms), key: 0), at: planned) }
        for (key, step) in ([(.approved, "2026-06-19"), (.reserved, "2026-06-19")] + steps).enumerated() {
            let at = Touched.instant(step.1)
            let command = GrantCommand(.report(step.0, at: at), key: RequestKey(UInt128(key + 1)))
            Shop.trapping { try grant.perform(command, at: at) }
        }
        return grant
    }

    private static let delivered = grant([(.dispatched, "2026-06-20"), (.delivered, "2026-06-30")])

    private func findings(
        _ steps: [FollowUpStep],
        of grant: GiftGrant = delivered,
        on date: String = "2026-07-01",
        at time: String = "12:00:00",
        touches: [Touch] = [],
        tasks: [AssignedTask] = [],
        activities: [Activity] = [],
        consents: Consents? = Guarded.consents([.marketing, .giftDelivery, .surveys]),
        caps: [Cap] = [],
        quiet: QuietTimes? = nil,
        isErased: Bool = false
    ) -> [FollowUpFinding] {
        let facts = Touched.facts(
            consents: consents,
            touches: touches,
            tasks: tasks,
            grants: [grant],
            activities: activities,
            asOf: day(date)
        )
        var customer = Touched.customer(facts, at: time, caps: caps, quiet: quiet)
        customer.isErased = isErased
        return customer.followUps(of: grant, by: steps, under: Guarded.policy.id)
    }

    private func touch(_ finding: FollowUpFinding) -> PlannedTouch? {
        if case .due(.touch(let touch)) = finding.standing { touch } else { nil }
    }

    private func task(_ finding: FollowUpFinding) -> PlannedTask? {
        if case .due(.task(let task)) = finding.standing { task } else { nil }
    }

    private func wait(_ finding: FollowUpFinding) -> Moment?? {
        if case .waiting(let moment) = finding.standing { .some(moment) } else { nil }
    }

    // MARK: When

    @Test func `R-POL-16 Is due so long after the gift came so far, to the second`() throws {
        let early = findings([Self.thanks], at: "11:59:59")[0]
        #expect(wait(early)??.instant == Touched.instant("2026-07-01"))
        #expect(
            early.reasons.text() == [
                "the gift is Delivered since 2026-06-30 12:00:00, due 1 day after that, at 2026-07-01 12:00:00"
            ]
        )
        let due = try #require(touch(findings([Self.thanks])[0]))
        #expect((due.channel, due.dispatch.instant) == (.weCom, Touched.instant("2026-07-01")))
        #expect((due.origin.rule, due.origin.step?.name) == ("birthday", "thanks"))
    }

    @Test func `R-POL-16 Waits as long as nobody knows when the gift will have come so far`() {
        let travelling = Self.grant([(.dispatched, "2026-06-20")])
        let finding = findings([Self.thanks], of: travelling)[0]
        #expect(finding.standing == .waiting(until: nil))
        #expect(finding.reasons.text() == ["the gift is Dispatched, not yet Delivered"])
        #expect(findings([Self.thanks], of: GiftGrant(id: Self.terms.id)).isEmpty)
    }

    @Test func `R-POL-16 Is told step by step, in their order`() {
        let all = findings([Self.thanks, Self.survey, Self.call])
        #expect(all.map(\.step) == ["thanks", "survey", "call"])
        #expect(touch(all[0]) != nil)
        #expect(wait(all[1])??.instant == Touched.instant("2026-07-03"))
        #expect(all[2].standing == .waiting(until: nil))
        let used = Self.grant([(.dispatched, "2026-06-20"), (.delivered, "2026-06-21"), (.used, "2026-06-29")])
        #expect(task(findings([Self.call], of: used)[0])?.dueBy == Touched.instant("2026-07-02"))
    }

    @Test func `R-POL-16 R-POL-04 Goes out after quiet times and within caps`() throws {
        let night = try #require(touch(findings([Self.thanks], at: "23:00:00", quiet: Touched.nights)[0]))
        #expect(night.dispatch.instant == Touched.instant("2026-07-02", "08:00:00"))
        let cap = Cap(id: "one", atMost: 1, of: .touches, in: .rolling(days: 7))
        let sent = Touch(id: "m", by: .email, sentAt: Touched.instant("2026-06-29"), as: .message)
        let held = findings([Self.thanks], touches: [sent], caps: [cap])[0]
        #expect(wait(held)??.instant == Touched.instant("2026-07-06"))
        let both = findings([Self.thanks, Self.survey], on: "2026-07-03", caps: [cap])
        #expect(touch(both[0]) != nil)
        #expect(wait(both[1])??.instant == Touched.instant("2026-07-10"))
    }

    @Test func `R-POL-16 Is too late when its time is over`() {
        var step = Self.thanks
        step.withinHours = 48
        #expect(touch(findings([step], on: "2026-07-03", at: "11:59:59")[0]) != nil)
        let late = findings([step], on: "2026-07-03")[0]
        #expect(late.standing == .stopped)
        #expect(late.reasons.text() == ["due at 2026-07-01 12:00:00, too late since 2026-07-03 12:00:00"])
        let cap = Cap(id: "one", atMost: 1, of: .touches, in: .rolling(days: 7))
        let sent = Touch(id: "m", by: .email, sentAt: Touched.instant("2026-06-29"), as: .message)
        #expect(findings([step], touches: [sent], caps: [cap])[0].standing == .stopped)
    }

    // MARK: Once

    @Test func `R-POL-16 Is taken once, by its name, whatever the policy says since`() throws {
        let due = try #require(touch(findings([Self.thanks])[0]))
        let sent = due.touch(sentAt: Touched.instant("2026-07-01", "12:00:01"))
        let changed = FollowUpStep(id: "thanks", after: .dispatched, hours: 0, .touch(TouchPlan(.greeting, by: [.app])))
        for step in [Self.thanks, changed] {
            let done = findings([step], at: "13:00:00", touches: [sent])[0]
            #expect(done.standing == .done(sent.sentAt))
            #expect(done.reasons.text() == ["done on 2026-07-01"])
        }
        let other = FollowUpStep(id: "more", after: .delivered, hours: 0, .touch(TouchPlan(.message, by: [.app])))
        #expect(touch(findings([other], touches: [sent])[0]) != nil)
        let task = FollowUpStep(
            id: "call",
            after: .delivered,
            hours: 0,
            .task(StaffTask("a", for: .adviser, withinHours: 9))
        )
        let planned = try #require(self.task(findings([task])[0]))
        let assigned = planned.assigned(at: Touched.instant("2026-07-01"))
        #expect(findings([task], at: "13:00:00", tasks: [assigned])[0].standing == .done(assigned.assignedAt))
    }

    // MARK: What stops it

    @Test(arguments: [GrantState.returned, .discarded])
    func `R-POL-16 Never follows a gift that came to nothing`(state: GrantState) {
        let grant = Self.grant([(.dispatched, "2026-06-20"), (.delivered, "2026-06-21"), (state, "2026-06-30")])
        let finding = findings([Self.thanks], of: grant)[0]
        #expect(finding.standing == .stopped)
        #expect(finding.reasons.text() == ["the gift is \(state.title.english)"])
        let sorry = FollowUpStep(id: "sorry", after: state, hours: 24, .touch(TouchPlan(.message, by: [.email])))
        #expect(touch(findings([sorry], of: grant)[0]) != nil)
    }

    @Test func `R-POL-16 Never follows a gift that will not come so far`() {
        var grant = GiftGrant(id: Self.terms.id)
        let now = Touched.instant("2026-06-19")
        Shop.trapping {
            try grant.perform(GrantCommand(.plan(Self.terms), key: 0), at: now)
            try grant.perform(GrantCommand(.report(.cancelled, at: now), key: 1), at: now)
        }
        let finding = findings([Self.thanks], of: grant)[0]
        #expect(finding.standing == .stopped)
        #expect(finding.reasons.text() == ["the gift is Cancelled and never will be Delivered"])
    }

    @Test func `R-POL-16 Waits while a complaint is open`() {
        let opened = Guarded.step("k", .opened, on: "2026-06-30")
        let finding = findings([Self.thanks], activities: [opened])[0]
        #expect(finding.standing == .waiting(until: nil))
        #expect(finding.reasons.text() == ["complaint k open since 2026-06-30, Opened"])
        let resolved = Guarded.step("k", .resolved, on: "2026-07-01")
        #expect(touch(findings([Self.thanks], activities: [opened, resolved])[0]) != nil)
    }

    @Test func `R-POL-16 Is stopped by an answer, where it asks for one, and by use`() throws {
        func answer(_ date: String) -> Activity {
            .surveyAnswer(
                SurveyAnswer(
                    id: "s",
                    customer: "c-1",
                    answeredAt: Touched.instant(date),
                    on: .recommendation,
                    score: 9
                )!
            )
        }
        let due = "2026-07-04"
        let answered = findings([Self.survey], on: due, activities: [answer("2026-07-02")])[0]
        #expect((answered.standing, answered.reasons.text()) == (.stopped, ["answered on 2026-07-02"]))
        #expect(touch(findings([Self.survey], on: due, activities: [answer("2026-06-29")])[0]) != nil)
        #expect(touch(findings([Self.thanks], on: due, activities: [answer("2026-07-02")])[0]) != nil)
        func rating(_ gift: Gift.ID) -> Activity {
            .giftFeedback(
                GiftFeedback(id: "f", customer: "c-1", givenAt: Touched.instant("2026-07-02"), on: gift, rating: 5)!
            )
        }
        #expect(findings([Self.survey], on: due, activities: [rating("tea-set")])[0].standing == .stopped)
        #expect(touch(findings([Self.survey], on: due, activities: [rating("mug")])[0]) != nil)
        var remind = FollowUpStep(id: "use-it", after: .delivered, hours: 24, .touch(TouchPlan(.reminder, by: [.app])))
        remind.stops = [.used]
        let used = Self.grant([(.dispatched, "2026-06-20"), (.delivered, "2026-06-21"), (.used, "2026-06-29")])
        let stopped = findings([remind], of: used)[0]
        #expect((stopped.standing, stopped.reasons.text()) == (.stopped, ["the gift was used on 2026-06-29"]))
        #expect(touch(findings([remind])[0]) != nil)
    }

    @Test func `R-POL-16 R-DATA-06 S18 E86 Needs consent to the delivery and to what it is itself`() {
        var withdrawn = Guarded.consents([.marketing, .giftDelivery, .surveys])
        withdrawn.add(ConsentChange(to: .giftDelivery, withdrawnAt: Touched.instant("2026-06-30")))
        let stopped = findings([Self.thanks, Self.survey], on: "2026-07-03", consents: withdrawn)
        #expect(stopped.map(\.standing) == [.stopped, .stopped])
        #expect(stopped[0].reasons.text() == ["consent to gift delivery withdrawn at 2026-06-30 12:00:00 UTC"])
        let delivery = Guarded.consents([.giftDelivery])
        let remind = FollowUpStep(id: "r", after: .delivered, hours: 0, .touch(TouchPlan(.reminder, by: [.app])))
        #expect(touch(findings([remind], consents: delivery)[0]) != nil)
        #expect(findings([Self.thanks], consents: delivery)[0].standing == .stopped)
        #expect(findings([Self.thanks], consents: nil)[0].standing == .stopped)
    }

    @Test func `R-POL-16 R-DATA-07 Follows nobody who was erased`() {
        let finding = findings([Self.thanks], isErased: true)[0]
        #expect((finding.standing, finding.reasons.text()) == (.stopped, ["the customer was erased"]))
    }

    @Test func `R-POL-16 Is never told an instant later than the one at which it goes out`() {
        var generator = SeededGenerator(seed: 16)
        for _ in 0..<40 {
            var step = Self.thanks
            let delay = Int64.random(in: 0...200, using: &generator)
            step = FollowUpStep(id: "s", after: .delivered, hours: delay, step.action)
            let cap = Cap(
                id: "c",
                atMost: 1,
                of: .touches,
                in: .rolling(days: Int64.random(in: 1...12, using: &generator))
            )
            let sent = Touch(
                id: "m",
                by: .email,
                sentAt: Touched.instant("2026-07-01").adding(days: -Int64.random(in: 0...9, using: &generator)),
                as: .message
            )
            func finding(_ days: Int) -> FollowUpFinding {
                let date = day("2026-07-01").adding(days: days)!.description
                return findings([step], on: date, touches: [sent], caps: [cap], quiet: Touched.nights)[0]
            }
            guard case .some(.some(let told)) = wait(finding(0)) else { continue }
            let first = (0..<40).compactMap { touch(finding($0)) }.first
            #expect(first.map { told <= $0.dispatch } ?? false)
        }
    }
}

@Suite struct `A step after a gift as it is written` {
    private static let full = {
        var step = FollowUpStep(
            id: "survey",
            after: .delivered,
            hours: 72,
            .touch(TouchPlan(.message, by: [.email]))
        )
        step.withinHours = 240
        step.stops = [.used, .answered]
        return step
    }()
    private static let call = FollowUpStep(
        id: "call",
        after: .claimed,
        hours: 0,
        .task(StaffTask("a", for: .adviser, withinHours: 1))
    )

    @Test func `R-POL-16 Has a wire format that never changes`() throws {
        let stored =
            #"{"after":"delivered","delayHours":72,"id":"survey","touch":{"channels":["email"],"kind":"message"},"#
            + #""unless":["answered","used"],"withinHours":240}"#
        #expect(Wire.text(of: Self.full) == stored)
        #expect(try Wire.read(FollowUpStep.self, from: stored) == Self.full)
        let short =
            #"{"after":"claimed","delayHours":0,"id":"call","task":{"for":"adviser","withinHours":1,"work":"a"}}"#
        #expect(Wire.text(of: Self.call) == short)
        #expect(try Wire.read(FollowUpStep.self, from: short) == Self.call)
        let neither = #"{"after":"claimed","delayHours":0,"id":"call"}"#
        let both = short.replacing(#""id""#, with: #""touch":{"channels":["email"],"kind":"message"},"id""#)
        for wrong in [neither, both, stored.replacing("unless", with: "if")] {
            #expect(throws: DecodingError.self) { try Wire.read(FollowUpStep.self, from: wrong) }
        }
    }

    @Test func `R-POL-16 Reads as one sentence in both languages`() {
        #expect(
            Self.full.sentence
                == LocalizedText(
                    english: "“survey”: 3 days after the gift is delivered, not later than 10 days after that, "
                        + "unless answered, used: message by e-mail.",
                    chinese: "“survey”：礼品已签收3天后，逾期10天不再执行，已答复、已使用则不再执行：资讯，渠道：电子邮件。"
                )
        )
        var steps: [FollowUpStep] = []
        for id: FollowUpStep.ID in ["a", "b"] {
            for state in GrantState.allCases {
                for hours: Int64 in [0, 24] {
                    for action in [Self.full.action, Self.call.action] {
                        for stops: Set<FollowUpStop> in [[], [.used], [.answered], [.used, .answered]] {
                            for within: Int64? in [nil, 24] {
                                var step = FollowUpStep(id: id, after: state, hours: hours, action)
                                step.stops = stops
                                step.withinHours = within
                                steps.append(step)
                            }
                        }
                    }
                }
            }
        }
        expectDistinct(steps) { $0.sentence }
    }

    @Test func `R-POL-16 Tells everything that is wrong with it`() {
        #expect(FollowUpStep.faults(of: [Self.full, Self.call]).isEmpty)
        var wrong = FollowUpStep(id: "a", after: .used, hours: -1, .touch(TouchPlan(.message, by: [])))
        wrong.withinHours = 0
        wrong.stops = [.used]
        let task = FollowUpStep(id: "a", after: .used, hours: 0, .task(StaffTask("a", for: .adviser, withinHours: 0)))
        #expect(
            FollowUpStep.faults(of: [wrong, task]).map(\.description) == [
                "/1/id: another one of the rule is called or of the kind `a`",
                "/0/delayHours: `-1` is not 0 through 8784",
                "/0/touch/channels: no channel is named, so that nothing would go out",
                "/0/withinHours: `0` is not 1 through 8784",
                "/0/unless: what stops it, `used`, has happened when it begins",
                "/1/task/withinHours: `0` is not 1 through 8784",
            ]
        )
    }
}
