import Foundation
import GiftModel
import Segmentation

/// What the values that were read are tried on.
enum Sample {
    /// The first and the last day of the calendar, and days around the purchases of the sample.
    static let days = ["0001-01-01", "2026-01-31", "2026-03-01", "2026-11-22", "9999-12-31"].map { CalendarDate($0)! }
    static let today = CalendarDate("2026-06-30")!
    static let last = CalendarDate("9999-12-31")!

    /// One customer with an order that came back, one that was called off, and a return of nobody knows what.
    static let purchases: PurchaseSummary = read(
        #"""
        {"v":1,"customer":"c-1","currency":"EUR","orders":[["o-1","2025-01-05",5000],["o-2","2025-03-01",120000],
        ["o-3","2025-09-01",700],["o-4","2026-01-20",45000],["o-5","2026-02-28",0],["o-6","2026-06-01",9900]],
        "returns":[["r-1","2025-04-01",120000,"o-2"],["r-2","2026-02-02",300]],
        "cancellations":[["o-3","2025-09-02"]]}
        """#
    )
    static let nobody = PurchaseSummary(of: "c-2", in: .eur)
    static let interactions: InteractionSummary = read(
        #"""
        {"v":1,"entries":[{"kind":"share","counts":[["2026-03-02",1]]},
        {"kind":"view","channel":"app","counts":[["2026-03-01",2],["2026-06-29",9223372036854775807]]}]}
        """#
    )
    static let complaints: DailyCounts = read(#"[["2025-12-31",1],["2026-06-15",2]]"#)
    static let tags: TagPoints = read(
        #"{"v":1,"tags":[{"tag":"skiTrip","points":[["2026-05-01",2],["2026-06-30",9223372036854775807]]}]}"#
    )
    static let points: DailyCounts = read(#"[["2026-01-05",400],["2026-06-01",300]]"#)

    static let standard = Tier(id: "standard", name: name("Standard"))
    static let ladder = made {
        try TierLadder(
            base: standard,
            rungs: [
                TierRung(Tier(id: "silver", name: name("Silver")), atLeast: TierGoal(spend: Money("100.00 EUR"))),
                TierRung(
                    Tier(id: "gold", name: name("Gold")),
                    atLeast: TierGoal(spend: Money("500.00 EUR"), orders: 3)
                ),
            ],
            spend: .net,
            window: .calendarYear,
            rules: TierRules(
                reviews: .periodEnd,
                landing: .oneStep,
                grace: Period("P3M"),
                consumesShortfall: true,
                rollsOver: true
            )
        )
    }
    static let dailyLadder = made {
        try TierLadder(
            base: standard,
            rungs: ladder.rungs,
            spend: .sales,
            window: .rolling("P12M"),
            rules: TierRules(grace: Period("P1M"))
        )
    }
    static let stages = made {
        try StageRules(
            newThroughDays: 30,
            dormantAfterDays: 90,
            churnedAfterDays: 365,
            comparedDays: 90
        )
    }
    static let patientStages = made {
        try StageRules(
            [
                StageRule(.churned, when: [.daysSinceLastPurchase(.above, 365)]),
                StageRule(
                    .dormant,
                    when: [.ownRhythm(.above, .percent(250))],
                    stays: [.ownRhythm(.above, .percent(200))]
                ),
                StageRule(.declining, when: [.windowRatio(.atMost, .percent(50)), .activityBelow(.percent(20))]),
            ],
            otherwise: .mature,
            comparedDays: 90,
            minimumStayDays: 14,
            enteredAtOnce: [.churned]
        )
    }
    static let model = made {
        try ModifiedBetaGeometricModel(r: 0.525, alpha: 6.183, a: 0.891, b: 1.614, daysPerUnit: 7)
    }

    static func name(_ text: String) -> LocalizedText { LocalizedText(english: text, chinese: text) }

    static func read<Value: Decodable>(_ text: String) -> Value {
        made { try JSONDecoder().decode(Value.self, from: Data(text.utf8)) }
    }

    /// What `make` makes, which cannot fail.
    static func made<Value>(_ make: () throws -> Value) -> Value {
        do {
            return try make()
        } catch {
            preconditionFailure("\(error)")
        }
    }

    /// Says `reasons` in every language, and expects that there is something to say.
    static func tell(_ reasons: [Reason]) {
        for reason in reasons {
            for language in Language.allCases {
                precondition(!reason.text(in: language, from: .segmentation).isEmpty, "`\(reason)` says nothing")
            }
        }
    }
}
