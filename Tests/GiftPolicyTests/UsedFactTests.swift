import GiftModel
import GiftPolicy
import GiftTesting
import Segmentation
import Testing

@Suite struct `The facts that a policy uses` {
    private static let triggers: [Trigger] = [
        .periodic(PeriodicTrigger(.calendarYear)), .periodic(PeriodicTrigger(.calendarQuarter)),
        .periodic(PeriodicTrigger(.calendarMonth)), .birthday(BirthdayTrigger(on: .around(from: -3, through: 3))),
        .anniversary(AnniversaryTrigger(of: .registration, on: .around(from: -3, through: 3))),
        .anniversary(AnniversaryTrigger(of: .firstPurchase, on: .around(from: -40, through: 40))),
        .anniversary(AnniversaryTrigger(of: .cooperation, on: .around(from: -3, through: 3))),
        .campaign(CampaignTrigger("c", title: Shop.name("c"), from: day("2026-06-01"), through: day("2026-08-01"))),
        .campaign(
            CampaignTrigger(
                "d",
                title: Shop.name("d"),
                from: day("2026-06-01"),
                through: day("2026-08-01"),
                for: .attended("fair")
            )
        ),
        .cart(CartTrigger(atLeast: money("50.00 EUR"))), .event(EventTrigger(.heatWave)),
        .event(EventTrigger(.storm)), .event(EventTrigger(.coldSnap)), .firstOrder(withinDays: 30),
        .holiday(
            HolidayTrigger(
                "day",
                Holiday(
                    title: Shop.name("day"),
                    rule: .listed([day("2026-07-03")]),
                    observance: .actualDay
                ),
                leadDays: 5,
                for: .chineseCustom
            )
        ),
        .inactive(moreThanDays: 60), .inactive(moreThanDays: 60, countingRegistration: true),
        .moment(.interaction(SignalTrigger.Act(.view), withinDays: 7)), .moment(.order(withinDays: 7)),
        .moment(.comeback(afterDays: 90, withinDays: 20)), .moment(.stage([.dormant, .growing], withinDays: 30)),
        .moment(.churn([])), .recovery(RecoveryTrigger(afterHours: 72)), .rhythm(RhythmTrigger(times: Ratio("1")!)),
        .signal(SignalTrigger([SignalTrigger.Act(.view), SignalTrigger.Act(.share)], withinDays: 7)),
        .spend(SpendTrigger(atLeast: money("500.00 EUR"), spend: .net, of: .order(withinDays: 30))),
        .spend(SpendTrigger(atLeast: money("500.00 EUR"), spend: .net, of: .window(.lifetime))),
        .tierReached("silver", withinDays: 60), .welcome(WelcomeTrigger()),
        .periodic(PeriodicTrigger(.every("P1Y", from: .event(.registration)), openDays: 20)),
    ]
    private static let conditions: [SegmentCondition] = [
        .all([]), .count(.orders, .atLeast, 2), .count(.complaints, .atLeast, 1),
        .count(.interactions(.view), inDays: 30, .atLeast, 1), .amount(.net, .atLeast, money("100.00 EUR")),
        .daysSinceLastPurchase(.above, 20), .score(.frequency, .atLeast, 3), .score("service", .atLeast, 3),
        .stage(in: [.new, .growing, .mature]), .tier(.atLeast, "silver"), .valueBand(in: [.high, .medium]),
        .quadrant(in: [ValueQuadrant.allCases[0], ValueQuadrant.allCases[1]]), .tag("tea"),
        .label("vip", .atLeast, .number(2)), .trait(.customerKind, in: ["person"]), .trait(.industry, in: ["tea"]),
        .trait(.jobRole, in: ["purchaser"]), .trait(.recipientKind, in: ["privatePerson"]),
        .trait(.country, in: ["CN"]), .trait(.jurisdiction, in: ["CN"]), .trait(.language, in: ["zh"]),
        .trait(.employees, .atLeast, 100), .trait(.age, .atLeast, 18), .trait(.daysSinceRegistration, .below, 100),
        .known(.trait(.birthdayMonth)), .segment("friends"), .not(.segment("friends")),
    ]
    private static let segments = [
        Segment(id: "friends", name: Shop.name("Friends"), where: .tag("tea") || .score(.monetary, .atLeast, 4))
    ]
    private static let guards: [Guard?] = [
        nil, Guard(id: "consent", .consent(to: Guard.usualPurposes)),
        Guard(id: "staff", .exclusion(.label("vip", .equal, .number(3)))),
        Guard(id: "staff", .exclusion(.label("vip", .equal, .number(3)), except: GuardExceptions(rules: ["r-0"]))),
        Guard(id: "open", .openComplaint()), Guard(id: "open", .openComplaint(except: GuardExceptions(rules: ["r-0"]))),
        Guard(
            id: "officials",
            for: GuardAudience(recipients: [.publicOfficial], jurisdictions: [CountryCode("CN")!]),
            .limit(GiftLimit(perGift: money("5.00 EUR"), allowsZeroCost: true))
        ), .limit("year", total: GiftLimit.Total(within: .calendarYear, amount: money("6.00 EUR"))),
        Guard(id: "age", .minimumAge(AgeLimit(years: 18))),
        Guard(id: "wine", .minimumAge(AgeLimit(years: 18, for: ["tea"]))),
        Guard(id: "child", .guardian(GuardianRule(under: 14))), Guard(id: "choice", .personalization(.withConsent)),
    ]
    private static let caps: [[Cap]] = {
        var tightened = Cap(id: "d", atMost: 1, of: .gifts, in: .rolling(days: 3))
        tightened.afterDispleasure = FeedbackRule(forDays: 90, windowTimes: 12)
        var other = CapScope.gifts
        other.occasions = [.upgrade]
        return [
            [], [Shop.cap(1, inDays: 30)], [Cap(id: "all", atMost: 2, of: .everything, in: .rolling(days: 30))],
            [tightened], [Cap(id: "other", atMost: 1, of: other, in: .rolling(days: 30))],
            [Cap(id: "touches", atMost: 1, of: .touches, in: .rolling(days: 30))],
        ]
    }()
    private static let coupon: Gift = {
        var gift = Gift(
            id: "tea",
            name: Shop.name("tea"),
            kind: .coupon,
            cost: LandedCost(goods: 4_00, in: .eur)!,
            stock: 9
        )!
        gift.restrictions = GiftRestrictions(
            minimumAge: 16,
            exceptCountries: [CountryCode("GB")!],
            exceptRecipients: [.publicOfficial],
            onlyJobRoles: [.purchaser],
            exceptCultures: [.islam]
        )!
        return gift
    }()
    private static let gifts: [Catalog] = [
        Shop.gifts,
        Shop.catalog([
            Shop.gift("card", "1.00 EUR"),
            coupon,
        ]),
    ]

