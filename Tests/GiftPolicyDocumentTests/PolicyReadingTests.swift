import Foundation
import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Testing

@Suite struct `Reading a policy from JSON` {
    @Test func `R-POL-10 Tells every fault at once, in the order of the text`() {
        let text = Self.text
            .replacing(#""budget""#, with: #""bugdet""#)
            .replacing(#""newThroughDays": 30"#, with: #""newThroughDays": "30""#)
            .replacing(#""net""#, with: #""nett""#)
            .replacing(#""id": "gold""#, with: #""id": """#)
            .replacing(#""rollingDays": 30 }"#, with: #""rollingDays": 30, }"#)
            .replacing(#""priority": 60, "#, with: "")
            .replacing(#""moreThanDays": 90"#, with: #""moreThanDays": 090"#)
            .replacing(#""op": ">=", "value": "100.00 EUR""#, with: #""op": "=>", "value": 100"#)
            .replacing(#""from": "2.00 EUR""#, with: #""from": "2 pounds""#)
        let invalid = #expect(throws: InvalidDocument.self) { try PolicyDocument(json: text) }
        #expect(
            invalid?.faults.map { "\($0.line):\($0.column) \($0.path)" } == [
                "1:1 ", "4:15 /stages/newThroughDays", "6:5 /tiers/spend", "8:28 /tiers/rungs/0/tier/id",
                "10:89 /caps/0/window", "10:96 /bugdet", "12:5 /rules/0", "14:70 /rules/0/on/inactive/moreThanDays",
                "15:46 /rules/0/when/all/0/op", "15:58 /rules/0/when/all/0/value", "16:17 /rules/0/gift/from",
            ]
        )
        let misspelt = invalid?.faults.first { $0.path == "/bugdet" }?.problem
        #expect(misspelt?.nearest == "budget")
        #expect(misspelt?.found == "`bugdet`")
        let number = invalid?.faults.first { $0.path == "/rules/0/when/all/0/value" }?.problem
        #expect(number?.expected == "a text" && number?.found == "`100`")
    }

    @Test func `R-POL-10 Says to any other decoder the first fault`() {
        let text = Self.text.replacing(
            #""atMost": 1, "window": { "rollingDays": 30"#,
            with: #""atMost": "1", "window": { "rollingDays": "30""#
        )
        let error = #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(PolicyDocument.self, from: Data(text.utf8))
        }
        guard case .typeMismatch(_, let context)? = error else {
            Issue.record("another error: \(String(describing: error))")
            return
        }
        #expect(context.codingPath.map(\.stringValue) == ["caps", "Index 0", "atMost"])
    }

    static let text = """
        {
          "format": "gift-policy/1", "id": "shop", "version": 1, "name": { "en": "Shop", "zh": "商店" },
          "defaults": { "leapDay": "dayBefore", "leapMonth": "regular", "shortMonth": "lastDay", "zone": "UTC" },
          "stages": { "newThroughDays": 30, "comparedDays": 90, "dormantAfterDays": 90, "churnedAfterDays": 365 },
          "tiers": {
            "spend": "net", "window": "lifetime",
            "base": { "id": "standard", "name": { "en": "Standard", "zh": "普通" } },
            "rungs": [ { "tier": { "id": "gold", "name": { "en": "Gold", "zh": "金卡" } }, "atLeast": "100.00 EUR" } ]
          },
          "caps": [ { "id": "gifts", "of": "gifts", "atMost": 1, "window": { "rollingDays": 30 } } ], "budget": "100.00 EUR",
          "rules": [
            {
              "id": "wake-up", "name": { "en": "Wake-up", "zh": "唤醒" }, "occasion": "reactivation",
              "goal": "repurchase", "priority": 60, "on": { "inactive": { "moreThanDays": 90 } },
              "when": { "all": [ { "field": "sales", "op": ">=", "value": "100.00 EUR" } ] },
              "gift": { "from": "2.00 EUR", "through": "10.00 EUR" }
            }
          ]
        }
        """

    @Test func `R-POL-10 Gives the document that it says`() throws {
        let document = try PolicyDocument(json: Self.text)
        #expect(document.rules.map(\.id) == ["wake-up"])
        #expect(document.faults.isEmpty)
    }

    struct Fault: CustomTestStringConvertible {
        let found: String
        let replacement: String
        let says: String
        var testDescription: String { says }

        init(_ found: String, as replacement: String, says: String) {
            (self.found, self.replacement, self.says) = (found, replacement, says)
        }
    }

    @Test(arguments: [
        Fault(
            #""budget""#,
            as: #""bugdet""#,
            says:
                "10:95: /bugdet: unknown key `bugdet`, perhaps `budget`; known are `format`, `id`, `version`, `name`, `defaults`, `stages`, `tiers`, "
                + "`guards`, `approvals`, `caps`, `groups`, `quietTimes`, `complaints`, `holdOuts`, `experiments`, `worth`, "
                + "`budget`, `labels`, `segments`, `rules`, `examples`"
        ),
        Fault(
            #""moreThanDays""#,
            as: #""days""#,
            says:
                "14:67: /rules/0/on/inactive/days: unknown key `days`; known are `moreThanDays`, "
                + "`countingRegistration`"
        ),
        Fault(#""priority": 60, "#, as: "", says: "12:5: /rules/0: the key `priority` is missing"),
        Fault(#"60"#, as: #""60""#, says: "14:29: /rules/0/priority: expected a whole number, found the text `60`"),
        Fault(#"60"#, as: #"60.5"#, says: "14:29: /rules/0/priority: expected a whole number, found `60.5`"),
        Fault(#""wake-up""#, as: #"[]"#, says: "13:7: /rules/0/id: expected a text, found a list"),
        Fault(#""rules": ["#, as: #""rules": [ 7,"#, says: "11:14: /rules/0: expected an object, found `7`"),
        Fault(
            #""gift-policy/1""#,
            as: #""gift-policy/2""#,
            says: "2:3: /format: unknown format `gift-policy/2`, perhaps `gift-policy/1`; known are `gift-policy/1`"
        ),
        Fault(#""net""#, as: #""gross""#, says: "6:5: /tiers/spend: unknown word `gross`; known are `sales`, `net`"),
        Fault(
            #""repurchase""#,
            as: #""profit""#,
            says:
                "14:7: /rules/0/goal: unknown word `profit`; known are `loyalty`, `repurchase`, `acquisition`, `recovery`"
        ),
        Fault(
            #"">=""#,
            as: #""=>""#,
            says:
                "15:46: /rules/0/when/all/0/op: unknown comparison `=>`; known are `==`, `!=`, `<`, `<=`, `>`, `>=`, "
                + "`known`, `unknown`"
        ),
        Fault(
            #""sales""#,
            as: #""sale""#,
            says:
                "15:28: /rules/0/when/all/0/field: unknown field `sale`, perhaps `sales`; known are `orders`, `purchaseDays`, "
                + "`returns`, `complaints`, `interactions`, `daysSinceFirstPurchase`, `daysSinceLastPurchase`, `score`, "
                + "`stage`, `tier`, `valueBand`, `quadrant`, `tag`, `label`, `sales`, `refunds`, `net`, `averageOrder`, "
                + "`customerKind`, `industry`, `jobRole`, `recipientKind`, `country`, `jurisdiction`, `language`, "
                + "`employees`, `age`, `birthdayMonth`, `daysSinceRegistration`"
        ),
        Fault(
            #"{ "field": "sales", "op": ">=", "value": "100.00 EUR" }"#,
            as: #"{ "field": "stage", "op": "==", "value": ["new"] }"#,
            says:
                "15:58: /rules/0/when/all/0/value: expected a text, found a list"
        ),
        Fault(
            #""value": "100.00 EUR" }"#,
            as: #""value": "100.00 EUR", "not": {} }"#,
            says:
                "15:26: /rules/0/when/all/0: a condition is one of `all`, `any`, `not`, `segment`, or a `field` with `op` "
                + "and `value`"
        ),
        Fault(
            #""inactive": {"#,
            as: #""firstOrder": { "withinDays": 1 }, "inactive": {"#,
            says: "14:45: /rules/0/on: a trigger has exactly one member"
        ),
        Fault(
            #""budget": "100.00 EUR""#,
            as: #""budget": "100 pounds""#,
            says: "10:95: /budget: `100 pounds` is not an amount such as `1000.00 GBP`"
        ),
        Fault(
            #""dormantAfterDays": 90"#,
            as: #""dormantAfterDays": 365"#,
            says: "4:3: /stages: churned after `365` days does not come later than dormant after `365` days"
        ),
        Fault(
            #""atLeast": "100.00 EUR""#,
            as: #""atLeast": "0.00 EUR""#,
            says: "8:82: /tiers/rungs/0/atLeast: tier `gold` needs no more than the tier below it"
        ),
        Fault(
            #""id": "shop""#,
            as: #""id": """#,
            says: "2:30: /id: `` is not 1 to 255 bytes of text without control characters"
        ),
    ])
    func `R-POL-10 Names the place and the value of a fault`(fault: Fault) throws {
        let text = Self.text.replacing(fault.found, with: fault.replacement, maxReplacements: 1)
        #expect(text != Self.text)
        let faults = #expect(throws: InvalidDocument.self) { try PolicyDocument(json: text) }?.faults ?? []
        #expect(faults.map(\.description).contains(fault.says))
        // A misspelt key is missing under its own name too; nothing else is made up.
        #expect(faults.count == (fault.says.contains("unknown key") ? 2 : 1))
        let error = faults.first { $0.description == fault.says }

        // The place is where the last step of the path can be read in the text.
        let line = text.split(separator: "\n", omittingEmptySubsequences: false)[max(0, (error?.line ?? 0) - 1)]
        let key = error?.path.split(separator: "/").last ?? ""
        let place = line.dropFirst(max(0, (error?.column ?? 0) - 1))
        #expect(
            key.allSatisfy(\.isNumber) ? place.first.map { !$0.isWhitespace } ?? false : place.hasPrefix("\"\(key)\"")
        )
    }
}
