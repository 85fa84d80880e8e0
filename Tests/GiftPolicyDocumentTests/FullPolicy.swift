import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Segmentation

/// A document that says something in every place that there is.
enum FullPolicy {
    private static func text(_ english: String, _ chinese: String) -> LocalizedText {
        LocalizedText(english: english, chinese: chinese)
    }

    private static let tiers = Shop.trapping {
        try TierLadder(
            base: Tier(id: "standard", name: text("Standard", "普通")),
            rungs: [
                TierRung(Tier(id: "silver", name: text("Silver", "银卡")), atLeast: money("500.00 EUR")),
                TierRung(
                    Tier(id: "gold", name: text("Gold", "金卡")),
                    atLeastAnyOf: [
                        TierGoal(spend: money("2000.00 EUR"), orders: 4),
                        TierGoal(spend: money("900.00 EUR"), points: 300, interactions: 20),
                    ],
                    keptByAnyOf: [TierGoal(spend: money("600.00 EUR"))],
                    benefits: [TierBenefit(id: "adviser", name: text("Own adviser", "专属客服"))],
                    pointsFactor: Ratio("3/2")!
                ),
            ],
            spend: .net,
            window: .calendarYear,
            rules: TierRules(
                reviews: .periodEnd,
                upgrades: .atReview,
                refunds: .atReview,
                landing: .floor("silver"),
                grace: "P3M",
                consumesShortfall: true,
                rollsOver: true
            )
        )
    }

    private static let stages = Shop.trapping {
        try StageRules(
            [
                StageRule(.churned, when: [.daysSinceLastPurchase(.above, 365), .purchaseDays(.atLeast, 1)]),
                StageRule(
                    .dormant,
                    when: [.ownRhythm(.above, Ratio("3/1")!), .activityBelow(Ratio("1/4")!)],
                    stays: [.purchaseDaysInWindow(.atMost, 0), .purchaseDaysInWindowBefore(.equal, 2)]
                ),
                StageRule(.growing, when: [.windowRatio(.above, Ratio("3/2")!), .activityAtLeast(Ratio("1/2")!)]),
                StageRule(.new, when: [.daysSinceFirstPurchase(.atMost, 30)]),
            ],
            otherwise: .mature,
            comparedDays: 90,
            minimumGaps: 3,
            minimumStayDays: 14,
            enteredAtOnce: [.churned],
            changesOnPurchase: true
        )
    }

    private static var caps: [Cap] {
        var scope = CapScope.gifts
        scope.rules = ["r-0"]
        scope.occasions = [.festival]
        scope.giftKinds = [.physical, .coupon]
        scope.gifts = ["watch"]
        var full = Cap(id: "full", atMost: 2, of: scope, in: .calendar(.quarter))
        full.states = [.dispatched, .approved]
        full.exempt = ["r-1"]
        full.afterDispleasure = FeedbackRule(forDays: 90, windowTimes: 3)
        var mails = CapScope.touches
        mails.channels = [.email]
        return [full, Cap(id: "mails", atMost: 2, of: mails, in: .rolling(days: 7))]
    }

    private static var guards: [Guard] {
        let audience = GuardAudience(recipients: [.publicOfficial], jurisdictions: [CountryCode("CN")!])
        let total = GiftLimit.Total(within: .rolling("P12M"), amount: money("500.00 EUR"), count: 4)
        return [
            Guard(id: "consent", .consent(to: [.marketing, .giftDelivery])),
            Guard(
                id: "staff",
                .exclusion(.segment("loyal"), except: GuardExceptions(rules: ["r-0"], occasions: [.recovery]))
            ),
            Guard(id: "complaints", .openComplaint(except: GuardExceptions(rules: ["r-1"]))),
            Guard.limit(
                "officials",
                for: audience,
                perGift: "200.00 EUR",
                total: total,
                override: .approval("manager")
            ),
            Guard(id: "age", .minimumAge(AgeLimit(years: 18, for: ["wine"]))),
            Guard(id: "minors", .guardian(GuardianRule(under: 14))),
            Guard(id: "choice", .personalization(.unlessObjected)),
        ]
    }

