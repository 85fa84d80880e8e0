import GiftModel
import GiftPolicy
import GiftTesting
import Segmentation

/// A generated shop: ten activities for each customer within two years, and 54 gifts.
enum Shop {
    static let today = CalendarDate("2026-11-20")!

    static let million = activities(1_000_000)
    static let summaries = summaries(of: million[...])

    /// What is known of the customers of a million activities, scored against each other.
    static let facts: [CustomerFacts] = trapping {
        let policy = DemoPolicy.document
        let population = try Population.learn(from: summaries.ordered, asOf: today, spend: .net)
        let profiler = Profiler(population: population, stages: policy.stages, tiers: policy.tiers)
        return try summaries.ordered.map { summary in
            let history = CustomerHistory(summary)
            let profile = try profiler.profile(of: history, asOf: today)
            return CustomerFacts(profile: profile, attributes: profiler.segmentFacts(of: history, profile))
        }
    }

    /// Noon of the day, with the gifts of `catalog`, in the policy's zone, whose clocks show UTC in November.
    static func circumstances(giving catalog: Catalog) -> Circumstances {
        let noon = Timestamp(today, at: TimeOfDay(hour: 12, minute: 0)!, in: .utc)
        let zone = trapping {
            try ZoneTable(
                id: DemoPolicy.document.defaults.zone!,
                from: Timestamp(milliseconds: 0),
                until: noon,
                initialOffsetSeconds: 0,
                transitions: []
            )
        }
        return Circumstances(at: noon, giving: catalog, in: [zone])
    }

    static func activities(_ count: Int) -> [Activity] {
        var generator = SeededGenerator(seed: UInt64(count))
        let end = Timestamp(today, at: .midnight, in: .utc).milliseconds
        let customers = (0..<max(1, count / 10)).map { Customer.ID("c\($0)")! }
        return (0..<count)
            .map { number in
                let customer = customers[Int(generator.next() % UInt64(customers.count))]
                let instant = Timestamp(milliseconds: end - Int64(generator.next() % 63_072_000_000))
                // Many small orders and few large ones, 30.00 to 30,000.00.
                let amount = Money(minorUnits: Int64(3_000_000 / (1 + generator.next() % 1000)), in: .gbp)
                if generator.next() % 6 == 0 {
                    return .return(
                        Return(id: Return.ID("r\(number)")!, customer: customer, receivedAt: instant, refund: amount)!
                    )
                }
                return .order(Order(id: Order.ID("o\(number)")!, customer: customer, placedAt: instant, total: amount)!)
            }
    }

    static func summaries(of activities: ArraySlice<Activity>) -> PurchaseSummaries {
        trapping {
            var summaries = PurchaseSummaries(in: .gbp)
            for activity in activities { try summaries.add(activity, in: FixedZone.utc) }
            return summaries
        }
    }

    /// 54 gifts as the demonstration has them: a third for each occasion, dear ones for the upper tiers only.
    static func catalog(stock: Int64) -> Catalog {
        let kinds: [(Occasion, ClosedRange<Int64>)] = [
            (.welcome, 80...2_95), (.reactivation, 3_25...12_75), (.upgrade, 9_95...25_00),
        ]
        var generator = SeededGenerator(seed: 5)
        let gifts = (0..<54)
            .map { number in
                let (occasion, prices) = kinds[number % kinds.count]
                let goods = Int64.random(in: prices, using: &generator)
                return Gift(
                    id: Gift.ID("gift-\(number)")!,
                    name: LocalizedText(english: "Gift \(number)", chinese: "礼品\(number)"),
                    kind: .physical,
                    cost: LandedCost(goods: goods, in: .gbp)!,
                    stock: stock,
                    tiers: goods > 12_00 ? ["gold", "diamond"] : [],
                    occasions: [occasion]
                )!
            }
        return trapping { try Catalog(gifts, in: .gbp) }
    }

    static func trapping<Value>(_ body: () throws -> Value) -> Value {
        do { return try body() } catch { preconditionFailure("\(error)") }
    }
}