    private static func circumstances(_ seed: Int) -> Circumstances {
        var circumstances = Circumstances(at: Person.now, giving: gifts[seed % gifts.count], in: Zones.all)
        let days = day("2026-06-30")...day("2026-07-02")
        circumstances.events = [
            OutsideEvent("e-1", .heatWave, title: Shop.name("heat"), on: days),
            OutsideEvent("e-2", .storm, title: Shop.name("storm"), on: days, for: .country(CountryCode("CN")!)),
            OutsideEvent("e-3", .coldSnap, title: Shop.name("cold"), on: days, for: .label("vip", .number(1))),
        ]
        return circumstances
    }

    private static func rule(_ id: String, _ trigger: Trigger, _ condition: SegmentCondition, _ seed: Int) -> Rule {
        var selection = GiftSelection(from: money("0.00 EUR"), through: money("25.00 EUR"))
        if seed % 3 == 0 { selection.repeatDays = 60 }
        return Rule(
            id: Rule.ID(id)!,
            name: Shop.name(id),
            occasion: [Occasion.specialEvent, .birthday, .festival][seed % 3],
            goal: .loyalty,
            priority: Int64(50 + seed % 2),
            on: trigger,
            when: condition,
            restDays: seed % 2 == 0 ? 20 : nil,
            giving: selection
        )
    }

