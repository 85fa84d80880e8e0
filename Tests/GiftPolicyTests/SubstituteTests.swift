import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Segmentation
import Testing

@Suite struct `What is given in place of something else` {
    private static let official = Guarded.record { $0.recipientKind = .publicOfficial }

    /// Tea for nine euros, or else a card for one.
    private func decision(
        instead substitutes: [GiftSelection] = [GiftSelection(from: money("1.00 EUR"), through: money("1.00 EUR"))],
        _ change: (inout PolicyDocument) -> Void
    ) -> Decision {
        var selection = GiftSelection(from: money("9.00 EUR"), through: money("9.00 EUR"))
        selection.substitutes = substitutes
        let policy = Shop.policy { document in
            document.caps = []
            document.rules = [
                Rule(
                    id: "r-0",
                    name: Shop.name("r-0"),
                    occasion: .specialEvent,
                    goal: .loyalty,
                    priority: 1,
                    on: .periodic(PeriodicTrigger(.calendarYear)),
                    when: .all([]),
                    giving: selection
                )
            ]
            change(&document)
        }
        let known = Shop.facts([("2026-06-01", 10_00)], asOf: Person.today)
        let facts = CustomerFacts(
            profile: known.profile,
            attributes: known.attributes,
            grants: [Shop.grant(.festival, on: "2026-06-20", then: [.approved])],
            record: Self.official
        )
        return policy.decision(for: facts, under: Circumstances(at: Person.now, giving: Shop.gifts, in: Zones.all))
    }

    private func gifts(_ decision: Decision) -> [Gift.ID] { decision.candidates.flatMap(\.options).map(\.gift) }

    private static let limit = Guard.limit(
        for: GuardAudience(recipients: [.publicOfficial]),
        perGift: "5.00 EUR"
    )

    /// One tea in any thirty days, of which none is left when a cup counts as one.
    private static let cap: Cap = {
        var scope = CapScope.gifts
        scope.gifts = ["tea", "cup"]
        return Cap(id: "tea", atMost: 1, of: scope, in: .rolling(days: 30))
    }()

    @Test func `R-POL-01 R-POL-05 Goes out where guards let nothing else pass`() throws {
        let decision = decision { $0.guards = [Self.limit] }
        #expect(gifts(decision) == ["card"])
        #expect(try #require(decision.examination(of: "r-0")).obstacles.isEmpty)
        #expect(gifts(self.decision { _ in }) == ["tea"])
    }

    @Test func `R-POL-01 R-POL-04 Goes out where caps leave nothing else`() throws {
        let decision = decision { $0.caps = [Self.cap] }
        #expect(gifts(decision) == ["card"])
        #expect(try #require(decision.examination(of: "r-0")).obstacles.isEmpty)
    }

    @Test func `R-POL-11 Does not go out where it may not either, and the first choice tells why`() {
        let cup = [GiftSelection(from: money("4.00 EUR"), through: money("4.00 EUR"))]
        let capped = decision(instead: cup) { $0.caps = [Self.cap] }.refusal(of: "r-0")
        #expect(capped?.kind == .suppressed)
        #expect(capped?.earliestDay == day("2026-07-20"))

        let both = decision(instead: cup) { ($0.caps, $0.guards) = ([Self.cap], [Self.limit]) }.refusal(of: "r-0")
        #expect(both?.kind == .blocked)
        #expect(both?.reasons.text().first?.hasPrefix("9.00 EUR for one gift") == true)
        // The limit stays; the cap on the substitute is what time removes.
        #expect(both?.earliestDay == day("2026-07-20"))

        let lamp = [GiftSelection(from: money("20.00 EUR"), through: money("20.00 EUR"))]
        #expect(decision(instead: lamp) { $0.guards = [Self.limit] }.refusal(of: "r-0")?.kind == .blocked)
    }
}
