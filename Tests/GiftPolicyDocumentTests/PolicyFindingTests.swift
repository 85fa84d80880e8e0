import Foundation
import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import GiftTesting
import Segmentation
import Testing

@Suite struct `The findings of a policy` {
    private func findings(
        _ rules: [Rule],
        against background: PolicyBackground = PolicyBackground(),
        _ change: (inout PolicyDocument) -> Void = { _ in }
    ) -> [PolicyFinding] {
        var document = Shop.document
        document.caps = []
        document.rules = rules
        change(&document)
        #expect(document.faults == [])
        return document.findings(against: background)
    }

    private func rule(
        _ id: Rule.ID,
        _ priority: Int64 = 50,
        on trigger: Trigger,
        at schedule: ScheduleGate? = nil,
        when condition: SegmentCondition = .all([]),
        for occasion: Occasion = .upgrade,
        restDays: Int64? = nil,
        giving selection: GiftSelection? = Shop.thanks.selection,
        budget: Money? = nil
    ) -> Rule {
        Rule(
            id: id,
            name: Shop.name(id.text),
            occasion: occasion,
            goal: .loyalty,
            priority: priority,
            on: trigger,
            at: schedule,
            when: condition,
            restDays: restDays,
            giving: selection,
            budget: budget
        )
    }

    private func holiday(_ id: HolidayTrigger.ID, _ rule: HolidayRule, leadDays: Int64 = 7) -> Trigger {
        let holiday = Holiday(title: Shop.name(id.text), rule: rule, observance: .actualDay)
        return .holiday(HolidayTrigger(id, holiday, leadDays: leadDays))
    }

    private let birthday = Trigger.birthday(BirthdayTrigger(on: .around(from: -3, through: 3)))
    private let silent = Trigger.inactive(moreThanDays: 90)

    // MARK: Nothing to find

    @Test func `R-POL-10 Are none where nothing is the matter`() throws {
        var full = PolicyBackground(year: 2027, catalog: Shop.gifts)
        full.audiences = ["thanks": 4, "wake-up": 4, "welcome": 4]
        full.approvers = [:]
        #expect(Shop.document.findings() == [])
        #expect(Shop.document.findings(against: full) == [])
        let read = try PolicyDocument(json: `Reading a policy from JSON`.text)
        #expect(read.findings(against: PolicyBackground(year: 2027)) == [])
        let path = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Examples/Data/online-retail/policy.json")
        let retail = try PolicyDocument(json: String(contentsOf: path, encoding: .utf8))
        #expect(retail.findings(against: PolicyBackground(year: 2011)) == [])
    }

    // MARK: Conditions

    @Test func `R-POL-10 J150 Are where a condition holds for nobody, and no more is said of that rule`() {
        let asleep = SegmentCondition.all([.daysSinceLastPurchase(.above, 90), .daysSinceLastPurchase(.atMost, 30)])
        let dear = GiftSelection(from: money("500.00 EUR"), through: money("900.00 EUR"))
        let found = findings(
            [Shop.welcome, Shop.thanks, Shop.wakeUp, rule("asleep", on: birthday, when: asleep, giving: dear)],
            against: PolicyBackground(year: 2027, catalog: Shop.gifts)
        )
        #expect(found.map(\.problem) == [.neverHolds("asleep")])
        #expect(found.map(\.path) == ["/rules/3/when"])
        #expect(found.map(\.paths) == [["/rules/3/when/all/0", "/rules/3/when/all/1"]])
    }