    /// Policies of two rules of all sorts, in a group or not.
    private static func policy(_ seed: Int) -> Policy {
        Shop.policy { document in
            document.labels = [SegmentLabel(id: "vip", numbers: 0...3)]
            document.segments = segments
            document.rules = [
                rule(
                    "r-0",
                    seed % 2 == 0 ? triggers[seed / 2 % triggers.count] : triggers[seed % 3],
                    seed % 2 == 0 ? .all([]) : conditions[seed / 2 % conditions.count],
                    seed
                ), rule("r-1", triggers[seed % triggers.count], conditions[seed % conditions.count], seed + 1),
            ]
            document.guards = [guards[seed / 3 % guards.count]].compactMap(\.self)
            document.caps = caps[seed / 5 % caps.count]
            document.worth.frequency = seed % 3 == 0 ? 0 : 10
            document.worth.kind = seed % 5 == 0 ? 50 : 0
            document.complaints = nil
            if seed % 4 == 1 { document.groups = [ConflictGroup(id: "g", keeping: .best, of: ["r-0", "r-1"])] }
        }
    }

    private static func word(of rule: Rule.ID, in decision: Decision) -> [AnyHashable] {
        decision.candidates.filter { $0.rule == rule }.map { $0 as AnyHashable }
            + decision.refusals.filter { $0.rule == rule }.map { $0 as AnyHashable }
    }

    @Test func `R-POL-11 Are all that there are: another fact that is not listed changes nothing, and each listed can`()
    {
        var turning: Set<AskedFact> = []
        for seed in 0..<160 {
            var random = SeededGenerator(seed: UInt64(seed))
            let (policy, circumstances) = (Self.policy(seed), Self.circumstances(seed))
            let person = Person.random(using: &random)
            let decision = policy.decision(for: person.facts(), under: circumstances)
            let used = Dictionary(
                uniqueKeysWithValues: policy.document.rules.map { rule in
                    (rule.id, Set(policy.factsUsed(by: rule.id, under: circumstances)!))
                }
            )
            for fact in Person.facts {
                var other = person
                other.change(fact, using: &random)
                let changed = policy.decision(for: other.facts(), under: circumstances)
                for rule in policy.document.rules {
                    let isSame = Self.word(of: rule.id, in: decision) == Self.word(of: rule.id, in: changed)
                    if used[rule.id]!.contains(fact) {
                        if !isSame { turning.insert(fact) }
                    } else {
                        #expect(isSame, "seed \(seed): \(fact.name) is not listed, and decides on \(rule.id)")
                    }
                }
            }
            #expect(decision.factsUsed == used.values.reduce(into: Set()) { $0.formUnion($1) }.sorted())
        }
        let missing = Person.facts.filter { !turning.contains($0) }
        #expect(missing.isEmpty, "listed, and never decided anything: \(missing.map(\.name.text))")
    }

