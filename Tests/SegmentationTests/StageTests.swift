import GiftModel
import GiftTesting
import Segmentation
import Testing

@Suite struct `A stage` {
    static let rules = {
        do {
            return try StageRules(newThroughDays: 30, dormantAfterDays: 90, churnedAfterDays: 365, comparedDays: 90)
        } catch {
            preconditionFailure("\(error)")
        }
    }()

    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let events: [Shop.Event]
        let stage: Stage?
        let reason: String

        init(_ name: String, _ events: [Shop.Event], is stage: Stage?, because reason: String) {
            (self.testDescription, self.events, self.stage, self.reason) = (name, events, stage, reason)
        }
    }

    // All as of 2011-12-10: 90 days before is 2011-09-11, 365 days before is 2010-12-10, and the window of 90
    // days that ends on that day begins on 2011-09-12.
    @Test(arguments: [
        Case("nothing at all", [], is: .prospect, because: "nothing was bought yet"),
        Case("returns alone", [("2011-12-01", -1)], is: nil, because: "only returns are known, no purchase"),
        Case("not yet", [("2011-12-11", 1)], is: .prospect, because: "nothing was bought yet"),
        Case(
            "366 days of silence",
            [("2010-12-09", 1)],
            is: .churned,
            because: "last purchase 366 days ago, on 2010-12-09, more than 365 days"
        ),
        Case(
            "365 days of silence",
            [("2010-12-10", 1)],
            is: .dormant,
            because: "last purchase 365 days ago, on 2010-12-10, more than 90 days"
        ),
        Case(
            "91 days of silence",
            [("2011-09-10", 1)],
            is: .dormant,
            because: "last purchase 91 days ago, on 2011-09-10, more than 90 days"
        ),
        Case(
            "90 days of silence",
            [("2011-09-11", 1)],
            is: .mature,
            because: "bought on 0 of the last 90 days, after 1: steady"
        ),
        Case(
            "half as many",
            [("2011-07-01", 1), ("2011-08-01", 1), ("2011-10-01", 1)],
            is: .declining,
            because: "bought on 1 of the last 90 days, after 2: down by half or more"
        ),
        Case(
            "just more than half as many",
            [("2011-07-01", 1), ("2011-08-01", 1), ("2011-09-01", 1), ("2011-10-01", 1), ("2011-10-02", 1)],
            is: .mature,
            because: "bought on 2 of the last 90 days, after 3: steady"
        ),
        Case("30 days old", [("2011-11-10", 1)], is: .new, because: "first purchase 30 days ago, within 30 days"),
        Case(
            "31 days old",
            [("2011-11-09", 1)],
            is: .growing,
            because: "bought on 1 of the last 90 days, after 0: up"
        ),
        Case(
            "as before",
            [("2011-09-11", 1), ("2011-09-12", 1)],
            is: .mature,
            because: "bought on 1 of the last 90 days, after 1: steady"
        ),
    ])
    func `R-SEG-03 Is that of the first rule that holds`(customer: Case) {
        let assessment = Self.rules.assessment(of: Shop.summary(customer.events).days(asOf: day("2011-12-10")))
        #expect(assessment.stage == customer.stage)
        #expect(assessment.reason.text(in: .english, from: .segmentation) == customer.reason)
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func `R-SEG-03 Agrees with the rules said naively`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let asOf = day("2011-12-10")
        let ages = (0..<Int.random(in: 0...6, using: &random)).map { _ in Int.random(in: -5...400, using: &random) }
        let summary = Shop.summary(ages.map { (asOf.adding(days: -$0)!.description, 100) })

        let visible = Set(ages.filter { $0 >= 0 })
        let now = visible.count { $0 < 90 }
        let before = visible.count { (90..<180).contains($0) }
        let naive: Stage =
            switch (visible.min(), visible.max()) {
            case (nil, _), (_, nil): .prospect
            case (let last?, _) where last > 365: .churned
            case (let last?, _) where last > 90: .dormant
            case _ where before >= 2 && now * 2 <= before: .declining
            case (_, let first?) where first <= 30: .new
            case _ where now > before: .growing
            default: .mature
            }
        #expect(Self.rules.assessment(of: summary.days(asOf: asOf)).stage == naive)
    }

    @Test func `R-SEG-03 Has boundaries in order and in range`() throws {
        #expect(throws: StageRulesError.outOfRange(days: 0)) {
            try StageRules(newThroughDays: 0, dormantAfterDays: 90, churnedAfterDays: 90, comparedDays: 90)
        }
        #expect(throws: StageRulesError.outOfRange(days: 36_501)) {
            try StageRules(newThroughDays: 1, dormantAfterDays: 90, churnedAfterDays: 91, comparedDays: 36_501)
        }
        let error = StageRulesError.churnedBeforeDormant(dormantAfterDays: 90, churnedAfterDays: 90)
        #expect(throws: error) {
            try StageRules(newThroughDays: 1, dormantAfterDays: 90, churnedAfterDays: 90, comparedDays: 1)
        }
        #expect("\(error)" == "churned after `90` days does not come later than dormant after `90` days")
        #expect("\(StageRulesError.outOfRange(days: 0))" == "`0` is not 1 through 36500 days")
    }

    struct Ruled: CustomTestStringConvertible {
        let testDescription: String
        let when: [StageCondition]
        let english: String
        let chinese: String

        init(_ name: String, _ when: [StageCondition], _ english: String, _ chinese: String) {
            (self.testDescription, self.when, self.english, self.chinese) = (name, when, english, chinese)
        }
    }

    /// Five purchase days with gaps of 30, 30, 31 and 20 days, and 45 days of silence on 2026-06-04.
    static let regular = Shop.summary([
        ("2025-12-31", 1), ("2026-01-30", 1), ("2026-03-01", 1), ("2026-04-01", 1), ("2026-04-20", 1),
        ("2026-04-20", 1),
    ])

    static func ruled(
        _ rules: [StageRule],
        minimumStayDays: Int = 0,
        enteredAtOnce: Set<Stage> = [],
        changesOnPurchase: Bool = false
    ) -> StageRules {
        do {
            return try StageRules(
                rules,
                otherwise: .mature,
                comparedDays: 90,
                minimumGaps: 3,
                minimumStayDays: minimumStayDays,
                enteredAtOnce: enteredAtOnce,
                changesOnPurchase: changesOnPurchase
            )
        } catch {
            preconditionFailure("\(error)")
        }
    }

    @Test(arguments: [
        Ruled(
            "age",
            [.daysSinceFirstPurchase(.above, 100)],
            "first purchase 155 days ago, above 100 days",
            "首次购买距今155天，高于100天"
        ),
        Ruled("count", [.purchaseDays(.atLeast, 5)], "purchase days: 5, at least 5", "共购买5天，不低于5"),
        Ruled(
            "silence",
            [.daysSinceLastPurchase(.atMost, 45)],
            "last purchase 45 days ago, on 2026-04-20, at most 45 days",
            "上次购买于2026-04-20，距今45天，不高于45天"
        ),
        Ruled(
            "own rhythm",
            [.ownRhythm(.above, .percent(149))],
            "last purchase 45 days ago, 1.5 times the usual gap of 30 days, above 1.49",
            "上次购买距今45天，为惯常间隔30天的1.5倍，高于1.49"
        ),
        Ruled(
            "last window",
            [.purchaseDaysInWindow(.equal, 2)],
            "bought on 2 of the last 90 days, exactly 2",
            "近90天购买2天，等于2"
        ),
        Ruled(
            "window before",
            [.purchaseDaysInWindowBefore(.notEqual, 1)],
            "bought on 3 of the 90 days before the last, other than 1",
            "此前90天购买3天，不等于1"
        ),
        Ruled(
            "ratio of windows",
            [.windowRatio(.below, .percent(75))],
            "bought on 2 of the last 90 days, after 3: below 0.75 times as many",
            "近90天购买2天，此前同期3天：比值低于0.75"
        ),
        Ruled(
            "several",
            [.purchaseDays(.above, 4), .daysSinceLastPurchase(.above, 40)],
            "all of this: purchase days: 5, above 4, last purchase 45 days ago, on 2026-04-20, more than 40 days",
            "同时满足：共购买5天，高于4、上次购买于2026-04-20，距今45天，超过40天"
        ),
    ])
    func `R-SEG-03 Names the rule that fired with the facts that it compared`(rule: Ruled) {
        let rules = Self.ruled([
            StageRule(.new, when: [.purchaseDays(.below, 2)]), StageRule(.declining, when: rule.when),
        ])
        let assessment = rules.assessment(of: Self.regular.days(asOf: day("2026-06-04")))
        #expect((assessment.stage, assessment.rule) == (.declining, 1))
        #expect(assessment.reason.text(in: .english, from: .segmentation) == rule.english)
        #expect(assessment.reason.text(in: .chinese, from: .segmentation) == rule.chinese)
        #expect(assessment.reasons.count == (rule.when.count == 1 ? 1 : 1 + rule.when.count))
    }

    @Test func `R-SEG-03 Is that of a prospect again once all that was bought came back or was called off`() {
        let order = Shop.order("o1", "2026-01-01", 10)
        for (reversal, numbers) in [
            (Shop.cancellation(of: "o1", "2026-01-05"), (0, 1)),
            (Shop.goods("r1", of: "o1", "2026-01-05", 10), (1, 0)),
        ] {
            let summary = Shop.summary(of: [order, reversal])
            #expect(Self.rules.assessment(of: summary.days(asOf: day("2026-01-04"))).stage == .new)
            let assessment = Self.rules.assessment(of: summary.days(asOf: day("2026-01-05")))
            #expect((assessment.stage, assessment.since) == (.prospect, nil))
            #expect(
                assessment.reason.text(in: .english, from: .segmentation)
                    == "no order stands: \(numbers.0) came back whole, \(numbers.1) were called off"
            )
            let spells = Self.rules.history(of: summary, through: day("2026-01-31"))
            #expect(spells.map(\.stage) == [.prospect, .new, .prospect])
            #expect(spells.last?.since == day("2026-01-05"))
        }
    }

    @Test func `R-SEG-03 Is undetermined where goods of an unknown order came back and no order stands`() {
        let known = [Shop.order("o1", "2026-01-01", 10), Shop.goods("r1", of: "o1", "2026-01-05", 10)]
        let unknown = Shop.goods("r2", of: "o2", "2026-01-09", 10)
        let mixed = Self.rules.assessment(of: Shop.summary(of: known + [unknown]).days(asOf: day("2026-01-31")))
        #expect((mixed.stage, mixed.since) == (nil, day("2026-01-09")))
        #expect(mixed.reason.code == StageReason.returnsAlone.rawValue)
        // On the very day of an order that was called off: its own returns are gone with it.
        let calledOff = Shop.summary(of: [
            Shop.order("o1", "2026-01-09", 10), Shop.cancellation(of: "o1", "2026-01-10"), unknown,
        ])
        #expect(Self.rules.assessment(of: calledOff.days(asOf: day("2026-01-31"))).stage == nil)
        let late = Shop.summary(of: [Shop.cancellation(of: "o1", "2026-01-10")])
        #expect(Self.rules.assessment(of: late.days(asOf: day("2026-01-31"))).stage == .prospect)
        let spells = Self.rules.history(of: Shop.summary(of: known + [unknown]), through: day("2026-01-31"))
        #expect(spells.map(\.stage) == [.prospect, .new, .prospect, nil])
    }

    @Test func `R-SEG-03 Says that no rule holds`() {
        let rules = Self.ruled([StageRule(.new, when: [.purchaseDays(.below, 2)])])
        let assessment = rules.assessment(of: Self.regular.days(asOf: day("2026-06-04")))
        #expect((assessment.stage, assessment.rule) == (.mature, nil))
        #expect(
            assessment.reason.text(in: .english, from: .segmentation)
                == "no rule holds: purchase days 5, the last 45 days ago, on 2026-04-20"
        )
    }

    @Test func `R-SEG-03 Passes over rules of which it is not known whether they hold, and reports them`() throws {
        let rules = Self.ruled([
            StageRule(.churned, when: [.activityBelow(.percent(10))]),
            StageRule(.dormant, when: [.ownRhythm(.above, .percent(300)), .purchaseDays(.above, 9)]),
            StageRule(.declining, when: [.ownRhythm(.above, .percent(200))]),
            StageRule(.new, when: [.daysSinceFirstPurchase(.atMost, 365)]),
            StageRule(.growing, when: [.activityAtLeast(.percent(10))]),
        ])
        let thin = Shop.summary([("2026-01-01", 1), ("2026-01-02", 1), ("2026-01-03", 1)])
        let assessment = rules.assessment(of: thin.days(asOf: day("2026-06-04")))
        #expect((assessment.stage, assessment.undetermined) == (.new, [0, 2]))
        #expect(
            assessment.reasons.last?.text(in: .english, from: .segmentation)
                == "not known, and passed over: rule 1, 3"
        )
        let model = `A model of customers who leave`.cdnow
        let known = rules.assessment(of: Self.regular.days(asOf: day("2026-12-04")), model: model)
        #expect((known.stage, known.undetermined) == (.churned, []))
        #expect(
            known.reason.text(in: .english, from: .segmentation)
                == "still active with probability 0.0925, below 0.1"
        )
    }

    @Test func `R-SEG-03 Is kept by looser conditions in the stage than those that lead into it`() {
        let rules = Self.ruled([
            StageRule(
                .dormant,
                when: [.daysSinceLastPurchase(.above, 90)],
                stays: [.purchaseDaysInWindow(.below, 3)]
            )
        ])
        let summary = Shop.summary([("2026-01-01", 1), ("2026-05-01", 1), ("2026-05-02", 1), ("2026-05-03", 1)])
        let spells = rules.history(of: summary, through: day("2026-05-10"))
        #expect(spells.map(\.stage) == [.prospect, .mature, .dormant, .mature])
        #expect(spells.compactMap(\.since) == [day("2026-01-01"), day("2026-04-02"), day("2026-05-03")])
        let staying = rules.assessment(of: summary.days(asOf: day("2026-05-02")))
        #expect(
            staying.reason.text(in: .english, from: .segmentation)
                == "bought on 2 of the last 90 days, below 3"
        )
    }

    @Test func `R-SEG-03 Stands for a minimum of days, but for stages that are entered at once and on purchases`() {
        let list = [
            StageRule(.churned, when: [.daysSinceLastPurchase(.above, 40)]),
            StageRule(.dormant, when: [.daysSinceLastPurchase(.above, 10)]),
            StageRule(.new, when: [.purchaseDays(.equal, 1)]),
        ]
        let summary = Shop.summary([("2026-01-01", 1), ("2026-01-15", 1)])
        func spells(_ rules: StageRules) -> [String] {
            rules.history(of: summary, through: day("2026-04-30"))
                .compactMap { spell in spell.since.map { "\(spell.stage!) \($0)" } }
        }
        #expect(
            spells(Self.ruled(list)) == [
                "new 2026-01-01", "dormant 2026-01-12", "mature 2026-01-15", "dormant 2026-01-26",
                "churned 2026-02-25",
            ]
        )
        let slow = Self.ruled(list, minimumStayDays: 20)
        #expect(spells(slow) == ["new 2026-01-01", "mature 2026-01-21", "dormant 2026-02-10", "churned 2026-03-02"])
        #expect(
            spells(Self.ruled(list, minimumStayDays: 20, enteredAtOnce: [.churned])).last == "churned 2026-02-25"
        )
        #expect(spells(Self.ruled(list, minimumStayDays: 20, changesOnPurchase: true))[1] == "mature 2026-01-15")
        let waiting = slow.assessment(of: summary.days(asOf: day("2026-01-18")))
        #expect((waiting.stage, waiting.awaited) == (.new, .mature))
        #expect(waiting.nextPossibleChange == day("2026-01-21"))
        #expect(
            waiting.reason.text(in: .english, from: .segmentation)
                == "New since 2026-01-01 and for 20 days at least, though by the rules: Mature"
        )
    }

    @Test func `R-SEG-03 Finds rules that hold of no customer`() {
        let rules = Self.ruled([
            StageRule(.churned, when: [.daysSinceLastPurchase(.above, 90)]),
            StageRule(.dormant, when: [.daysSinceLastPurchase(.above, 91)]),
            StageRule(.declining, when: [.daysSinceLastPurchase(.atLeast, 91), .purchaseDays(.above, 3)]),
            StageRule(.growing, when: [.purchaseDays(.above, 3), .purchaseDays(.below, 3)]),
            StageRule(.new, when: [.ownRhythm(.above, .percent(200))]),
            StageRule(.dormant, when: [.ownRhythm(.atLeast, .percent(200))]),
            StageRule(.churned, when: [.ownRhythm(.above, .percent(201))], stays: [.purchaseDays(.above, 1)]),
            StageRule(.growing, when: [.ownRhythm(.equal, .percent(300))]),
            StageRule(.new, when: [.activityBelow(.percent(20))]),
            StageRule(.new, when: [.activityBelow(.percent(10))]),
        ])
        #expect(rules.unreachableRules == [1, 2, 3, 7, 9])
        #expect(Self.rules.unreachableRules == [])
    }

    @Test func `R-SEG-03 Calls no rule useless that holds where nothing was bought in either window`() {
        let rules = Self.ruled([
            StageRule(.growing, when: [.windowRatio(.above, .percent(100))]),
            StageRule(.declining, when: [.windowRatio(.atLeast, .percent(200))]),
            StageRule(.dormant, when: [.windowRatio(.atMost, .percent(50)), .windowRatio(.atLeast, .percent(300))]),
        ])
        let silent = Shop.summary([("2025-01-01", 1)]).days(asOf: day("2026-06-04"))
        #expect((rules.assessment(of: silent).stage, rules.assessment(of: silent).rule) == (.declining, 1))
        // The third is hidden by the second, of which its second condition is a part, and not because it contradicts.
        #expect(rules.unreachableRules == [2])
        let alone = Self.ruled(Array(rules.rules[2...]))
        #expect(alone.assessment(of: silent).stage == .dormant)
        #expect(alone.unreachableRules == [])
    }

    @Test func `R-SEG-03 Knows that there is no count between two neighbors, and none below zero`() {
        let rules = Self.ruled([
            StageRule(.growing, when: [.purchaseDays(.above, 3), .purchaseDays(.below, 4)]),
            StageRule(.growing, when: [.purchaseDays(.above, 3), .purchaseDays(.below, 5)]),
            StageRule(.dormant, when: [.purchaseDaysInWindow(.below, 0)]),
            StageRule(.dormant, when: [.purchaseDaysInWindow(.atMost, 0)]),
            StageRule(.dormant, when: [.purchaseDaysInWindow(.equal, 0)]),
            StageRule(.new, when: [.ownRhythm(.above, .percent(300)), .ownRhythm(.below, .percent(400))]),
        ])
        #expect(rules.unreachableRules == [0, 2, 4])
    }

    @Test func `R-SEG-03 Has rules that can hold and be compared`() {
        func error(
            _ rules: [StageRule],
            otherwise: Stage = .mature,
            days: Int? = 90,
            gaps: Int = 2,
            stay: Int = 0
        ) -> StageRulesError? {
            #expect(throws: StageRulesError.self) {
                try StageRules(
                    rules,
                    otherwise: otherwise,
                    comparedDays: days,
                    minimumGaps: gaps,
                    minimumStayDays: stay
                )
            }
        }
        let rule = StageRule(.new, when: [.purchaseDays(.equal, 1)])
        #expect(error([], days: 0, gaps: 0) == .outOfRange(days: 0))
        #expect(error([rule], stay: -1) == .outOfRange(days: -1))
        #expect(error([], gaps: 0) == .ruleCount(0))
        #expect(error(Array(repeating: rule, count: 65)) == .ruleCount(65))
        #expect(error([rule], otherwise: .prospect, gaps: 0) == .minimumGapsOutOfRange(0))
        #expect(error([StageRule(.new, when: [])], otherwise: .prospect) == .prospectAfterPurchase)
        #expect(error([StageRule(.prospect, when: rule.when)]) == .prospectAfterPurchase)
        #expect(error([rule, StageRule(.new, when: [])]) == .ruleWithoutCondition(1))
        for condition: StageCondition in [
            .purchaseDays(.above, -1), .daysSinceLastPurchase(.above, 36_501), .activityBelow(.percent(100)),
            .activityAtLeast(.percent(0)), .ownRhythm(.above, .percent(-1)),
            .windowRatio(.above, Ratio(1, over: 1_000_001)!),
        ] {
            #expect(error([StageRule(.new, when: [condition])]) == .valueOutOfRange(rule: 0, condition))
        }
        let windowed = StageRule(.new, when: rule.when, stays: [.purchaseDaysInWindow(.above, 1)])
        #expect(error([windowed], days: nil) == .noWindow(rule: 0))
        let errors: [StageRulesError] = [
            .ruleCount(65), .minimumGapsOutOfRange(0), .prospectAfterPurchase, .ruleWithoutCondition(1),
            .valueOutOfRange(rule: 2, .purchaseDays(.above, -1)), .noWindow(rule: 3),
        ]
        #expect(
            errors.map { "\($0)" } == [
                "`65` is not 1 through 64 rules", "`0` is not 1 through 1000 gaps",
                "whoever bought something is no prospect", "rule `1` demands nothing",
                "rule `2` compares `purchaseDays` with `-1/1`",
                "rule `3` speaks of a window, and `comparedDays` is missing",
            ]
        )
    }

    @Test func `Has a title in both languages`() {
        #expect(Stage.allCases.map { $0.title[.chinese] } == ["潜客", "新客", "成长", "成熟", "衰退", "沉睡", "流失"])
    }
}
