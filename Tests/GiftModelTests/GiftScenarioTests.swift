import GiftModel
import Testing

@Suite struct `A gift scenario` {
    static func gift(
        _ id: Gift.ID,
        _ cost: String,
        tiers: Set<Tier.ID> = [],
        characters: Set<GiftCharacter> = [],
        horizon: GiftHorizon? = nil
    ) -> Gift {
        var gift = Gift(
            id: id,
            name: LocalizedText(english: id.text, chinese: id.text),
            kind: .physical,
            cost: LandedCost(goods: Money("\(cost) CNY" as String)!.minorUnits, in: .cny)!,
            stock: 1,
            tiers: tiers
        )!
        gift.appeal.characters = characters
        gift.appeal.horizon = horizon
        return gift
    }

    @Test(arguments: [
        (Occasion.welcome, GiftCharacter.practicalTool, GiftScenario.Kind.lifeCycle),
        (.maturity, .socialHonor, .lifeCycle),
        (.purchase, .instantThanks, .business), (.anniversary, .keepsake, .business),
        (.festival, .culturalSymbol, .emotional), (.specialEvent, .comfort, .emotional),
    ])
    func `R-GIFT-03 S09 Answers an event with a gift of its character`(
        occasion: Occasion,
        character: GiftCharacter,
        kind: GiftScenario.Kind
    ) throws {
        let scenario = try #require(GiftScenario.usual.first { $0.occasion == occasion })
        #expect(scenario.character == character && scenario.kind == kind)
        var gifts = GiftCharacter.allCases.map { Self.gift(Gift.ID($0.rawValue)!, "1.00", characters: [$0]) }
        for index in gifts.indices { gifts[index].appeal.emotions = [scenario.emotion, "awe"] }
        #expect(gifts.filter { scenario.suits($0) == true }.map(\.id.text) == [character.rawValue])
        #expect(scenario.suits(Self.gift("plain", "1.00")) == nil, "nobody said what it is")
        var dull = Self.gift("dull", "1.00", characters: [character])
        #expect(scenario.suits(dull) == nil, "nobody said what it leaves behind")
        dull.appeal.emotions = ["boredom"]
        #expect(scenario.suits(dull) == false)
    }

    @Test func `R-GIFT-03 Is one of six, each of another event`() {
        #expect(Set(GiftScenario.usual.map(\.occasion)).count == 6)
        #expect(GiftScenario.usual.count == 6)
    }

    @Test func `R-GIFT-03 Has words for characters, feelings and steps in both languages`() {
        #expect(Set(GiftCharacter.allCases.map { $0.title[.english] }).count == 8)
        #expect(GiftCharacter.comfort.title[.chinese] == "情感共鸣型")
        #expect(Emotion.participation.title[.chinese] == "参与感")
        #expect(Emotion("awe").title[.english] == "awe")
        #expect(GiftScenario.Kind.allCases.map { $0.title[.chinese] } == ["客户生命周期场景", "业务场景", "情感场景"])
        #expect(GiftKind.allCases.allSatisfy { $0.title[.chinese].contains { $0 > "\u{4E00}" } })
        #expect(CouponStacking.allCases.allSatisfy { $0.title[.chinese].contains { $0 > "\u{4E00}" } })
        #expect(GiftHorizon.allCases.map { $0.title[.chinese] } == ["短期激励", "中期回馈", "长期承诺"])
    }

    @Test func `The wire format never changes`() throws {
        try expectWireFormat(
            of: GiftScenario(.business, on: "productLaunch", giving: .keepsake, for: .participation),
            toBe: #"{"character":"keepsake","emotion":"participation","kind":"business","occasion":"productLaunch"}"#
        )
    }
}

@Suite struct `A gift matrix` {
    private static func band(_ tier: Tier.ID, _ lowest: String, _ highest: String) -> GiftBand {
        GiftBand(
            LocalizedText(english: tier.text, chinese: tier.text),
            for: [tier],
            at: PriceBand(from: Money("\(lowest) CNY" as String)!, through: Money("\(highest) CNY" as String)!)!
        )
    }

    private static let bands = [
        band("standard", "5.00", "15.00"), band("silver", "30.00", "60.00"), band("gold", "150.00", "400.00"),
        band("diamond", "800.00", "3000.00"),
    ]

    @Test func `R-GIFT-02 S03 Holds a gift to the band of the tier, and says by how much it is outside`() throws {
        let matrix = try GiftMatrix(Self.bands)
        let standard = try #require(matrix.band(of: "standard"))
        #expect(try standard.price.excess(of: Money("15.01 CNY")!) == Money("0.01 CNY"))
        #expect(try standard.price.excess(of: Money("15.00 CNY")!) == .zero(in: .cny))
        #expect(try standard.price.excess(of: Money("5.00 CNY")!) == .zero(in: .cny))
        #expect(try standard.price.excess(of: Money("4.99 CNY")!) == Money("-0.01 CNY"))
        #expect(throws: MoneyError.currencyMismatch(.eur, .cny)) { try standard.price.excess(of: Money("9.00 EUR")!) }
        #expect(matrix.band(of: "platinum") == nil)
    }

