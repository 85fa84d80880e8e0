import GiftModel
import GiftTesting
import Segmentation
import Testing

@Suite struct `The history of a tier` {
    /// Points as they were known on each of `days`, and what became of the tier by the end of `through`.
    private func lines(
        _ ladder: TierLadder,
        _ points: [(String, Int64)],
        asOf days: [String],
        through: String
    ) throws -> [String] {
        let facts = days.map { date in Club.earned(points.filter { day($0.0) <= day(date) }, asOf: date) }
        return try ladder.history(of: facts, through: day(through)).lines
    }

    /// Points that came in one by one, each assessed on its day.
    private func lines(_ ladder: TierLadder, _ points: [(String, Int64)], through: String) throws -> [String] {
        try lines(ladder, points, asOf: points.map(\.0), through: through)
    }

    private func orders(_ events: [(day: String, event: Club.Event)]) -> [TierFacts] {
        events.map { TierFacts(Club.purchases(events, asOf: $0.day)) }
    }

    @Test func `S04 Reaches gold at once, loses it when the order comes back, and reaches it again`() throws {
        let before = (1...9).map { ("2026-0\($0)-10", Club.Event.order("o-\($0)", $0 == 9 ? 6_120_00 : 10_00)) }
        let events: [(String, Club.Event)] =
            before + [
                ("2026-10-01", .order("big", 1_800_00)), ("2026-10-03", .back(of: "big", 1_800_00)),
                ("2026-10-20", .order("again", 1_800_00)),
            ]
        for rules in [TierRules(), TierRules(reviews: .periodEnd)] {
            let ladder = try Club.shop(rules)
            let facts = orders(events)
            let lines = try ladder.history(of: facts, through: day("2026-10-31")).lines
            #expect(lines.first == "2026-09-10 ordinary>silver tierUpgraded")
            let loss = rules == TierRules() ? "tierDowngraded" : "tierRefunded"
            #expect(
                lines.dropFirst() == [
                    "2026-10-01 silver>gold tierUpgraded", "2026-10-03 gold>silver \(loss)",
                    "2026-10-20 silver>gold tierUpgraded",
                ]
            )
            let seen = try ladder.standing(
                of: TierFacts(Club.purchases(events, asOf: "2026-09-30")),
                after: ladder.history(of: facts, through: day("2026-09-30"))
            )
            #expect(seen.missing.map(\.spend) == [Club.cny(1_800_00), Club.cny(23_800_00)])
            #expect(seen.missing.map { $0.ways[0].orders } == [1, 11])
            #expect(seen.missing.map(\.benefits) == [[Club.adviser], [Club.adviser, Club.lounge]])
        }
    }

    @Test(
        arguments: [
            (.oneStep, "gold", "tierDowngraded"), (.recompute, "none", "tierDowngraded"),
            (.floor("silver"), "silver", "tierDowngraded"), (.floor("platinum"), "platinum", "tierHeld"),
        ] as [(TierRules.Landing, String, String)]
    )
    func `Case 57 Lands a tier that is not kept where the rules say`(
        landing: TierRules.Landing,
        tier: String,
        reason: String
    ) throws {
        let ladder = try Club.pointsLadder(.calendarYear, TierRules(reviews: .periodEnd, landing: landing))
        let lines = try lines(ladder, [("2024-05-01", 5_000), ("2025-05-01", 300)], through: "2026-06-30")
        #expect(
            lines == [
                "2024-05-01 none>platinum tierUpgraded", "2025-01-01 platinum>platinum tierKept",
                "2026-01-01 platinum>\(tier) \(reason)",
            ]
        )
    }

    @Test func `Case 58 Keeps gold when the shortfall is made good in time, and takes it from the new year`() throws {
        let rules = TierRules(reviews: .periodEnd, grace: "P3M", consumesShortfall: true)
        let ladder = try Club.pointsLadder(.calendarYear, rules)
        let points: [(String, Int64)] = [("2023-05-01", 2_000), ("2024-05-01", 1_900), ("2025-02-10", 150)]
        #expect(
            try lines(ladder, points, through: "2025-12-31") == [
                "2023-05-01 none>gold tierUpgraded", "2024-01-01 gold>gold tierKept",
                "2025-01-01 gold>gold tierGraceBegan", "2025-02-10 gold>gold tierMadeGood",
            ]
        )
        let facts = points.indices.map { Club.earned(Array(points[...$0]), asOf: points[$0].0) }
        let history = try ladder.history(of: facts, through: day("2025-02-10"))
        #expect(history.changes[2].graceThrough == day("2025-03-31"))
        #expect(history.changes[3].counted.points == 2_050)
        #expect(history.changes[3].carried?.points == -100)
        #expect(try ladder.standing(of: facts[2], after: history).amounts.points == 50)
        #expect(try ladder.standing(of: facts[2], after: history).missingToKeep.map(\.points) == [1_950])

        // Without the 150 the drop takes effect on 1 April.
        #expect(
            try lines(ladder, Array(points.dropLast()), through: "2025-12-31").last
                == "2025-04-01 gold>silver tierGraceEnded"
        )
        let waiting = try ladder.history(of: Array(facts.dropLast()), through: day("2025-01-31"))
        #expect(
            ladder.nextChange(after: Club.earned(Array(points.dropLast()), asOf: "2025-01-31"), in: waiting)
                == day("2025-04-01")
        )
        // Made good by the last day, and one day too late.
        for (date, last) in [
            ("2025-03-31", "2025-03-31 gold>gold tierMadeGood"),
            ("2025-04-01", "2025-04-01 gold>silver tierGraceEnded"),
        ] {
            #expect(try lines(ladder, points.dropLast() + [(date, 100)], through: "2025-12-31").last == last)
        }
    }

    @Test func `Case 58 Keeps what made the shortfall good in the new year too, where it is not consumed`() throws {
        let ladder = try Club.pointsLadder(.calendarYear, TierRules(reviews: .periodEnd, grace: "P3M"))
        let points: [(String, Int64)] = [("2023-05-01", 2_000), ("2024-05-01", 1_900), ("2025-02-10", 150)]
        let facts = points.indices.map { Club.earned(Array(points[...$0]), asOf: points[$0].0) }
        let history = try ladder.history(of: facts, through: day("2025-02-10"))
        #expect(history.changes.last?.code == .madeGood && history.changes.last?.carried == nil)
        #expect(try ladder.standing(of: facts[2], after: history).amounts.points == 150)
    }

    @Test(
        arguments: [
            (.immediate, ["2026-06-10 gold>silver tierRefunded", "2027-01-01 silver>silver tierKept"]),
            (.atReview, ["2027-01-01 gold>silver tierDowngraded"]),
        ] as [(TierRules.Refunds, [String])]
    )
    func `Case 59 Loses gold when its order comes back, at once or at the review`(
        refunds: TierRules.Refunds,
        lines: [String]
    ) throws {
        let ladder = try Club.pointsLadder(.calendarYear, TierRules(reviews: .periodEnd, refunds: refunds))
        let facts = [
            Club.earned([("2026-03-01", 1_850)], asOf: "2026-03-01"),
            Club.earned([("2026-03-01", 1_850), ("2026-06-01", 150)], asOf: "2026-06-01"),
            Club.earned([("2026-03-01", 1_850)], asOf: "2026-06-10"),
        ]
        let history = try ladder.history(of: facts, through: day("2027-06-30"))
        #expect(
            history.lines == [
                "2026-03-01 none>silver tierUpgraded", "2026-06-01 silver>gold tierUpgraded",
            ] + lines
        )
        // What was earned at the factor of gold in between stays: the account is told it on each day.
        #expect(history.tier(on: day("2026-06-09")) == "gold")
        #expect(
            try ladder.standing(of: facts[1], after: ladder.history(of: facts, through: day("2026-06-01")))
                .pointsFactors[0].factor == Ratio("2")
        )
    }

    @Test func `Case 62 Takes the excess over silver into the next year`() throws {
        let ladder = try TierLadder(
            base: Club.tier("none"),
            rungs: [
                TierRung(Club.tier("silver"), atLeast: TierGoal(points: 25_000)),
                TierRung(Club.tier("gold"), atLeast: TierGoal(points: 50_000)),
            ],
            spend: .net,
            window: .calendarYear,
            rules: TierRules(reviews: .periodEnd, rollsOver: true),
            currency: .cny
        )
        let year = Club.earned([("2025-11-01", 49_999)], asOf: "2025-11-01")
        let history = try ladder.history(of: [year], through: day("2026-01-01"))
        #expect(
            history.lines == ["2025-11-01 none>silver tierUpgraded", "2026-01-01 silver>silver tierKept"]
        )
        let fresh = Club.earned([("2025-11-01", 49_999)], asOf: "2026-01-01")
        let standing = try ladder.standing(of: fresh, after: history)
        #expect(standing.amounts.points == 24_999)
        #expect(standing.tier.id == "silver" && standing.missing[0].ways[0].points == 25_001)
        // One more keeps silver in 2026, and nothing is left to take into 2027.
        let more = Club.earned([("2025-11-01", 49_999), ("2026-03-01", 1)], asOf: "2026-03-01")
        let next = try ladder.history(of: [year, more], through: day("2028-06-30"))
        #expect(
            next.lines.suffix(2) == ["2027-01-01 silver>silver tierKept", "2028-01-01 silver>none tierDowngraded"]
        )
        // What stays below silver is no excess.
        let little = Club.earned([("2025-11-01", 24_999)], asOf: "2025-11-01")
        let none = try ladder.history(of: [little], through: day("2026-06-30"))
        #expect(none.changes.isEmpty)
    }

    @Test func `R-SEG-05 Raises at the review only, where the rules say so`() throws {
        let ladder = try Club.pointsLadder(
            .calendar(.quarter),
            TierRules(reviews: .periodEnd, upgrades: .atReview, landing: .oneStep)
        )
        #expect(
            try lines(ladder, [("2026-02-10", 2_500), ("2026-05-01", 600)], through: "2027-12-31") == [
                "2026-04-01 none>gold tierUpgradedAtReview", "2026-07-01 gold>silver tierDowngraded",
                "2026-10-01 silver>none tierDowngraded",
            ]
        )
    }

    @Test func `R-SEG-05 Keeps a tier that is easier to keep than to reach`() throws {
        func ladder(_ window: TierWindow, _ rules: TierRules) throws -> TierLadder {
            try TierLadder(
                base: Club.tier("none"),
                rungs: [TierRung(Club.tier("gold"), atLeast: TierGoal(points: 100), keptBy: TierGoal(points: 60))],
                spend: .net,
                window: window,
                rules: rules,
                currency: .cny
            )
        }
        let points: [(String, Int64)] = [("2024-05-01", 100), ("2025-05-01", 60), ("2026-05-01", 59)]
        let yearly = try ladder(.calendarYear, TierRules(reviews: .periodEnd))
        #expect(
            try lines(yearly, points, through: "2027-12-31") == [
                "2024-05-01 none>gold tierUpgraded", "2025-01-01 gold>gold tierKept", "2026-01-01 gold>gold tierKept",
                "2027-01-01 gold>none tierDowngraded",
            ]
        )
        let daily = try ladder(.rolling("P12M"), TierRules())
        #expect(
            try lines(daily, points, through: "2027-12-31") == [
                "2024-05-01 none>gold tierUpgraded", "2026-05-01 gold>none tierDowngraded",
            ]
        )
    }

    @Test func `R-SEG-05 Rolls month by month with grace`() throws {
        let ladder = try Club.pointsLadder(.rolling("P12M"), TierRules(reviews: .month, grace: "P2M"))
        let points: [(String, Int64)] = [("2025-01-10", 600), ("2026-03-20", 700)]
        // The 600 are gone by 10 January; the review at the end of January finds nothing.
        #expect(
            try lines(ladder, points, through: "2026-04-30").filter { !$0.hasSuffix("tierKept") } == [
                "2025-01-10 none>silver tierUpgraded", "2026-02-01 silver>silver tierGraceBegan",
                "2026-03-20 silver>silver tierMadeGood",
            ]
        )
        #expect(
            try lines(ladder, [points[0]], through: "2026-04-30").last == "2026-04-01 silver>none tierGraceEnded",
            "a review in a time of grace waits for its end"
        )
        let weekly = try Club.pointsLadder(.rolling("P12M"), TierRules(grace: "P10D"))
        #expect(
            try lines(weekly, [points[0]], through: "2026-04-30").suffix(2) == [
                "2026-01-10 silver>silver tierGraceBegan", "2026-01-20 silver>none tierGraceEnded",
            ]
        )
    }

    @Test func `R-SEG-05 Changes nothing upon what is not known`() throws {
        let ladder = try Club.pointsLadder(.calendarYear, TierRules(reviews: .periodEnd))
        let known = Club.earned([("2025-05-01", 2_000)], asOf: "2025-05-01")
        let unknown = TierFacts(Club.purchases(asOf: "2025-06-01"))
        let history = try ladder.history(of: [known, unknown], through: day("2027-06-30"))
        #expect(history.lines.map { String($0.suffix(8)) } == ["Upgraded", "tierKept", "tierKept"])
        #expect(history.changes.last?.target == "gold")
    }

    @Test func `R-SEG-05 Lets a review stand whatever comes back later`() throws {
        let ladder = try Club.pointsLadder(.calendarYear, TierRules(reviews: .periodEnd))
        let facts = [
            Club.earned([("2025-12-20", 2_000)], asOf: "2025-12-20"), Club.earned([], asOf: "2026-01-02"),
        ]
        #expect(
            try ladder.history(of: facts, through: day("2026-12-31")).lines == [
                "2025-12-20 none>gold tierUpgraded", "2026-01-01 gold>gold tierKept",
            ]
        )
        // What comes back on the day of the review is in time.
        let early = [facts[0], Club.earned([], asOf: "2026-01-01")]
        #expect(
            try ladder.history(of: early, through: day("2026-12-31")).lines.last
                == "2026-01-01 gold>none tierDowngraded"
        )
    }

    @Test func `R-POL-11 Says why in both languages`() throws {
        let rules = TierRules(reviews: .periodEnd, grace: "P3M")
        let ladder = try Club.pointsLadder(.calendarYear, rules)
        let facts = Club.earned([("2025-05-01", 2_000)], asOf: "2025-05-01")
        let words = Phrasebook(TierReason.self)
        let reasons = try ladder.history(of: [facts], through: day("2027-12-31")).changes.map { $0.reason(on: ladder) }
        #expect(
            reasons.map { $0.text(in: .english, from: words) } == [
                "gold reached with 0.00 CNY, 2000 points", "gold kept at the review with 0.00 CNY, 2000 points",
                "0.00 CNY do not keep gold, which stands through 2027-03-31 for the rest to be made good",
                "from gold to none: 0.00 CNY, and the time to make the rest good is over",
            ]
        )
        #expect(reasons[0].text(in: .chinese, from: words) == "已达到gold：0.00 CNY、2000积分")
    }

    @Test func `Refuses purchases in another currency, and facts out of order`() async throws {
        let ladder = Shop.ladder()
        let facts = TierFacts(Club.purchases(asOf: "2026-03-01"))
        #expect(throws: PurchaseSummaryError.currencyMismatch(.cny, expected: .eur)) {
            try ladder.history(of: [facts], through: day("2026-03-01"))
        }
        #expect(throws: PurchaseSummaryError.currencyMismatch(.cny, expected: .eur)) {
            try ladder.standing(of: facts, after: .empty)
        }
        await #expect(processExitsWith: .failure) {
            let facts = TierFacts(Club.purchases(asOf: "2026-03-01"))
            _ = try Club.shop().history(of: [facts, facts], through: day("2026-03-01"))
        }
    }
}
