import Foundation
import GiftModel
import GiftTesting
import Segmentation
import Testing

@Suite struct `A tier ladder` {
    let asOf = day("2026-09-30")

    @Test(arguments: [
        (1_999_99, "ordinary"), (2_000_00, "silver"), (7_900_00, "silver"), (8_000_00, "gold"), (31_000_00, "diamond"),
    ])
    func `R-SEG-05 Puts a customer on the highest rung that its spend reaches`(minorUnits: Int, tier: String) throws {
        let standing = try Shop.ladder()
            .standing(of: Shop.summary([("2026-03-01", Int64(minorUnits))]).days(asOf: asOf))
        #expect(standing.tier.id.text == tier)
    }

    @Test func `R-SEG-05 Counts net of returns, and forgets last year`() throws {
        // S03, customer F: 12,500.00, of which 4,600.00 came back.
        let returned = Shop.summary([("2025-12-31", 90_000_00), ("2026-01-01", 12_500_00), ("2026-02-01", -4_600_00)])
        #expect(try Shop.ladder().standing(of: returned.days(asOf: asOf)).tier.id == "silver")
        #expect(try Shop.ladder(spend: .sales).standing(of: returned.days(asOf: asOf)).tier.id == "gold")
        #expect(try Shop.ladder(window: .lifetime).standing(of: returned.days(asOf: asOf)).tier.id == "diamond")
    }