    @Test func `R-GIFT-02 Finds the gifts of each step, and the steps without any`() throws {
        let gift = `A gift scenario`.gift
        let catalog = try Catalog(
            [
                gift("bag", "9.00", [], [], .incentive), gift("cup", "35.00", ["silver"], [], .incentive),
                gift("lamp", "36.00", ["gold"], [], .reward), gift("umbrella", "60.00", [], [], .reward),
                gift("powerbank", "60.00", [], [], nil), gift("tea", "60.01", [], [], .commitment),
            ],
            in: .cny
        )
        let matrix = try GiftMatrix([Self.bands[0], Self.bands[1]])
        #expect(try matrix.gifts(of: catalog, for: "standard", on: .incentive).map(\.id) == ["bag"])
        #expect(try matrix.gifts(of: catalog, for: "silver", on: .incentive).map(\.id) == ["cup"])
        #expect(try matrix.gifts(of: catalog, for: "silver", on: .reward).map(\.id) == ["umbrella"])
        #expect(try matrix.gifts(of: catalog, for: "gold", on: .reward).isEmpty)
        let gaps = try matrix.gaps(in: catalog)
        #expect(gaps.map(\.band.tiers) == [["standard"], ["standard"], ["silver"]])
        #expect(gaps.map(\.horizon) == [.reward, .commitment, .commitment])
    }

    @Test func `R-GIFT-02 Has bands of one currency, and a tier in one of them`() throws {
        #expect(throws: GiftMatrixError.noBand) { try GiftMatrix([]) }
        let euros = GiftBand(
            LocalizedText(english: "", chinese: ""),
            for: ["gold"],
            at: PriceBand(from: Money("1.00 EUR")!, through: Money("2.00 EUR")!)!
        )
        #expect(throws: GiftMatrixError.repeatedTier("gold")) { try GiftMatrix([Self.bands[2], euros]) }
        #expect(throws: GiftMatrixError.currencyMismatch(.eur, expected: .cny)) {
            try GiftMatrix([Self.bands[0], euros])
        }
        let nobody = GiftBand(LocalizedText(english: "None", chinese: "无"), for: [], at: euros.price)
        #expect(throws: GiftMatrixError.noTier(nobody.name)) { try GiftMatrix([nobody]) }
        let matrix = try GiftMatrix([Self.bands[0]])
        let dollars = try Catalog([], in: .usd)
        #expect(throws: GiftMatrixError.currencyMismatch(.usd, expected: .cny)) { try matrix.gaps(in: dollars) }
        #expect(throws: GiftMatrixError.currencyMismatch(.usd, expected: .cny)) {
            try matrix.gifts(of: dollars, for: "standard", on: .reward)
        }
        let errors: [GiftMatrixError] = [
            .noBand, .noTier(nobody.name), .repeatedTier("gold"), .currencyMismatch(.eur, expected: .cny),
        ]
        #expect(
            errors.map(\.description) == [
                "a matrix has a band", "the band `None` is for no tier", "tier `gold` stands in two bands",
                "a band in `EUR` beside one in `CNY`",
            ]
        )
    }

    @Test func `R-GIFT-02 Has no band the wrong way round`() {
        #expect(PriceBand(from: Money("2.00 CNY")!, through: Money("1.99 CNY")!) == nil)
        #expect(PriceBand(from: Money("-0.01 CNY")!, through: Money("1.99 CNY")!) == nil)
        #expect(PriceBand(from: Money("1.00 CNY")!, through: Money("1.99 EUR")!) == nil)
        #expect(
            refusal(of: #"{"from":"2.00 CNY","through":"1.99 CNY"}"#, as: PriceBand.self)
                == "no cost lies from `2.00 CNY` through `1.99 CNY`"
        )
    }

    @Test func `The wire format never changes`() throws {
        try expectWireFormat(
            of: GiftBand(
                LocalizedText(english: "Everyday", chinese: "实用"),
                for: ["silver", "gold"],
                at: PriceBand(from: Money("5.00 CNY")!, through: Money("15.00 CNY")!)!
            ),
            toBe: #"{"name":{"en":"Everyday","zh":"实用"},"price":{"from":"5.00 CNY","through":"15.00 CNY"},"#
                + #""tiers":["gold","silver"]}"#
        )
    }
}

@Suite struct `A share` {
    @Test func `Is of nothing through all`() {
        #expect(Share("0") != nil && Share("1") != nil && Share("17/20") == Share("0.85"))
        #expect(Share("-1/100") == nil && Share("1.01") == nil && Share("85 %") == nil)
        #expect(Share(.percent(85))! < Share(.percent(86))!)
        #expect("\(Share("0.85")!)" == "17/20")
    }

    @Test func `The wire format never changes`() throws {
        try expectWireFormat(of: Share("0.85")!, toBe: #""17/20""#)
    }
}
