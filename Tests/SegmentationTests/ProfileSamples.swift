import Foundation
import GiftModel
import GiftTesting
import Segmentation

/// A shop with rules for everything, and customers who do everything.
enum WholeShop {
    static let rules: ProfileRules = {
        var rules = ProfileRules(
            stages: made {
                try StageRules(
                    [
                        StageRule(.churned, when: [.daysSinceLastPurchase(.above, 365)]),
                        StageRule(.dormant, when: [.daysSinceLastPurchase(.above, 90)]),
                        StageRule(.declining, when: [.activityBelow(Ratio(1, over: 5)!)]),
                        StageRule(.new, when: [.daysSinceFirstPurchase(.atMost, 30)]),
                    ],
                    otherwise: .mature,
                    comparedDays: 90,
                    minimumStayDays: 10,
                    enteredAtOnce: [.churned]
                )
            },
            tiers: Shop.ladder(window: .rolling("P6M"))
        )
        rules.bands = read(
            #"""
            {"spend":"net","bands":[
            {"band":"high","requires":{"all":{"spend":"100.00 EUR","orders":4}},
            "gift":{"from":"50.00 EUR","through":"90.00 EUR"},"service":{"name":{"en":"Adviser","zh":"专属顾问"}}},
            {"band":"medium","requires":{"any":{"spend":"30.00 EUR","orders":3}},
            "gift":{"from":"20.00 EUR","through":"50.00 EUR"},"service":{"name":{"en":"Hotline","zh":"热线"}}},
            {"band":"potential","gift":{"from":"1.00 EUR","through":"20.00 EUR"},
            "service":{"name":{"en":"Chat","zh":"在线客服"}}}]}
            """#
        )
        rules.engagement = made {
            try EngagementRules(
                [EngagementRules.Rule(1, for: .view, dailyCap: 3), EngagementRules.Rule(5, for: .share)],
                halfLifeDays: 30,
                saturation: 20
            )
        }
        let ski = CustomerTag(id: "ski", name: LocalizedText(english: "Ski trip", chinese: "滑雪旅行"))
        rules.tags = made {
            let views = TagRule.Source(2, for: .interaction(.view, about: ["ski"]))
            return try TagRules([TagRule(ski, sources: [views], halfLifeDays: 14, holdsFrom: Ratio(1, over: 1)!)])
        }
        rules.churn = .usual
        rules.promotionRisk = .usual
        rules.segments = made { try SegmentSet(validating: segments) }
        return rules
    }()

    static let segments = SegmentDocument(
        id: "whole-shop",
        currency: .eur,
        tiers: ["ordinary", "silver", "gold", "diamond"],
        labels: [SegmentLabel(id: "class", kind: .word)],
        segments: [
            segment("lively", .count(.purchaseDays, inDays: 90, .atLeast, 2) || .score("engagement", .atLeast, 4)),
            segment("asleep", .stage(in: [.dormant, .churned])), segment("skier", .tag("ski")),
            segment("silver-up", .tier(.atLeast, "silver")), segment("valuable", .valueBand(in: [.high, .medium])),
            segment("key", .quadrant(in: [.keyCare])), segment("class-a", .label("class", .equal, .word("A"))),
            segment("fading", .change(.orders, inDays: 60, .atMost, Ratio(1, over: 2)!) && !.segment("asleep")),
        ]
    )

    private static func segment(_ id: Segment.ID, _ condition: SegmentCondition) -> Segment {
        Segment(id: id, name: LocalizedText(english: id.text, chinese: id.text), where: condition)
    }

    private static func read<Value: Decodable>(_ json: String) -> Value {
        made { try JSONDecoder().decode(Value.self, from: Data(json.utf8)) }
    }

    static func made<Value>(_ body: () throws -> Value) -> Value {
        do { return try body() } catch { preconditionFailure("\(error)") }
    }

    /// What a customer did in the year before `today`, each activity once.
    static func activities(
        of customer: Customer.ID,
        before today: CalendarDate,
        using random: inout SeededGenerator
    ) -> [Activity] {
        (0..<Int.random(in: 0...25, using: &random))
            .map { number in
                let date = today.adding(days: .random(in: -300...10, using: &random))!
                let instant = Timestamp(date, at: TimeOfDay(hour: 12, minute: 0)!, in: .utc)
                let amount = Money(minorUnits: .random(in: 0...900_00, using: &random), in: .eur)
                let channel: ActivityChannel? = [.online, .store, nil].randomElement(using: &random)!
                let id = "\(customer)-\(number)"
                switch Int.random(in: 0..<8, using: &random) {
                case 0...3:
                    let order = Order(
                        id: Order.ID(id)!,
                        customer: customer,
                        placedAt: instant,
                        total: amount,
                        channel: channel
                    )
                    return .order(order!)
                case 4:
                    let order = Order.ID("\(customer)-\(Int.random(in: 0...25, using: &random))")!
                    return .return(
                        Return(id: Return.ID(id)!, customer: customer, of: order, receivedAt: instant, refund: amount)!
                    )
                case 5:
                    return .complaintStep(
                        ComplaintStep(
                            id: ComplaintStep.ID(id)!,
                            customer: customer,
                            of: Complaint.ID(id)!,
                            occurredAt: instant,
                            to: .opened
                        )
                    )
                default:
                    let kind: InteractionKind = Bool.random(using: &random) ? .view : .share
                    return .interaction(
                        Interaction(
                            kind,
                            id: Interaction.ID(id)!,
                            customer: customer,
                            occurredAt: instant,
                            about: Bool.random(using: &random) ? "ski" : nil,
                            channel: channel
                        )!
                    )
                }
            }
    }

    static func summary(of activities: some Sequence<Activity>, _ customer: Customer.ID) -> ActivitySummary {
        var summary = ActivitySummary(of: customer, in: .eur)
        for activity in activities { made { try summary.add(activity, in: FixedZone.utc, tagging: rules.tags) } }
        return summary
    }

    static let today = day("2026-06-15")

    /// Some customers, and what they teach.
    static let customers: [CustomerHistory] = (0..<12)
        .map { number in
            var random = SeededGenerator(seed: UInt64(number))
            let customer = Customer.ID("c-\(number)")!
            return CustomerHistory(summary(of: activities(of: customer, before: today, using: &random), customer))
        }

    static let population: Population = made {
        let dimensions = [ScoreRule(.engagement, .learned(.typeOne, levels: 5))]
        var counts = ScoreCounts(by: try ScoreRules(spend: .net, dimensions), asOf: today, in: .eur)
        try counts.add(customers.compactMap { $0.activities.purchases.figures(asOf: today) })
        counts.add((0..<20).map { Int64($0) * 5 }, on: .engagement)
        var population = Population(from: counts)
        var sample = QuadrantSample(in: .eur)
        for number in 1...9 {
            try sample.add(value: Money(minorUnits: Int64(number) * 100_00, in: .eur), interaction: Int64(number))
        }
        population.quadrants = sample.cuts
        population.model = try ModifiedBetaGeometricModel(r: 0.52, alpha: 6.2, a: 0.89, b: 1.61, daysPerUnit: 7)
        return population
    }

    static let profiler = Profiler(population: population, rules: rules)
}