    @Test func `R-SEG-05 R-SEG-06 Names the goal that is met and what is missing, in both languages`() throws {
        func texts(_ standing: TierStanding, _ language: Language) -> [String] {
            standing.reasons.map { $0.text(in: language, from: .segmentation) }
        }
        let standing = try Shop.ladder().standing(of: Shop.summary([("2026-03-01", 6_200_00)]).days(asOf: asOf))
        #expect(
            texts(standing, .english) == [
                "silver since 2026-03-01: 6200.00 EUR, 1 order counted, 2000.00 EUR reach it",
                "1800.00 EUR missing to gold", "23800.00 EUR missing to diamond",
            ]
        )
        #expect(
            texts(standing, .chinese) == [
                "自2026-03-01起为silver：已计6200.00 EUR、1笔订单，要求2000.00 EUR", "距gold还差1800.00 EUR",
                "距diamond还差23800.00 EUR",
            ]
        )
        let nobody = try Shop.ladder().standing(of: Shop.summary([]).days(asOf: asOf))
        #expect(texts(nobody, .english)[0] == "ordinary: no tier above is reached with 0.00 EUR")

        let goals = [TierGoal(spend: Money("10.00 EUR")!, orders: 3), TierGoal(points: 100)]
        let rung = TierRung(Shop.tier("gold"), atLeastAnyOf: goals)
        let ladder = try TierLadder(base: Shop.tier("base"), rungs: [rung], spend: .net, window: .lifetime)
        let bought = Shop.summary([("2026-03-01", 4_00), ("2026-03-02", 5_00)]).days(asOf: asOf)
        #expect(
            texts(try ladder.standing(of: bought), .english).last
                == "gold may be reached, 1.00 EUR, 1 order or an unknown number of points missing as far as is known"
        )
        let known = try ladder.standing(of: TierFacts(bought, points: DailyCounts()))
        #expect(texts(known, .english).last == "1.00 EUR, 1 order or 100 points missing to gold")
    }

    @Test func `R-SEG-06 Shows what is missing to every tier above`() throws {
        // S04: 6,200.00 spent.
        let standing = try Shop.ladder().standing(of: Shop.summary([("2026-03-01", 6_200_00)]).days(asOf: asOf))
        #expect(standing.missing.map(\.tier.id) == ["gold", "diamond"])
        #expect(standing.missing.map(\.spend) == [Money("1800.00 EUR"), Money("23800.00 EUR")])
        #expect(standing.reached.map(\.tier.id) == ["silver"])
    }

    @Test func `R-SEG-05 Knows since when a tier has been reached without a break`() throws {
        let summary = Shop.summary([
            ("2026-02-01", 2_500_00), ("2026-03-01", 6_000_00), ("2026-03-05", -1_000_00), ("2026-04-01", 1_000_00),
        ])
        let standing = try Shop.ladder().standing(of: summary.days(asOf: asOf))
        #expect(standing.reached.map(\.since) == [day("2026-02-01"), day("2026-04-01")])
        #expect(try Shop.ladder().standing(of: summary.days(asOf: day("2026-03-31"))).tier.id == "silver")
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func `R-SEG-05 Shows each tier once, reached or missing, by the spend of the window`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let events = (0..<Int.random(in: 0...12, using: &random))
            .map { _ -> Shop.Event in
                (
                    asOf.adding(days: -.random(in: 0...600, using: &random))!.description,
                    .random(in: -9_000_00...9_000_00, using: &random)
                )
            }
        let standing = try Shop.ladder().standing(of: Shop.summary(events).days(asOf: asOf))
        let spend = events.filter { day($0.day) >= day("2026-01-01") }.map(\.minorUnits).reduce(0, +)
        #expect(standing.spend.minorUnits == spend)
        #expect(standing.reached.map(\.tier.id) + standing.missing.map(\.tier.id) == Shop.rungs.map(\.tier.id))
        for missing in standing.missing {
            let rung = Shop.rungs.first { $0.tier == missing.tier }!
            #expect(missing.spend.minorUnits == rung.goals[0].spend!.minorUnits - spend && missing.spend.minorUnits > 0)
        }
        #expect(standing.tier == standing.reached.last?.tier ?? Shop.tier("ordinary"))
    }

    @Test func `Refuses rungs that do not make a ladder, in the order of its errors`() {
        func ladder(_ rungs: [TierRung]) throws -> TierLadder {
            try TierLadder(base: Shop.tier("base"), rungs: rungs, spend: .net, window: .lifetime)
        }
        let silver = TierRung(Shop.tier("silver"), atLeast: Money("10.00 EUR")!)
        #expect(throws: TierLadderError.noRung) { try ladder([]) }
        #expect(throws: TierLadderError.duplicateTier("silver")) { try ladder([silver, silver]) }
        #expect(throws: TierLadderError.duplicateTier("base")) {
            try ladder([TierRung(Shop.tier("base"), atLeast: Money("10.00 EUR")!)])
        }
        #expect(throws: TierLadderError.currencyMismatch("gold", .usd, expected: .eur)) {
            try ladder([silver, TierRung(Shop.tier("gold"), atLeast: Money("1.00 USD")!)])
        }
        #expect(throws: TierLadderError.notAscending("gold")) {
            try ladder([silver, TierRung(Shop.tier("gold"), atLeast: Money("10.00 EUR")!)])
        }
        #expect(throws: TierLadderError.notAscending("free")) {
            try ladder([TierRung(Shop.tier("free"), atLeast: Money("0.00 EUR")!)])
        }
    }

    @Test(arguments: [
        ([TierGoal(spend: Club.cny(9_00)), TierGoal(points: 9)], TierLadderError.bypassed("gold", below: "silver")),
        ([TierGoal(orders: 9)], .bypassed("gold", below: "silver")),
        ([TierGoal(spend: Club.cny(5_00), orders: 2)], .notAscending("gold")),
        ([TierGoal(spend: Club.cny(4_00), orders: 3)], .bypassed("gold", below: "silver")),
        (
            [TierGoal(spend: Club.cny(5_00), orders: 2), TierGoal(spend: Club.cny(6_00), orders: 3)],
            .notAscending("gold")
        ),
        ([TierGoal(spend: Club.cny(0), orders: 2)], .notAscending("gold")),
    ])
    func `R-SEG-05 Refuses a rung that is not wholly above the one below`(goals: [TierGoal], error: TierLadderError) {
        #expect(throws: error) {
            try TierLadder(
                base: Shop.tier("base"),
                rungs: [
                    TierRung(Shop.tier("silver"), atLeast: TierGoal(spend: Club.cny(5_00), orders: 2)),
                    TierRung(Shop.tier("gold"), atLeastAnyOf: goals),
                ],
                spend: .net,
                window: .lifetime
            )
        }
    }

    @Test func `R-SEG-05 Takes a rung of which every goal is above one of the rung below`() throws {
        let ladder = try TierLadder(
            base: Shop.tier("base"),
            rungs: [
                TierRung(Shop.tier("silver"), atLeastAnyOf: [TierGoal(spend: Club.cny(5_00)), TierGoal(points: 7)]),
                TierRung(
                    Shop.tier("gold"),
                    atLeastAnyOf: [TierGoal(spend: Club.cny(9_00)), TierGoal(orders: 2, points: 7)],
                    keptByAnyOf: [TierGoal(spend: Club.cny(4_00)), TierGoal(points: 7)]
                ),
            ],
            spend: .net,
            window: .lifetime
        )
        let facts = TierFacts(Club.purchases(asOf: "2026-03-01"), points: Club.counts([("2026-02-01", 8)]))
        let standing = try ladder.standing(of: facts)
        #expect(standing.tier.id == "silver")
        #expect(standing.missing[0].ways.map(\.spend) == [Club.cny(9_00), Club.cny(0)])
        #expect(standing.missing[0].ways.map(\.orders) == [0, 2])
        #expect(standing.missing[0].ways.map(\.points) == [0, 0])
        #expect(standing.missingToKeep.map(\.spend) == [Club.cny(5_00), Club.cny(0)])
    }

    @Test func `Refuses what does not fit the rungs, in the order of its errors`() {
        func ladder(
            _ rung: TierRung,
            _ window: TierWindow = .calendarYear,
            _ rules: TierRules = TierRules(),
            _ currency: Currency? = nil
        ) throws -> TierLadder {
            try TierLadder(
                base: Shop.tier("base"),
                rungs: [rung],
                spend: .net,
                window: window,
                rules: rules,
                currency: currency
            )
        }
        let gold = Shop.tier("gold")
        let rung = TierRung(gold, atLeast: Club.cny(5_00))
        #expect(throws: TierLadderError.currencyMismatch("gold", .cny, expected: .eur)) {
            try ladder(rung, .calendarYear, TierRules(), .eur)
        }
        #expect(throws: TierLadderError.keepingIsHarder("gold")) {
            try ladder(TierRung(gold, atLeast: TierGoal(orders: 2), keptBy: TierGoal(orders: 3)))
        }
        #expect(throws: TierLadderError.duplicateBenefit("gold", "adviser")) {
            try ladder(TierRung(gold, atLeast: TierGoal(orders: 2), benefits: [Club.adviser, Club.adviser]))
        }
        #expect(throws: TierLadderError.factorNotPositive("gold")) {
            try ladder(TierRung(gold, atLeast: TierGoal(orders: 2), pointsFactor: Ratio("0")))
        }
        #expect(throws: TierLadderError.noCurrency) { try ladder(TierRung(gold, atLeast: TierGoal(orders: 2))) }
        #expect(throws: TierLadderError.emptyWindow) { try ladder(rung, .rolling("P0D")) }
        #expect(throws: TierLadderError.emptyWindow) { try ladder(rung, .anniversary("P0D")) }
        for (window, reviews) in [
            (TierWindow.lifetime, TierRules.Reviews.periodEnd), (.rolling("P1M"), .periodEnd), (.calendarYear, .month),
            (.anniversary("P1Y"), .quarter),
        ] {
            #expect(throws: TierLadderError.reviewsDoNotFit) { try ladder(rung, window, TierRules(reviews: reviews)) }
        }
        for rules in [TierRules(upgrades: .atReview), TierRules(refunds: .atReview), TierRules(landing: .oneStep)] {
            #expect(throws: TierLadderError.noReview) { try ladder(rung, .calendarYear, rules) }
        }
        for rules in [TierRules(grace: "P1M", consumesShortfall: true), TierRules(rollsOver: true)] {
            #expect(throws: TierLadderError.nothingToCarry) { try ladder(rung, .calendarYear, rules) }
        }
        #expect(throws: TierLadderError.nothingToCarry) {
            try ladder(rung, .rolling("P1Y"), TierRules(reviews: .month, rollsOver: true))
        }
        #expect(throws: TierLadderError.noGrace) {
            try ladder(rung, .calendarYear, TierRules(reviews: .periodEnd, consumesShortfall: true))
        }
        #expect(throws: TierLadderError.unknownFloor("tin")) {
            try ladder(rung, .calendarYear, TierRules(landing: .floor("tin")))
        }
    }

    @Test func `Traps on a goal that asks for nothing`() async {
        await #expect(processExitsWith: .failure) { _ = TierGoal() }
        await #expect(processExitsWith: .failure) { _ = TierGoal(orders: 0) }
        await #expect(processExitsWith: .failure) { _ = TierRung(Shop.tier("gold"), atLeastAnyOf: []) }
    }

    @Test func `Says what was wrong in one line`() {
        let errors: [TierLadderError] = [
            .noRung, .duplicateTier("gold"), .currencyMismatch("gold", .usd, expected: .eur), .notAscending("gold"),
            .bypassed("gold", below: "silver"), .keepingIsHarder("gold"), .duplicateBenefit("gold", "adviser"),
            .factorNotPositive("gold"), .noCurrency, .emptyWindow, .reviewsDoNotFit, .noReview, .nothingToCarry,
            .noGrace, .unknownFloor("tin"),
        ]
        #expect(
            errors.map(\.description) == [
                "a ladder needs a tier above the base", "tier `gold` stands on the ladder twice",
                "tier `gold` is in `USD`, the first is in `EUR`",
                "tier `gold` needs no more than the tier below it",
                "tier `gold` can be reached without what tier `silver` needs",
                "tier `gold` can be reached without what keeps it", "tier `gold` gives `adviser` twice",
                "the points factor of tier `gold` is not above zero",
                "no tier asks for money, so the ladder's currency must be given",
                "a window of no length counts nothing",
                "reviews are at the end of the window's periods where it has any, otherwise by the calendar",
                "nothing can wait for a review or go step by step where every day is judged by itself",
                "nothing can be taken into the next period where none is reviewed",
                "a shortfall can be consumed only in a time of grace", "the ladder has no tier `tin` to land on",
            ]
        )
    }

    @Test func `Refuses a summary in another currency, and a gap beyond 64 bits`() throws {
        #expect(throws: PurchaseSummaryError.currencyMismatch(.usd, expected: .eur)) {
            try Shop.ladder().standing(of: PurchaseSummary(of: "c", in: .usd).days(asOf: asOf))
        }
        let ruined = Shop.summary([("2026-03-01", -.max)])
        #expect(throws: PurchaseSummaryError.overflow) { try Shop.ladder().standing(of: ruined.days(asOf: asOf)) }
    }
}

