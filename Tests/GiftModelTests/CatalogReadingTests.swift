import Foundation
import GiftModel
import Testing

@Suite struct `Reading a catalog from JSON` {
    static let text = """
        {
          "format": "gift-catalog/1", "currency": "CNY",
          "gifts": [
            {
              "id": "booklet", "name": { "en": "Booklet", "zh": "品牌手册" }, "kind": "knowledge",
              "cost": { "goods": "2.00 CNY" }, "stock": 100
            },
            {
              "id": "wine", "name": { "en": "Red wine", "zh": "红酒" }, "kind": "physical",
              "cost": { "goods": "200.00 CNY", "packing": "18.00 CNY", "shipping": "50.00 CNY" }, "stock": 12,
              "tiers": ["gold"], "occasions": ["anniversary", "festival"], "leadDays": 3,
              "appeal": {
                "perceivedValue": "400.00 CNY", "quality": "0.85", "brandFit": "9/10", "brandExposure": "0",
                "material": "glass", "characters": ["socialHonor", "keepsake"], "emotions": ["pride"],
                "horizon": "commitment"
              },
              "restrictions": {
                "minimumAge": 18, "exceptCountries": ["SA"], "exceptRecipients": ["healthProfessional"],
                "exceptCultures": ["islam"]
              },
              "deliveries": [
                { "channel": "courier", "days": 2, "countries": ["CN", "HK"] },
                { "channel": "pickup", "days": 0, "pickupDays": 14 }
              ],
              "customization": { "mostCharacters": 20, "days": 5 }
            },
            {
              "id": "tasting", "name": { "en": "Tasting", "zh": "品鉴会" }, "kind": "experience",
              "cost": { "goods": "0.00 CNY" }, "stock": 30, "takesPlaceOn": "2026-05-20"
            }
          ],
          "sets": [
            {
              "box": {
                "id": "cellar", "name": { "en": "Cellar", "zh": "酒窖礼盒" }, "kind": "physical",
                "cost": { "goods": "5.00 CNY" }, "stock": 9
              },
              "parts": { "wine": 2, "booklet": 1 }
            }
          ]
        }
        """