    @Test func `R-POL-10 J151 Are where a rule never gets its turn in its group, and whom the group leaves out`() {
        func spend(_ amount: String) -> SegmentCondition { .amount(.sales, inDays: 90, .atLeast, money(amount)) }
        let found = findings([
            Shop.thanks, rule("t1", 70, on: silent, when: spend("5000.00 EUR")),
            rule("t2", 60, on: silent, when: spend("9000.00 EUR")),
        ]) {
            $0.groups = [ConflictGroup(id: "spend", keeping: .first, of: ["t1", "t2"])]
        }
        #expect(found.map(\.problem) == [.uncovered("spend"), .unreachable("t2", behind: ["t1"])])
        #expect(found.map(\.path) == ["/groups/0", "/rules/2"])
        #expect(found.map(\.severity) == [.note, .warning])
        #expect(found[0].paths == ["/groups/0", "/rules/1/when", "/rules/2/when"])
        #expect(found[0].witness == .amount(.sales, inDays: 90, .equal, money("0.00 EUR")))
        #expect(found[1].paths == ["/rules/2", "/rules/1"])
        #expect(found[1].witness == .amount(.sales, inDays: 90, .equal, money("9000.00 EUR")))
    }

    @Test func `R-POL-10 Are not where a group has a rule for everybody, or rules with different triggers`() {
        let tea = SegmentCondition.tag("tea")
        func found(_ other: Trigger, _ keeping: ConflictGroup.Keeping, when condition: SegmentCondition)
            -> [PolicyFinding]
        {
            findings([rule("a", 60, on: silent, when: tea), rule("b", 50, on: other, when: condition)]) {
                $0.groups = [ConflictGroup(id: "g", keeping: keeping, of: ["a", "b"])]
            }
        }
        #expect(found(silent, .first, when: .not(tea)) == [])
        #expect(found(silent, .first, when: .tag("coffee")).map(\.problem) == [.uncovered("g")])
        #expect(found(birthday, .first, when: .tag("coffee")) == [])
        #expect(found(silent, .best, when: .tag("coffee")) == [])
    }

