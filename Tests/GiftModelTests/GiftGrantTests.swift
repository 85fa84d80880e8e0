import Foundation
import GiftModel
import GiftTesting
import Testing

@Suite struct `A grant` {
    private static func terms(_ number: Int = 0, cost: LandedCost = LandedCost(goods: 1_99_00, in: .cny)!) -> GrantTerms
    {
        GrantTerms(
            of: "cup",
            on: Occurrence(of: .upgrade, for: Customer.ID(String("c-\(number)"))!, term: "gold-2026"),
            cost: cost,
            plannedFor: CalendarDate("2026-02-01")!,
            by: RuleReference(
                policy: PolicyReference(id: "shop", version: 1, hash: ContentHash(of: "shop")),
                rule: "gold"
            ),
            because: []
        )
    }

    /// A grant that was reported to be in these states, each a second after the last.
    private static func grant(
        _ states: GrantState...,
        number: Int = 0,
        cost: LandedCost = LandedCost(goods: 1_99_00, in: .cny)!
    ) -> GiftGrant {
        var grant = GiftGrant(id: terms(number, cost: cost).id)
        let actions = [GrantCommand.Action.plan(terms(number, cost: cost))] + states.map { .report($0, at: second(0)) }
        for (key, action) in actions.enumerated() {
            do {
                try grant.perform(GrantCommand(action, key: RequestKey(UInt128(key))), at: second(Int64(key)))
            } catch {
                preconditionFailure("\(error)")
            }
        }
        return grant
    }

    private static func second(_ count: Int64) -> Timestamp { Timestamp(milliseconds: count * 1000) }

    private static func reported(_ state: GrantState, key: RequestKey = 999, at time: Int64 = 50) -> GrantCommand {
        GrantCommand(.report(state, at: second(time)), key: key)
    }

