import Foundation
import GiftModel
import GiftTesting
import Testing

@Suite struct `A grant of a set` {
    private static func second(_ count: Int64) -> Timestamp { Timestamp(milliseconds: count * 1000) }

    private static func terms(_ choice: GiftChoice) -> GrantTerms {
        GrantTerms(
            of: choice,
            on: Occurrence(of: .welcome, for: "c-1", term: "first"),
            plannedFor: CalendarDate("2026-03-07")!,
            by: RuleReference(
                policy: PolicyReference(id: "shop", version: 1, hash: ContentHash(of: "shop")),
                rule: "welcome"
            ),
            because: []
        )
    }

    /// The welcome pack of story S01, planned, and then reported to be in these states.
    private static func pack(_ states: GrantState...) throws -> GiftGrant {
        let terms = terms(GiftChoice(try #require(try `A set of gifts`.catalog()["pack"])))
        var grant = GiftGrant(id: terms.id)
        try grant.perform(GrantCommand(.plan(terms), key: 0), at: second(0))
        for (index, state) in states.enumerated() {
            let key = RequestKey(UInt128(index + 1))
            try grant.perform(GrantCommand(.report(state, at: second(1)), key: key), at: second(1))
        }
        return grant
    }

    private static func report(_ state: GrantState, of part: Gift.ID, key: UInt64, at time: Int64 = 5) -> GrantCommand {
        GrantCommand(.report(state, at: second(time), of: part), key: RequestKey(UInt128(key)))
    }

    @Test func `R-GIFT-10 S01 Is one grant that takes every part out of stock and is paid as one`() throws {
        let reserved = try Self.pack(.approved, .reserved)
        #expect(["pack", "booklet", "bag", "coupon", "wine"].map(reserved.stockTaken(of:)) == [1, 1, 1, 1, 0])
        #expect((reserved.held, reserved.settled) == (Money("16.00 CNY"), .zero(in: .cny)))
        let sent = try Self.pack(.approved, .reserved, .dispatched)
        #expect((sent.held, sent.settled) == (.zero(in: .cny), Money("16.00 CNY")))
        #expect(["booklet", "bag", "coupon"].map { 100 - sent.stockTaken(of: $0) } == [99, 99, 99])
        let cancelled = try Self.pack(.approved, .reserved, .cancelled)
        #expect(["pack", "booklet", "bag", "coupon"].map(cancelled.stockTaken(of:)) == [0, 0, 0, 0])
        #expect((cancelled.held, cancelled.stands) == (.zero(in: .cny), false))
    }

    @Test func `R-GIFT-10 Tracks each part by itself once it has left`() throws {
        var grant = try Self.pack(.approved, .reserved, .dispatched)
        try grant.perform(Self.report(.used, of: "coupon", key: 10), at: Self.second(6))
        try grant.perform(
            GrantCommand(.report(.delivered, at: Self.second(7)), key: 11),
            at: Self.second(7)
        )
        try grant.perform(Self.report(.returned, of: "bag", key: 12), at: Self.second(8))
        try grant.perform(Self.report(.restocked, of: "bag", key: 13), at: Self.second(9))
        #expect(grant.state == .delivered)
        #expect(grant.steps(of: "coupon").map(\.state).suffix(3) == [.dispatched, .delivered, .used])
        #expect(grant.steps(of: "coupon").map(\.isInferred).suffix(3) == [false, true, false])
        #expect(grant.steps(of: "bag").map(\.state).suffix(4) == [.dispatched, .delivered, .returned, .restocked])
        #expect(grant.steps(of: "booklet") == grant.steps && grant.steps(of: "pack") == grant.steps)
        #expect(grant.stockTaken(of: "bag") == 0 && grant.stockTaken(of: "booklet") == 1)
        #expect(grant.settled == Money("8.00 CNY"), "16.00 without the bag, which can be given again")
        #expect(grant.stands)
    }

    @Test func `R-GIFT-10 Is called off as a whole, but for a part that has left`() throws {
        var grant = try Self.pack(.approved, .reserved)
        try grant.perform(Self.report(.dispatched, of: "coupon", key: 10), at: Self.second(6))
        #expect((grant.held, grant.settled) == (Money("10.00 CNY"), Money("6.00 CNY")))
        try grant.perform(GrantCommand(.report(.cancelled, at: Self.second(7)), key: 11), at: Self.second(7))
        #expect((grant.held, grant.settled) == (.zero(in: .cny), Money("6.00 CNY")))
        #expect(grant.stands, "the customer has received something")
        #expect(["pack", "bag", "coupon"].map(grant.stockTaken(of:)) == [0, 0, 1])
        let deadlines = try #require(GrantDeadlines(days: [.dispatched: 10]))
        #expect(deadlines.due(of: grant) == Self.second(5 + 10 * 86_400), "the coupon still waits for news")
    }

    @Test func `R-GIFT-10 Refuses what no part can do by itself, and leaves no trace`() throws {
        var grant = try Self.pack(.approved, .reserved)
        let before = grant
        let cases: [(GrantCommand, GrantError)] = [
            (Self.report(.dispatched, of: "wine", key: 10), .unknownPart("wine")),
            (Self.report(.dispatched, of: "pack", key: 10), .unknownPart("pack")),
            (Self.report(.cancelled, of: "bag", key: 10), .notAlone("bag", to: .cancelled)),
            (Self.report(.restocked, of: "bag", key: 10), .contradiction(from: .reserved, to: .restocked)),
        ]
        for (command, error) in cases {
            #expect(throws: error) { try grant.perform(command, at: Self.second(9)) }
            #expect(grant == before)
        }
        #expect("\(GrantError.notAlone("bag", to: .cancelled))" == "the part `bag` cannot be `cancelled` by itself")
        #expect("\(GrantError.unknownPart("wine"))" == "no part of the gift is called `wine`")
    }

    @Test func `R-GIFT-10 Takes the same report of a part twice without a change, and a late one for its word`() throws
    {
        var grant = try Self.pack(.approved, .reserved, .dispatched)
        try grant.perform(Self.report(.used, of: "coupon", key: 10), at: Self.second(6))
        let before = grant
        #expect(try grant.perform(Self.report(.used, of: "coupon", key: 11), at: Self.second(7)).entries.isEmpty)
        #expect(try grant.perform(Self.report(.used, of: "coupon", key: 10), at: Self.second(7)).isReplay)
        #expect(grant == before)
        try grant.perform(Self.report(.delivered, of: "coupon", key: 12, at: 3), at: Self.second(8))
        #expect(grant.steps(of: "coupon").first { $0.state == .delivered }?.occurredAt == Self.second(3))
        #expect(grant.steps(of: "coupon").allSatisfy { !$0.isInferred })
    }

    @Test func `R-GIFT-12 R-GIFT-11 Settles on what a part really cost`() throws {
        var grant = try Self.pack(.approved, .reserved)
        let real = LandedCost(goods: 20_00, in: .cny)!
        func settle(_ cost: LandedCost, of part: Gift.ID?, key: UInt64) -> GrantCommand {
            GrantCommand(.settle(cost, of: part), key: RequestKey(UInt128(key)))
        }
        #expect(throws: GrantError.notDispatched) {
            try grant.perform(settle(real, of: "coupon", key: 20), at: Self.second(2))
        }
        try grant.perform(GrantCommand(.report(.dispatched, at: Self.second(2)), key: 21), at: Self.second(2))
        try grant.perform(settle(real, of: "coupon", key: 22), at: Self.second(3))
        #expect(grant.settled == Money("30.00 CNY"), "the coupon took off 20.00, booked at 6.00")
        #expect(try grant.perform(settle(real, of: "coupon", key: 22), at: Self.second(3)).isReplay)
        // Expired without use: released.
        try grant.perform(settle(LandedCost(goods: 0, in: .cny)!, of: "coupon", key: 24), at: Self.second(4))
        #expect(grant.settled == Money("10.00 CNY"))
        try grant.perform(settle(LandedCost(goods: 0, packing: 1_50, in: .cny)!, of: nil, key: 25), at: Self.second(5))
        #expect(grant.settled == Money("11.50 CNY"))
        let before = grant
        #expect(throws: GrantError.unknownPart("wine")) {
            try grant.perform(settle(real, of: "wine", key: 26), at: Self.second(6))
        }
        #expect(throws: GrantError.currencyMismatch(.eur, expected: .cny)) {
            try grant.perform(settle(LandedCost(goods: 1, in: .eur)!, of: "bag", key: 26), at: Self.second(6))
        }
        #expect(throws: GrantError.costTooLarge) {
            try grant.perform(settle(LandedCost(goods: .max, in: .cny)!, of: "bag", key: 26), at: Self.second(6))
        }
        #expect(grant == before)
        // What other parts really cost counts too.
        let most = LandedCost(goods: .max - 9_00, in: .cny)!
        try grant.perform(settle(most, of: "bag", key: 27), at: Self.second(7))
        let full = grant
        #expect(throws: GrantError.costTooLarge) {
            try grant.perform(settle(LandedCost(goods: 9_00, in: .cny)!, of: "booklet", key: 28), at: Self.second(8))
        }
        #expect(grant == full)
    }

    @Test func `R-GIFT-10 Is overdue as soon as the first of its parts is`() throws {
        var grant = try Self.pack(.approved, .reserved, .dispatched)
        try grant.perform(Self.report(.lost, of: "bag", key: 10, at: 5), at: Self.second(6))
        let deadlines = try #require(GrantDeadlines(days: [.dispatched: 10, .lost: 3]))
        #expect(deadlines.due(of: grant) == Self.second(5 + 3 * 86_400))
        let patient = try #require(GrantDeadlines(days: [.dispatched: 10, .lost: 30]))
        #expect(patient.due(of: grant) == Self.second(1 + 10 * 86_400))
    }

    @Test func `R-GIFT-10 Keeps the reason of a late report, and refuses its key for another reason`() throws {
        enum Why: String, ReasonCode {
            case neighbour = "neighbour"
            var phrase: LocalizedText { LocalizedText(english: "neighbour", chinese: "邻居") }
        }
        var grant = try Self.pack(.approved, .reserved, .dispatched)
        try grant.perform(Self.report(.used, of: "coupon", key: 10), at: Self.second(6))
        func late(_ reason: Reason?) -> GrantCommand {
            GrantCommand(.report(.delivered, at: Self.second(3), because: reason, of: "coupon"), key: 11)
        }
        try grant.perform(late(Reason(Why.neighbour)), at: Self.second(8))
        #expect(grant.steps(of: "coupon").first { $0.state == .delivered }?.reason == Reason(Why.neighbour))
        #expect(throws: GrantError.keyConflict(11)) { try grant.perform(late(nil), at: Self.second(9)) }
    }

    @Test func `Refuses a key that was used for another command of any kind`() throws {
        let (tea, kettle) = (
            GiftChoice("tea", cost: .init(goods: 1, in: .cny)!), GiftChoice("k", cost: .init(goods: 2, in: .cny)!)
        )
        let offer = try #require(
            OfferTerms(
                claimBy: Self.second(90),
                reminders: [Self.second(20), Self.second(40)],
                lock: "l",
                alternatives: [tea, kettle]
            )
        )
        let pack = Self.terms(GiftChoice(try #require(try `A set of gifts`.catalog()["pack"])))
        let terms = try #require(pack.offered(offer))
        var grant = GiftGrant(id: terms.id)
        let cost = LandedCost(goods: 5, in: .cny)!
        let way: [GrantCommand.Action] = [
            .plan(terms), .report(.approved, at: Self.second(1)), .report(.offered, at: Self.second(1)),
            .remind(Self.second(20)), .exchange(for: "tea", at: Self.second(2)),
            .exchange(for: "pack", at: Self.second(3)),
            .unlock(at: Self.second(4)), .report(.claimed, at: Self.second(5)), .report(.reserved, at: Self.second(6)),
            .report(.dispatched, at: Self.second(7)), .settle(cost, of: "bag"),
            .report(.lost, at: Self.second(8), of: "bag"),
        ]
        for (key, action) in way.enumerated() {
            try grant.perform(GrantCommand(action, key: RequestKey(UInt128(key))), at: Self.second(10))
        }
        let others: [(UInt64, GrantCommand.Action)] = [
            (3, .remind(Self.second(40))), (4, .exchange(for: "k", at: Self.second(2))),
            (4, .exchange(for: "tea", at: Self.second(3))), (6, .unlock(at: Self.second(5))),
            (10, .settle(LandedCost(goods: 6, in: .cny)!, of: "bag")), (10, .settle(cost, of: "booklet")),
            (11, .report(.lost, at: Self.second(8), of: "booklet")), (11, .report(.lost, at: Self.second(8))),
        ]
        let before = grant
        for (key, action) in others {
            let command = GrantCommand(action, key: RequestKey(UInt128(key)))
            #expect(throws: GrantError.keyConflict(command.key)) { try grant.perform(command, at: Self.second(11)) }
        }
        #expect(grant == before)

        // A store that gives back other entries than were stored is found out.
        func tampered(_ index: Int, _ found: String, _ replacement: String) throws -> GrantEntry {
            let text = CanonicalForm.text(of: grant.entries[index])
            try #require(text.contains(found), "\(text)")
            let data = Data(text.replacing(found, with: replacement).utf8)
            return try JSONDecoder().decode(GrantEntry.self, from: data)
        }
        let lies: [(Int, String, String)] = [
            (3, #""reminded":20000"#, #""reminded":30000"#), (4, #""for":"tea""#, #""for":"wine""#),
            (4, #""at":2000"#, #""at":90000"#), (7, #""at":5000"#, #""at":90000"#), (7, #""at":5000"#, #""at":3000"#),
            (1, #""to":"approved""#, #""inferred":true,"to":"approved""#), (10, #""part":"bag""#, #""part":"wine""#),
            (10, #""currency":"CNY""#, #""currency":"EUR""#), (10, #""goods":5"#, #""goods":9223372036854775807"#),
            (11, #""part":"bag""#, #""part":"wine""#), (11, #""moved""#, #""confirmed""#),
            (9, #""to":"dispatched""#, #""part":"bag","to":"cancelled""#), (6, #""unlocked""#, #""reminded""#),
        ]
        for (index, found, replacement) in lies {
            let lie = try tampered(index, found, replacement)
            var replayed = GiftGrant(id: terms.id)
            for entry in grant.entries[..<index] { try replayed.apply(entry) }
            let before = replayed
            #expect(throws: ReplayError.impossibleChange(sequence: Int64(index) + 1), "\(replacement)") {
                try replayed.apply(lie)
            }
            #expect(replayed == before)
        }
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func `R-GIFT-10 Follows from its entries alone, and every part keeps to the table`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let alternative = GiftChoice("kettle", cost: LandedCost(goods: 3_00, in: .cny)!)
        let offer = try #require(
            OfferTerms(
                claimBy: Self.second(80),
                reminders: [Self.second(20), Self.second(40)],
                lock: "order",
                alternatives: [alternative]
            )
        )
        let pack = Self.terms(GiftChoice(try #require(try `A set of gifts`.catalog()["pack"])))
        let terms = try #require(pack.offered(offer))
        var grant = GiftGrant(id: terms.id)
        try grant.perform(GrantCommand(.plan(terms), key: 0), at: Self.second(0))
        let parts: [Gift.ID?] = [nil, nil, "bag", "booklet", "coupon", "wine"]
        for _ in 0..<80 {
            let key = RequestKey(UInt128(UInt64.random(in: 1...90, using: &random)))
            let time = Self.second(.random(in: 0...99, using: &random))
            let part = parts.randomElement(using: &random)!
            let action: GrantCommand.Action =
                switch Int.random(in: 0...9, using: &random) {
                case 0: .exchange(for: ["pack", "kettle", "wine"].randomElement(using: &random)!, at: time)
                case 1: .remind(Self.second([20, 40, 41].randomElement(using: &random)!))
                case 2: .unlock(at: time)
                case 3: .settle(LandedCost(goods: .random(in: 0...9_00, using: &random), in: .cny)!, of: part)
                default: .report(GrantState.allCases.randomElement(using: &random)!, at: time, of: part)
                }
            let before = grant
            do {
                try grant.perform(GrantCommand(action, key: key), at: time)
            } catch {
                #expect(grant == before)
            }
            // Nothing but the choice is held while there is one, and the pack is the dearest.
            let whole = terms.cost.expected
            if !grant.entries.contains(where: { if case .settled = $0.change { true } else { false } }) {
                let sum = try #require(grant.held).minorUnits + #require(grant.settled).minorUnits
                #expect(sum <= whole.minorUnits, "held and settled are never more than all of it")
            }
        }
        var replayed = GiftGrant(id: terms.id)
        for entry in grant.entries { try replayed.apply(entry) }
        #expect(replayed == grant)
        for part in ["bag", "booklet", "coupon", "pack"] as [Gift.ID] {
            let steps = grant.steps(of: part)
            for (step, next) in zip(steps, steps.dropFirst()) { #expect(step.state.next.contains(next.state)) }
        }
    }

    @Test func `The wire format of its entries never changes`() throws {
        var grant = try Self.pack(.approved, .reserved, .dispatched)
        try grant.perform(Self.report(.used, of: "coupon", key: 10), at: Self.second(6))
        try grant.perform(Self.report(.delivered, of: "coupon", key: 11, at: 3), at: Self.second(8))
        try grant.perform(
            GrantCommand(.settle(LandedCost(goods: 20_00, in: .cny)!, of: "coupon"), key: 12),
            at: Self.second(9)
        )
        let key = String(repeating: "0", count: 31)
        try expectWireFormat(
            of: Array(grant.entries.dropFirst(4)),
            toBe: """
                [{"change":{"moved":{"at":5000,"inferred":true,"part":"coupon","to":"delivered"}},"key":"\(key)a","recordedAt":6000,"sequence":5,"v":1},\
                {"change":{"moved":{"at":5000,"part":"coupon","to":"used"}},"key":"\(key)a","recordedAt":6000,"sequence":6,"v":1},\
                {"change":{"confirmed":{"at":3000,"part":"coupon","to":"delivered"}},"key":"\(key)b","recordedAt":8000,"sequence":7,"v":1},\
                {"change":{"settled":{"cost":{"currency":"CNY","goods":2000},"part":"coupon"}},"key":"\(key)c","recordedAt":9000,"sequence":8,"v":1}]
                """
        )
    }
}
