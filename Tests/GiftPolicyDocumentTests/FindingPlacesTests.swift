import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Segmentation
import Testing

@Suite struct `The places of findings` {
    @Test func `R-POL-10 Are the line and column of each in the text, or of the last thing on the way that exists`()
        throws
    {
        let text = """
            {
              "rules": [
                { "when": { "all": [] } },
                { "when": 1 }
              ]
            }
            """
        let findings = ["/rules/1/when", "/rules/0/when/all/7", "/nowhere"]
            .map { PolicyFinding(at: $0, .neverHolds("r")) }
        let places = try Shop.document.places(of: findings, in: text)
        #expect(places.map { [$0.line, $0.column] } == [[4, 7], [3, 24], [1, 1]])
        #expect(places[0].description == "4:7: /rules/1/when: nobody meets the condition of “r”")
        #expect(places.map(\.path) == findings.map(\.path))
    }

    @Test func `R-POL-10 Are none in a text that is no JSON`() {
        #expect(throws: InvalidDocument.self) {
            try Shop.document.places(of: [PolicyFinding(at: "", .neverHolds("r"))], in: "{")
        }
    }
}
