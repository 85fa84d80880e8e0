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
            #expect(missing.spend.minorUnits == rung.minimumSpend.minorUnits - spend && missing.spend.minorUnits > 0)
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

    @Test func `Says what was wrong in one line`() {
        let errors: [TierLadderError] = [
            .noRung, .duplicateTier("gold"), .currencyMismatch("gold", .usd, expected: .eur), .notAscending("gold"),
        ]
        #expect(
            errors.map(\.description) == [
                "a ladder needs a tier above the base", "tier `gold` stands on the ladder twice",
                "tier `gold` is in `USD`, the first is in `EUR`",
                "tier `gold` needs no more spend than the tier below it",
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
