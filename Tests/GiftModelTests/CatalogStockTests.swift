import GiftModel
import Testing

@Suite struct `The stock of a catalog` {
    private func gift(_ id: Gift.ID, stock: Int64) -> Gift {
        Gift(
            id: id,
            name: LocalizedText(english: id.text, chinese: id.text),
            kind: .physical,
            cost: LandedCost(goods: 1_00, in: .cny)!,
            stock: stock
        )!
    }

    private func catalog(cups: Int64, boxes: Int64, cards: Int64) throws -> Catalog {
        try Catalog(
            [gift("cup", stock: cups), gift("card", stock: cards)],
            sets: [GiftSet(in: gift("pair", stock: boxes), of: ["cup": 2])!],
            in: .cny
        )
    }

    @Test func `R-POL-15 Goes down by what is given: a set takes its box and its parts`() throws {
        let full = try catalog(cups: 5, boxes: 9, cards: 3)
        let (pair, cup) = (GiftChoice(full["pair"]!), GiftChoice(full["cup"]!))
        let left = try #require(full.removing([pair, cup]))
        #expect(try left == catalog(cups: 2, boxes: 8, cards: 3))
        #expect(left["pair"]?.stock == 1)
        #expect(full.removing([]) == full)
    }

    @Test func `R-POL-15 Never falls below zero, and holds nothing of what it does not know`() throws {
        let full = try catalog(cups: 3, boxes: 9, cards: 0)
        let pair = GiftChoice(full["pair"]!)
        #expect(full.removing([pair]) != nil)
        #expect(full.removing([pair, pair]) == nil)
        #expect(full.removing([GiftChoice(full["card"]!)]) == nil)
        #expect(full.removing([GiftChoice("lamp", cost: LandedCost(goods: 1, in: .cny)!)]) == nil)
    }
}