@Suite struct `The standing of a customer` {
    /// S03: customers A to F with their money, orders and interactions of 2026.
    @Test(
        arguments: [
            ("A", 1_999_99, 9, 40, "ordinary", "ordinary"), ("B", 2_000_00, 4, 5, "silver", "ordinary"),
            ("C", 8_000_00, 9, 12, "silver", "gold"), ("D", 31_000_00, 20, 24, "diamond", "diamond"),
            ("E", 31_000_00, 12, 11, "gold", "silver"), ("F", 12_500_00, 10, 12, "silver", "silver"),
        ] as [(String, Int64, Int64, Int64, Tier.ID, Tier.ID)]
    )
    func `R-SEG-05 Is that of S03 on both ladders`(
        customer: String,
        spend: Int64,
        orders: Int64,
        interactions: Int64,
        shop: Tier.ID,
        hotel: Tier.ID
    ) throws {
        var events: [(String, Club.Event)] = (1..<orders).map { ("2026-02-01", .order("o-\($0)", 1_00)) }
        events.append(("2026-03-01", .order("o-0", spend - (orders - 1) * 1_00)))
        if customer == "F" {
            events[9] = ("2026-03-01", .order("o-0", 7_900_00 - 8 * 1_00))
            events[8] = ("2026-03-02", .order("big", 4_600_00))
            events.append(("2026-03-09", .back(of: "big", 4_600_00)))
        }
        let facts = TierFacts(
            Club.purchases(events, asOf: "2026-12-31"),
            interactions: Club.counts([("2026-02-03", interactions)])
        )
        #expect(try Club.shop().standing(of: facts).tier.id == shop)
        #expect(try Club.hotel().standing(of: facts).tier.id == hotel)
    }