    @Test func `R-GIFT-04 Follows a gift from plan to effect`() throws {
        let grant = Self.grant(.approved, .offered, .claimed, .reserved, .dispatched, .delivered, .unboxed, .used)
        #expect(grant.state == .used)
        #expect(
            grant.steps.map(\.state) == [
                .planned, .approved, .offered, .claimed, .reserved, .dispatched, .delivered, .unboxed, .used,
            ]
        )
        #expect(grant.entries.map(\.sequence) == Array(1...9))
    }

    // Golden case H142, in this library's words: opened is unboxed, redeemed is used, wasted is discarded. A
    // delivery that fails is returned or lost, and sending anew is another grant.
    @Test(arguments: [
        (GrantState.planned, [GrantState.approved, .rejected, .cancelled]),
        (.approved, [.offered, .reserved, .expired, .cancelled]), (.reserved, [.dispatched, .expired, .cancelled]),
        (.dispatched, [.delivered, .returned, .lost]), (.delivered, [.unboxed, .used, .returned, .discarded]),
        (.unboxed, [.used, .returned, .discarded]), (.returned, [.restocked, .discarded, .writtenOff]),
        (.rejected, []), (.declined, []), (.expired, []), (.cancelled, []), (.restocked, []), (.discarded, []),
        (.writtenOff, []),
    ])
    func `R-GIFT-04 H142 Has one table of what may follow`(state: GrantState, next: [GrantState]) {
        #expect(state.next == next)
    }

    @Test func `R-GIFT-04 Has a table without a circle, in which every state can be reached`() {
        var reached: Set<GrantState> = [.planned]
        var frontier: [[GrantState]] = [[.planned]]
        while !frontier.isEmpty {
            frontier = frontier.flatMap { way in way.last!.next.map { way + [$0] } }
            for way in frontier {
                #expect(Set(way).count == way.count, "\(way) runs in a circle")
                reached.insert(way.last!)
            }
        }
        #expect(reached == Set(GrantState.allCases))
    }

    @Test func `R-GIFT-04 Is drawn in the book as the table says`() throws {
        let picture = URL(filePath: #filePath)
            .appending(path: "../../../Documentation/GiftKit.docc/Resources/grant-states.svg").standardizedFileURL
        let text = try String(contentsOf: picture, encoding: .utf8)
        let drawn = text.matches(of: /<title>(\w+)&#45;&gt;(\w+)<\/title>/).map { "\($0.output.1) \($0.output.2)" }
        let table = GrantState.allCases.flatMap { state in state.next.map { "\(state.rawValue) \($0.rawValue)" } }
        #expect(drawn.sorted() == table.sorted())
        for state in GrantState.allCases { #expect(text.contains(">\(state.title[.english])</text>")) }
    }

    @Test func `R-GIFT-04 Takes the same report twice without a change (H143)`() throws {
        var grant = Self.grant(.approved, .reserved, .dispatched, .delivered)
        let before = grant
        let outcome = try grant.perform(Self.reported(.delivered), at: Self.second(60))
        #expect(outcome.entries.isEmpty && !outcome.isReplay)
        #expect(try grant.perform(Self.reported(.reserved), at: Self.second(60)).entries.isEmpty)
        #expect(grant == before)
    }

    @Test func `R-GIFT-04 Concludes the steps that must have happened, and says so`() throws {
        var grant = Self.grant(.approved, .reserved)
        let outcome = try grant.perform(Self.reported(.unboxed), at: Self.second(60))
        #expect(outcome.inferred == [.dispatched, .delivered])
        #expect(grant.steps.suffix(3).map(\.isInferred) == [true, true, false])
        #expect(grant.steps.suffix(3).map(\.occurredAt) == [Self.second(50), Self.second(50), Self.second(50)])
    }

    @Test func `R-GIFT-04 Takes the late report of a concluded step for its word`() throws {
        var grant = Self.grant(.approved, .reserved, .dispatched)
        try grant.perform(Self.reported(.unboxed, key: 100, at: 50), at: Self.second(60))
        let late = try grant.perform(Self.reported(.delivered, key: 101, at: 40), at: Self.second(70))
        #expect(late.entries.count == 1)
        #expect(grant.state == .unboxed)
        #expect(grant.step(to: .delivered)?.isInferred == false)
        #expect(grant.step(to: .delivered)?.occurredAt == Self.second(40))
        #expect(try grant.perform(Self.reported(.delivered, key: 102, at: 41), at: Self.second(80)).entries.isEmpty)
        #expect(try grant.perform(Self.reported(.delivered, key: 101, at: 40), at: Self.second(90)).isReplay)
    }

    @Test func `R-GIFT-04 Never concludes a decision`() {
        var grant = Self.grant()
        #expect(throws: GrantError.contradiction(from: .planned, to: .reserved)) {
            try grant.perform(Self.reported(.reserved), at: Self.second(60))
        }
        #expect(throws: GrantError.contradiction(from: .planned, to: .delivered)) {
            try grant.perform(Self.reported(.delivered), at: Self.second(60))
        }
    }

    @Test func `R-GIFT-04 Refuses a contradiction and leaves no trace (H145)`() {
        var grant = Self.grant(.approved, .cancelled)
        let before = grant
        let error = GrantError.contradiction(from: .cancelled, to: .dispatched)
        #expect(throws: error) { try grant.perform(Self.reported(.dispatched), at: Self.second(60)) }
        #expect(grant == before)
        #expect("\(error)" == "a gift that was `cancelled` cannot be `dispatched`")
    }

    @Test func `Is planned once, on its own terms, before anything else`() throws {
        var grant = GiftGrant(id: Self.terms().id)
        #expect(throws: GrantError.notPlanned(grant.id)) {
            try grant.perform(Self.reported(.approved), at: Self.second(0))
        }
        let other = Self.terms(7)
        #expect(throws: GrantError.otherGrant(other.id, expected: grant.id)) {
            try grant.perform(GrantCommand(.plan(other), key: 1), at: Self.second(0))
        }
        try grant.perform(GrantCommand(.plan(Self.terms()), key: 1), at: Self.second(0))
        #expect(try grant.perform(GrantCommand(.plan(Self.terms()), key: 2), at: Self.second(0)).entries.isEmpty)
        let dearer = Self.terms(cost: LandedCost(goods: 1, in: .cny)!)
        #expect(throws: GrantError.alreadyPlanned(grant.id)) {
            try grant.perform(GrantCommand(.plan(dearer), key: 3), at: Self.second(0))
        }
    }

    @Test func `Answers a repeated command with its first outcome, and refuses its key for another`() throws {
        var grant = Self.grant(.approved, .reserved)
        let first = try grant.perform(Self.reported(.delivered), at: Self.second(60))
        let before = grant
        let again = try grant.perform(Self.reported(.delivered), at: Self.second(99))
        #expect(again.isReplay && again.entries == first.entries)
        #expect(throws: GrantError.keyConflict(999)) { try grant.perform(Self.reported(.unboxed), at: Self.second(99)) }
        #expect(throws: GrantError.keyConflict(999)) {
            try grant.perform(Self.reported(.delivered, at: 51), at: Self.second(99))
        }
        #expect(grant == before)
    }

    @Test func `R-POL-03 Holds stock and budget until it leaves, and releases them once (H146)`() {
        let price = Money("199.00 CNY")!
        #expect((Self.grant().held, Self.grant().stockTaken) == (price, 0))
        #expect((Self.grant(.approved, .reserved).held, Self.grant(.approved, .reserved).stockTaken) == (price, 1))
        for grant in [
            Self.grant(.rejected), Self.grant(.approved, .reserved, .cancelled), Self.grant(.approved, .expired),
        ] {
            #expect((grant.held, grant.settled, grant.stockTaken) == (.zero(in: .cny), .zero(in: .cny), 0))
            #expect(!grant.stands)
        }
        let sent = Self.grant(.approved, .reserved, .dispatched)
        #expect((sent.held, sent.settled, sent.stockTaken) == (.zero(in: .cny), price, 1))
        #expect((GiftGrant(id: "x").held, GiftGrant(id: "x").settled, GiftGrant(id: "x").stands) == (nil, nil, false))
    }

    @Test func `R-GIFT-12 Settles a return on sending and handling alone (H147)`() {
        let cost = LandedCost(goods: 40_00, shipping: 8_00, returnHandling: 5_00, in: .cny)!
        let back = Self.grant(
            .approved,
            .reserved,
            .dispatched,
            .delivered,
            .unboxed,
            .used,
            .returned,
            .restocked,
            cost: cost
        )
        #expect((back.settled, back.stockTaken) == (Money("13.00 CNY"), 0))
        #expect(back.step(to: .used) != nil)
    }

    @Test func `R-GIFT-04 S11 Leaves no gift of unknown whereabouts`() throws {
        let cost = LandedCost(goods: 40_00, shipping: 8_00, returnHandling: 5_00, in: .cny)!
        let sent: [GrantState] = [.approved, .reserved, .dispatched]
        // 205 planned, 2 rejected, 3 cancelled, 200 dispatched: 190 delivered, 5 returned, 3 lost, 2 without news.
        var ways: [[GrantState]] = Array(repeating: [.rejected], count: 2)
        ways += Array(repeating: [.approved, .reserved, .cancelled], count: 3)
        ways += Array(repeating: sent + [.returned, .restocked], count: 3)
        ways += Array(repeating: sent + [.returned, .writtenOff], count: 2)
        ways += Array(repeating: sent + [.lost], count: 3) + Array(repeating: sent, count: 2)
        let delivered = (0..<190)
            .map { number -> [GrantState] in
                let unboxed: [GrantState] = number < 150 ? [.unboxed] : []
                let used: [GrantState] = number < 96 ? [.used] : []
                let discarded: [GrantState] = number >= 168 ? [.discarded] : []
                // For ten gifts "unboxed" arrives before "delivered".
                return sent + (number < 10 ? unboxed + [.delivered] + used : [.delivered] + unboxed + used) + discarded
            }
        let leaving = Timestamp(CalendarDate("2026-09-01")!, at: TimeOfDay("10:00:00")!, in: .utc)
        let grants = try (ways + delivered).enumerated()
            .map { number, way in
                let terms = Self.terms(number, cost: cost)
                var grant = GiftGrant(id: terms.id)
                try grant.perform(GrantCommand(.plan(terms), key: 0), at: leaving)
                for (key, state) in way.enumerated() {
                    // Every event is sent twice, under keys of its own.
                    for turn in 1...2 {
                        let command = GrantCommand(
                            .report(state, at: leaving),
                            key: RequestKey(UInt128(2 * key + turn))
                        )
                        try grant.perform(command, at: leaving)
                    }
                }
                return grant
            }
        func count(_ state: GrantState) -> Int { grants.count { $0.step(to: state) != nil } }
        #expect(grants.count == 205)
        #expect([.rejected, .reserved, .cancelled, .dispatched, .delivered].map(count) == [2, 203, 3, 200, 190])
        #expect([.returned, .restocked, .writtenOff, .lost, .unboxed, .used].map(count) == [5, 3, 2, 3, 150, 96])
        #expect(count(.discarded) == 22)
        #expect(
            count(.dispatched) == count(.delivered) + count(.returned) + count(.lost)
                + grants.count { $0.state == .dispatched }
        )

        #expect(500 - grants.map(\.stockTaken).reduce(0, +) == 303)
        #expect(
            try grants.reduce(.zero(in: .cny)) { try $0.adding($1.settled ?? .zero(in: .cny)) } == Money("9505.00 CNY")
        )
        // 12 % of the dispatched were wasted: thrown away, or written off.
        #expect(grants.count { [.discarded, .writtenOff].contains($0.state) } * 100 == 12 * count(.dispatched))

        let deadlines = try #require(GrantDeadlines(days: [.dispatched: 10]))
        let tenDays = Timestamp(CalendarDate("2026-09-11")!, at: TimeOfDay("10:00:00")!, in: .utc)
        #expect(grants.count { deadlines.isOverdue($0, at: tenDays) } == 2)
        #expect(grants.count { deadlines.isOverdue($0, at: Timestamp(milliseconds: tenDays.milliseconds - 1)) } == 0)
    }

    @Test func `R-GIFT-04 Has deadlines of at least a day`() {
        #expect(GrantDeadlines(days: [.offered: 0]) == nil)
        #expect(GrantDeadlines(days: [.offered: 36_501]) == nil)
        let deadlines = GrantDeadlines(days: [.dispatched: 10])!
        #expect(deadlines.due(of: Self.grant(.approved)) == nil)
        #expect(deadlines.due(of: GiftGrant(id: "x")) == nil)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `R-GIFT-04 Follows from its entries alone, and keeps to the table whatever is reported`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let terms = Self.terms()
        var grant = GiftGrant(id: terms.id)
        for _ in 0..<40 {
            let key = RequestKey(UInt128(UInt64.random(in: 0...30, using: &random)))
            let time = Self.second(.random(in: -9...99, using: &random))
            let state = GrantState.allCases.randomElement(using: &random)!
            let action =
                Int.random(in: 0...8, using: &random) == 0 ? .plan(terms) : GrantCommand.Action.report(state, at: time)
            let before = grant
            do {
                let outcome = try grant.perform(GrantCommand(action, key: key), at: time)
                #expect(outcome.isReplay || outcome.entries.allSatisfy { $0.key == key })
            } catch {
                #expect(grant == before)
            }
        }
        var replayed = GiftGrant(id: terms.id)
        for entry in grant.entries { try replayed.apply(entry) }
        #expect(replayed == grant)
        for (step, next) in zip(grant.steps, grant.steps.dropFirst()) { #expect(step.state.next.contains(next.state)) }
        #expect(grant.entries.map(\.recordedAt) == grant.entries.map(\.recordedAt).sorted())
        #expect(
            grant.held == nil || grant.held!.minorUnits == 0 || grant.settled!.minorUnits == 0,
            "held and settled at once"
        )
    }

    @Test func `R-GIFT-04 Refuses stored entries that do not follow, and is left as it was`() throws {
        let whole = Self.grant(.approved, .reserved, .delivered)
        let early = "\"recordedAt\":999"
        let cases: [(GrantEntry, after: Int, ReplayError)] = [
            (whole.entries[2], 1, .outOfSequence(3, expected: 2)),
            (
                try tampered(whole.entries[2], "\"recordedAt\":2000", early), 2,
                .timeWentBack(Timestamp(milliseconds: 999), last: Self.second(1))
            ),
            (try tampered(whole.entries[2], "2\",\"rec", "0\",\"rec"), 2, .keyReused(0)),
            (try tampered(whole.entries[2], "reserved", "dispatched"), 2, .impossibleChange(sequence: 3)),
            (try tampered(whole.entries[2], "reserved", "approved"), 2, .impossibleChange(sequence: 3)),
            (try tampered(whole.entries[1], "moved", "confirmed"), 1, .impossibleChange(sequence: 2)),
            (Self.grant(number: 1).entries[0], 0, .impossibleChange(sequence: 1)),
            (try tampered(whole.entries[0], "\"sequence\":1", "\"sequence\":2"), 1, .impossibleChange(sequence: 2)),
        ]
        for (entry, count, error) in cases {
            var grant = GiftGrant(id: whole.id)
            for entry in whole.entries[..<count] { try grant.apply(entry) }
            let before = grant
            #expect(throws: error) { try grant.apply(entry) }
            #expect(grant == before)
        }
    }

    /// The entry as a damaged store would give it back.
    private func tampered(_ entry: GrantEntry, _ found: String, _ replacement: String) throws -> GrantEntry {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let text = String(decoding: try encoder.encode(entry), as: UTF8.self)
        try #require(text.contains(found))
        return try JSONDecoder().decode(GrantEntry.self, from: Data(text.replacing(found, with: replacement).utf8))
    }

    @Test func `The wire format of its entries never changes`() throws {
        var grant = Self.grant(.approved, .reserved)
        try grant.perform(Self.reported(.delivered, key: 7, at: 50), at: Self.second(60))
        try grant.perform(Self.reported(.dispatched, key: 8, at: 40), at: Self.second(61))
        let key = String(repeating: "0", count: 31)
        try expectWireFormat(
            of: Array(grant.entries.dropFirst(3)),
            toBe: """
                [{"change":{"moved":{"at":50000,"inferred":true,"to":"dispatched"}},"key":"\(key)7","recordedAt":60000,"sequence":4,"v":1},\
                {"change":{"moved":{"at":50000,"to":"delivered"}},"key":"\(key)7","recordedAt":60000,"sequence":5,"v":1},\
                {"change":{"confirmed":{"at":40000,"to":"dispatched"}},"key":"\(key)8","recordedAt":61000,"sequence":6,"v":1}]
                """
        )
        let planned = grant.entries[0]
        try expectWireFormat(
            of: planned,
            toBe: """
                {"change":{"planned":{"attempt":1,"cost":{"currency":"CNY","goods":19900},"gift":"cup",\
                "occurrence":{"customer":"c-0","occasion":"upgrade","term":"gold-2026"},"plannedFor":"2026-02-01","reasons":[],\
                "rule":{"policy":{"hash":"\(ContentHash(of: "shop"))","id":"shop","version":1},"rule":"gold"}}},\
                "key":"\(key)0","recordedAt":0,"sequence":1,"v":1}
                """
        )
    }

    @Test(arguments: [
        (
            #"{"change":{"moved":{"at":0,"to":"delivered"}},"key":"\#(String(repeating: "0", count: 32))","recordedAt":0,"sequence":4,"v":2}"#,
            "a grant entry of format 2 cannot be read; known is 1"
        ),
        (
            #"{"change":{"confirmed":{"at":0,"to":"used"},"moved":{"at":0,"to":"used"}},"key":"\#(String(repeating: "0", count: 32))","recordedAt":0,"sequence":4,"v":1}"#,
            "an unknown change of a grant"
        ),
        (
            #"{"change":{"sold":{}},"key":"\#(String(repeating: "0", count: 32))","recordedAt":0,"sequence":4,"v":1}"#,
            "an unknown change of a grant"
        ),
        (
            #"{"change":{"moved":{"at":0,"to":"sold"}},"key":"\#(String(repeating: "0", count: 32))","recordedAt":0,"sequence":4,"v":1}"#,
            "unknown word `sold`"
        ),
    ])
    func `An entry that is not known is an error, never skipped`(stored: String, says: String) {
        #expect(refusal(of: stored, as: GrantEntry.self).hasPrefix(says))
    }

    @Test func `Says what was wrong in one line`() {
        let errors: [GrantError] = [
            .keyConflict(1), .notPlanned("g"), .otherGrant("h", expected: "g"), .alreadyPlanned("g"),
        ]
        #expect(
            errors.map(\.description) == [
                "the key `00000000000000000000000000000001` was used for another command",
                "nothing was planned as grant `g`",
                "the terms of grant `h` for grant `g`", "grant `g` was planned on other terms",
            ]
        )
    }

    @Test func `Has a title for every state in both languages`() {
        #expect(Set(GrantState.allCases.map { $0.title[.english] }).count == 18)
        #expect(GrantState.allCases.allSatisfy { $0.title[.chinese].contains { $0 > "\u{4E00}" } })
    }
}