    @Test func `R-POL-11 Are listed for each rule, and for all of them`() throws {
        let birthday = Self.rule("r-0", Self.triggers[3], .tier(.atLeast, "silver"), 1)
        let policy = Shop.policy {
            $0.rules = [birthday]
            $0.guards = [Guard(id: "consent", .consent(to: Guard.usualPurposes))]
            $0.caps = []
        }
        let circumstances = Circumstances(at: Person.now, giving: Shop.gifts, in: Zones.all)
        let facts = try #require(policy.factsUsed(by: "r-0", under: circumstances))
        #expect(
            facts.map(\.title.english) == [
                "birthday", "consents", "earlier gifts", "quiet hours asked for", "frequency score", "monetary score",
                "tier", "time zone",
            ]
        )
        #expect(
            facts.map(\.title.chinese) == ["生日", "同意记录", "以往礼品", "要求的免打扰时段", "频度得分", "额度得分", "等级", "时区"]
        )
        #expect(policy.factsUsed(under: circumstances) == facts)
        #expect(policy.factsUsed(by: "r-1", under: circumstances) == nil)
        let decision = policy.decision(for: Person().facts(), under: circumstances)
        #expect(decision.factsUsed == facts)
        #expect(decision.factsUsed(by: "r-0") == facts)
        #expect(decision.factsUsed(by: "r-1") == nil)
    }

    @Test func `R-POL-11 Are the zone alone where the customer's day is not known`() {
        let policy = Shop.policy()
        let facts = Shop.facts([("2011-12-01", 1_00)])
        let nowhere = policy.decision(for: facts, under: Circumstances(at: Person.now, giving: Shop.gifts, in: []))
        #expect(nowhere.factsUsed == [.zone])
        #expect(nowhere.factsUsed(by: "welcome") == [.zone])
        #expect(nowhere.factsUsed(by: "r-9") == nil)
    }

    @Test func `R-POL-11 Hold the complaints of the customer where a policy has deadlines for them`() {
        let policy = Shop.policy { $0.complaints = ComplaintDeadlines() }
        let circumstances = Circumstances(at: Person.now, giving: Shop.gifts, in: Zones.all)
        #expect(policy.factsUsed(under: circumstances).contains(.complaints))
        #expect(!Shop.policy().factsUsed(under: circumstances).contains(.complaints))
    }

    @Test func `R-DATA-06 Fill the report on the use of data, each with source and date, in both languages`() throws {
        let known = [
            UsedFact("birthday", from: "registration", on: day("2024-05-01")),
            UsedFact("industry", from: "registration", on: day("2024-05-01")),
            UsedFact("tier", from: "tier-ladder", on: day("2026-06-30")),
        ]
        let asked: [AskedFact] = [.tier, .birthday, .label("vip")]
        let used = asked.used(among: known, orFrom: "crm", on: Person.today)
        #expect(used == [known[0], UsedFact("label/vip", from: "crm", on: Person.today), known[2]])
        let use = try #require(
            DataUse(
                of: "c-1",
                for: .giftDelivery,
                in: .rule(RuleReference(policy: Shop.policy().reference, rule: "birthday")),
                facts: used,
                under: Guarded.consents(),
                at: Person.now
            )
        )
        let account = use.account { AskedFact($0)?.title }
        #expect(
            Phrasebook.dataUse.texts(of: account.dropLast(), for: .customer, in: .english) == [
                "birthday was used, from registration, as of 2024-05-01",
                "label vip was used, from crm, as of 2026-07-01", "tier was used, from tier-ladder, as of 2026-06-30",
            ]
        )
        #expect(
            Phrasebook.dataUse.texts(of: account.prefix(1), for: .customer, in: .chinese)
                == ["使用了生日，来源：registration，日期：2024-05-01"]
        )
    }

    @Test func `R-POL-11 Have names and titles of their own, by which they are found again`() {
        #expect(Set(Person.facts.map(\.name)).count == Person.facts.count)
        for language in Language.allCases {
            #expect(Set(Person.facts.map { $0.title[language] }).count == Person.facts.count)
        }
        for fact in Person.facts { #expect(AskedFact(fact.name) == fact) }
        for name: Identifier<Fact> in ["limit", "labels/vip", "label", "label/", "birthday/1"] {
            #expect(AskedFact(name) == nil)
        }
        let long = AskedFact.label(Identifier(String(repeating: "l", count: 255))!)
        #expect(long.name.text.hasPrefix("label/#"))
        #expect(Person.facts.sorted() == Person.facts.sorted { $0.name < $1.name })
    }
}