    @Test func `R-SEG-06 Shows what is missing to all tiers above, with what they give, as in S04`() throws {
        let events = (1...9).map { ("2026-0\($0)-10", Club.Event.order("o-\($0)", $0 == 9 ? 6_120_00 : 10_00)) }
        let standing = try Club.shop().standing(of: Club.purchases(events, asOf: "2026-09-30"))
        #expect(standing.tier.id == "silver" && standing.spend == Club.cny(6_200_00) && standing.amounts.orders == 9)
        #expect(standing.reached.map(\.since) == [day("2026-09-10")])
        #expect(standing.missing.map(\.tier.id) == ["gold", "diamond"])
        #expect(standing.missing.map(\.spend) == [Club.cny(1_800_00), Club.cny(23_800_00)])
        #expect(standing.missing.map { $0.ways.map(\.orders) } == [[1], [11]])
        #expect(standing.missing.map(\.benefits) == [[Club.adviser], [Club.adviser, Club.lounge]])
        #expect(standing.missing.allSatisfy { !$0.isUndetermined })
        #expect(standing.missingToKeep.map(\.orders) == [0])
    }

    @Test func `R-SEG-05 Is undetermined, not failed, where what a tier asks for is not known`() throws {
        let bought = Club.purchases([("2026-03-01", .order("o", 9_000_00))], asOf: "2026-03-31")
        let unknown = try Club.hotel().standing(of: bought)
        #expect(unknown.tier.id == "ordinary" && !unknown.isDetermined)
        #expect(unknown.missing.map(\.isUndetermined) == [true, true, false])
        #expect(unknown.missing.map { $0.ways[0].interactions } == [nil, nil, nil])
        #expect(unknown.missing.map(\.spend) == [Club.cny(0), Club.cny(0), Club.cny(21_000_00)])
        let known = try Club.hotel().standing(of: TierFacts(bought, interactions: DailyCounts()))
        #expect(known.isDetermined && known.missing.map { $0.ways[0].interactions } == [6, 12, 24])
        let shop = try Club.shop().standing(of: bought)
        #expect(shop.isDetermined && shop.missing[0].ways[0].orders == 3)
    }