    private static var holdOut: HoldOut {
        var holdOut = HoldOut(id: "global", seed: "global/1", buckets: 500)
        holdOut.exemptRules = ["r-1"]
        holdOut.exemptOccasions = [.recovery]
        return holdOut
    }

    private static var example: PolicyExample {
        var customer = ExampleCustomer()
        customer.history = [
            ExampleActivity(.order(money("30000.00 EUR")), daysAgo: 91),
            ExampleActivity(.cart(money("20.00 EUR")), hoursAgo: 3),
            ExampleActivity(.interaction(.view, about: "ski"), daysAgo: 2),
            ExampleActivity(.complaint(.opened), daysAgo: 9), ExampleActivity(.complaint(.resolved), daysAgo: 8),
            ExampleActivity(.gift(by: "r-1"), daysAgo: 400),
        ]
        customer.birthday = Birthday(.solar(AnnualDate("--03-04")!), bornIn: 1980)
        customer.registeredDaysAgo = 800
        customer.kind = .person
        customer.industry = "retail"
        customer.jobRole = .decisionMaker
        customer.recipientKind = .publicOfficial
        customer.country = CountryCode("CN")
        customer.jurisdiction = CountryCode("CN")
        customer.language = LanguageTag("zh")
        customer.employees = 250
        customer.cultures = [.islam]
        customer.consents = [.marketing, .giftDelivery]
        customer.labels = ["nps": .number(9), "group": .word("x")]
        customer.tags = ["ski"]
        customer.scores = ["recency": 5, "frequency": 4, "monetary": 3, "own": 2]
        customer.valueBand = .high
        customer.quadrant = ValueQuadrant.allCases[0]
        return PolicyExample(
            text("Quiet", "沉默"),
            of: customer,
            asOf: day("2027-03-01"),
            at: TimeOfDay("09:30:00")!,
            expecting: ["r-0": .notDue]
        )
    }

    static let experiment = Experiment(
        id: "mug-vs-tea",
        seed: "mug-vs-tea/1",
        splitting: ["mug", "tea"],
        plan: ExperimentPlan(
            hypothesis: text("More buy again", "更多复购"),
            decision: text("Mugs for all", "全部送杯"),
            measure: .repurchase,
            against: "tea",
            baseline: .percent(9),
            effect: .percent(3),
            horizon: .fixed(customers: 20_000),
            writtenOn: day("2026-12-15"),
            startsOn: day("2027-01-01")
        )
    )

