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

    @Test func `Is never short of stock`() {
        #expect(Self.gift(stock: -1) == nil)
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

    @Test func `Refuses a gift listed twice before one in another currency`() {
        let twice = [`A gift`.gift()!, `A gift`.gift(cost: LandedCost(goods: 1_00, in: .eur)!)!]
        #expect(throws: CatalogError.duplicateGift("cup")) { try Catalog(twice, in: .gbp) }
        #expect(throws: CatalogError.duplicateGift("cup")) { try Catalog(twice.reversed(), in: .gbp) }
        #expect(throws: CatalogError.currencyMismatch("cup", .gbp, expected: .eur)) {
            try Catalog([`A gift`.gift()!], in: .eur)
        }
    }

    @Test func `Says what was wrong in one line`() {
        #expect("\(CatalogError.duplicateGift("cup"))" == "gift `cup` is listed twice")
        let mismatch = CatalogError.currencyMismatch("cup", .gbp, expected: .eur)
        #expect("\(mismatch)" == "gift `cup` costs `GBP`, the catalog is in `EUR`")
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