    @Test func `Case 54 A goal that is just met is met`() throws {
        let ladder = try Club.pointsLadder()
        func tier(_ points: Int64) throws -> Tier.ID {
            try ladder.standing(of: Club.earned([("2026-01-05", points)], asOf: "2026-02-01")).tier.id
        }
        #expect(try tier(500) == "silver")
        #expect(try tier(499) == "none")
    }

    @Test func `Case 55 Counts points earned and not what is left of them`() throws {
        // Redeeming 400 takes nothing from what was earned, which is all that the ladder is told of.
        let facts = Club.earned([("2026-01-05", 600)], asOf: "2026-02-01")
        #expect(try Club.pointsLadder().standing(of: facts).tier.id == "silver")
    }

    @Test func `Case 56 A rolling year lets go of a day on its anniversary`() throws {
        let ladder = try Club.pointsLadder(.rolling("P12M"))
        func points(_ day: String) throws -> Int64? {
            try ladder.standing(of: Club.earned([("2024-06-15", 300), ("2025-01-10", 250)], asOf: day)).amounts.points
        }
        #expect(try points("2025-06-14") == 550)
        #expect(try points("2025-06-15") == 250)
        let last = Club.earned([("2024-06-15", 300), ("2025-01-10", 250)], asOf: "2025-02-01")
        #expect(ladder.nextChange(after: last) == day("2025-06-15"))
    }

    @Test(
        arguments: [
            (.lifetime, 15), (.calendar(.month), 1), (.calendar(.quarter), 3), (.calendar(.halfYear), 7),
            (.calendarYear, 7),
            (.rolling("P1M"), 1), (.rolling("P45D"), 3), (.anniversary("P1Y"), 7), (.anniversary("P3M"), 3),
        ] as [(TierWindow, Int64)]
    )
    func `R-SEG-05 Counts over the window that the ladder names`(window: TierWindow, points: Int64) throws {
        // The first purchase on 30 November: anniversaries on 30 November, 28 February, 30 May.
        let facts = TierFacts(
            Club.purchases([("2025-11-30", .order("o", 1_00))], asOf: "2026-05-29"),
            points: Club.counts([
                ("2025-11-29", 8), ("2026-01-15", 4), ("2026-04-20", 2), ("2026-05-29", 1), ("2026-06-01", 100),
            ])
        )
        #expect(try Club.pointsLadder(window).standing(of: facts).amounts.points == points)
    }