    @Test func `R-GIFT-01 Gives the gifts that it says`() throws {
        let catalog = try Catalog(json: Self.text)
        let wine = try #require(catalog["wine"])
        #expect(catalog.gifts.map(\.id) == ["booklet", "cellar", "tasting", "wine"])
        #expect(wine.cost.expected == Money("268.00 CNY"))
        #expect(
            (wine.stock, wine.leadDays, wine.tiers, wine.occasions) == (12, 3, ["gold"], [.anniversary, .festival])
        )
        #expect(wine.appeal.perceivedValue == Money("400.00 CNY"))
        #expect(wine.appeal.quality == Share("17/20") && wine.appeal.brandFit == Share("0.9"))
        #expect(wine.appeal.characters == [.socialHonor, .keepsake] && wine.appeal.emotions == [.pride])
        #expect(wine.appeal.horizon == .commitment && wine.appeal.material == "glass")
        #expect(wine.restrictions.minimumAge == 18 && wine.restrictions.exceptCultures == [.islam])
        #expect(wine.deliveries.map(\.channel) == [.courier, .pickup])
        #expect(wine.customization == Customization(mostCharacters: 20, days: 5))
        #expect(catalog["tasting"]?.takesPlaceOn == CalendarDate("2026-05-20"))
        #expect(catalog["booklet"]?.appeal == GiftAppeal() && catalog["booklet"]?.restrictions == GiftRestrictions.none)
    }

    @Test func `R-GIFT-01 Reads the catalog that the book shows`() throws {
        let page = URL(filePath: #filePath)
            .appending(path: "../../../Documentation/GiftKit.docc/Catalog.md").standardizedFileURL
        let text = try String(contentsOf: page, encoding: .utf8)
        let shown = try #require(text.firstMatch(of: /(?s)```json\n(.*?)```/)?.output.1)
        let catalog = try Catalog(json: String(shown))
        #expect(catalog["cellar"]?.cost.expected == Money("541.00 CNY") && catalog["cellar"]?.stock == 6)
    }

    @Test func `R-GIFT-10 Puts its sets together`() throws {
        let cellar = try #require(try Catalog(json: Self.text)["cellar"])
        #expect(cellar.cost.expected == Money("543.00 CNY"))
        #expect(cellar.stock == 6, "nine boxes, twelve bottles, two in each")
        #expect(cellar.parts.map(\.gift) == ["booklet", "wine"] && cellar.parts.map(\.quantity) == [1, 2])
        #expect(cellar.leadDays == 3 && cellar.restrictions.minimumAge == 18)
    }

    @Test func `R-GIFT-01 Comes back from what it writes, in one order`() throws {
        let catalog = try Catalog(json: Self.text)
        let written = CanonicalForm.text(of: catalog)
        #expect(try Catalog(json: written) == catalog)
        #expect(CanonicalForm.text(of: try Catalog(json: written)) == written)
        #expect(try Catalog(catalog.gifts.filter(\.parts.isEmpty).reversed(), sets: catalog.sets, in: .cny) == catalog)
        #expect(
            written.hasPrefix(
                #"{"currency":"CNY","format":"gift-catalog/1","gifts":[{"cost":{"goods":"2.00 CNY"},"id":"booklet","#
            )
        )
        #expect(written.contains(#""restrictions":{"exceptCountries":["SA"],"exceptCultures":["islam"],"#))
        #expect(
            written.contains(
                #""deliveries":[{"channel":"courier","countries":["CN","HK"],"days":2},"#
                    + #"{"channel":"pickup","days":0,"pickupDays":14}]"#
            )
        )
        #expect(
            written.contains(
                #""appeal":{"brandExposure":"0/1","brandFit":"9/10","characters":["socialHonor","keepsake"],"#
                    + #""emotions":["pride"],"horizon":"commitment","material":"glass","perceivedValue":"400.00 CNY","#
                    + #""quality":"17/20"}"#
            )
        )
        #expect(written.hasSuffix(#""parts":{"booklet":1,"wine":2}}]}"#))
    }

    @Test func `R-GIFT-01 Tells every fault of form at once, each with its line and column`() {
        let text = Self.text
            .replacing(#""kind": "knowledge""#, with: #""kind": "knowlege""#)
            .replacing(#""stock": 100"#, with: #""stock": -1"#)
            .replacing(#""packing": "18.00 CNY""#, with: #""packing": "18.00 USD""#)
            .replacing(#""shipping": "50.00 CNY""#, with: #""shipping": "-50.00 CNY""#)
            .replacing(#""quality": "0.85""#, with: #""quality": "1.85""#)
            .replacing(#""minimumAge": 18"#, with: #""minimumAge": 0"#)
            .replacing(#""days": 2,"#, with: #""days": 2, "pickupDays": 3,"#)
            .replacing(#""mostCharacters": 20"#, with: #""mostCharacters": 1001"#)
            .replacing(#""takesPlaceOn": "2026-05-20""#, with: #""takesPlaceOn": "2026-05-32""#)
            .replacing(#""parts": { "wine": 2, "booklet": 1 }"#, with: #""parts": { "wine": "2", "": 1 }"#)
        let invalid = #expect(throws: InvalidDocument.self) { try Catalog(json: text) }
        #expect(
            invalid?.faults.map(\.description) == [
                "5:67: /gifts/0/kind: unknown word `knowlege`, perhaps `knowledge`; known are `physical`, `customized`, "
                    + "`knowledge`, `experience`, `social`, `service`, `coupon`, `virtual`, `points`, `privilege`",
                "6:40: /gifts/0/stock: `-1` is not 0 through 9223372036854775807",
                "10:40: /gifts/1/cost/packing: `18.00 USD` is not in `CNY`, as the goods are",
                "10:64: /gifts/1/cost/shipping: `-50.00 CNY` is below zero",
                "13:41: /gifts/1/appeal/quality: `1.85` is not a share of 0 through 1 such as 17/20 or 0.85",
                "18:9: /gifts/1/restrictions/minimumAge: `0` is not 1 through 150",
                "22:9: /gifts/1/deliveries/0: what comes by `courier` does not lie ready to be fetched",
                "25:26: /gifts/1/customization/mostCharacters: `1001` is not 1 through 1000",
                "29:53: /gifts/2/takesPlaceOn: `2026-05-32` is not a day such as 2026-02-28",
                "38:18: /sets/0/parts/wine: expected a whole number, found the text `2`",
                "38:31: /sets/0/parts/: `` is not 1 to 255 bytes of text without control characters",
            ]
        )
    }

    @Test func `R-GIFT-01 Tells each fault once, and none that follows from another`() {
        func faults(_ found: String, _ replacement: String) -> [String] {
            let text = Self.text.replacing(found, with: replacement)
            let invalid = #expect(throws: InvalidDocument.self) { try Catalog(json: text) }
            return invalid?.faults.map(\.description) ?? []
        }
        #expect(
            faults(#""wine": 2, "booklet": 1"#, #""wine": 02"#) == [
                "38:28: /sets/0/parts/wine: a number begins with a zero too many"
            ]
        )
        #expect(
            faults(#""wine": 2, "booklet": 1"#, #""wine": 0, "booklet": -1"#) == [
                "38:18: /sets/0/parts/wine: `0` is not 1 through 9223372036854775807",
                "38:29: /sets/0/parts/booklet: `-1` is not 1 through 9223372036854775807",
            ]
        )
        #expect(
            faults(#""packing": "18.00 CNY""#, #""packng": "18.00 CNY", "tax": "1.00 EUR""#).map { $0.prefix(52) } == [
                "10:40: /gifts/1/cost/packng: unknown key `packng`, p",
                "10:63: /gifts/1/cost/tax: `1.00 EUR` is not in `CNY`",
            ]
        )
        #expect(
            faults(#""leadDays": 3"#, #""leadDays": null"#) == [
                "11:68: /gifts/1/leadDays: expected a whole number, found `null`"
            ]
        )
        #expect(
            faults(#""tiers": ["gold"]"#, #""tiers": null"#) == ["11:7: /gifts/1/tiers: expected a list, found `null`"]
        )
        #expect(
            faults(#""tiers": ["gold"]"#, #""tiers": ["gold", "gold"]"#) == [
                "11:7: /gifts/1/tiers: the list repeats itself"
            ]
        )
        #expect(faults(#""tiers": ["gold"]"#, #""tiers": []"#) == ["11:7: /gifts/1/tiers: the list is empty"])
    }

    @Test func `R-GIFT-01 Reads many parts in the time that their number takes`() throws {
        let parts = (0..<20_000).map { #""p-\#($0)": 1"# }.joined(separator: ",")
        let text = Self.text.replacing(#""wine": 2, "booklet": 1"#, with: parts)
        let invalid = #expect(throws: InvalidDocument.self) { try Catalog(json: text) }
        #expect(invalid?.faults.count == 20_000)
    }

    @Test func `R-GIFT-11 Holds the terms of a coupon, of a coupon only and in its own currency`() throws {
        let terms =
            #""coupon": {"discount":{"share":"1/20"},"minimumSpend":{"currency":"CNY","minorUnits":0},"#
            + #""validMilliseconds":5}"#
        let coupon = Self.text
            .replacing(#""kind": "knowledge""#, with: #""kind": "coupon", \#(terms)"#)
        let catalog = try Catalog(json: coupon)
        #expect(catalog["booklet"]?.coupon?.uses == 1)
        #expect(try Catalog(json: CanonicalForm.text(of: catalog)) == catalog)
        let wrong = Self.text
            .replacing(#""kind": "knowledge""#, with: #""kind": "knowledge", \#(terms.replacing("CNY", with: "EUR"))"#)
        let invalid = #expect(throws: InvalidDocument.self) { try Catalog(json: wrong) }
        #expect(
            invalid?.faults.map(\.problem.description) == [
                "`booklet` is no coupon and has the terms of one", "the amount is in `EUR`, the catalog is in `CNY`",
            ]
        )
    }

    @Test func `R-GIFT-01 Tells every fault of sense with its line and column too`() {
        let text = Self.text
            .replacing(#""id": "wine""#, with: #""id": "booklet""#)
            .replacing(#""perceivedValue": "400.00 CNY""#, with: #""perceivedValue": "400.00 EUR""#)
            .replacing(#""parts": { "wine": 2, "booklet": 1 }"#, with: #""parts": { "port": 2, "booklet": 1 }"#)
        let invalid = #expect(throws: InvalidDocument.self) { try Catalog(json: text) }
        #expect(
            invalid?.faults.map(\.description) == [
                "9:7: /gifts/1/id: gift `booklet` is listed twice",
                "13:9: /gifts/1/appeal/perceivedValue: the amount is in `EUR`, the catalog is in `CNY`",
                "38:18: /sets/0/parts/port: no gift is called `port`",
            ]
        )
        let empty = Self.text.replacing(#""parts": { "wine": 2, "booklet": 1 }"#, with: #""parts": {}"#)
        #expect(
            #expect(throws: InvalidDocument.self) { try Catalog(json: empty) }?.description
                == "38:7: /sets/0/parts: nothing is listed"
        )
    }
}
