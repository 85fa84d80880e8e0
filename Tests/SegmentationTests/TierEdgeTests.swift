import GiftModel
import Segmentation
import Testing

@Suite struct `A tier at the edge` {
    /// Gold from 100.00 and platinum from 300.00.
    private func ladder(_ window: TierWindow, _ rules: TierRules) throws -> TierLadder {
        try TierLadder(
            base: Club.tier("none"),
            rungs: [
                TierRung(Club.tier("gold"), atLeast: Club.cny(100_00)),
                TierRung(Club.tier("platinum"), atLeast: Club.cny(300_00)),
            ],
            spend: .net,
            window: window,
            rules: rules
        )
    }

    private func facts(_ events: [(day: String, event: Club.Event)]) -> [TierFacts] {
        events.map { TierFacts(Club.purchases(events, asOf: $0.day)) }
    }

    @Test func `R-SEG-05 Is reviewed on the first anniversary whatever came before the first purchase`() throws {
        let rules = TierRules(reviews: .periodEnd, upgrades: .atReview)
        let ladder = try Club.pointsLadder(.anniversary("P1Y"), rules)
        let facts = TierFacts(
            Club.purchases([("2025-02-01", .order("a", 10_00))], asOf: "2025-03-01"),
            points: Club.counts([("2025-01-10", 5), ("2025-03-01", 600)])
        )
        let history = try ladder.history(of: [facts], through: day("2026-12-31"))
        #expect(history.lines == ["2026-02-01 none>silver tierUpgradedAtReview"])
    }

    @Test func `R-SEG-05 Is reviewed where the purchase from which anniversaries count has come back`() throws {
        let ladder = try ladder(.anniversary("P1Y"), TierRules(reviews: .periodEnd, refunds: .atReview))
        let events: [(day: String, event: Club.Event)] = [
            ("2025-01-10", .order("a", 100_00)), ("2025-01-20", .back(of: "a", 100_00)),
        ]
        let facts = facts(events)
        #expect(
            try ladder.history(of: facts, through: day("2027-12-31")).lines == [
                "2025-01-10 none>gold tierUpgraded", "2026-01-10 gold>none tierDowngraded",
            ]
        )
        let history = try ladder.history(of: facts, through: day("2025-01-20"))
        #expect(ladder.nextChange(after: facts[1], in: history) == day("2026-01-10"))

        // What is bought later begins other periods, and the first of them is reviewed at its end.
        let later = self.facts(events + [("2025-03-01", .order("b", 10_00))])
        #expect(
            try ladder.history(of: later, through: day("2027-12-31")).lines.last
                == "2026-03-01 gold>none tierDowngraded"
        )
    }

    @Test func `R-SEG-05 Has a month of grace to the end of a longer month`() throws {
        let ladder = try Club.pointsLadder(.calendar(.quarter), TierRules(reviews: .periodEnd, grace: "P1M"))
        let facts = Club.earned([("2025-02-10", 500)], asOf: "2025-02-10")
        let history = try ladder.history(of: [facts], through: day("2025-12-31"))
        #expect(
            history.lines.suffix(2) == [
                "2025-07-01 silver>silver tierGraceBegan", "2025-08-01 silver>none tierGraceEnded",
            ]
        )
        #expect(history.changes[2].graceThrough == day("2025-07-31"))
    }

    @Test func `R-SEG-05 Falls no lower than what was reached before the order that came back`() throws {
        let ladder = try Club.pointsLadder(.rolling("P12M"), TierRules(reviews: .year))
        let points: [(String, Int64)] = [("2024-03-10", 1_500), ("2025-03-01", 600), ("2025-06-01", 4_500)]
        let facts =
            points.indices.map { Club.earned(Array(points[...$0]), asOf: points[$0].0) }
            + [Club.earned(Array(points[..<2]), asOf: "2025-06-20")]
        #expect(
            try ladder.history(of: facts, through: day("2026-01-31")).lines.suffix(4) == [
                "2025-03-01 silver>gold tierUpgraded", "2025-06-01 gold>platinum tierUpgraded",
                // By then the 1,500 have left the window, but nothing that made it gold came back.
                "2025-06-20 platinum>gold tierRefunded", "2026-01-01 gold>silver tierDowngraded",
            ]
        )
        let all = facts + [Club.earned([points[0]], asOf: "2025-07-01")]
        #expect(
            try ladder.history(of: all, through: day("2025-12-31")).lines.last
                == "2025-07-01 gold>silver tierRefunded"
        )
    }

    @Test func `R-SEG-05 Is made good by what reaches it anew, however much came back before`() throws {
        let ladder = try ladder(.calendarYear, TierRules(reviews: .periodEnd, grace: "P3M", consumesShortfall: true))
        let events: [(day: String, event: Club.Event)] = [
            ("2024-05-01", .order("a", 100_00)), ("2025-03-01", .back(of: "ghost", 400_00)),
            ("2026-02-01", .order("b", 300_00)),
        ]
        let history = try ladder.history(of: facts(events), through: day("2026-12-31"))
        #expect(
            history.lines.suffix(3) == [
                "2026-01-01 gold>gold tierGraceBegan", "2026-02-01 gold>gold tierMadeGood",
                "2026-02-01 gold>platinum tierUpgraded",
            ]
        )
        #expect(history.changes.last?.carried == nil)
        #expect(history.changes.suffix(2).map(\.counted.spend) == [Club.cny(300_00), Club.cny(300_00)])
    }

    @Test func `R-SEG-05 Has been reached since the first change where the ladder has grown a lower base`() throws {
        let facts = Club.earned([("2025-05-01", 600)], asOf: "2025-05-01")
        let history = try Club.pointsLadder().history(of: [facts], through: day("2025-05-01"))
        let grown = try TierLadder(
            base: Club.tier("guest"),
            rungs: [
                TierRung(Club.tier("none"), atLeast: TierGoal(points: 1)),
                TierRung(Club.tier("silver"), atLeast: TierGoal(points: 500)),
            ],
            spend: .net,
            window: .calendarYear,
            currency: .cny
        )
        let reached = try grown.standing(of: facts, after: history).reached
        #expect(reached.map(\.tier.id) == ["none", "silver"])
        #expect(reached.map(\.since) == [day("2025-05-01"), day("2025-05-01")])
    }
}
