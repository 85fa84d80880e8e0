import GiftModel
import Testing

@Suite struct `A grant` {
    private enum SampleReason: String, ReasonCode {
        case silent = "silent"
        var phrase: LocalizedText { LocalizedText(english: "silent", chinese: "静") }
    }

    private func grant(term: Identifier<Occurrence> = "2011-09-01", version: Int64 = 1) -> GiftGrant {
        GiftGrant(
            of: "cup",
            on: Occurrence(of: .reactivation, for: "c-1", term: term),
            cost: Money("2.95 GBP")!,
            plannedFor: CalendarDate("2011-12-10")!,
            by: RuleReference(
                policy: PolicyReference(
                    id: "shop",
                    version: version,
                    hash: ContentHash(hexadecimal: String(repeating: "0", count: 64))!
                ),
                rule: "wake-up"
            ),
            because: [Reason(SampleReason.silent, Fact("days", .days(100)))]
        )
    }

    @Test func `R-POL-10 Keeps the policy that called for it`() {
        #expect(grant().rule.policy.id == "shop")
        #expect(grant().customer == "c-1")
    }

    @Test func `Is named after its occasion, whatever the version of the policy`() {
        #expect(grant().id == "73f95d65e49bf98d2ee343b5bfc09163")
        #expect(grant().id == grant(version: 2).id)
        #expect(grant().id != grant(term: "2011-09-02").id)
    }

    @Test func `The wire format never changes`() throws {
        let hash = String(repeating: "0", count: 64)
        try expectWireFormat(
            of: grant(),
            toBe: #"{"cost":{"currency":"GBP","minorUnits":295},"gift":"cup","#
                + #""occurrence":{"customer":"c-1","occasion":"reactivation","term":"2011-09-01"},"#
                + #""plannedFor":"2011-12-10","reasons":[{"code":"silent","facts":[{"name":"days","value":{"days":100}}]}],"#
                + #""rule":{"policy":{"hash":"\#(hash)","id":"shop","version":1},"rule":"wake-up"},"v":1}"#
        )
    }

    @Test func `A grant of an unknown version is an error, never skipped`() {
        #expect(refusal(of: #"{"v":2}"#, as: GiftGrant.self) == "a grant of format 2 cannot be read; known is 1")
    }
}
