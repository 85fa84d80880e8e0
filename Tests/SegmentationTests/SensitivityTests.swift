import Foundation
import GiftModel
import GiftTesting
import Segmentation
import Testing

@Suite struct `Sensitivity to price or quality` {
    private static let book = Phrasebook(SensitivityReason.self)

    private func evidence(_ purchases: [(Int64, Bool?, String?)]) throws -> SensitivityEvidence {
        var evidence = SensitivityEvidence(in: .cny)
        for (amount, onOffer, rank) in purchases {
            let rank = try rank.map { try #require(Share($0)) }
            let money = Money(minorUnits: amount, in: .cny)
            try evidence.add(try #require(PricedPurchase(money, onOffer: onOffer, priceRank: rank)))
        }
        return evidence
    }

    private func text(_ assessment: SensitivityAssessment, in language: Language = .english) -> [String] {
        assessment.reasons.map { $0.text(in: language, from: Self.book) }
    }

    @Test func `R-SEG-14 Is concluded from offers and from price ranks, and says from which`() throws {
        let bargains = try evidence([(10_00, true, "0.25"), (10_00, true, "0.5"), (90_00, false, "0.45")])
        let price = SensitivityRules.usual.assessment(of: bargains)
        #expect(price.sensitivity == .price && price.thin.isEmpty)
        #expect(
            text(price) == [
                "price-sensitive", "0.6667 of 3 purchases on offer: price-sensitive",
                "mean price rank 0.4 over 3 purchases: neither price- nor quality-sensitive",
            ]
        )
        let connoisseur = try evidence([(10_00, false, "0.8"), (10_00, false, "0.9"), (9_00, false, "1")])
        let quality = SensitivityRules.usual.assessment(of: connoisseur)
        #expect(quality.sensitivity == .quality)
        #expect(
            text(quality, in: .chinese) == [
                "判断为品质敏感", "3次购买中促销占0：品质敏感", "3次购买的平均价格位次为0.9：品质敏感",
            ]
        )
    }

