import GiftModel
import Testing

@Suite struct `A gift` {
    static func gift(_ id: Gift.ID = "cup", cost: LandedCost = LandedCost(goods: 2_95, in: .gbp)!, stock: Int64 = 5)
        -> Gift?
    {
        Gift(
            id: id,
            name: LocalizedText(english: "Cup", chinese: "杯子"),
            kind: .physical,
            cost: cost,
            stock: stock,
            tiers: ["gold"],
            occasions: [.upgrade]
        )
    }

    @Test func `R-GIFT-01 Is for the tiers and occasions that it names`() throws {
        let cup = try #require(Self.gift())
        #expect(cup.suits(tier: "gold") && !cup.suits(tier: "silver"))
        #expect(cup.suits(occasion: .upgrade) && !cup.suits(occasion: .welcome))
    }

    @Test func `R-GIFT-01 Is for everybody and always where it names none`() throws {
        let name = LocalizedText(english: "Card", chinese: "卡片")
        let card = try #require(
            Gift(id: "card", name: name, kind: .virtual, cost: LandedCost(goods: 0, in: .gbp)!, stock: 0)
        )
        #expect(card.suits(tier: "gold") && card.suits(occasion: "jubilee"))
    }

    @Test func `Is never short of stock, and comes within a year`() {
        #expect(Self.gift(stock: -1) == nil)
        let name = LocalizedText(english: "Card", chinese: "卡片")
        let cost = LandedCost(goods: 0, in: .gbp)!
        #expect(Gift(id: "card", name: name, kind: .virtual, cost: cost, stock: 0, leadDays: 366) == nil)
        #expect(Gift(id: "card", name: name, kind: .virtual, cost: cost, stock: 0, leadDays: -1) == nil)
    }
}

@Suite struct `A catalog` {
    @Test func `R-GIFT-01 Finds a gift by its name, and lists all in its order`() throws {
        let gifts = [`A gift`.gift("tea")!, `A gift`.gift("cup")!]
        let catalog = try Catalog(gifts, in: .gbp)
        #expect(catalog["tea"] == gifts[0])
        #expect(catalog["wine"] == nil)
        #expect(catalog.gifts.map(\.id) == ["cup", "tea"])
        #expect(try Catalog(gifts.reversed(), in: .gbp) == catalog)
    }

    @Test func `R-GIFT-01 Names everything that is wrong with its gifts at once, each with its place`() throws {
        var dear = `A gift`.gift("tea")!
        dear.appeal.perceivedValue = Money("-1.00 EUR")!
        let box = `A gift`.gift("cup", cost: LandedCost(goods: 0, in: .gbp)!)!
        let pack = try #require(GiftSet(in: box, of: ["tea": 1, "wine": 2, "other-pack": 1]))
        let invalid = #expect(throws: InvalidCatalog.self) {
            try Catalog(
                [`A gift`.gift()!, `A gift`.gift(cost: LandedCost(goods: 1_00, in: .eur)!)!, dear],
                sets: [pack],
                in: .gbp
            )
        }
        #expect(
            invalid?.faults.map(\.description) == [
                "/gifts/1/id: gift `cup` is listed twice",
                "/gifts/1/cost: the amount is in `EUR`, the catalog is in `GBP`",
                "/gifts/2/appeal/perceivedValue: the amount is in `EUR`, the catalog is in `GBP`",
                "/gifts/2/appeal/perceivedValue: `-1.00 EUR` is below zero",
                "/sets/0/box/id: gift `cup` is listed twice",
                "/sets/0/parts/other-pack: no gift is called `other-pack`",
                "/sets/0/parts/wine: no gift is called `wine`",
            ]
        )
        #expect(invalid?.faults.first?.problem == .repeatedGift("cup"))
    }
}

@Suite struct `An occasion` {
    @Test func `Has a title in both languages, or the host's own name`() {
        #expect(Occasion.reactivation.title[.chinese] == "唤醒")
        #expect(Occasion("jubilee").title[.english] == "jubilee")
    }

    @Test func `The wire format never changes`() throws {
        try expectWireFormat(of: Occasion.upgrade, toBe: #""upgrade""#)
    }
}

@Suite struct `An order or a return` {
    let now = Timestamp(milliseconds: 0)

    @Test func `R-DATA-03 Is never of an amount below zero`() {
        #expect(Order(id: "o", customer: "c", placedAt: now, total: Money("-0.01 GBP")!) == nil)
        #expect(Return(id: "r", customer: "c", receivedAt: now, refund: Money("-0.01 GBP")!) == nil)
    }

    @Test func `R-DATA-03 Is an activity of its customer at its time`() throws {
        let order = try #require(Order(id: "o", customer: "c", placedAt: now, total: .zero(in: .gbp)))
        let goods = try #require(Return(id: "r", customer: "d", receivedAt: now, refund: .zero(in: .gbp)))
        #expect([Activity.order(order), .return(goods)].map(\.customer) == ["c", "d"])
        #expect([Activity.order(order), .return(goods)].map(\.occurredAt) == [now, now])
    }
}
