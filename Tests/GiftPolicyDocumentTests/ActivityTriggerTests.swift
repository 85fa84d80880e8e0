import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import GiftTesting
import Segmentation
import Testing

@Suite struct `Triggers by what customers did` {
    private static let ski = SignalTrigger(
        [SignalTrigger.Act(.search, about: "ski"), SignalTrigger.Act(.view)],
        withinDays: 7
    )

    private static func spend(_ spend: SpendBasis, _ scope: SpendTrigger.Scope) -> Trigger {
        .spend(SpendTrigger(atLeast: money("100.00 EUR"), spend: spend, of: scope))
    }

    /// Every kind of trigger, with its wire format, which policies store for ever.
    static let formats: [(trigger: Trigger, text: String)] = [
        (.welcome(WelcomeTrigger()), #"{"welcome":{"withinHours":24}}"#),
        (.inactive(moreThanDays: 90), #"{"inactive":{"moreThanDays":90}}"#),
        (
            .inactive(moreThanDays: 90, countingRegistration: true),
            #"{"inactive":{"countingRegistration":true,"moreThanDays":90}}"#
        ),
        (
            .rhythm(RhythmTrigger(times: Ratio("3/2")!, fromAtLeast: 1)),
            #"{"rhythm":{"fromGaps":1,"times":"3/2"}}"#
        ),
        (
            spend(.net, .order(withinDays: 7)),
            #"{"spend":{"atLeast":"100.00 EUR","order":{"withinDays":7},"spend":"net"}}"#
        ),
        (
            spend(.sales, .window(.calendar(.quarter))),
            #"{"spend":{"atLeast":"100.00 EUR","over":"calendarQuarter","spend":"sales"}}"#
        ),
        (
            spend(.net, .window(.rolling("P20D"))),
            #"{"spend":{"atLeast":"100.00 EUR","over":{"rolling":"P20D"},"spend":"net"}}"#
        ),
        (.cart(CartTrigger()), #"{"cart":{"untouchedMinutes":120}}"#),
        (
            .cart(CartTrigger(atLeast: money("150.00 EUR"), untouchedMinutes: 90, withinHours: 72)),
            #"{"cart":{"atLeast":"150.00 EUR","untouchedMinutes":90,"withinHours":72}}"#
        ),
        (
            .signal(ski),
            #"{"signal":{"acts":[{"kind":"search","subject":"ski"},{"kind":"view"}],"withinDays":7}}"#
        ),
        (
            .moment(.interaction(SignalTrigger.Act(.deal, about: "x"), withinDays: 7)),
            #"{"moment":{"interaction":{"kind":"deal","subject":"x","withinDays":7}}}"#
        ),
        (
            .moment(.interaction(SignalTrigger.Act(.trial), withinDays: 0)),
            #"{"moment":{"interaction":{"kind":"trial","withinDays":0}}}"#
        ),
        (.moment(.order(withinDays: 3)), #"{"moment":{"order":{"withinDays":3}}}"#),
        (
            .moment(.comeback(afterDays: 20, withinDays: 7)),
            #"{"moment":{"comeback":{"absentDays":20,"withinDays":7}}}"#
        ),
        (
            .moment(.stage([.dormant, .mature, .declining], withinDays: 14)),
            #"{"moment":{"stage":{"of":["mature","declining","dormant"],"withinDays":14}}}"#
        ),
        (
            .moment(.churn([.complaintsUp, .frequencyDown])),
            #"{"moment":{"churn":{"signals":["frequencyDown","complaintsUp"]}}}"#
        ),
        (.moment(.churn([])), #"{"moment":{"churn":{}}}"#),
        (.event(EventTrigger(.storm)), #"{"event":{"kind":"storm"}}"#),
        (
            .recovery(RecoveryTrigger()),
            #"{"recovery":{"afterHours":72,"counting":"resolution","openDays":30}}"#
        ),
        (
            .recovery(RecoveryTrigger(afterHours: 10, counting: .opening, openDays: 2)),
            #"{"recovery":{"afterHours":10,"counting":"opening","openDays":2}}"#
        ),
    ]

    @Test(arguments: formats.indices)
    func `R-POL-10 Have a wire format`(index: Int) throws {
        let (trigger, text) = Self.formats[index]
        #expect(Wire.text(of: trigger) == text)
        #expect(try Wire.read(Trigger.self, from: text) == trigger)
    }

    @Test(arguments: [
        #"{"welcome":{}}"#, #"{"welcome":{"withinHours":"24"}}"#, #"{"welcome":{"withinHours":24,"days":1}}"#,
        #"{"inactive":{"moreThanDays":90,"countingRegistration":1}}"#, #"{"rhythm":{"times":"3/2"}}"#,
        #"{"rhythm":{"fromGaps":3,"times":"often"}}"#, #"{"spend":{"atLeast":"100.00 EUR","spend":"net"}}"#,
        #"{"spend":{"atLeast":"1.00 EUR","order":{"withinDays":7},"over":"lifetime","spend":"net"}}"#,
        #"{"spend":{"atLeast":"1.00 EUR","order":{"withinDays":7,"x":1},"spend":"net"}}"#,
        #"{"spend":{"atLeast":"1 euro","over":"lifetime","spend":"net"}}"#,
        #"{"spend":{"atLeast":"1.00 EUR","over":"lifetime","spend":"gross"}}"#, #"{"cart":{}}"#,
        #"{"cart":{"untouchedMinutes":120,"atLeast":150}}"#, #"{"signal":{"acts":[{"subject":"x"}],"withinDays":7}}"#,
        #"{"signal":{"acts":[{"kind":"view"}]}}"#, #"{"moment":{}}"#, #"{"moment":{"order":{}}}"#,
        #"{"moment":{"order":{"withinDays":1},"churn":{}}}"#, #"{"moment":{"stage":{"withinDays":1}}}"#,
        #"{"moment":{"stage":{"of":[],"withinDays":1}}}"#, #"{"moment":{"stage":{"of":["asleep"],"withinDays":1}}}"#,
        #"{"moment":{"churn":{"signals":[]}}}"#, #"{"moment":{"churn":{"signals":["frequencyDown","frequencyDown"]}}}"#,
        #"{"event":{}}"#, #"{"event":{"kind":""}}"#,
        #"{"recovery":{"afterHours":72,"counting":"settlement","openDays":1}}"#,
        #"{"recovery":{"afterHours":72,"openDays":1}}"#,
    ])
    func `R-POL-10 Are refused where the text says no trigger`(text: String) {
        #expect(throws: (any Error).self) { try Wire.read(Trigger.self, from: text) }
    }

    @Test func `R-POL-10 Tell every fault of a text with its place`() {
        let text = `Reading a policy from JSON`.text.replacing(
            #""on": { "inactive": { "moreThanDays": 90 } }"#,
            with: #""on": { "spend": { "atLeast": "much", "spend": "gross", "order": { "days": 7 } } }"#
        )
        let invalid = #expect(throws: InvalidDocument.self) { try PolicyDocument(json: text) }
        #expect(
            Set(invalid?.faults.map(\.path) ?? []) == [
                "/rules/0/on/spend/atLeast", "/rules/0/on/spend/spend", "/rules/0/on/spend/order",
                "/rules/0/on/spend/order/days",
            ]
        )
    }

    @Test func `R-POL-10 Name what makes no sense in a policy, with its place`() {
        func spend(_ amount: String, _ scope: SpendTrigger.Scope) -> Trigger {
            .spend(SpendTrigger(atLeast: money(amount), spend: .net, of: scope))
        }
        let view = SignalTrigger.Act(.view)
        let triggers: [Trigger] = [
            .welcome(WelcomeTrigger(withinHours: 0)), .welcome(WelcomeTrigger(withinHours: 8785)),
            .rhythm(RhythmTrigger(times: Ratio("0/1")!, fromAtLeast: 0)),
            .rhythm(RhythmTrigger(times: Ratio("201/2")!, fromAtLeast: 101)),
            spend("0.00 EUR", .order(withinDays: 0)), spend("1.00 USD", .window(.lifetime)),
            spend("1.00 EUR", .window(.rolling("P0D"))), spend("1.00 EUR", .window(.anniversary("P11Y"))),
            .cart(CartTrigger(atLeast: money("-1.00 EUR"), untouchedMinutes: 0)),
            .cart(CartTrigger(untouchedMinutes: 120, withinHours: 2)), .cart(CartTrigger(withinHours: 8785)),
            .signal(SignalTrigger([view], withinDays: 367)), .signal(SignalTrigger([view, view], withinDays: 1)),
            .moment(.order(withinDays: -1)), .moment(.comeback(afterDays: 0, withinDays: 367)),
            .moment(.interaction(view, withinDays: 367)), .moment(.stage([.prospect, .new], withinDays: 367)),
            .recovery(RecoveryTrigger(afterHours: -1, openDays: 0)),
        ]
        var document = Shop.document
        document.rules = ActivityDesk(triggers).policyRules
        #expect(
            document.faults.map(\.description) == [
                "/rules/0/on/welcome/withinHours: `0` is not 1 through 8784",
                "/rules/1/on/welcome/withinHours: `8785` is not 1 through 8784",
                "/rules/2/on/rhythm/fromGaps: `0` is not 1 through 100",
                "/rules/2/on/rhythm/times: `0/1` is not above zero and at most 100",
                "/rules/3/on/rhythm/fromGaps: `101` is not 1 through 100",
                "/rules/3/on/rhythm/times: `201/2` is not above zero and at most 100",
                "/rules/4/on/spend/atLeast: `0.00 EUR` is not above zero",
                "/rules/4/on/spend/order/withinDays: `0` is not 1 through 366",
                "/rules/5/on/spend/atLeast: the amount is in `USD`, the policy is in `EUR`",
                "/rules/6/on/spend/over: the period `P0D` is not above zero and at most ten years",
                "/rules/7/on/spend/over: the period `P11Y` is not above zero and at most ten years",
                "/rules/8/on/cart/atLeast: `-1.00 EUR` is not above zero",
                "/rules/8/on/cart/untouchedMinutes: `0` is not 1 through 43200",
                "/rules/9/on/cart/withinHours: after `2` hours it is over, and due only after `120` minutes",
                "/rules/10/on/cart/withinHours: `8785` is not 1 through 8784",
                "/rules/11/on/signal/withinDays: `367` is not 1 through 366",
                "/rules/11/on/signal/acts: `1` acts are not 2 through 8",
                "/rules/12/on/signal/acts/1: the same act is asked for twice",
                "/rules/13/on/moment/order/withinDays: `-1` is not 0 through 366",
                "/rules/14/on/moment/comeback/absentDays: `0` is not 1 through 36500",
                "/rules/14/on/moment/comeback/withinDays: `367` is not 0 through 366",
                "/rules/15/on/moment/interaction/withinDays: `367` is not 0 through 366",
                "/rules/16/on/moment/stage/of: nobody becomes `prospect` at a moment that is known",
                "/rules/16/on/moment/stage/withinDays: `367` is not 0 through 366",
                "/rules/17/on/recovery/afterHours: `-1` is not 0 through 8784",
                "/rules/17/on/recovery/openDays: `0` is not 1 through 366",
            ]
        )
    }

    // A customer of many deeds, for properties.
    private static func busy() -> ActivityDesk {
        var desk = ActivityDesk(formats.map(\.trigger))
        desk.activities = [
            Did.act(.registration, at("2026-01-05 21:40:00")), Did.order("o-1", "60.00 EUR", at("2026-01-06 10:15:00")),
            Did.cart("crib", 1, "199.00 EUR", at("2026-01-07 19:30:00")),
            Did.order("o-2", "100.00 EUR", at("2026-01-20 10:00:00")),
            Did.returned("o-2", "30.00 EUR", at("2026-01-22 10:00:00")),
            Did.act(.search, "ski", at("2026-01-23 10:00:00")),
            Did.act(.view, "hotel", at("2026-01-25 10:00:00")),
            Did.cart("cot", 2, "80.00 EUR", at("2026-01-25 20:15:00")),
            Did.act(.trial, "t", at("2026-01-28 09:00:00")), Did.act(.deal, "x", at("2026-02-02 09:00:00")),
            Did.order("o-3", "55.00 EUR", at("2026-02-20 16:00:00")), Did.cancelled("o-3", at("2026-02-21 16:00:00")),
            Did.order("o-4", "150.00 EUR", at("2026-02-25 16:00:00")),
            Did.cart("tea", 1, nil, at("2026-02-26 08:00:00")),
            Did.cart("tea", -1, nil, at("2026-02-26 09:00:00")),
            Did.order("o-5", "5.00 EUR", at("2026-04-20 16:00:00")),
        ]
        desk.activities += [
            Did.step("c1", .opened, at("2026-01-10 10:00:00")), Did.step("c1", .resolved, at("2026-01-12 11:00:00")),
            Did.step("c1", .reopened, at("2026-01-13 10:00:00")), Did.step("c1", .resolved, at("2026-01-14 10:00:00")),
            Did.step("c2", .opened, at("2026-01-15 10:00:00")), Did.step("c2", .resolved, at("2026-01-15 20:00:00")),
        ]
        .map(Activity.complaintStep)
        desk.record.registeredOn = day("2026-01-05")
        desk.signals = .usual
        desk.events = [
            OutsideEvent("e-1", .storm, title: Shop.name("e-1"), on: day("2026-01-10")...day("2026-01-11")),
            OutsideEvent("e-2", .storm, title: Shop.name("e-2"), on: day("2026-02-10")...day("2026-02-11")),
        ]
        return desk
    }

    @Test func `C58 Say the same in whatever order and however often they are told what happened`() {
        let desk = Self.busy()
        let policy = desk.policy
        for seed in 0..<40 as Range<UInt64> {
            var generator = SeededGenerator(seed: seed)
            let hours = Int64.random(in: 0...3000, using: &generator)
            let now = at("2026-01-05 00:00:00").later(hours * Timestamp.hour)
            var shuffled = desk
            shuffled.activities.shuffle(using: &generator)
            shuffled.activities += shuffled.activities.prefix(5)
            shuffled.events.reverse()
            #expect(shuffled.decision(at: now, under: policy) == desk.decision(at: now, under: policy), "\(seed)")
        }
    }

    @Test func `R-POL-11 Tell the earliest moment neither late nor early, step by step over 120 days`() {
        let desk = Self.busy()
        let policy = desk.policy
        let end = at("2026-05-05 00:00:00")
        let deeds = Set(desk.activities.map(\.occurredAt))
        let steps = sequence(first: at("2026-01-05 00:00:00"), next: { $0.later(5 * Timestamp.hour) })
            .prefix { $0 < end }
        let instants = Set(steps).union(deeds).sorted()
        let decisions = instants.map { desk.decision(at: $0, under: policy) }
        var promises: Set<Moment> = []
        for (index, format) in Self.formats.enumerated() {
            let rule = Rule.ID("r-\(index)")!
            var promised: Moment?
            for (instant, decision) in zip(instants, decisions) {
                // Whatever the customer does may take a promise back.
                if deeds.contains(instant) { promised = nil }
                // Stages and signs of leaving may come later than that, but not before.
                if Self.mayComeLater(format.trigger), let moment = promised, moment.instant <= instant {
                    promised = nil
                }
                if decision.gives(rule) {
                    #expect(promised.map { $0.instant <= instant } ?? true, "\(format.text) fires before \(promised!)")
                    promised = nil
                } else if let earliest = decision.earliest(of: rule) {
                    #expect(earliest.instant > instant, "\(format.text) at \(decision.now)")
                    #expect(promised == nil || promised == earliest, "\(format.text) at \(decision.now)")
                    promised = earliest
                    if !Self.mayComeLater(format.trigger) { promises.insert(earliest) }
                } else if let promised {
                    Issue.record("\(format.text) forgets \(promised) at \(decision.now)")
                }
            }
        }
        // To the millisecond, unless something else is done before.
        for moment in promises.sorted() {
            let before = desk.decision(at: moment.instant.later(-1), under: policy)
            let after = desk.decision(at: moment.instant, under: policy)
            for refusal in before.refusals where refusal.earliest == moment {
                let index = Int(refusal.rule.text.dropFirst(2))!
                if Self.mayComeLater(Self.formats[index].trigger) { continue }
                #expect(after.gives(refusal.rule), "\(refusal.rule) at \(moment)")
            }
        }
        #expect(promises.count > 10)
    }

    private static func mayComeLater(_ trigger: Trigger) -> Bool {
        switch trigger {
        case .moment(.stage), .moment(.churn): true
        default: false
        }
    }

    @Test func `R-POL-11 Have words for every reason in both languages, with the same facts`() {
        func expect<Code: ReasonCode>(_ type: Code.Type) where Code: Hashable {
            for code in Code.allCases {
                let phrase = code.phrase
                func facts(_ language: Language) -> [String] {
                    phrase[language].matches(of: /\{\w+\}/).map { String($0.output) }
                }
                #expect(phrase[.english] != phrase[.chinese])
                #expect(facts(.english).sorted() == facts(.chinese).sorted(), "\(code)")
            }
        }
        expect(ActivityReason.self)
        expect(ServiceReason.self)
        let lists = [
            ActivityReason.allCases.map(\.rawValue), ServiceReason.allCases.map(\.rawValue),
            PolicyReason.allCases.map(\.rawValue), GiftMatchReason.allCases.map(\.rawValue),
            CapReason.allCases.map(\.rawValue), QuietReason.allCases.map(\.rawValue),
            CalendarReason.allCases.map(\.rawValue), StageReason.allCases.map(\.rawValue),
            ChurnReason.allCases.map(\.rawValue), TierReason.allCases.map(\.rawValue),
        ]
        #expect(Set(lists.joined()).count == lists.map(\.count).reduce(0, +))
    }

    @Test func `R-POL-11 Name in every reason all the facts that its words need`() {
        let desk = Self.busy()
        let policy = desk.policy
        for hours in stride(from: 0, through: 3000, by: 31) as StrideThrough<Int64> {
            let decision = desk.decision(at: at("2026-01-05 00:00:00").later(hours * Timestamp.hour), under: policy)
            for index in Self.formats.indices {
                for language in Language.allCases {
                    let text = decision.words(of: Rule.ID("r-\(index)")!, in: language)
                    #expect(!text.isEmpty && !text.contains("{"), "\(text)")
                }
            }
        }
    }

    @Test func `R-POL-11 Read as one sentence`() {
        let words = Self.formats.compactMap { Self.sentence(of: $0.trigger) }
        #expect(
            words.map(\.english) == [
                "first registration: within 24 hours",
                "own rhythm: 1.5 times the median gap between purchases, of 1 or more",
                "net spend of one order of the last 7 days: at least 100.00 EUR",
                "sales of the calendar quarter: at least 100.00 EUR",
                "net spend of the last 20 days: at least 100.00 EUR",
                "cart untouched and unpaid for 2 hours",
                "cart of at least 150.00 EUR untouched and unpaid for 1 hour 30 minutes, within 3 days",
                "within 7 days: search (ski), view", "deal (x): within 7 days", "trial: within 0 days",
                "order completed: within 3 days", "purchase after more than 20 days without one: within 7 days",
                "stage becomes one of: Mature, Declining, Dormant: within 14 days",
                "signs of leaving, one of: fewer purchases, more complaints", "any sign of leaving",
                "outside event: storm",
                "3 days after a complaint was settled, open for 30 days",
                "10 hours after a complaint was opened, once it is settled, open for 2 days",
            ]
        )
        #expect(
            words.map(\.chinese) == [
                "首次注册后24小时内", "自身购买节奏：间隔中位数的1.5倍（至少1个间隔）", "最近7天内单笔订单的净消费额：不低于100.00 EUR",
                "自然季度内销售额：不低于100.00 EUR", "最近20天内净消费额：不低于100.00 EUR", "购物车未变动且未付款2小时",
                "购物车不低于150.00 EUR，未变动且未付款1小时30分钟，3天内", "7天内：搜索（ski）、浏览", "成交（x）后7天内", "试用后0天内",
                "完成订单后3天内", "超过20天未购买后再次购买后7天内", "进入阶段“成熟、衰退、沉睡”后14天内", "流失信号之一：消费频次下降、投诉率上升",
                "出现任一流失信号", "外部事件：暴风雨雪", "投诉解决后满3天，有效30天", "投诉提出（且已解决）后满10小时，有效2天",
            ]
        )
    }

    private static func sentence(of trigger: Trigger) -> LocalizedText? {
        switch trigger {
        case .cart(let trigger): trigger.sentence
        case .event(let trigger): trigger.sentence
        case .moment(let trigger): trigger.sentence
        case .recovery(let trigger): trigger.sentence
        case .rhythm(let trigger): trigger.sentence
        case .signal(let trigger): trigger.sentence
        case .spend(let trigger): trigger.sentence
        case .welcome(let trigger): trigger.sentence
        default: nil
        }
    }

    @Test func `R-POL-11 Read differently where they mean something else`() {
        let numbers: [Int64] = [1, 2, 3, 24, 25, 48, 60, 72]
        var triggers: [Trigger] = numbers.map { .welcome(WelcomeTrigger(withinHours: $0)) }
        triggers += numbers.flatMap { gaps in
            ["1/1", "3/2", "1/3"].map { .rhythm(RhythmTrigger(times: Ratio($0)!, fromAtLeast: gaps)) }
        }
        let periods: [Period] = ["P1D", "P30D", "P1M", "P12M", "P1Y"]
        let parts: [TierWindow.CalendarPart] = [.month, .quarter, .halfYear, .year]
        let scopes =
            numbers.map { SpendTrigger.Scope.order(withinDays: $0) } + parts.map { .window(.calendar($0)) }
            + periods.flatMap { [.window(.rolling($0)), .window(.anniversary($0))] } + [.window(.lifetime)]
        triggers += scopes.flatMap { scope in
            SpendBasis.allCases.flatMap { spend in
                ["1.00 EUR", "1.01 EUR"]
                    .map { .spend(SpendTrigger(atLeast: money($0), spend: spend, of: scope)) }
            }
        }
        let hours: [Int64?] = [nil, 1, 24, 72]
        triggers += numbers.flatMap { minutes in
            hours.flatMap { hours in
                [nil, "1.00 EUR", "2.00 EUR"]
                    .map {
                        .cart(CartTrigger(atLeast: $0.map(money), untouchedMinutes: minutes, withinHours: hours))
                    }
            }
        }
        let acts = [InteractionKind.view, .search, "own"]
            .flatMap { [SignalTrigger.Act($0), SignalTrigger.Act($0, about: "x"), SignalTrigger.Act($0, about: "y")] }
        for act in acts {
            triggers += acts.filter { $0 != act }.map { .signal(SignalTrigger([act, $0], withinDays: 3)) }
            triggers += numbers.map { .moment(.interaction(act, withinDays: $0)) }
        }
        triggers += numbers.map { .moment(.order(withinDays: $0)) }
        triggers += numbers.flatMap { absence in
            numbers.map { .moment(.comeback(afterDays: absence, withinDays: $0)) }
        }
        let stages: [Set<Stage>] = Stage.allCases.map { [$0] } + [[.new, .growing], [.dormant, .churned]]
        triggers += stages.flatMap { stages in [1, 2].map { .moment(.stage(stages, withinDays: $0)) } }
        triggers += ([[]] + ChurnSignal.allCases.map { [$0] } + [Set(ChurnSignal.allCases)]).map { .moment(.churn($0)) }
        triggers += [.heatWave, .coldSnap, .storm, "flood"].map { .event(EventTrigger($0)) }
        triggers += numbers.flatMap { hours in
            RecoveryTrigger.Start.allCases.flatMap { start in
                [1, 30].map { .recovery(RecoveryTrigger(afterHours: hours, counting: start, openDays: $0)) }
            }
        }
        expectDistinct(triggers) { Self.sentence(of: $0)! }
    }

    @Test func `R-POL-11 Have no trap where they were not checked`() {
        let extremes: [Int64] = [.min, -1, 0, 1, .max]
        var triggers: [Trigger] = []
        for number in extremes {
            triggers += [
                .welcome(WelcomeTrigger(withinHours: number)),
                .rhythm(RhythmTrigger(times: Ratio(number, over: 1)!, fromAtLeast: number)),
                .cart(
                    CartTrigger(
                        atLeast: Money(minorUnits: number, in: .eur),
                        untouchedMinutes: number,
                        withinHours: number
                    )
                ),
                .signal(SignalTrigger([], withinDays: number)),
                .signal(SignalTrigger([SignalTrigger.Act(.view)], withinDays: number)),
                .moment(.interaction(SignalTrigger.Act(.view), withinDays: number)),
                .moment(.order(withinDays: number)),
                .moment(.comeback(afterDays: number, withinDays: number)), .moment(.stage([], withinDays: number)),
                .spend(
                    SpendTrigger(
                        atLeast: Money(minorUnits: number, in: .eur),
                        spend: .net,
                        of: .order(withinDays: number)
                    )
                ),
                .spend(
                    SpendTrigger(
                        atLeast: Money(minorUnits: number, in: .eur),
                        spend: .net,
                        of: .window(.rolling("P0D"))
                    )
                ),
                .recovery(RecoveryTrigger(afterHours: number, openDays: number)),
            ]
        }
        var desk = Self.busy()
        desk.triggers = triggers
        // They are asked one by one, as only a policy without faults decides: their words and faults alone.
        for trigger in triggers { #expect(Self.sentence(of: trigger) != nil) }
        var document = Shop.document
        document.rules = desk.policyRules
        #expect(document.faults.count >= triggers.count / 2)
        for number in extremes {
            #expect(
                WelcomeTrigger(withinHours: number).deadline(registeredAt: Timestamp(milliseconds: number))
                    >= Timestamp(milliseconds: number)
            )
        }
    }
}
