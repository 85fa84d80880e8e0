import GiftModel
import Segmentation

/// A club whose members' tiers are told in points, in money, in orders and in interactions.
enum Club {
    /// What happened on a day: an order of an amount, or the whole of an earlier order coming back.
    enum Event {
        case order(String, Int64)
        case back(of: String, Int64)
    }

    /// What a member bought, as it stood at the end of `asOf`.
    static func purchases(_ events: [(day: String, event: Event)] = [], asOf: String) -> PurchaseDays {
        var summary = PurchaseSummary(of: "c-1", in: .cny)
        for (index, (date, event)) in events.enumerated() where day(date) <= day(asOf) {
            let instant = Timestamp(day(date), at: TimeOfDay(hour: 12, minute: 0)!, in: .utc)
            let activity: Activity =
                switch event {
                case .order(let id, let amount):
                    .order(Order(id: .init(id)!, customer: "c-1", placedAt: instant, total: cny(amount))!)
                case .back(let id, let amount):
                    .return(
                        Return(
                            id: .init("r-\(index)")!,
                            customer: "c-1",
                            of: .init(id)!,
                            receivedAt: instant,
                            refund: cny(amount)
                        )!
                    )
                }
            do {
                try summary.add(activity, in: FixedZone.utc)
            } catch {
                preconditionFailure("\(error)")
            }
        }
        return summary.days(asOf: day(asOf))
    }

    static func counts(_ days: [(String, Int64)]) -> DailyCounts {
        var counts = DailyCounts()
        for (date, count) in days { counts.add(count, on: day(date)) }
        return counts
    }

    /// What is known as of a day of a member who earned points and bought nothing.
    static func earned(_ days: [(String, Int64)], asOf: String) -> TierFacts {
        TierFacts(purchases(asOf: asOf), points: counts(days))
    }

    static func cny(_ minorUnits: Int64) -> Money { Money(minorUnits: minorUnits, in: .cny) }

    static func tier(_ id: Tier.ID) -> Tier { Shop.tier(id) }

    /// None, silver from 500 points, gold from 2,000, platinum from 5,000.
    static func pointsLadder(_ window: TierWindow = .calendarYear, _ rules: TierRules = TierRules()) throws
        -> TierLadder
    {
        try TierLadder(
            base: tier("none"),
            rungs: [
                TierRung(tier("silver"), atLeast: TierGoal(points: 500), pointsFactor: Ratio("3/2")),
                TierRung(tier("gold"), atLeast: TierGoal(points: 2_000), pointsFactor: Ratio("2")),
                TierRung(tier("platinum"), atLeast: TierGoal(points: 5_000), pointsFactor: Ratio("3")),
            ],
            spend: .net,
            window: window,
            rules: rules,
            currency: .cny
        )
    }

    static let lounge = TierBenefit(id: "upgrade", name: LocalizedText(english: "Free cabin upgrade", chinese: "免费升舱"))
    static let adviser = TierBenefit(id: "adviser", name: LocalizedText(english: "Own adviser", chinese: "专属客服"))

    /// The shop of S03: money and orders in the calendar year; its gold and diamond give something.
    static func shop(_ rules: TierRules = TierRules()) throws -> TierLadder {
        try TierLadder(
            base: tier("ordinary"),
            rungs: [
                TierRung(tier("silver"), atLeast: TierGoal(spend: cny(2_000_00), orders: 4)),
                TierRung(tier("gold"), atLeast: TierGoal(spend: cny(8_000_00), orders: 10), benefits: [adviser]),
                TierRung(
                    tier("diamond"),
                    atLeast: TierGoal(spend: cny(30_000_00), orders: 20),
                    benefits: [adviser, lounge]
                ),
            ],
            spend: .net,
            window: .calendarYear,
            rules: rules
        )
    }

    /// The hotel of S03: money and interactions in the calendar year.
    static func hotel() throws -> TierLadder {
        try TierLadder(
            base: tier("ordinary"),
            rungs: [
                TierRung(tier("silver"), atLeast: TierGoal(spend: cny(2_000_00), interactions: 6)),
                TierRung(tier("gold"), atLeast: TierGoal(spend: cny(8_000_00), interactions: 12)),
                TierRung(tier("diamond"), atLeast: TierGoal(spend: cny(30_000_00), interactions: 24)),
            ],
            spend: .net,
            window: .calendarYear
        )
    }
}

extension TierHistory {
    /// The changes, as short as they can be told.
    var lines: [String] { changes.map { "\($0.date) \($0.source)>\($0.target) \($0.code.rawValue)" } }
}