    @Test func `R-SEG-05 Has anniversaries from the day that the host names, and none before the first purchase`()
        throws
    {
        let ladder = try Club.pointsLadder(.anniversary("P1Y"))
        let points = Club.counts([("2026-02-10", 300), ("2026-03-05", 400)])
        let bought = Club.purchases([("2025-03-01", .order("o", 1_00))], asOf: "2026-03-31")
        #expect(try ladder.standing(of: TierFacts(bought, points: points)).amounts.points == 400)
        let joined = TierFacts(bought, points: points, startedOn: day("2026-02-10"))
        #expect(try ladder.standing(of: joined).amounts.points == 700)
        let stranger = TierFacts(Club.purchases(asOf: "2026-03-31"), points: points)
        #expect(try ladder.standing(of: stranger).amounts.points == 0)
        // Who started on a leap day has the anniversary on the last of February.
        let leapling = TierFacts(bought, points: points, startedOn: day("2024-02-29"))
        #expect(try ladder.standing(of: leapling).amounts.points == 400)
    }

    @Test func `Case 60 Tells the points account what is left and by which factor it goes on`() throws {
        let ladder = try Club.pointsLadder()
        let standing = try ladder.standing(of: Club.earned([("2026-01-05", 400)], asOf: "2026-02-01"))
        let factors = standing.pointsFactors
        #expect(factors.map(\.tier) == ["none", "silver", "gold", "platinum"])
        #expect(factors.map(\.points) == [0, 100, 1_600, 4_600])
        #expect(factors.map(\.factor) == [Ratio("1"), Ratio("3/2"), Ratio("2"), Ratio("3")])

        // What an account makes of an order worth 300: each stretch by its own factor, or all by the first or the last.
        let order: Int64 = 300
        func times(_ points: Int64, _ factor: Ratio) -> Int64 { points * factor.numerator / factor.denominator }
        let reached = factors.prefix { $0.points.count <= order }
        let ends = reached.dropFirst().map(\.points.count) + [order]
        let split = zip(reached, ends).map { times($1 - $0.points.count, $0.factor) }.reduce(0, +)
        #expect(times(order, factors[0].factor) == 300)
        #expect(split == 400)
        #expect(times(order, reached.last!.factor) == 450)
    }

    @Test func `R-SEG-05 Tells an account only of tiers that points and orders alone can reach`() throws {
        let bought = Club.purchases([("2026-03-01", .order("o", 6_200_00))], asOf: "2026-03-31")
        let factors = try Club.shop().standing(of: bought).pointsFactors
        #expect(factors.map(\.spend) == [Club.cny(0), Club.cny(0), Club.cny(1_800_00), Club.cny(23_800_00)])
        #expect(factors.map(\.orders) == [0, 3, 9, 19])
        #expect(try Club.hotel().standing(of: bought).pointsFactors.map(\.tier) == ["ordinary"])
    }

    @Test func `R-SEG-05 Knows since when of more tiers than four`() throws {
        let names: [Tier.ID] = ["a", "b", "c", "d", "e", "f"]
        let ladder = try TierLadder(
            base: Shop.tier("base"),
            rungs: names.enumerated().map { TierRung(Shop.tier($1), atLeast: TierGoal(points: Int64($0 + 1))) },
            spend: .net,
            window: .lifetime,
            currency: .cny
        )
        let days = (1...6).map { ("2026-01-0\($0)", Int64(1)) }
        let standing = try ladder.standing(of: Club.earned(days, asOf: "2026-02-01"))
        #expect(standing.reached.map(\.tier.id) == names)
        #expect(standing.reached.map(\.since) == days.map { day($0.0) })
    }

    @Test func `R-TRIG-02 Names the time in which a tier counts as reached once`() {
        let windows: [TierWindow] = [
            .lifetime, .calendarYear, .calendar(.halfYear), .calendar(.quarter), .calendar(.month), .rolling("P1Y"),
            .anniversary("P1Y"),
        ]
        #expect(
            windows.map { $0.term(reachedOn: day("2011-11-05")) } == [
                nil, "2011", "2011-h2", "2011-q4", "2011-11", "2011-11-05", "2011-11-05",
            ]
        )
    }
}
