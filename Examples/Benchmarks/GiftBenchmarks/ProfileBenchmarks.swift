import Benchmark
import Foundation
import GiftModel
import GiftPolicy
import GiftTesting
import Segmentation

func profileBenchmarks() {
    for count in [1_000, 10_000, 100_000] {
        Benchmark("Profile: \(count) customers, everything", configuration: .slow) { benchmark, histories in
            for _ in benchmark.scaledIterations {
                blackHole(Shop.trapping { try ProfileShop.profiler.profiles(of: histories, asOf: Shop.today) })
            }
        } setup: {
            ProfileShop.histories(count)
        }
    }
    for part in ProfilePart.allCases {
        Benchmark("Profile part: \(part.rawValue), 1000 customers", configuration: .slow) { benchmark, histories in
            for _ in benchmark.scaledIterations { part.run(over: histories) }
        } setup: {
            ProfileShop.histories(1_000)
        }
    }
}

/// A generated shop whose customers did everything: 5.4 orders each and seven interactions within two years, now and
/// then a return or a complaint.
enum ProfileShop {
    static let rules: ProfileRules = {
        var rules = ProfileRules(stages: DemoPolicy.document.stages, tiers: DemoPolicy.document.tiers)
        rules.bands = read(
            #"""
            {"spend":"net","bands":[
            {"band":"high","requires":{"all":{"spend":"5000.00 GBP","orders":6}},
            "gift":{"from":"50.00 GBP","through":"90.00 GBP"},"service":{"name":{"en":"Adviser","zh":"专属顾问"}}},
            {"band":"medium","requires":{"any":{"spend":"1000.00 GBP","orders":3}},
            "gift":{"from":"20.00 GBP","through":"50.00 GBP"},"service":{"name":{"en":"Hotline","zh":"热线"}}},
            {"band":"potential","gift":{"from":"1.00 GBP","through":"20.00 GBP"},
            "service":{"name":{"en":"Chat","zh":"在线客服"}}}]}
            """#
        )
        rules.engagement = Shop.trapping {
            try EngagementRules(
                [EngagementRules.Rule(1, for: .view, dailyCap: 20), EngagementRules.Rule(5, for: .share)],
                halfLifeDays: 30,
                saturation: 50
            )
        }
        rules.tags = Shop.trapping {
            try TagRules(
                ["ski", "tea", "garden"]
                    .map { name in
                        let tag = CustomerTag(
                            id: CustomerTag.ID(name)!,
                            name: LocalizedText(english: name, chinese: name)
                        )
                        let source = TagRule.Source(2, for: .interaction(.view, about: [Identifier(name)!]))
                        return try TagRule(tag, sources: [source], halfLifeDays: 14, holdsFrom: Ratio(1, over: 1)!)
                    }
            )
        }
        rules.churn = .usual
        rules.segments = Shop.trapping { try SegmentSet(validating: segments) }
        return rules
    }()

    /// Ten segments, as a shop would have them.
    private static let segments: SegmentDocument = {
        let conditions: [(Segment.ID, SegmentCondition)] = [
            ("champions", .score(.recency, .atLeast, 4) && .score(.frequency, .atLeast, 4)),
            ("loyal", .count(.purchaseDays, inDays: 365, .atLeast, 4) && .stage(in: [.growing, .mature])),
            ("new", .stage(in: [.new])), ("asleep", .stage(in: [.dormant, .churned])),
            ("dear-asleep", .segment("asleep") && .amount(.net, inDays: nil, .atLeast, Money("1000.00 GBP")!)),
            ("fading", .change(.purchaseDays, inDays: 90, .atMost, Ratio(1, over: 2)!)), ("skier", .tag("ski")),
            ("gold", .tier(.atLeast, "gold")), ("valuable", .valueBand(in: [.high, .medium])),
            ("talkative", .count(.interactions(nil, in: nil), inDays: 90, .atLeast, 5)),
        ]
        return SegmentDocument(
            id: "shop",
            currency: .gbp,
            tiers: DemoPolicy.document.tiers.tiers.map(\.id),
            segments: conditions.map { id, condition in
                Segment(id: id, name: LocalizedText(english: id.text, chinese: id.text), where: condition)
            }
        )
    }()

    static let profiler: Profiler = {
        var counts = ScoreCounts(by: rulesOfScores, asOf: Shop.today, in: .gbp)
        let figures = histories(10_000).compactMap { $0.activities.purchases.figures(asOf: Shop.today) }
        return Shop.trapping {
            try counts.add(figures)
            var population = Population(from: counts)
            population.quadrants = QuadrantCuts(value: Money("1000.00 GBP")!, interaction: 6)
            population.model = try ModifiedBetaGeometricModel(r: 0.525, alpha: 6.18, a: 0.891, b: 1.614, daysPerUnit: 7)
            return Profiler(population: population, rules: rules)
        }
    }()

    private static let rulesOfScores = Shop.trapping { try ScoreRules(spend: .net, []) }

    private static func read<Value: Decodable>(_ json: String) -> Value {
        Shop.trapping { try JSONDecoder().decode(Value.self, from: Data(json.utf8)) }
    }

    static func histories(_ count: Int) -> [CustomerHistory] {
        var random = SeededGenerator(seed: UInt64(count))
        let subjects: [Identifier<Interaction.Subject>] = ["ski", "tea", "garden", "other"]
        return (0..<count)
            .map { number in
                let customer = Customer.ID("c-\(number)")!
                var summary = ActivitySummary(of: customer, in: .gbp)
                func instant() -> Timestamp {
                    Timestamp(
                        Shop.today.adding(days: -Int(random.next() % 730))!,
                        at: TimeOfDay(hour: 12, minute: 0)!,
                        in: .utc
                    )
                }
                func add(_ activity: Activity) {
                    Shop.trapping { try summary.add(activity, in: FixedZone.utc, tagging: rules.tags) }
                }
                for place in 0..<(5 + (random.next() % 10 < 4 ? 1 : 0)) {
                    let amount = Money(minorUnits: Int64(3_000_000 / (1 + random.next() % 1000)), in: .gbp)
                    let id = "\(number)-\(place)"
                    let order = Order(id: Order.ID(id)!, customer: customer, placedAt: instant(), total: amount)!
                    add(.order(order))
                    guard random.next() % 20 == 0 else { continue }
                    let goods = Return(
                        id: Return.ID(id)!,
                        customer: customer,
                        of: order.id,
                        receivedAt: instant(),
                        refund: amount
                    )
                    add(.return(goods!))
                }
                for place in 0..<7 {
                    let kind: InteractionKind = random.next() % 4 == 0 ? .share : .view
                    let interaction = Interaction(
                        kind,
                        id: Interaction.ID("\(number)-\(place)")!,
                        customer: customer,
                        occurredAt: instant(),
                        about: subjects[Int(random.next() % 4)],
                        channel: random.next() % 2 == 0 ? .app : .online
                    )
                    add(.interaction(interaction!))
                }
                return CustomerHistory(summary)
            }
    }
}

/// One part of a profile by itself, to see what takes the time.
enum ProfilePart: String, CaseIterable, Sendable {
    case figures = "days and figures"
    case stage = "stage"
    case tier = "tier"
    case engagement = "engagement"
    case tags = "tags"
    case churn = "signs of leaving"
    case band = "value band"
    case model = "activity and expectation by the model"

    func run(over histories: [CustomerHistory]) {
        let (today, rules) = (Shop.today, ProfileShop.rules)
        for history in histories {
            let purchases = history.activities.purchases.days(asOf: today)
            switch self {
            case .figures: blackHole(purchases.figures)
            case .stage: blackHole(rules.stages.assessment(of: purchases))
            case .tier: blackHole(Shop.trapping { try rules.tiers.standing(of: purchases) })
            case .engagement: blackHole(rules.engagement?.engagement(of: history.activities.interactions, asOf: today))
            case .tags: blackHole(rules.tags?.standings(of: history.activities.tags, asOf: today))
            case .churn:
                let evidence = ChurnEvidence(
                    purchases,
                    interactions: history.activities.interactions,
                    complaints: history.activities.complaints
                )
                blackHole(rules.churn?.signals(in: evidence))
            case .band:
                blackHole(Shop.trapping { try rules.bands?.assessment(of: ValueFigures(of: purchases, spend: .net)) })
            case .model:
                guard let figures = purchases.figures, let model = ProfileShop.profiler.population.model else {
                    continue
                }
                blackHole(model.activityProbability(of: figures))
                blackHole(model.expectedPurchases(of: figures, inDays: 90))
            }
        }
    }
}