    /// One rule for each of the triggers; the first says something in every place that there is.
    static let rules = SampleRules.triggers.enumerated()
        .map { index, trigger -> Rule in
            guard index == 0 else { return plain(index, on: trigger) }
            var selection = GiftSelection([.physical], from: money("1.00 EUR"), through: money("9.00 EUR"))
            selection.gifts = ["cup"]
            selection.characters = [.keepsake]
            selection.horizon = .reward
            selection.repeatDays = 90
            selection.choices = 2
            var other = GiftSelection(at: [
                GiftPrice(from: money("2.00 EUR"), through: money("3.00 EUR"), for: ["gold"])
            ])
            other.kinds = [.coupon]
            selection.substitutes = [other]
            var rule = Rule(
                id: Rule.ID("r-\(index)")!,
                name: text("Rule \(index)", "规则\(index)"),
                occasion: .festival,
                goal: .loyalty,
                priority: 50,
                on: trigger,
                at: ScheduleGate(
                    weekdays: [.monday],
                    workdays: true,
                    from: TimeOfDay("09:00:00"),
                    until: TimeOfDay("12:00:00")
                ),
                when: .all([
                    .amount(.sales, inDays: 90, .atLeast, money("100.00 EUR")), .not(.tag("ski")), .segment("loyal"),
                    .any([.known(.label("nps")), .oneOf(.label("group"), ["x"])]), .tier(.atLeast, "gold"),
                    .compared(.change(.interactions(.view, in: .app), inDays: 30), .below, .ratio(Ratio("1/2")!)),
                ]),
                restDays: 180,
                giving: selection,
                budget: money("100.00 EUR")
            )
            var greeting = TouchPlan(.greeting, by: [.weCom, .email])
            greeting.startsWithPreferred = true
            greeting.content = "birthday"
            greeting.validHours = 24
            greeting.oncePer = .calendar(.quarter)
            rule.target = .claim
            rule.offer = OfferPlan(claimDays: 14, reminderDays: [7, 10], lock: "second-order")
            rule.arm = RuleArm("mug", of: "mug-vs-tea")
            rule.touches = [greeting]
            rule.tasks = [StaffTask("call", for: .adviser, by: .telephone, withinHours: 48)]
            var survey = FollowUpStep(id: "survey", after: .delivered, hours: 72, .touch(greeting))
            survey.withinHours = 240
            survey.stops = [.answered]
            let thanks = StaffTask("thanks", for: .manager, withinHours: 24)
            rule.followUps = [survey, FollowUpStep(id: "thanks", after: .used, hours: 1, .task(thanks))]
            return rule
        }

    private static func plain(_ index: Int, on trigger: Trigger) -> Rule {
        Rule(
            id: Rule.ID("r-\(index)")!,
            name: text("Rule \(index)", "规则\(index)"),
            occasion: .festival,
            goal: .loyalty,
            priority: 50,
            on: trigger,
            when: .all([]),
            giving: GiftSelection(from: money("1.00 EUR"), through: money("9.00 EUR"))
        )
    }

    static let document = PolicyDocument(
        id: "shop",
        version: 3,
        name: text("Shop", "商店"),
        defaults: PolicyDefaults(zone: "UTC", leapDay: .dayBefore, leapMonth: .regular, shortMonth: .lastDay),
        stages: stages,
        tiers: tiers,
        guards: guards,
        approvals: [
            ApprovalRule(
                id: "manager",
                atLeast: money("100.00 EUR"),
                by: ["manager"],
                validDays: 30,
                tolerance: Share("1/20")!
            )
        ],
        caps: caps,
        groups: [
            ConflictGroup(id: "g", keeping: .stack(2), of: ["r-0", "r-1", "r-2"]),
            ConflictGroup(id: "h", keeping: .best, of: ["r-3", "r-4"]),
        ],
        quietTimes: QuietTimes(QuietHours(from: TimeOfDay("22:00:00")!, until: TimeOfDay("08:00:00")!)!, by: .policy),
        complaints: ComplaintDeadlines(
            answerMinutes: 120,
            answerMinutesByChannel: [.weCom: 60],
            solutionMinutes: 1440,
            followUpMinutes: 2880,
            escalateAfterMinutes: 240
        ),
        holdOuts: [holdOut],
        experiments: [experiment],
        worth: Shop.trapping {
            try Wire.read(
                WorthRules.self,
                from: #"{"frequency":11,"gift":2,"kind":3,"monetary":12,"price":101,"rule":4}"#
            )
        },
        budget: money("1000.00 EUR"),
        labels: [
            SegmentLabel(id: "nps", numbers: 0...10), SegmentLabel(id: "group", words: ["x", "y"]),
            SegmentLabel(id: "since", kind: .date),
        ],
        segments: [
            Segment(id: "loyal", name: text("Loyal", "忠诚"), where: .count(.orders, inDays: 90, .atLeast, 2)),
            Segment(id: "quiet", name: text("Quiet", "沉默"), where: .stage(in: [.dormant])),
        ],
        rules: Array(rules.prefix(5)),
        examples: [example]
    )
}