    @Test func `R-POL-10 Are where a guard forbids everything to all whom a rule is for`() {
        let poor = SegmentCondition.amount(.sales, .below, money("50.00 EUR"))
        let exclusion = SegmentCondition.amount(.sales, .below, money("100.00 EUR"))
        func found(_ guards: Guard...) -> [PolicyFinding] {
            findings([rule("poor", on: silent, when: poor), Shop.wakeUp]) { $0.guards = guards }
        }
        let some = found(Guard(id: "excluded", .exclusion(exclusion)))
        #expect(some.map(\.problem) == [.forbidden("poor", by: "excluded")])
        #expect(some.map(\.severity) == [.error])
        #expect(some.map(\.paths) == [["/rules/0/when", "/guards/0"]])
        #expect(
            some.first?.text.english
                == "the guard “excluded” forbids everything to all whom “poor” is for, for example: sales exactly "
                + "0.00 EUR"
        )
        let but = GuardExceptions(occasions: [.upgrade])
        #expect(found(Guard(id: "excluded", .exclusion(exclusion, except: but))) == [])
        let officials = GuardAudience(recipients: [.publicOfficial])
        #expect(found(Guard(id: "excluded", for: officials, .exclusion(exclusion))) == [])
    }

    // MARK: Gifts and money

    @Test func `R-POL-10 J153 Are where a budget covers some customers only`() {
        let selection = GiftSelection(from: money("30.00 EUR"), through: money("90.00 EUR"))
        let rules = [
            rule("a", on: silent, giving: selection, budget: money("5000.00 EUR")), rule("b", on: birthday),
        ]
        var background = PolicyBackground()
        background.audiences = ["a": 400, "b": 100]
        func found(_ background: PolicyBackground) -> [PolicyFinding] {
            findings(rules, against: background) { $0.budget = money("9000.00 EUR") }
        }
        #expect(
            found(background)
                == [
                    PolicyFinding(
                        at: "/budget",
                        .budgetTooSmall(
                            need: money("12500.00 EUR"),
                            have: money("9000.00 EUR"),
                            covered: 383,
                            of: 500
                        )
                    ),
                    PolicyFinding(
                        at: "/rules/0/budget",
                        .budgetTooSmall(
                            need: money("12000.00 EUR"),
                            have: money("5000.00 EUR"),
                            covered: 166,
                            of: 400
                        )
                    ),
                ]
        )
        background.catalog = Shop.catalog([Shop.gift("cup", "50.00 EUR"), Shop.gift("pen", "6.00 EUR")])
        #expect(
            found(background).last?.problem
                == .budgetTooSmall(
                    need: money("20000.00 EUR"),
                    have: money("5000.00 EUR"),
                    covered: 100,
                    of: 400
                )
        )
        background.audiences = ["a": 100, "b": 100]
        #expect(found(background) == [])
    }

    @Test func `R-POL-10 J154 Are where no gift costs as little as a kind of recipient may be given`() {
        let selection = GiftSelection(from: money("80.00 EUR"), through: money("300.00 EUR"))
        let limit = Guard(
            id: "health",
            for: GuardAudience(recipients: [.healthProfessional]),
            .limit(GiftLimit(perGift: money("100.00 EUR"), allowsZeroCost: true))
        )
        let catalog = Shop.catalog([Shop.gift("a", "128.00 EUR"), Shop.gift("b", "300.00 EUR")])
        func found(
            _ catalog: Catalog? = catalog,
            _ limit: Guard = limit,
            when condition: SegmentCondition = .all([])
        ) -> [PolicyFinding] {
            findings(
                [rule("r", on: silent, when: condition, giving: selection)],
                against: PolicyBackground(catalog: catalog)
            ) { $0.guards = [limit] }
        }
        let title = RecipientKind.healthProfessional.title
        #expect(
            found().map(\.problem)
                == [
                    .noGiftFits(title, cheapest: money("128.00 EUR"), from: nil, through: money("100.00 EUR"))
                ]
        )
        #expect(found().map(\.paths) == [["/rules/0/gift", "/guards/0"]])
        let kind = SegmentCondition.oneOf(.trait(.recipientKind), ["healthProfessional"])
        #expect(found().first?.text.english.contains("for example: ") ?? false)
        #expect(found(nil) == [], "one from 80 on may be found")
        #expect(found(Shop.catalog([Shop.gift("a", "100.00 EUR")])) == [])
        #expect(found(when: .not(kind)) == [])
        #expect(found(when: kind).count == 1)
    }

    @Test func `R-POL-10 Look at totals and substitutes, and not at limits that forbid, may be lifted or compared`() {
        func found(
            _ limit: GiftLimit,
            when condition: SegmentCondition = .all([]),
            _ selection: GiftSelection = GiftSelection(from: money("80.00 EUR"), through: money("90.00 EUR"))
        ) -> [PolicyFinding] {
            findings([rule("r", on: silent, when: condition, giving: selection)]) {
                $0.approvals = [ApprovalRule(id: "boss", atLeast: nil, by: [.manager], validDays: 3)]
                let lifted = GiftLimit.Override.approval("boss")
                var other = GiftLimit(perGift: money("1.00 EUR"), allowsZeroCost: true)
                other.override = lifted
                $0.guards = [
                    Guard(id: "g", for: GuardAudience(recipients: [.employee]), .limit(limit)),
                    Guard(id: "lifted", .limit(other)),
                ]
            }
        }
        func limit(_ amount: String, total: String? = nil, allowsZeroCost: Bool = true) -> GiftLimit {
            var limit = GiftLimit(perGift: money(amount), allowsZeroCost: allowsZeroCost)
            limit.total = total.map { GiftLimit.Total(within: .calendarYear, amount: money($0)) }
            return limit
        }
        #expect(found(limit("79.99 EUR")).count == 1)
        #expect(found(limit("80.00 EUR")) == [])
        #expect(found(limit("80.00 EUR", total: "79.99 EUR")).count == 1)
        #expect(found(limit("79.99 USD")) == [])
        #expect(found(limit("0.00 EUR")) == [], "is meant")
        #expect(found(limit("0.00 EUR"), when: .oneOf(.trait(.recipientKind), ["employee"])).count == 1)
        var selection = GiftSelection(from: money("80.00 EUR"), through: money("90.00 EUR"))
        selection.substitutes = [GiftSelection(from: money("0.00 EUR"), through: money("0.00 EUR"))]
        #expect(found(limit("79.99 EUR"), selection) == [])
        #expect(found(limit("79.99 EUR", allowsZeroCost: false), selection).count == 1)
    }

    @Test func `R-POL-10 Are where the catalog has no gift at a price, for a tier`() {
        var selection = GiftSelection(at: [
            GiftPrice(from: money("50.00 EUR"), through: money("90.00 EUR"), for: ["gold"]),
            GiftPrice(from: money("5.00 EUR"), through: money("9.00 EUR")),
        ])
        let catalog = Shop.catalog([Shop.gift("tea", "8.00 EUR"), Shop.gift("lamp", "60.00 EUR", tiers: ["silver"])])
        func found(when condition: SegmentCondition = .all([])) -> [PolicyFinding] {
            findings(
                [rule("r", on: silent, when: condition, giving: selection)],
                against: PolicyBackground(catalog: catalog)
            )
        }
        let problem = PolicyFinding.Problem.noGiftFits(
            Shop.name("Gold"),
            cheapest: money("8.00 EUR"),
            from: money("50.00 EUR"),
            through: money("90.00 EUR")
        )
        #expect(found().map(\.problem) == [problem])
        #expect(found().map(\.path) == ["/rules/0/gift/prices/0"])
        #expect(found().map(\.witness) == [.tier(in: ["gold"])])
        #expect(found(when: .tier(.below, "gold")) == [])
        selection.substitutes = [GiftSelection(from: money("8.00 EUR"), through: money("8.00 EUR"))]
        #expect(found() == [])
        let dollars = Shop.trapping { try Catalog([Gift](), in: .usd) }
        #expect(findings([Shop.thanks], against: PolicyBackground(catalog: dollars)) == [])
        #expect(
            findings([Shop.thanks], against: PolicyBackground(catalog: Shop.catalog([]))).map(\.problem) == [
                .noGiftFits(
                    Shop.name("Gold"),
                    cheapest: nil,
                    from: money("5.00 EUR"),
                    through: money("25.00 EUR")
                )
            ]
        )
    }

    @Test func `R-POL-10 Are where a rule has no price for anybody whom it is for`() {
        let gold = GiftSelection(at: [GiftPrice(from: money("5.00 EUR"), through: money("9.00 EUR"), for: ["gold"])])
        func found(when condition: SegmentCondition, on trigger: Trigger) -> [PolicyFinding] {
            findings([rule("r", on: trigger, when: condition, giving: gold)])
        }
        let silver = found(when: .tier(.equal, "silver"), on: silent)
        #expect(
            silver.map(\.problem) == [.noGiftFits(Shop.name("Silver"), cheapest: nil, from: nil, through: nil)]
        )
        #expect(silver.map(\.paths) == [["/rules/0/gift/prices", "/rules/0/when"]])
        #expect(silver.first?.text.english == "no gift for Silver, for example: tier exactly silver")
        #expect(found(when: .tier(.atLeast, "silver"), on: silent) == [])
        #expect(found(when: .tier(.equal, "silver"), on: .tierReached("silver", withinDays: 9)).count == 1)
        #expect(found(when: .all([]), on: .tierReached("silver", withinDays: 9)) == [])
    }

    // MARK: Approvals

    @Test func `R-POL-10 Are where an approval is needed at once, at any price or with these gifts`() {
        func found(_ trigger: Trigger, from lowest: String, _ catalog: Catalog? = nil) -> [PolicyFinding] {
            let selection = GiftSelection(from: money(lowest), through: money("900.00 EUR"))
            return findings(
                [rule("r", on: trigger, giving: selection)],
                against: PolicyBackground(catalog: catalog)
            ) {
                $0.approvals = [
                    ApprovalRule(id: "chief", atLeast: money("700.00 EUR"), by: [.compliance], validDays: 9),
                    ApprovalRule(id: "boss", atLeast: money("500.00 EUR"), by: [.manager], validDays: 9),
                ]
            }
        }
        let welcome = Trigger.welcome(WelcomeTrigger())
        let everybody = LocalizedText(english: "everybody", chinese: "所有客户")
        let some = found(welcome, from: "500.00 EUR")
        #expect(
            some.map(\.problem)
                == [
                    .approvalAtOnce("r", for: everybody, lowest: money("500.00 EUR"), threshold: money("500.00 EUR"))
                ]
        )
        #expect(some.map(\.paths) == [["/rules/0/on", "/rules/0/gift", "/approvals/1/atLeast"]])
        #expect(
            some.first?.text.english
                == "“r” cannot leave at once: its gifts cost 500.00 EUR or more, and from 500.00 EUR on somebody has to "
                + "approve"
        )
        #expect(found(welcome, from: "499.99 EUR") == [])
        let lamp = Shop.catalog([Shop.gift("lamp", "600.00 EUR")])
        #expect(found(welcome, from: "499.99 EUR", lamp).count == 1, "no gift of the catalog costs less")
        #expect(found(birthday, from: "500.00 EUR") == [], "it is known long before")
    }

    @Test func `R-POL-10 Are where nobody can approve, as far as it is known who may`() {
        func found(_ approvers: [ApproverRole: Set<Identifier<Approval.Person>>]?) -> [PolicyFinding] {
            var background = PolicyBackground()
            background.approvers = approvers
            background.requesters = ["m-1", "m-2"]
            return findings([Shop.thanks], against: background) {
                $0.approvals = [
                    ApprovalRule(
                        id: "boss",
                        atLeast: money("500.00 EUR"),
                        by: [.manager, .compliance],
                        validDays: 9
                    )
                ]
            }
        }
        let title = LocalizedText(english: "compliance, manager", chinese: "合规、经理")
        #expect(found(nil) == [])
        #expect(found([:]).map(\.problem) == [.nobodyApproves(title)])
        #expect(found([:]).map(\.path) == ["/approvals/0/by"])
        #expect(found([.manager: ["m-1"]]).map(\.problem) == [.onlyRequesterApproves(title)])
        #expect(found([.manager: ["m-1"], .compliance: ["m-2"]]) == [])
        #expect(found([.manager: ["m-3"]]) == [])
    }

    // MARK: Time

    @Test func `R-POL-10 J155 Cannot be: a cart that is too old before it is due is a fault`() {
        var document = Shop.document
        document.rules = [rule("r", on: .cart(CartTrigger(untouchedMinutes: 180, withinHours: 3)))]
        #expect(document.faults.map(\.path) == ["/rules/0/on/cart/withinHours"])
    }

    @Test func `R-POL-10 J159 Are where a cap leaves a rule no turn behind one that always takes it`() {
        let spring = holiday("spring", .lunarFestival(.springFestival))
        func found(
            _ cap: Cap = Shop.cap(1, inDays: 365),
            festival: SegmentCondition = .all([]),
            when: SegmentCondition = .all([]),
            by trigger: Trigger? = nil
        ) -> [PolicyFinding.Problem] {
            findings([
                rule("spring-festival", 90, on: trigger ?? spring, when: festival, for: .festival),
                rule("birthday", 50, on: birthday, when: when, for: .birthday),
            ]) { $0.caps = [cap] }
            .map(\.problem)
            .filter { if case .starved = $0 { true } else { false } }
        }
        let starved = PolicyFinding.Problem.starved("birthday", by: ["spring-festival"], cap: "gifts")
        #expect(found() == [starved])
        #expect(found(Shop.cap(2, inDays: 365)) == [])
        #expect(found(Shop.cap(1, inDays: 300)) == [])
        #expect(found(festival: .tag("tea")) == [], "others have their birthday")
        #expect(found(festival: .tag("tea"), when: .tag("tea") && .tag("cake")) == [starved])
        #expect(found(by: holiday("gone", .listed([day("2026-10-01")]))) == [])
        #expect(found(by: .periodic(PeriodicTrigger(.calendarYear))) == [starved])
        #expect(found(by: silent) == [])
        var scope = CapScope.gifts
        scope.occasions = [.birthday]
        #expect(found(Cap(id: "gifts", atMost: 1, of: scope, in: .rolling(days: 365))) == [])
        #expect(found(Cap(id: "gifts", atMost: 1, of: .touches, in: .rolling(days: 365))) == [])
    }

    @Test func `R-POL-10 J159 Tell the places and somebody for whom it is so`() {
        let found = findings([
            rule("a", 90, on: .periodic(PeriodicTrigger(.calendarQuarter)), for: .maturity),
            rule("b", 50, on: silent, when: .tag("tea"), for: .reactivation),
        ]) { $0.caps = [Shop.cap(4, inDays: 365)] }
        #expect(found.map(\.problem) == [.starved("b", by: ["a"], cap: "gifts")])
        #expect(found.map(\.paths) == [["/rules/1", "/rules/0", "/caps/0"]])
        #expect(found.map(\.witness) == [.tag("tea")])
    }

    @Test func `R-POL-10 Are where the time of a gift runs out while a cap rests after another`() {
        func found(_ trigger: Trigger, _ cap: Cap = Shop.cap(1, inDays: 30), when: SegmentCondition = .all([])) -> [Rule
            .ID]
        {
            findings([
                rule("short", on: trigger, when: when),
                rule("other", on: silent, when: .tag("tea"), for: .reactivation),
            ]) { $0.caps = [cap] }
            .compactMap { if case .outwaited(let rule, _, _, _, _) = $0.problem { rule } else { nil } }
        }
        #expect(found(.tierReached("gold", withinDays: 29)) == ["short"])
        #expect(found(.tierReached("gold", withinDays: 30)) == [])
        #expect(found(.tierReached("gold", withinDays: 29), when: .not(.tag("tea"))) == [], "never the same customer")
        #expect(found(birthday) == ["short"])
        #expect(found(birthday, Shop.cap(1, inDays: 6)) == [])
        #expect(found(birthday, Shop.cap(2, inDays: 30)) == [])
        #expect(found(.welcome(WelcomeTrigger())) == [], "nothing comes before it")
        #expect(found(.cart(CartTrigger(untouchedMinutes: 120))) == [])
        #expect(found(.cart(CartTrigger(untouchedMinutes: 120, withinHours: 72))) == ["short"])
        #expect(found(.recovery(RecoveryTrigger(openDays: 14))) == ["short"])
        var exempt = Shop.cap(1, inDays: 30)
        exempt.exempt = ["short"]
        #expect(found(birthday, exempt) == [])
        var kinds = CapScope.gifts
        kinds.giftKinds = [.experience]
        #expect(found(birthday, Cap(id: "trips", atMost: 1, of: kinds, in: .rolling(days: 30))) == [])
    }

    @Test func `R-POL-10 Compare rules with days of their own in the year`() {
        let christmas = holiday("christmas", .annual(AnnualDate("--12-25")!, leapDay: .skip), leadDays: 14)
        let spring = holiday("spring", .lunarFestival(.springFestival), leadDays: 14)
        func lost(_ year: Int?, _ cap: Cap = Shop.cap(1, inDays: 30)) -> [PolicyFinding.Problem] {
            findings(
                [rule("christmas", 60, on: christmas), rule("spring", 60, on: spring)],
                against: PolicyBackground(year: year)
            ) { $0.caps = [cap] }
            .map(\.problem)
        }
        // In 2023 Spring Festival was on 22 January, in 2027 it is on 6 February.
        #expect(
            lost(2023) == [.outwaited("spring", by: ["christmas"], cap: "gifts", capDays: 30, validDays: 14)]
        )
        #expect(lost(2027) == [])
        #expect(lost(nil) == [])
        #expect(lost(2023, Shop.cap(1, inDays: 28)) == [], "28 days after Christmas it is 22 January")
        #expect(lost(2023, Cap(id: "month", atMost: 1, of: .gifts, in: .calendar(.month))) == [])
        #expect(lost(2023, Cap(id: "life", atMost: 1, of: .gifts, in: .lifetime)).count == 2, "whichever is later")
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `R-POL-10 Are what giving on each day of a campaign shows of another`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        func campaign(_ id: CampaignTrigger.ID) -> CampaignTrigger {
            let first = day("2027-01-05").adding(days: Int.random(in: 0...60, using: &random))!
            let last = first.adding(days: Int.random(in: 0...20, using: &random))!
            return CampaignTrigger(id, title: Shop.name(id.text), from: first, through: last)
        }
        for _ in 0..<10 {
            let (own, other, rest) = (campaign("own"), campaign("other"), Int.random(in: 1...40, using: &random))
            let priority = Int64.random(in: 40...60, using: &random)
            let told = findings(
                [rule("own", 50, on: .campaign(own)), rule("other", priority, on: .campaign(other))],
                against: PolicyBackground(year: 2027)
            ) { $0.caps = [Shop.cap(1, inDays: Int64(rest))] }
            .contains { if case .outwaited("own", _, _, _, _) = $0.problem { true } else { false } }
            let goesFirst = priority >= 50
            func days(of campaign: CampaignTrigger) -> [CalendarDate] {
                (0...campaign.firstDay.days(until: campaign.lastDay)).map { campaign.firstDay.adding(days: $0)! }
            }
            let isLost = days(of: other)
                .contains { given in
                    !days(of: own)
                        .contains { day in
                            day < given || day == given && !goesFirst || given.days(until: day) >= rest
                        }
                }
            #expect(told == isLost)
        }
    }

    @Test func `R-POL-10 Are where quiet hours last as long as a gift may leave`() throws {
        let night = try #require(QuietHours(from: TimeOfDay("22:00:00")!, until: TimeOfDay("08:00:00")!))
        func found(_ trigger: Trigger, at gate: ScheduleGate? = nil, by clock: QuietTimes.Clock = .customer)
            -> [PolicyFinding]
        {
            findings([rule("r", on: trigger, at: gate)]) { $0.quietTimes = QuietTimes(night, by: clock) }
        }
        func welcome(_ hours: Int64) -> Trigger { .welcome(WelcomeTrigger(withinHours: hours)) }
        #expect(found(welcome(10)).map(\.problem) == [.quietAtTimes(validSeconds: 36_000)])
        #expect(found(welcome(10)).map(\.paths) == [["/rules/0/on", "/quietTimes"]])
        #expect(found(welcome(11)) == [])
        #expect(found(.cart(CartTrigger(untouchedMinutes: 120, withinHours: 12))).count == 1)
        #expect(found(.cart(CartTrigger(untouchedMinutes: 120, withinHours: 13))) == [])
        let late = ScheduleGate(from: TimeOfDay("23:00:00"))
        let itself = Trigger.birthday(BirthdayTrigger(on: .around(from: 0, through: 0)))
        #expect(
            found(itself, at: late).map(\.problem)
                == [.quietThroughout(due: TimeOfDay("23:00:00")!, validSeconds: 3600)]
        )
        #expect(found(itself, at: late).map(\.severity) == [.error])
        #expect(found(itself, at: late).map(\.paths) == [["/rules/0/on", "/rules/0/schedule", "/quietTimes"]])
        #expect(found(itself, at: late, by: .policy) == [], "the customer's clock shows another time")
        #expect(found(birthday, at: late) == [], "it leaves the next morning")
        #expect(found(itself, at: ScheduleGate(from: TimeOfDay("21:00:00"))) == [])
    }

    // MARK: The calendar

    @Test func `R-POL-10 S02 Are where three days before a birthday lie outside of its week`() {
        let before = Trigger.birthday(BirthdayTrigger(on: .around(from: -3, through: -3)))
        let week = Trigger.birthday(BirthdayTrigger(on: .week(from: .monday)))
        func found(_ triggers: Trigger..., year: Int? = 2026) -> [PolicyFinding] {
            findings(
                triggers.enumerated().map { rule(Rule.ID("r\($0)")!, on: $1, for: .birthday) },
                against: PolicyBackground(year: year)
            )
        }
        let problem = PolicyFinding.Problem.outsideWindow(
            "r1",
            of: "r0",
            birthdays: 156,
            among: 365,
            year: 2026,
            weekdays: [.monday, .tuesday, .wednesday]
        )
        #expect(found(week, before).map(\.problem) == [problem])
        #expect(found(week, before).map(\.paths) == [["/rules/1/on", "/rules/0/on"]])
        #expect(found(before, week).count == 1)
        #expect(found(week, before, year: nil) == [])
        #expect(found(birthday, before) == [])
        let long = Trigger.birthday(BirthdayTrigger(on: .around(from: -14, through: -14)))
        #expect(found(week, long) == [], "never within the week, so it is meant")
    }

    @Test func `R-POL-10 Are where two holidays are given for at once, unless a group tells which`() {
        let national = holiday("national", .annual(AnnualDate("--10-01")!, leapDay: .skip), leadDays: 7)
        let autumn = holiday("autumn", .lunarFestival(.midAutumn), leadDays: 7)
        func found(_ year: Int?, when: SegmentCondition = .all([]), grouped: Bool = false) -> [PolicyFinding] {
            findings(
                [rule("autumn", on: autumn, when: when), rule("national", on: national, when: .tag("tea"))],
                against: PolicyBackground(year: year)
            ) {
                if grouped { $0.groups = [ConflictGroup(id: "g", keeping: .first, of: ["autumn", "national"])] }
            }
        }
        // Both were on 1 October 2020; in 2027 Mid-Autumn is on 15 September.
        #expect(
            found(2020).map(\.problem) == [.datesMeet("autumn", "national", day("2020-09-24")...day("2020-10-01"))]
        )
        #expect(found(2020).map(\.witness) == [.tag("tea")])
        #expect(
            found(2020).first?.text.english
                == "“autumn” and “national” come round at once from 2020-09-24 through 2020-10-01, for example: tag tea held"
        )
        #expect(found(2027) == [])
        #expect(found(nil) == [])
        #expect(found(2020, when: .not(.tag("tea"))) == [])
        #expect(found(2020, grouped: true) == [])
        #expect(found(2200) == [], "the lunar calendar is not known")
    }

    @Test func `R-POL-10 Tell of rules with the same triggers the first two that meet`() {
        let autumn = holiday("autumn", .lunarFestival(.midAutumn))
        let campaign = Trigger.campaign(
            CampaignTrigger("launch", title: Shop.name("Launch"), from: day("2027-09-01"), through: day("2027-09-03"))
        )
        let found = findings(
            [
                rule("silver", on: birthday, when: .tier(.equal, "silver")),
                rule("gold", on: birthday, when: .tier(.equal, "gold")),
                rule("autumn", on: autumn, when: .tier(.equal, "gold")), rule("all", on: autumn),
                rule("launch", on: campaign),
            ],
            against: PolicyBackground(year: 2027)
        )
        .filter {
            switch $0.problem {
            case .occasionsMeet, .datesMeet: true
            default: false
            }
        }
        #expect(found.map(\.paths) == [["/rules/2/on", "/rules/1/on"], ["/rules/4/on", "/rules/0/on"]])
    }

    @Test func `R-POL-10 Look at what makes sense in a document with faults`() {
        var document = Shop.document
        document.rules = [
            rule("a", on: .birthday(BirthdayTrigger(on: .around(from: .max, through: .min)))),
            rule("b", on: holiday("h", .lunarFestival(.qixi), leadDays: .min)),
            rule("c", on: .cart(CartTrigger(untouchedMinutes: .min, withinHours: .max))),
            rule("d", on: .tierReached("nowhere", withinDays: .min), giving: GiftSelection(at: [])),
            rule("e", on: .signal(SignalTrigger([], withinDays: .min)), restDays: .min),
            rule("e", on: .welcome(WelcomeTrigger(withinHours: .max))),
        ]
        document.caps = [Cap(id: "gifts", atMost: .min, of: .gifts, in: .rolling(days: .max))]
        document.quietTimes = QuietTimes(QuietHours(from: .midnight, until: TimeOfDay("08:00:00")!)!)
        var background = PolicyBackground(year: 12_345, catalog: Shop.gifts)
        background.audiences = ["a": .min, "b": .max]
        #expect(!document.faults.isEmpty)
        _ = document.findings(against: background)
    }
}
