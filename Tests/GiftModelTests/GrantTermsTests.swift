import GiftModel
import Testing

@Suite struct `The terms of a grant` {
    private enum SampleReason: String, ReasonCode {
        case silent = "silent"
        var phrase: LocalizedText { LocalizedText(english: "silent", chinese: "静") }
    }

    private func terms(term: Identifier<Occurrence> = "2011-09-01", version: Int64 = 1, attempt: Int64 = 1)
        -> GrantTerms
    {
        GrantTerms(
            of: "cup",
            on: Occurrence(of: .reactivation, for: "c-1", term: term),
            attempt: attempt,
            cost: LandedCost(goods: 2_95, shipping: 50, in: .gbp)!,
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

    @Test func `Keep the policy that called for it`() {
        #expect(terms().rule.policy.id == "shop")
        #expect(terms().customer == "c-1")
    }

    @Test func `Name the grant after its occasion and attempt, whatever the version of the policy`() {
        #expect(terms().id == "230a5aac2cbabc12eba7550df1efbafb")
        #expect(terms().id == terms(version: 2).id)
        #expect(terms().id != terms(term: "2011-09-02").id)
        #expect(terms().id != terms(attempt: 2).id)
    }

    @Test func `The wire format never changes`() throws {
        let hash = String(repeating: "0", count: 64)
        try expectWireFormat(
            of: terms(),
            toBe: #"{"attempt":1,"cost":{"currency":"GBP","goods":295,"shipping":50},"gift":"cup","#
                + #""occurrence":{"customer":"c-1","occasion":"reactivation","term":"2011-09-01"},"#
                + #""plannedFor":"2011-12-10","reasons":[{"code":"silent","facts":[{"name":"days","value":{"days":100}}]}],"#
                + #""rule":{"policy":{"hash":"\#(hash)","id":"shop","version":1},"rule":"wake-up"}}"#
        )
    }
}

@Suite struct `A landed cost` {
    @Test func `R-GIFT-12 Expects every part but the handling of a return`() throws {
        let cost = try #require(
            LandedCost(
                goods: 40_00,
                customization: 1,
                packing: 2,
                shipping: 8_00,
                tax: 3,
                returnHandling: 5_00,
                in: .cny
            )
        )
        #expect(cost.expected == Money("48.06 CNY"))
        #expect(cost.sending == Money("8.06 CNY"))
    }

    @Test func `R-GIFT-12 Has no part below zero, and a sum that fits`() {
        #expect(LandedCost(goods: -1, in: .cny) == nil)
        #expect(LandedCost(goods: 1, returnHandling: -1, in: .cny) == nil)
        #expect(LandedCost(goods: .max, tax: 1, in: .cny) == nil)
        #expect(
            refusal(of: #"{"currency":"CNY","goods":-1}"#, as: LandedCost.self)
                == "a part of the cost is below zero, or their sum does not fit in 64 bits"
        )
    }

    @Test func `The wire format never changes`() throws {
        let cost = try #require(
            LandedCost(goods: 1, customization: 2, packing: 3, shipping: 4, tax: 5, returnHandling: 6, in: .cny)
        )
        try expectWireFormat(
            of: cost,
            toBe: #"{"currency":"CNY","customization":2,"goods":1,"packing":3,"returnHandling":6,"shipping":4,"tax":5}"#
        )
        try expectWireFormat(of: LandedCost(goods: 0, in: .jpy)!, toBe: #"{"currency":"JPY"}"#)
    }
}
