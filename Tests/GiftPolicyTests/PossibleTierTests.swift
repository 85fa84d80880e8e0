import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Segmentation
import Testing

@Suite struct `A tier that may be higher` {
    /// A ladder whose gold also asks for points, which nobody handed over.
    private static let ladder = Shop.trapping {
        let gold = [TierGoal(spend: money("2000.00 EUR")), TierGoal(spend: money("500.00 EUR"), points: 100)]
        return try TierLadder(
            base: Shop.tiers.base,
            rungs: [
                TierRung(Shop.tiers.rungs[0].tier, atLeast: money("500.00 EUR")),
                TierRung(Shop.tiers.rungs[1].tier, atLeastAnyOf: gold),
            ],
            spend: .net,
            window: .calendarYear
        )
    }

    /// Silver for sure, and gold for all that is known of points.
    private static let facts = Shop.facts([("2011-12-01", 600_00)], on: ladder)

    @Test(
        arguments: [
            (.atLeast, "silver", .holds), (.above, "standard", .holds), (.notEqual, "standard", .holds),
            (.below, "silver", .fails), (.equal, "standard", .fails), (.atLeast, "gold", .unknown),
            (.equal, "silver", .unknown), (.atMost, "silver", .unknown),
        ] as [(Comparison, Tier.ID, Truth)]
    )
    func `R-POL-01 Settles only what every tier that the customer may stand on settles`(
        comparison: Comparison,
        tier: Tier.ID,
        truth: Truth
    ) throws {
        let document = SegmentDocument(
            id: "tiers",
            currency: .eur,
            tiers: Self.ladder.tiers.map(\.id),
            segments: [Segment(id: "asked", name: Shop.name("asked"), where: .tier(comparison, tier))]
        )
        let set = try SegmentSet(validating: document)
        #expect(set.answers(for: Self.facts.attributes)[0] == truth)
        #expect(set.answer(for: Self.facts.attributes, in: "asked")?.truth == truth)
    }

    @Test func `R-POL-01 Is asked again on the next day, and gets no gift that is meant for a tier`() {
        let document = SegmentDocument(
            id: "tiers",
            currency: .eur,
            tiers: Self.ladder.tiers.map(\.id),
            segments: [Segment(id: "gold", name: Shop.name("gold"), where: .tier(.atLeast, "gold"))]
        )
        let set = Shop.trapping { try SegmentSet(validating: document) }
        #expect(set.answer(for: Self.facts.attributes, in: "gold")?.nextPossibleChange == day("2011-12-11"))
        let decision = Shop.policy { $0.tiers = Self.ladder }.decision(for: Self.facts, choosingFrom: Shop.gifts)
        #expect(
            decision.why(not: "thanks").first
                == "Gold may be reached, 1400.00 EUR or an unknown number of points missing as far as is known"
        )
        #expect(decision.examination(of: "thanks")?[.trigger]?.answer == .unknown, "it may be gold")
        #expect(decision.candidates.isEmpty, "what suits a tier suits nobody whose tier is not known")
    }
}
