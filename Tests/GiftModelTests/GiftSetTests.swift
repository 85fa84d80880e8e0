import Foundation
import GiftModel
import Testing

@Suite struct `A set of gifts` {
    static func gift(
        _ id: Gift.ID,
        _ cost: Int64,
        stock: Int64 = 100,
        kind: GiftKind = .physical,
        leadDays: Int64 = 0,
        in currency: Currency = .cny
    ) -> Gift {
        Gift(
            id: id,
            name: LocalizedText(english: id.text, chinese: id.text),
            kind: kind,
            cost: LandedCost(goods: cost, in: currency)!,
            stock: stock,
            leadDays: leadDays
        )!
    }

    /// The welcome pack of story S01: booklet 2.00, tote bag 8.00, a coupon booked at 6.00, a box for nothing.
    static func catalog(bags: Int64 = 100, boxes: Int64 = 1000) throws -> Catalog {
        try Catalog(
            [gift("booklet", 2_00), gift("bag", 8_00, stock: bags), gift("coupon", 6_00, kind: .coupon)],
            sets: [GiftSet(in: gift("pack", 0, stock: boxes), of: ["booklet": 1, "bag": 1, "coupon": 1])!],
            in: .cny
        )
    }

    @Test func `R-GIFT-10 S01 Costs what its box and parts cost, and is there as often as all of them are`() throws {
        let pack = try #require(try Self.catalog()["pack"])
        #expect(pack.cost.expected == Money("16.00 CNY"))
        #expect(pack.stock == 100)
        #expect(try Self.catalog(boxes: 7)["pack"]?.stock == 7)
        let pieces = GiftChoice(pack).pieces
        #expect(pieces.map(\.gift) == ["pack", "bag", "booklet", "coupon"] && pieces.map(\.quantity) == [1, 1, 1, 1])
    }

    @Test func `R-GIFT-10 S01 Is not there when one part has run out`() throws {
        let catalog = try Self.catalog(bags: 0)
        #expect(catalog["pack"]?.stock == 0)
        #expect(catalog["booklet"]?.stock == 100 && catalog["coupon"]?.stock == 100)
    }

    @Test func `R-GIFT-10 Takes the longest lead time, every restriction and the earliest day of its parts`() throws {
        var (slow, ticket) = (Self.gift("a", 1, leadDays: 9), Self.gift("b", 1, leadDays: 2))
        var early = Self.gift("c", 1)
        slow.restrictions = GiftRestrictions(minimumAge: 18)!
        ticket.takesPlaceOn = CalendarDate("2026-05-20")!
        ticket.restrictions = GiftRestrictions(minimumAge: nil, exceptCultures: [.islam])!
        early.takesPlaceOn = CalendarDate("2026-05-19")!
        let set = try #require(GiftSet(in: Self.gift("pack", 0), of: ["a": 1, "b": 1, "c": 1]))
        let pack = try #require(try Catalog([slow, ticket, early], sets: [set], in: .cny)["pack"])
        #expect((pack.leadDays, pack.takesPlaceOn) == (9, CalendarDate("2026-05-19")))
        #expect(pack.restrictions == GiftRestrictions(minimumAge: 18, exceptCultures: [.islam]))
    }

