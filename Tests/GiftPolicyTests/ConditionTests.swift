import Foundation
import GiftModel
import GiftPolicy
import GiftTesting
import Segmentation
import Testing

@Suite struct `A condition` {
    struct Case: CustomTestStringConvertible {
        let condition: Condition
        let orders: [(String, Int64)]
        let reasons: [String]?
        var testDescription: String { "\(condition)" }

        /// `reasons` are those for which the rule refuses; `nil` where it does not.
        init(_ condition: Condition, _ orders: [(String, Int64)], refusedBecause reasons: [String]?) {
            (self.condition, self.orders, self.reasons) = (condition, orders, reasons)
        }
    }

    static let silent: [(String, Int64)] = [("2011-01-01", 200_00), ("2011-01-02", 100_00), ("2011-02-01", -50_00)]

    // The rule fires for any silence, so that the condition alone decides.
    @Test(arguments: [
        Case(.count(.orders, .atLeast, 2), silent, refusedBecause: nil),
        Case(.count(.orders, .above, 2), silent, refusedBecause: ["Orders: 2, asked for: above 2"]),
        Case(.count(.purchaseDays, .equal, 2), silent, refusedBecause: nil),
        Case(
            .count(.purchaseDays, .notEqual, 2),
            silent,
            refusedBecause: ["Purchase days: 2 days, asked for: other than 2 days"]
        ),
        Case(
            .count(.daysSinceFirstPurchase, .below, 343),
            silent,
            refusedBecause: ["Time since the first purchase: 343 days, asked for: below 343 days"]
        ),
        Case(.count(.daysSinceLastPurchase, .atMost, 342), silent, refusedBecause: nil),
        Case(.count(.monetaryScore, .equal, 1), silent, refusedBecause: nil),
        Case(.money(.sales, .atLeast, money("300.00 EUR")), silent, refusedBecause: nil),
        Case(
            .money(.netSpend, .above, money("250.00 EUR")),
            silent,
            refusedBecause: ["Net spend: 250.00 EUR, asked for: above 250.00 EUR"]
        ),
        Case(.tier(.below, "silver"), silent, refusedBecause: nil),
        Case(.tier(.equal, "gold"), silent, refusedBecause: ["Tier: Standard, asked for: exactly Gold"]),
        Case(.stage(isOneOf: [.dormant, .churned]), silent, refusedBecause: nil),
        Case(
            .stage(isOneOf: [.new, .mature]),
            silent,
            refusedBecause: ["Stage: Dormant, asked for: one of New, Mature"]
        ),
        Case(.not(.count(.orders, .equal, 2)), silent, refusedBecause: ["Orders: 2, asked for: other than 2"]),
        Case(
            .not(.any([.stage(isOneOf: [.dormant]), .not(.tier(.below, "gold")), .count(.orders, .atLeast, 3)])),
            silent,
            refusedBecause: ["Stage: Dormant, asked for: other than Dormant"]
        ),
        Case(
            .not(.all([.stage(isOneOf: [.dormant, .new]), .money(.sales, .above, money("1.00 EUR"))])),
            silent,
            refusedBecause: [
                "Stage: Dormant, asked for: none of New, Dormant", "Sales: 300.00 EUR, asked for: at most 1.00 EUR",
            ]
        ),
        Case(
            .all([.count(.orders, .equal, 2), .count(.orders, .equal, 3), .tier(.equal, "gold")]),
            silent,
            refusedBecause: ["Orders: 2, asked for: exactly 3", "Tier: Standard, asked for: exactly Gold"]
        ),
        Case(.any([.count(.orders, .equal, 3), .count(.orders, .equal, 2)]), silent, refusedBecause: nil),
        Case(
            .any([.count(.orders, .equal, 3), .count(.orders, .equal, 4)]),
            silent,
            refusedBecause: ["Orders: 2, asked for: exactly 3", "Orders: 2, asked for: exactly 4"]
        ),
    ])
    func `R-POL-01 Compares a fact with a value of its own kind, and says what it found`(asked: Case) {
        let rule = Rule(
            id: "any-silence",
            name: Shop.name("any silence"),
            occasion: .reactivation,
            goal: .repurchase,
            priority: 1,
            on: .inactive(moreThanDays: 1),
            when: asked.condition,
            giving: Shop.wakeUp.selection
        )
        let policy = Shop.policy { $0.rules = [rule] }
        let decision = policy.decision(for: Shop.facts(asked.orders), choosingFrom: Shop.gifts)
        #expect(decision.candidates.isEmpty == (asked.reasons != nil))
        #expect(decision.why(not: "any-silence") == asked.reasons ?? [])
    }

    /// A condition over the stage (not known of a customer with returns alone) and the constants true and false.
    private func random(depth: Int, using random: inout SeededGenerator) -> Condition {
        func parts() -> [Condition] {
            (0...Int.random(in: 0...2, using: &random)).map { _ in self.random(depth: depth - 1, using: &random) }
        }
        return switch depth == 0 ? 4 : Int.random(in: 0...4, using: &random) {
        case 0: .all(parts())
        case 1: .any(parts())
        case 2: .not(self.random(depth: depth - 1, using: &random))
        default:
            switch Int.random(in: 0...2, using: &random) {
            case 0: .all([])
            case 1: .any([])
            default: .stage(isOneOf: [.dormant])
            }
        }
    }

