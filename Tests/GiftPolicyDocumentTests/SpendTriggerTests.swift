import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Segmentation
import Testing

@Suite struct `A spend trigger` {
    private static func trigger(_ spend: SpendBasis, _ scope: SpendTrigger.Scope) -> Trigger {
        .spend(SpendTrigger(atLeast: money("100.00 EUR"), spend: spend, of: scope))
    }

    private func desk(_ trigger: Trigger, _ activities: Activity...) -> ActivityDesk {
        ActivityDesk(trigger, activities: activities)
    }

    private static let week = SpendTrigger.Scope.order(withinDays: 7)

    @Test func `R-TRIG-02 Is due in the instant in which one order comes to the amount`() {
        let ordered = at("2026-10-01 20:15:00")
        let desk = desk(Self.trigger(.net, Self.week), Did.order("o-1", "100.00 EUR", ordered))
        #expect(!desk.decision(at: ordered.later(-1)).gives())
        let due = desk.decision(at: ordered)
        #expect(due.term() == "order/o-1")
        #expect(due.words() == "order o-1 on 2026-10-01 came to 100.00 EUR, at least 100.00 EUR")
        #expect(desk.decision(at: at("2026-10-08 23:59:59")).gives())
        #expect(desk.decision(at: at("2026-10-09 00:00:00")).words() == "no order of the last 7 days stands")
    }

