import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Segmentation

/// Policies of all sorts, one for each seed, in which what one rule asks stands beside what others do.
enum PolicySamples {
    static let triggers: [Trigger] = [
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
    static let conditions: [SegmentCondition] = [
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
    static let segments = [
        Segment(id: "friends", name: Shop.name("Friends"), where: .tag("tea") || .score(.monetary, .atLeast, 4))
    ]
    static let guards: [Guard?] = [
        nil, Guard(id: "consent", .consent(to: Guard.usualPurposes)),
        Guard(id: "staff", .exclusion(.label("vip", .equal, .number(3)))),
        Guard(id: "staff", .exclusion(.label("vip", .equal, .number(3)), except: GuardExceptions(rules: ["r-0"]))),
        Guard(id: "open", .openComplaint()), Guard(id: "open", .openComplaint(except: GuardExceptions(rules: ["r-0"]))),
        Guard(
            id: "officials",
            for: GuardAudience(recipients: [.publicOfficial], jurisdictions: [CountryCode("CN")!]),
            .limit(GiftLimit(perGift: money("0.50 EUR"), allowsZeroCost: true))
        ), .limit("year", total: GiftLimit.Total(within: .calendarYear, amount: money("6.00 EUR"))),
        Guard(id: "age", .minimumAge(AgeLimit(years: 18))),
        Guard(id: "wine", .minimumAge(AgeLimit(years: 18, for: ["tea"]))),
        Guard(id: "child", .guardian(GuardianRule(under: 14))), Guard(id: "choice", .personalization(.withConsent)),
    ]
    static let caps: [[Cap]] = {
        var tightened = Cap(id: "d", atMost: 1, of: .gifts, in: .rolling(days: 3))
        tightened.afterDispleasure = FeedbackRule(forDays: 90, windowTimes: 12)
        var other = CapScope.gifts
        other.occasions = [.upgrade]
        var kinds = CapScope.gifts
        kinds.giftKinds = [.physical]
        return [
            [], [Shop.cap(1, inDays: 30)], [Cap(id: "all", atMost: 2, of: .everything, in: .rolling(days: 30))],
            [tightened], [Cap(id: "other", atMost: 1, of: other, in: .rolling(days: 30))],
            [Cap(id: "kinds", atMost: 1, of: kinds, in: .rolling(days: 60))],
            [Cap(id: "touches", atMost: 1, of: .touches, in: .rolling(days: 30))],
        ]
    }()
    static let coupon: Gift = {
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
    static let gifts: [Catalog] = [
        Shop.gifts,
        Shop.catalog([
            Shop.gift("card", "1.00 EUR"),
            coupon,
        ]),
    ]

    static func circumstances(_ seed: Int) -> Circumstances {
        var circumstances = Circumstances(at: Person.now, giving: gifts[seed % gifts.count], in: Zones.all)
        let days = day("2026-06-30")...day("2026-07-02")
        circumstances.switches = RuleSwitches(
            seed % 11 == 5 ? [RuleSwitch("r-0", to: .paused, at: Person.now.later(-Timestamp.day))] : []
        )
        circumstances.events = [
            OutsideEvent("e-1", .heatWave, title: Shop.name("heat"), on: days),
            OutsideEvent("e-2", .storm, title: Shop.name("storm"), on: days, for: .country(CountryCode("CN")!)),
            OutsideEvent("e-3", .coldSnap, title: Shop.name("cold"), on: days, for: .label("vip", .number(1))),
        ]
        return circumstances
    }

    static func rule(_ id: String, _ trigger: Trigger, _ condition: SegmentCondition, _ seed: Int) -> Rule {
        var selection = GiftSelection(from: money("0.00 EUR"), through: money("25.00 EUR"))
        if seed % 3 == 0 { selection.repeatDays = 60 }
        if seed % 7 == 5 { selection.kinds = [.coupon] }
        return Rule(
            id: Rule.ID(id)!,
            name: Shop.name(id),
            occasion: [Occasion.specialEvent, .birthday, .festival][seed % 3],
            goal: .loyalty,
            priority: Int64(50 + seed % 2),
            on: trigger,
            at: seed % 9 == 4 ? ScheduleGate(weekdays: [.friday]) : nil,
            when: condition,
            restDays: seed % 2 == 0 ? 20 : nil,
            giving: selection
        )
    }

    private static let quiet = QuietTimes(
        QuietHours(from: TimeOfDay("10:00:00")!, until: TimeOfDay("15:00:00")!)!,
        by: .customer
    )

    /// Policies of two rules of all sorts, in a group or not.
    static func policy(_ seed: Int) -> Policy {
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
            if seed % 7 == 3 { document.holdOuts = [HoldOut(id: "h", seed: Identifier("h/\(seed)")!, buckets: 5000)] }
            if seed % 11 == 2 {
                document.experiments = [Experiment(id: "mug-vs-tea", seed: "m/1", splitting: ["mug", "tea"])]
                document.rules[0].arm = RuleArm(seed % 2 == 0 ? "mug" : "tea", of: "mug-vs-tea")
            }
            if seed % 8 == 6 { document.quietTimes = quiet }
            if seed % 4 == 1 {
                document.groups = [ConflictGroup(id: "g", keeping: seed % 8 == 1 ? .best : .first, of: ["r-0", "r-1"])]
            }
        }
    }
}