    /// Two-valued truth, once the unknown leaf is taken to hold or to fail.
    private func truth(_ condition: Condition, leaf: Bool) -> Bool {
        switch condition {
        case .all(let parts): parts.allSatisfy { truth($0, leaf: leaf) }
        case .any(let parts): parts.contains { truth($0, leaf: leaf) }
        case .not(let part): !truth(part, leaf: leaf)
        default: leaf
        }
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func `R-POL-01 Holds for what is not known only if it holds however that turns out`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let condition = self.random(depth: 3, using: &random)
        let answer = condition.truth(for: Shop.facts([("2011-12-01", -1)]).profile, on: Shop.tiers)
        // All leaves are one fact, so the answer may be more careful than both completions, never bolder.
        switch answer {
        case .holds: #expect(truth(condition, leaf: true) && truth(condition, leaf: false))
        case .fails: #expect(!truth(condition, leaf: true) && !truth(condition, leaf: false))
        case .unknown: break
        }
        for facts in [Shop.facts([("2011-01-01", 1)]), Shop.facts([("2011-12-01", 1)])] {
            let known = condition.truth(for: facts.profile, on: Shop.tiers)
            #expect(known == (truth(condition, leaf: facts.profile.stage.stage == .dormant) ? .holds : .fails))
        }
    }

    @Test func `R-POL-01 Is settled by one known part, whatever is unknown beside it`() {
        let unknown = Condition.stage(isOneOf: [.dormant])
        let (holds, fails) = (Condition.all([]), Condition.any([]))
        let profile = Shop.facts([("2011-12-01", -1)]).profile
        func truth(_ condition: Condition) -> Truth { condition.truth(for: profile, on: Shop.tiers) }
        #expect(truth(.any([unknown, holds])) == .holds)
        #expect(truth(.all([unknown, fails])) == .fails)
        #expect(truth(.any([unknown, fails])) == .unknown)
        #expect(truth(.all([unknown, holds])) == .unknown)
        #expect(truth(.not(unknown)) == .unknown)
    }

    @Test func `R-POL-01 Asks about a tier only what every tier that the customer may stand on settles`() throws {
        let gold = [TierGoal(spend: money("2000.00 EUR")), TierGoal(spend: money("500.00 EUR"), points: 100)]
        let ladder = try TierLadder(
            base: Shop.tiers.base,
            rungs: [
                TierRung(Shop.tiers.rungs[0].tier, atLeast: money("500.00 EUR")),
                TierRung(Shop.tiers.rungs[1].tier, atLeastAnyOf: gold),
            ],
            spend: .net,
            window: .calendarYear
        )
        // Silver for sure, and gold for all that is known of points.
        let facts = Shop.facts([("2011-12-01", 600_00)], on: ladder)
        func truth(_ comparison: Comparison, _ tier: Tier.ID) -> Truth {
            Condition.tier(comparison, tier).truth(for: facts.profile, on: ladder)
        }
        #expect(
            [truth(.atLeast, "silver"), truth(.above, "standard"), truth(.notEqual, "standard")] == [
                .holds, .holds, .holds,
            ]
        )
        #expect([truth(.below, "silver"), truth(.equal, "standard")] == [.fails, .fails])
        #expect(
            [truth(.atLeast, "gold"), truth(.equal, "silver"), truth(.atMost, "silver")] == [
                .unknown, .unknown, .unknown,
            ]
        )

        let decision = Shop.policy { $0.tiers = ladder }.decision(for: facts, choosingFrom: Shop.gifts)
        #expect(
            decision.why(not: "thanks").first
                == "Gold may be reached, 1400.00 EUR or an unknown number of points missing as far as is known"
        )
        #expect(decision.candidates.isEmpty, "what suits a tier suits nobody whose tier is not known")
    }

    @Test func `R-POL-01 Does not compare money of two currencies`() {
        let profile = Shop.facts([("2011-01-01", 200_00)]).profile
        #expect(Condition.money(.sales, .atLeast, money("1.00 USD")).truth(for: profile, on: Shop.tiers) == .unknown)
    }

    @Test func `The wire format never changes`() throws {
        let condition = Condition.all([
            .any([.stage(isOneOf: [.churned, .dormant])]), .not(.tier(.atLeast, "gold")),
            .count(.frequencyScore, .notEqual, -3), .money(.netSpend, .below, money("1.00 EUR")),
        ])
        let stored =
            #"{"all":[{"any":[{"field":"stage","op":"in","value":["dormant","churned"]}]},"#
            + #"{"not":{"field":"tier","op":">=","value":"gold"}},{"field":"frequencyScore","op":"!=","value":-3},"#
            + #"{"field":"netSpend","op":"<","value":"1.00 EUR"}]}"#
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(String(decoding: try encoder.encode(condition), as: UTF8.self) == stored)
        #expect(try JSONDecoder().decode(Condition.self, from: Data(stored.utf8)) == condition)
    }
}