    @Test func `R-SEG-14 Is undetermined when the evidence is thin, and names what is missing`() throws {
        let two = SensitivityRules.usual.assessment(of: try evidence([(1, true, "0"), (1, true, nil), (1, nil, "0")]))
        #expect(two.sensitivity == nil && two.thin == [.offers, .ranks])
        #expect(
            text(two) == [
                "undetermined whether price or quality counts",
                "whether it was on offer: known of 2 purchases, 3 needed",
                "price rank within the category: known of 2 purchases, 3 needed",
            ]
        )
    }

    // Offers: 3 of 3, 1 of 3 or 0 of 3 on offer; ranks: mean 0, 1/2 or 1; nil is thin.
    @Test(
        arguments: [
            (3, "0", .price), (3, "0.5", .price), (3, "1", .neither), (3, nil, .price), (1, "0", .price),
            (1, "0.5", .neither), (1, "1", .quality), (1, nil, nil), (0, "0", .neither), (0, "0.5", .neither),
            (0, "1", .quality), (0, nil, nil), (nil, "0", .price), (nil, "0.5", nil), (nil, "1", .quality),
            (nil, nil, nil),
        ] as [(Int?, String?, Sensitivity?)]
    )
    func `R-SEG-14 Weighs offers and ranks against each other`(
        onOffer: Int?,
        rank: String?,
        expected: Sensitivity?
    ) throws {
        let evidence = try evidence((0..<3).map { index in (1, onOffer.map { index < $0 }, rank) })
        #expect(SensitivityRules.usual.assessment(of: evidence).sensitivity == expected)
    }

    @Test func `R-SEG-14 Counts boundaries in, and purchases or spend as the rules say`() throws {
        let rules = try SensitivityRules(
            minimumPurchases: 2,
            basis: .spend,
            onOfferFrom: Share("1/2")!,
            fullPriceThrough: Share("1/5")!,
            cheapThrough: Share("1/3")!,
            dearFrom: Share("2/3")!
        )
        #expect(rules.assessment(of: try evidence([(50, true, nil), (50, false, nil)])).sensitivity == .price)
        #expect(rules.assessment(of: try evidence([(49, true, nil), (51, false, nil)])).sensitivity == nil)
        #expect(rules.assessment(of: try evidence([(0, true, nil), (0, true, nil)])).sensitivity == nil)
        #expect(rules.assessment(of: try evidence([(20, true, "1"), (80, false, "1/3")])).sensitivity == .quality)
        #expect(
            text(rules.assessment(of: try evidence([(20, true, nil), (40, false, nil)])))[1]
                == "0.3333 of the spend of 2 purchases on offer: neither price- nor quality-sensitive"
        )
        #expect(
            text(rules.assessment(of: try evidence([(1, true, nil), (31, false, nil)])))[1]
                == "0.0313 of the spend of 2 purchases on offer: quality-sensitive",
            "a half goes up"
        )
    }

    @Test func `R-SEG-14 Ranks a price among those of its category`() {
        #expect(Share(rankOf: 100, among: [100, 200, 300]) == Share("0"))
        #expect(Share(rankOf: 200, among: [100, 200, 300]) == Share("1/2"))
        #expect(Share(rankOf: 300, among: [100, 200, 300]) == Share("1"))
        #expect(Share(rankOf: 7, among: [7, 7, 7]) == Share("1/2"))
        #expect(Share(rankOf: 7, among: [7]) == nil)
        #expect(Share(rankOf: 8, among: [7, 9]) == nil, "a price that is none of the category's has no rank in it")
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func `R-SEG-13 Comes out the same in any order and from any parts`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let purchases = (0..<Int.random(in: 0...12, using: &random))
            .map { _ -> (Int64, Bool?, String?) in
                let ranks: [String?] = [nil, "0", "1/3", "2/7", "1"]
                return (
                    .random(in: 0...99, using: &random), [nil, true, false].randomElement(using: &random)!,
                    ranks.randomElement(using: &random)!
                )
            }
        let part = Int.random(in: 0...purchases.count, using: &random)
        var merged = try evidence(Array(purchases[part...].shuffled(using: &random)))
        try merged.merge(try evidence(Array(purchases[..<part])))
        let whole = try evidence(purchases)
        #expect(merged == whole)
        #expect(whole.judgedPurchases == Int64(purchases.count { $0.1 != nil }))
        #expect(whole.offerMinorUnits == purchases.filter { $0.1 == true }.map(\.0).reduce(0, +))
        #expect(try JSONDecoder().decode(SensitivityEvidence.self, from: JSONEncoder().encode(whole)) == whole)
    }

    @Test func `Refuses another currency and sums too large, and is left as it was`() throws {
        var evidence = try evidence([(.max, true, nil)])
        let before = evidence
        let cent = try #require(PricedPurchase(Money("0.01 CNY")!, onOffer: false))
        #expect(throws: MoneyError.overflow) { try evidence.add(cent) }
        let euro = try #require(PricedPurchase(Money("1.00 EUR")!))
        #expect(throws: MoneyError.currencyMismatch(.cny, .eur)) { try evidence.add(euro) }
        #expect(throws: MoneyError.currencyMismatch(.cny, .eur)) { try evidence.merge(SensitivityEvidence(in: .eur)) }
        #expect(evidence == before)
        #expect(PricedPurchase(Money("-0.01 CNY")!) == nil)
    }

    @Test func `Has rules whose boundaries do not overlap`() throws {
        func rules(_ minimum: Int64, _ offer: String, _ full: String, _ cheap: String, _ dear: String) throws {
            _ = try SensitivityRules(
                minimumPurchases: minimum,
                basis: .purchases,
                onOfferFrom: Share(offer)!,
                fullPriceThrough: Share(full)!,
                cheapThrough: Share(cheap)!,
                dearFrom: Share(dear)!
            )
        }
        let half = Share("1/2")!
        #expect(throws: SensitivityRulesError.noEvidence(0)) { try rules(0, "0", "1", "1", "0") }
        let offers = SensitivityRulesError.offersOverlap(fullPriceThrough: half, onOfferFrom: half)
        #expect(throws: offers) { try rules(1, "1/2", "1/2", "1", "0") }
        let ranks = SensitivityRulesError.ranksOverlap(cheapThrough: half, dearFrom: half)
        #expect(throws: ranks) { try rules(1, "1/2", "1/3", "1/2", "1/2") }
        #expect(
            [.noEvidence(0), offers, ranks].map(\.description) == [
                "`0` purchases are no evidence", "full price through `1/2` on offer is not below `1/2`",
                "cheap through rank `1/2` is not below `1/2`",
            ]
        )
    }

    @Test func `Has wire formats that never change`() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let evidence = try evidence([(70_00, true, "1/3"), (50_00, false, nil), (9_00, nil, "1")])
        let stored = #"{"currency":"CNY","offer":[2,1,12000,7000],"rank":[2,960960],"v":1}"#
        #expect(String(decoding: try encoder.encode(evidence), as: UTF8.self) == stored)
        #expect(try JSONDecoder().decode(SensitivityEvidence.self, from: Data(stored.utf8)) == evidence)
        for bad in [
            #"{"currency":"CNY","offer":[2,1,12000,7000],"rank":[2,960960],"v":2}"#,
            #"{"currency":"CNY","offer":[2,3,12000,7000],"rank":[2,960960],"v":1}"#,
            #"{"currency":"CNY","offer":[2,0,12000,7000],"rank":[2,960960],"v":1}"#,
            #"{"currency":"CNY","offer":[2,1,12000,-1],"rank":[2,960960],"v":1}"#,
            #"{"currency":"CNY","offer":[2,2,12000,7000],"rank":[2,960960],"v":1}"#,
            #"{"currency":"CNY","offer":[0,0,12000,0],"rank":[2,960960],"v":1}"#,
            #"{"currency":"CNY","offer":[2,1,12000],"rank":[2,960960],"v":1}"#,
            #"{"currency":"CNY","offer":[2,1,12000,7000],"rank":[2,1441441],"v":1}"#,
        ] {
            let data = Data(bad.utf8)
            #expect(throws: DecodingError.self) { try JSONDecoder().decode(SensitivityEvidence.self, from: data) }
        }
        let rules =
            #"{"basis":"purchases","cheapThrough":"1/3","dearFrom":"2/3","fullPriceThrough":"1/5","#
            + #""minimumPurchases":3,"onOfferFrom":"1/2"}"#
        #expect(String(decoding: try encoder.encode(SensitivityRules.usual), as: UTF8.self) == rules)
        #expect(try JSONDecoder().decode(SensitivityRules.self, from: Data(rules.utf8)) == .usual)
        for (good, bad) in [(#""1/5""#, #""4/5""#), ("basis", "base"), ("purchases\"", "lines\"")] {
            let data = Data(rules.replacing(good, with: bad).utf8)
            #expect(throws: DecodingError.self) { try JSONDecoder().decode(SensitivityRules.self, from: data) }
        }
    }
}
