import GiftModel
import Testing

/// What a host records of the stock of one gift.
private struct StockMove: JournalEntry {
    enum Subject {}
    let quantity: Int64
}

@Suite struct `The last unit in stock` {
    private static let cup = Gift(
        id: "cup",
        name: LocalizedText(english: "cup", chinese: "杯"),
        kind: .physical,
        cost: LandedCost(goods: 40_00, in: .cny)!,
        stock: 1
    )!

    private static func terms(for customer: Customer.ID) -> GrantTerms {
        GrantTerms(
            of: GiftChoice(cup),
            on: Occurrence(of: .welcome, for: customer, term: "first"),
            plannedFor: CalendarDate("2026-01-01")!,
            by: RuleReference(
                policy: PolicyReference(id: "shop", version: 1, hash: ContentHash(of: "shop")),
                rule: "welcome"
            ),
            because: []
        )
    }

    @Test func `R-POL-03 R-DATA-07 D65 Goes to one of two planners, and the other hears that it was outrun`()
        async throws
    {
        let journal = InMemoryJournal<StockMove>()
        // One unit came in for each of 41 entries, and 40 of these went out again: one is left.
        let moves = (0..<41).map { StockMove(quantity: $0.isMultiple(of: 2) ? 1 : -1) }
        #expect(moves.map(\.quantity).reduce(0, +) == 1)
        #expect(await journal.append([Append(moves, to: "cup", at: 0)]) == .appended)

        let seen = await journal.entries(of: "cup", from: 0, atMost: 99).count
        #expect(seen == 41)
        let hold = Append([StockMove(quantity: -1)], to: "cup", at: seen)
        #expect(await journal.append([hold]) == .appended)
        #expect(await journal.append([hold]) == .outdated("cup"))

        // Whoever was outrun reads again, and finds that nothing is left.
        let now = await journal.entries(of: "cup", from: 0, atMost: 99)
        #expect(now.count == 42)
        #expect(now.map(\.quantity).reduce(0, +) == 0)
        let full = try Catalog([Self.cup], in: .cny)
        let empty = try #require(full.removing([GiftChoice(Self.cup)]))
        #expect(empty["cup"]?.stock == 0)
        #expect(empty.removing([GiftChoice(Self.cup)]) == nil)
    }

    @Test func `R-POL-03 D66 Comes back once when its reservation expires, and the budget with it`() throws {
        let start = Timestamp(CalendarDate("2026-01-01")!, at: .midnight, in: .utc)
        func minute(_ count: Int64) -> Timestamp { Timestamp(milliseconds: start.milliseconds + count * 60_000) }
        let terms = Self.terms(for: "c-1")
        var grant = GiftGrant(id: terms.id)
        var key: UInt128 = 0
        func report(_ state: GrantState, at minutes: Int64) throws -> GrantOutcome {
            key += 1
            let command = GrantCommand(.report(state, at: minute(minutes)), key: RequestKey(key))
            return try grant.perform(command, at: minute(minutes))
        }
        try grant.perform(GrantCommand(.plan(terms), key: RequestKey(key)), at: minute(0))
        _ = try report(.approved, at: 0)
        _ = try report(.reserved, at: 0)
        #expect((grant.held, grant.stockTaken) == (Money("40.00 CNY"), 1))

        #expect(try report(.expired, at: 30).entries.count == 1)
        #expect((grant.held, grant.settled, grant.stockTaken) == (.zero(in: .cny), .zero(in: .cny), 0))
        let expired = grant
        #expect(throws: GrantError.contradiction(from: .expired, to: .dispatched)) { try report(.dispatched, at: 31) }
        #expect(grant == expired)
        #expect(try report(.expired, at: 32).entries.isEmpty)
        #expect((grant.held, grant.settled, grant.stockTaken) == (.zero(in: .cny), .zero(in: .cny), 0))
    }
}