    @Test func `R-TRIG-02 Says how much is missing`() {
        let desk = desk(
            Self.trigger(.net, Self.week),
            Did.order("o-1", "99.99 EUR", at("2026-10-01 20:15:00")),
            Did.order("o-2", "20.00 EUR", at("2026-10-02 20:15:00"))
        )
        let refused = desk.decision(at: at("2026-10-03 09:00:00"))
        #expect(
            refused.words() == "the largest order of the last 7 days came to 99.99 EUR: 0.01 EUR missing to 100.00 EUR"
        )
        #expect(refused.words(in: .chinese) == "最近7天内最大订单为99.99 EUR，距100.00 EUR还差0.01 EUR")
    }

    @Test func `R-TRIG-02 Loses its reason with a return or a cancellation before the gift leaves`() {
        let order = Did.order("o-1", "100.00 EUR", at("2026-10-01 20:15:00"))
        let part = Did.returned("o-1", "0.01 EUR", at("2026-10-02 10:00:00"))
        let now = at("2026-10-02 10:00:00")
        #expect(desk(Self.trigger(.net, Self.week), order, part).decision(at: now.later(-1)).gives())
        #expect(!desk(Self.trigger(.net, Self.week), order, part).decision(at: now).gives())
        // Sales stay whatever came back; what was called off was never sold.
        #expect(desk(Self.trigger(.sales, Self.week), order, part).decision(at: now).gives())
        let off = Did.cancelled("o-1", at("2026-10-02 10:00:00"))
        #expect(!desk(Self.trigger(.sales, Self.week), order, off).decision(at: now).gives())
    }

    @Test func `R-TRIG-02 Takes the latest order that suffices, once for each`() {
        var desk = desk(
            Self.trigger(.net, Self.week),
            Did.order("o-1", "100.00 EUR", at("2026-10-01 20:15:00")),
            Did.order("o-2", "500.00 EUR", at("2026-10-02 20:15:00")),
            Did.order("o-3", "9.00 EUR", at("2026-10-03 20:15:00"))
        )
        let now = at("2026-10-04 09:00:00")
        #expect(desk.decision(at: now).term() == "order/o-2")
        desk.grants = [desk.grant("order/o-2", at: at("2026-10-02 20:15:00"))]
        #expect(desk.decision(at: now).words() == "given before, on 2026-10-02")
        let long = String(repeating: "o", count: 255)
        desk.activities = [Did.order(long, "100.00 EUR", at("2026-10-04 08:00:00"))]
        #expect(desk.decision(at: now).term() == "order/#\(ContentHash(of: long))")
    }

    @Test func `R-DATA-05 Does not know what is left where goods came back of no known order`() {
        let order = Did.order("o-1", "100.00 EUR", at("2026-10-01 20:15:00"))
        let now = at("2026-10-04 09:00:00")
        let stray = Did.returned(nil, "1.00 EUR", at("2026-10-02 10:00:00"))
        let unclear = desk(Self.trigger(.net, Self.week), order, stray)
        #expect(unclear.decision(at: now).words() == "What is left of an order: not known")
        let earlier = Did.returned(nil, "1.00 EUR", at("2026-10-01 10:00:00"))
        #expect(desk(Self.trigger(.net, Self.week), order, earlier).decision(at: now).gives())
        let enough = Did.order("o-2", "101.00 EUR", at("2026-10-01 20:15:00"))
        #expect(desk(Self.trigger(.net, Self.week), enough, stray).decision(at: now).term() == "order/o-2")
        var hidden = desk(Self.trigger(.net, Self.week), order)
        hidden.handsOverOrders = false
        #expect(hidden.decision(at: now).words() == "Orders: not known")
        #expect(!desk(Self.trigger(.net, Self.week)).decision(at: now).gives())
    }

    @Test(arguments: [
        [Did.order("o-1", "150.00 USD", at("2026-10-01 20:15:00"))],
        [
            Did.order("o-1", "150.00 EUR", at("2026-10-01 20:15:00")),
            Did.returned("o-1", "1.00 USD", at("2026-10-02 10:00:00")),
        ],
    ])
    func `R-DATA-05 Does not know what is left of an order in another currency`(activities: [Activity]) {
        let now = at("2026-10-04 09:00:00")
        var desk = desk(Self.trigger(.net, Self.week), Did.order("o-0", "1.00 EUR", at("2026-09-01 10:00:00")))
        desk.record.zone = Zones.shanghai.id
        let known = desk.facts(at: now)
        let facts = CustomerFacts(
            profile: known.profile,
            attributes: known.attributes,
            record: known.record,
            activities: activities
        )
        let circumstances = Circumstances(at: now, giving: Shop.gifts, in: Zones.all)
        let decision = desk.policy.decision(for: facts, under: circumstances)
        #expect(decision.words() == "What is left of an order: not known")
    }

    private static let orders = [
        Did.order("o-1", "60.00 EUR", at("2026-03-30 10:00:00")),
        Did.order("o-2", "60.00 EUR", at("2026-04-02 10:00:00")),
        Did.order("o-3", "40.00 EUR", at("2026-04-20 10:00:00")),
    ]

    @Test(arguments: [
        (
            SpendTrigger.Scope.window(.calendar(.month)), "2026-04-19",
            "60.00 EUR spent: 40.00 EUR missing to 100.00 EUR", nil
        ),
        (
            .window(.calendar(.month)), "2026-04-20", "100.00 EUR spent, at least 100.00 EUR, reached on 2026-04-20",
            "2026-04"
        ),
        (.window(.calendar(.month)), "2026-05-01", "0.00 EUR spent: 100.00 EUR missing to 100.00 EUR", nil),
        (
            .window(.calendar(.quarter)), "2026-06-30", "100.00 EUR spent, at least 100.00 EUR, reached on 2026-04-20",
            "2026-q2"
        ),
        (
            .window(.calendar(.halfYear)), "2026-06-30", "160.00 EUR spent, at least 100.00 EUR, reached on 2026-04-02",
            "2026-h1"
        ),
        (.window(.calendar(.year)), "2026-04-01", "60.00 EUR spent: 40.00 EUR missing to 100.00 EUR", nil),
        (
            .window(.calendar(.year)), "2026-12-31", "160.00 EUR spent, at least 100.00 EUR, reached on 2026-04-02",
            "2026"
        ),
        (.window(.calendar(.year)), "2027-01-01", "0.00 EUR spent: 100.00 EUR missing to 100.00 EUR", nil),
        (.window(.lifetime), "2030-01-01", "160.00 EUR spent, at least 100.00 EUR, reached on 2026-04-02", ""),
        (
            .window(.rolling("P20D")), "2026-04-18", "120.00 EUR spent, at least 100.00 EUR, reached on 2026-04-02",
            "2026-04-02"
        ),
        (.window(.rolling("P20D")), "2026-04-19", "60.00 EUR spent: 40.00 EUR missing to 100.00 EUR", nil),
        (
            .window(.rolling("P20D")), "2026-04-20", "100.00 EUR spent, at least 100.00 EUR, reached on 2026-04-20",
            "2026-04-20"
        ),
        (
            .window(.rolling("P20D")), "2026-04-21", "100.00 EUR spent, at least 100.00 EUR, reached on 2026-04-20",
            "2026-04-20"
        ),
        (.window(.rolling("P20D")), "2026-04-22", "40.00 EUR spent: 60.00 EUR missing to 100.00 EUR", nil),
        (
            .window(.anniversary("P1Y")), "2027-03-29", "160.00 EUR spent, at least 100.00 EUR, reached on 2026-04-02",
            "2026-04-02"
        ),
        (.window(.anniversary("P1Y")), "2027-03-30", "0.00 EUR spent: 100.00 EUR missing to 100.00 EUR", nil),
    ])
    func `R-TRIG-02 Counts the spend of a time, once in each`(
        scope: SpendTrigger.Scope,
        today: String,
        says: String,
        term: String?
    ) {
        for spend in SpendBasis.allCases {
            let desk = ActivityDesk(Self.trigger(spend, scope), activities: Self.orders)
            let decision = desk.decision(at: at("\(today) 12:00:00"))
            #expect(decision.words() == says)
            #expect(decision.term() == term.map { $0.isEmpty ? "spend/100.00 EUR" : "spend/100.00 EUR/\($0)" })
        }
    }

    @Test func `R-TRIG-02 Takes back the spend of a time with the money`() {
        let back = Did.returned("o-3", "0.01 EUR", at("2026-04-25 10:00:00"))
        let desk = ActivityDesk(
            Self.trigger(.net, .window(.calendar(.month))),
            Self.trigger(.sales, .window(.calendar(.month))),
            activities: Self.orders + [back]
        )
        #expect(desk.decision(at: at("2026-04-24 12:00:00")).gives())
        let decision = desk.decision(at: at("2026-04-25 12:00:00"))
        #expect(decision.words() == "99.99 EUR spent: 0.01 EUR missing to 100.00 EUR")
        #expect(decision.gives("r-1"))
    }

    @Test func `R-DATA-05 Does not know the spend of whose purchases are in another currency`() throws {
        let now = at("2026-05-01 12:00:00")
        var desk = ActivityDesk(Self.trigger(.net, .window(.lifetime)), activities: Self.orders)
        desk.record.zone = Zones.shanghai.id
        let known = desk.facts(at: now)
        var summaries = PurchaseSummaries(in: .usd)
        try summaries.add(Did.order("o-1", "150.00 USD", at("2026-04-20 10:00:00")), in: Zones.shanghai)
        let dollars = try #require(summaries["c-1"]).days(asOf: day("2026-05-01"))
        let circumstances = Circumstances(at: now, giving: Shop.gifts, in: Zones.all)
        for (attributes, says) in [
            (known.attributes, "160.00 EUR spent, at least 100.00 EUR, reached on 2026-04-02"),
            (SegmentFacts(of: dollars), "Purchases: not known"),
        ] {
            let facts = CustomerFacts(profile: known.profile, attributes: attributes, record: known.record)
            #expect(desk.policy.decision(for: facts, under: circumstances).words() == says)
        }
    }

    @Test func `R-DATA-05 Does not know the spend of whose purchases are not known`() {
        var desk = ActivityDesk(Self.trigger(.net, .window(.lifetime)), activities: Self.orders)
        desk.tellsPurchases = false
        #expect(desk.decision(at: at("2026-05-01 12:00:00")).words() == "Purchases: not known")
        desk.activities = []
        #expect(desk.decision(at: at("2026-05-01 12:00:00")).words() == "nothing was bought yet")
    }
}
