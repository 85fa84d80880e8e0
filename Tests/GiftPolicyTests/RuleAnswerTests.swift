import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Segmentation
import Testing

@Suite struct `The answer to a rule's condition` {
    private let policy = Shop.policy()

    @Test func `R-POL-11 Tells every comparison with its distance, at its place in the document`() throws {
        let facts = Shop.facts([("2011-01-01", 99_99)])
        let answer = try #require(policy.answer(ofRule: "wake-up", for: facts.attributes))
        #expect(answer.truth == .fails)
        let comparison = try #require(answer.comparisons.first)
        #expect(comparison.distance == .money(Money(minorUnits: 1, in: .eur)))
        let index = try #require(policy.document.rules.firstIndex { $0.id == "wake-up" })
        #expect(policy.document.place(ofConditionsAt: comparison.path).hasPrefix("/rules/\(index)/when"))
        #expect(answer.turns.turns.first?.changes.first?.text.english == "sales exactly 100.00 EUR")
    }

    @Test func `R-POL-11 Is that by which the decision is made`() {
        for (day, sales) in [("2011-01-01", 99_99), ("2011-01-01", 100_00), ("2011-12-01", 1_00)] as [(String, Int64)] {
            let facts = Shop.facts([(day, sales)])
            let decision = policy.decision(for: facts, choosingFrom: Shop.gifts)
            for rule in decision.candidates.map(\.rule) {
                #expect(policy.answer(ofRule: rule, for: facts.attributes)?.truth == .holds)
            }
        }
    }

    @Test func `R-POL-11 Is none of a rule that the policy does not have`() {
        #expect(policy.answer(ofRule: "other", for: Shop.facts([]).attributes) == nil)
    }

    @Test func `R-POL-11 Leaves the places of segments as they are, and tells those of rules behind them`() {
        var document = Shop.document
        document.segments = [Segment(id: "s", name: LocalizedText(english: "S", chinese: "S"), where: .all([]))]
        #expect(document.place(ofConditionsAt: "/segments/0/where/all/1") == "/segments/0/where/all/1")
        #expect(document.place(ofConditionsAt: "/segments/1/where/all/1") == "/rules/0/when/all/1")
        #expect(document.place(ofConditionsAt: "/segments/3/where") == "/rules/2/when")
    }
}
