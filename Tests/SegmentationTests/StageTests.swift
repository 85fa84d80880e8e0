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
            because: "0 purchase days in the last 90 days, after 1: steady"
        ),
        Case(
            "half as many",
            [("2011-07-01", 1), ("2011-08-01", 1), ("2011-10-01", 1)],
            is: .declining,
            because: "1 purchase days in the last 90 days, after 2: down by half or more"
        ),
        Case(
            "just more than half as many",
            [("2011-07-01", 1), ("2011-08-01", 1), ("2011-09-01", 1), ("2011-10-01", 1), ("2011-10-02", 1)],
            is: .mature,
            because: "2 purchase days in the last 90 days, after 3: steady"
        ),
        Case("30 days old", [("2011-11-10", 1)], is: .new, because: "first purchase 30 days ago, within 30 days"),
        Case(
            "31 days old",
            [("2011-11-09", 1)],
            is: .growing,
            because: "1 purchase days in the last 90 days, after 0: up"
        ),
        Case(
            "as before",
            [("2011-09-11", 1), ("2011-09-12", 1)],
            is: .mature,
            because: "1 purchase days in the last 90 days, after 1: steady"
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

    @Test func `Has a title in both languages`() {
        #expect(Stage.allCases.map { $0.title[.chinese] } == ["潜客", "新客", "成长", "成熟", "衰退", "沉睡", "流失"])
    }
}