    @Test func `R-GIFT-10 Is listed in one order, whatever the order given`() throws {
        let sets = try (["z", "y"] as [Gift.ID]).map { try #require(GiftSet(in: Self.gift($0, 0), of: ["bag": 1])) }
        let catalog = try Catalog([Self.gift("bag", 1)], sets: sets, in: .cny)
        #expect(catalog.sets.map(\.box.id) == ["y", "z"])
        #expect(try Catalog([Self.gift("bag", 1)], sets: sets.reversed(), in: .cny) == catalog)
    }

    @Test func `R-GIFT-10 Is refused where it was put together before, and for one fault once`() throws {
        let catalog = try Self.catalog()
        let pack = try #require(catalog["pack"])
        let around = try #require(GiftSet(in: pack, of: ["bag": 1]))
        let invalid = #expect(throws: InvalidCatalog.self) {
            try Catalog([pack, Self.gift("bag", 1)], sets: [around], in: .cny)
        }
        #expect(
            invalid?.faults.map(\.description) == [
                "/gifts/0: `pack` was put together by a catalog and is to be listed as a set",
                "/sets/0/box/id: gift `pack` is listed twice",
                "/sets/0/box: `pack` was put together by a catalog and is to be listed as a set",
            ]
        )
        #expect(throws: EncodingError.self) { try JSONEncoder().encode(pack) }
        let euros = try #require(GiftSet(in: Self.gift("box", 0), of: ["bag": 1]))
        let bag = Self.gift("bag", 1, in: .eur)
        let mixed = #expect(throws: InvalidCatalog.self) { try Catalog([bag], sets: [euros], in: .cny) }
        #expect(mixed?.faults.map(\.path) == ["/gifts/0/cost"])
    }

    @Test func `R-GIFT-10 Has parts, one or more of each`() {
        let box = Self.gift("box", 0)
        #expect(GiftSet(in: box, of: [:]) == nil)
        #expect(GiftSet(in: box, of: ["bag": 0]) == nil)
        #expect(GiftPart("bag", quantity: 0, cost: LandedCost(goods: 1, in: .cny)!) == nil)
    }

    @Test func `R-GIFT-10 Is refused when it costs more than 64 bits hold, or holds a set`() throws {
        let dear = Self.gift("gold", .max)
        let pair = try #require(GiftSet(in: Self.gift("pair", 0), of: ["gold": 2]))
        let box = try #require(GiftSet(in: Self.gift("box", 0), of: ["pair": 1]))
        let invalid = #expect(throws: InvalidCatalog.self) { try Catalog([dear], sets: [pair, box], in: .cny) }
        #expect(
            invalid?.description
                == "/sets/0: the parts cost more than 64 bits hold; /sets/1/parts/pair: no gift is called `pair`"
        )
    }

    @Test func `R-GIFT-10 Is a choice with its parts`() throws {
        let choice = GiftChoice(try #require(try Self.catalog()["pack"]))
        #expect(choice.cost.expected == Money("16.00 CNY") && choice.parts.map(\.gift) == ["bag", "booklet", "coupon"])
        let bag = try #require(GiftPart("bag", quantity: 1, cost: LandedCost(goods: 8_00, in: .cny)!))
        let cheap = LandedCost(goods: 7_99, in: .cny)!
        #expect(GiftChoice("pack", cost: cheap, parts: [bag]) == nil, "the part costs more than the whole")
        #expect(GiftChoice("pack", cost: choice.cost, parts: [bag, bag]) == nil)
        #expect(GiftChoice("bag", cost: choice.cost, parts: [bag]) == nil)
        #expect(GiftChoice("pack", cost: LandedCost(goods: 9_00, in: .eur)!, parts: [bag]) == nil)
    }

    @Test func `The wire format never changes`() throws {
        let bag = try #require(GiftPart("bag", quantity: 2, cost: LandedCost(goods: 8_00, in: .cny)!))
        let choice = try #require(GiftChoice("pack", cost: LandedCost(goods: 9_00, in: .cny)!, parts: [bag]))
        try expectWireFormat(
            of: choice,
            toBe: #"{"cost":{"currency":"CNY","goods":900},"gift":"pack","parts":"#
                + #"[{"cost":{"currency":"CNY","goods":800},"gift":"bag","quantity":2}]}"#
        )
        #expect(
            refusal(
                of:
                    #"{"cost":{"currency":"CNY","goods":900},"gift":"bag","parts":[{"cost":{"currency":"CNY"},"gift":"bag","quantity":2}]}"#,
                as: GiftChoice.self
            ) == "the parts of a set are different gifts that cost no more than the whole"
        )
        #expect(
            refusal(of: #"{"cost":{"currency":"CNY"},"gift":"bag","quantity":0}"#, as: GiftPart.self)
                == "a part of a set is one or more"
        )
        try expectWireFormat(
            of: GiftSet(in: Self.gift("box", 1), of: ["bag": 2, "a": 1])!,
            toBe: #"{"box":{"cost":{"goods":"0.01 CNY"},"id":"box","kind":"physical","name":{"en":"box","zh":"box"},"#
                + #""stock":100},"parts":{"a":1,"bag":2}}"#
        )
    }
}

@Suite struct `A landed cost of several` {
    private let cost = LandedCost(
        goods: 1,
        customization: 2,
        packing: 3,
        shipping: 4,
        tax: 5,
        returnHandling: 6,
        in: .cny
    )!

    @Test func `R-GIFT-12 Is added, multiplied and taken apart part by part`() throws {
        let double = try #require(cost.multiplied(by: 2))
        #expect(double == cost.adding(cost))
        #expect(double.tax == 10 && double.returnHandling == 12)
        #expect(double.subtracting(cost) == cost)
        #expect(cost.subtracting(double) == nil)
        #expect(cost.multiplied(by: 0) == LandedCost(goods: 0, in: .cny))
        #expect(cost.multiplied(by: -1) == nil && cost.multiplied(by: .max) == nil)
        #expect(cost.adding(LandedCost(goods: 1, in: .eur)!) == nil)
        #expect(cost.subtracting(LandedCost(goods: 1, in: .eur)!) == nil)
        #expect(cost.adding(LandedCost(goods: .max - 20, in: .cny)!) == nil)
    }
}
