import GiftModel
import Testing

@Suite struct `An offered gift` {
    private static func second(_ count: Int64) -> Timestamp { Timestamp(milliseconds: count * 1000) }

    private static let kettle = GiftChoice("kettle", cost: LandedCost(goods: 60_00, in: .cny)!)
    private static let tea = GiftChoice("tea", cost: LandedCost(goods: 40_00, in: .cny)!)

    private static func offer(lock: Identifier<OfferTerms.Lock>? = nil) -> OfferTerms {
        OfferTerms(
            claimBy: second(100),
            reminders: [second(60), second(30)],
            lock: lock,
            alternatives: [kettle, tea]
        )!
    }

    private static func grant(_ offer: OfferTerms?, then states: [GrantState] = [.approved, .offered]) throws
        -> GiftGrant
    {
        let terms = GrantTerms(
            of: GiftChoice("cup", cost: LandedCost(goods: 50_00, in: .cny)!),
            on: Occurrence(of: .birthday, for: "c-1", term: "2026"),
            plannedFor: CalendarDate("2026-03-18")!,
            by: RuleReference(
                policy: PolicyReference(id: "shop", version: 1, hash: ContentHash(of: "shop")),
                rule: "birthday"
            ),
            because: [],
            message: GiftMessage(by: "birthday-zh")
        )
        var grant = GiftGrant(id: terms.id)
        let offered = try offer.map { try #require(terms.offered($0)) } ?? terms
        try grant.perform(GrantCommand(.plan(offered), key: 0), at: second(0))
        for (index, state) in states.enumerated() {
            try grant.perform(
                GrantCommand(.report(state, at: second(0)), key: RequestKey(UInt128(index + 1))),
                at: second(0)
            )
        }
        return grant
    }

    private static func command(_ action: GrantCommand.Action, key: UInt64 = 50) -> GrantCommand {
        GrantCommand(action, key: RequestKey(UInt128(key)))
    }

    @Test func `R-GIFT-09 Is reminded of once for each reminder, and only of the last that has come due`() throws {
        var grant = try Self.grant(Self.offer())
        #expect(grant.offerTask(at: Self.second(29)) == nil)
        #expect(grant.offerTask(at: Self.second(30)) == .remind(Self.second(30)))
        #expect(grant.offerTask(at: Self.second(75)) == .remind(Self.second(60)), "not two at once")
        try grant.perform(Self.command(.remind(Self.second(30))), at: Self.second(31))
        #expect(grant.offerTask(at: Self.second(59)) == nil)
        #expect(grant.offerTask(at: Self.second(60)) == .remind(Self.second(60)))
        try grant.perform(Self.command(.remind(Self.second(60)), key: 51), at: Self.second(61))
        #expect(grant.offerTask(at: Self.second(99)) == nil)
        let again = try grant.perform(Self.command(.remind(Self.second(30)), key: 52), at: Self.second(62))
        #expect(again.entries.isEmpty)
        #expect(throws: GrantError.unknownReminder(Self.second(31))) {
            try grant.perform(Self.command(.remind(Self.second(31)), key: 53), at: Self.second(62))
        }
    }

    @Test func `R-GIFT-09 Expires at the very instant, and cannot be claimed from then on`() throws {
        var grant = try Self.grant(Self.offer())
        #expect(grant.offerTask(at: Self.second(100)) == .expire)
        #expect(throws: GrantError.offerOver(claimBy: Self.second(100))) {
            try grant.perform(Self.command(.report(.claimed, at: Self.second(100))), at: Self.second(100))
        }
        // Claimed in time, and reported late.
        try grant.perform(Self.command(.report(.claimed, at: Self.second(99))), at: Self.second(200))
        #expect(grant.state == .claimed && grant.offerTask(at: Self.second(200)) == nil)
        var other = try Self.grant(Self.offer())
        try other.perform(Self.command(.report(.expired, at: Self.second(100))), at: Self.second(100))
        #expect(!other.stands && other.held == .zero(in: .cny))
        #expect(try Self.grant(nil).offerTask(at: Self.second(1_000_000)) == nil, "offered without an end")
    }

    @Test func `R-GIFT-09 May be declined`() throws {
        var grant = try Self.grant(Self.offer())
        try grant.perform(Self.command(.report(.declined, at: Self.second(5))), at: Self.second(5))
        #expect(!grant.stands && grant.offerTask(at: Self.second(70)) == nil)
    }

    @Test func `R-GIFT-09 Is reminded of only while it waits for an answer`() throws {
        var early = try Self.grant(Self.offer(), then: [.approved])
        #expect(throws: GrantError.notWaiting(.approved)) {
            try early.perform(Self.command(.remind(Self.second(30))), at: Self.second(31))
        }
        var declined = try Self.grant(Self.offer(), then: [.approved, .offered, .declined])
        #expect(throws: GrantError.notWaiting(.declined)) {
            try declined.perform(Self.command(.remind(Self.second(30))), at: Self.second(31))
        }
    }

    @Test func `R-GIFT-09 Is claimed only once what has to happen first has happened`() throws {
        var grant = try Self.grant(Self.offer(lock: "second-order"))
        #expect(grant.isLocked)
        func claim(_ time: Int64, key: UInt64) -> GrantCommand {
            Self.command(.report(.claimed, at: Self.second(time)), key: key)
        }
        #expect(throws: GrantError.locked("second-order")) {
            try grant.perform(claim(12, key: 60), at: Self.second(12))
        }
        try grant.perform(Self.command(.unlock(at: Self.second(11))), at: Self.second(11))
        #expect(!grant.isLocked)
        let again = try grant.perform(Self.command(.unlock(at: Self.second(12)), key: 51), at: Self.second(12))
        #expect(again.entries.isEmpty)
        #expect(throws: GrantError.locked("second-order")) {
            try grant.perform(claim(10, key: 61), at: Self.second(13))
        }
        try grant.perform(claim(11, key: 62), at: Self.second(13))
        #expect(grant.state == .claimed)
        var open = try Self.grant(Self.offer())
        let unlock = Self.command(.unlock(at: Self.second(1)))
        #expect(throws: GrantError.noLock) { try open.perform(unlock, at: Self.second(1)) }
    }

    @Test func `R-GIFT-09 Is reserved only after it was claimed`() throws {
        var grant = try Self.grant(Self.offer(), then: [.approved])
        let reserve = Self.command(.report(.reserved, at: Self.second(1)))
        #expect(throws: GrantError.unclaimed) { try grant.perform(reserve, at: Self.second(1)) }
        var unasked = try Self.grant(nil, then: [.approved])
        try unasked.perform(reserve, at: Self.second(1))
        #expect(unasked.state == .reserved)
    }

    private static func exchange(_ gift: Gift.ID, key: UInt64, at time: Int64 = 5) -> GrantCommand {
        command(.exchange(for: gift, at: second(time)), key: key)
    }

    @Test func `R-GIFT-09 May be exchanged for what was offered instead, until it is reserved`() throws {
        var grant = try Self.grant(Self.offer())
        try grant.perform(Self.exchange("kettle", key: 50), at: Self.second(5))
        #expect(grant.choice == Self.kettle)
        #expect(grant.terms?.gift == "cup", "what was planned stays on record")
        try grant.perform(Self.command(.report(.claimed, at: Self.second(6)), key: 52), at: Self.second(6))
        try grant.perform(Self.exchange("cup", key: 53), at: Self.second(7))
        #expect(grant.choice?.gift == "cup")
        try grant.perform(Self.exchange("tea", key: 54), at: Self.second(8))
        try grant.perform(Self.command(.report(.reserved, at: Self.second(9)), key: 55), at: Self.second(9))
        #expect(["cup", "kettle", "tea"].map(grant.stockTaken(of:)) == [0, 0, 1] && grant.stockTaken == 1)
        let before = grant
        #expect(throws: GrantError.notWaiting(.reserved)) {
            try grant.perform(Self.exchange("cup", key: 56), at: Self.second(10))
        }
        #expect(grant == before)
        var fresh = try Self.grant(Self.offer())
        #expect(throws: GrantError.notOffered("wine")) {
            try fresh.perform(Self.exchange("wine", key: 50), at: Self.second(5))
        }
        #expect(throws: GrantError.offerOver(claimBy: Self.second(100))) {
            try fresh.perform(Self.exchange("tea", key: 50, at: 100), at: Self.second(100))
        }
        var unwanted = try Self.grant(nil)
        #expect(throws: GrantError.notOffered("tea")) {
            try unwanted.perform(Self.exchange("tea", key: 50), at: Self.second(5))
        }
    }

    @Test func `R-GIFT-09 Answers a choice that is sent again with its first outcome, whatever was chosen since`()
        throws
    {
        var grant = try Self.grant(Self.offer())
        try grant.perform(Self.exchange("kettle", key: 50), at: Self.second(5))
        try grant.perform(Self.exchange("kettle", key: 51), at: Self.second(6))
        try grant.perform(Self.exchange("tea", key: 52), at: Self.second(7))
        #expect(try grant.perform(Self.exchange("kettle", key: 51), at: Self.second(8)).isReplay)
        #expect(grant.choice == Self.tea)
    }

    @Test func `R-POL-03 Holds the dearest choice while there is one, and what was chosen from then on`() throws {
        var grant = try Self.grant(Self.offer())
        #expect(grant.held == Money("60.00 CNY"))
        try grant.perform(Self.exchange("tea", key: 50), at: Self.second(5))
        try grant.perform(Self.command(.report(.claimed, at: Self.second(6)), key: 51), at: Self.second(6))
        #expect(grant.held == Money("60.00 CNY"))
        try grant.perform(Self.command(.report(.reserved, at: Self.second(9)), key: 52), at: Self.second(9))
        #expect(grant.held == Money("40.00 CNY"))
        var called = try Self.grant(Self.offer())
        try called.perform(Self.command(.report(.declined, at: Self.second(5))), at: Self.second(5))
        #expect(called.held == .zero(in: .cny))
    }

    @Test func `R-GIFT-09 Has alternatives that are other gifts in the same currency`() throws {
        let terms = try #require(try Self.grant(nil).terms)
        func offered(_ gift: Gift.ID, in currency: Currency) -> GrantTerms? {
            let choice = GiftChoice(gift, cost: LandedCost(goods: 1, in: currency)!)
            return terms.offered(OfferTerms(claimBy: Self.second(9), alternatives: [choice])!)
        }
        #expect(offered("tea", in: .cny) != nil)
        #expect(offered("tea", in: .eur) == nil)
        #expect(offered("cup", in: .cny) == nil)
        let text = CanonicalForm.text(of: try #require(offered("tea", in: .cny)))
        #expect(
            refusal(of: text.replacing(#""gift":"tea""#, with: #""gift":"cup""#), as: GrantTerms.self)
                == "this is not an offer of other gifts in the currency of the planned one"
        )
    }

    @Test func `R-GIFT-09 Has reminders before its end, each once, and different alternatives`() {
        #expect(OfferTerms(claimBy: Self.second(1), reminders: [Self.second(1)]) == nil)
        #expect(OfferTerms(claimBy: Self.second(9), reminders: [Self.second(1), Self.second(1)]) == nil)
        #expect(OfferTerms(claimBy: Self.second(9), alternatives: [Self.tea, Self.tea]) == nil)
    }

    @Test func `Says what was wrong in one line`() {
        let errors: [GrantError] = [
            .locked("order"), .offerOver(claimBy: Self.second(1)), .unclaimed, .notWaiting(.used), .notOffered("tea"),
            .unknownReminder(Self.second(2)), .noLock, .notDispatched, .currencyMismatch(.eur, expected: .cny),
            .costTooLarge,
        ]
        #expect(
            errors.map(\.description) == [
                "`order` has to happen before the gift is claimed", "the offer was over at `1000` ms",
                "a gift that was offered is claimed before it is reserved",
                "a gift that was `used` waits for no answer", "the offer has no alternative `tea`",
                "the offer has no reminder at `2000` ms", "nothing has to happen before the gift is claimed",
                "what has not left has cost nothing", "a cost in `EUR` for a gift planned in `CNY`",
                "the gift would cost more than 64 bits hold",
            ]
        )
    }

    @Test func `The wire format never changes`() throws {
        var grant = try Self.grant(Self.offer(lock: "order"))
        try grant.perform(Self.command(.remind(Self.second(30)), key: 10), at: Self.second(31))
        try grant.perform(Self.exchange("tea", key: 11), at: Self.second(32))
        try grant.perform(Self.command(.unlock(at: Self.second(33)), key: 12), at: Self.second(34))
        let key = String(repeating: "0", count: 31)
        try expectWireFormat(
            of: Array(grant.entries.dropFirst(3)),
            toBe: """
                [{"change":{"reminded":30000},"key":"\(key)a","recordedAt":31000,"sequence":4,"v":1},\
                {"change":{"exchanged":{"at":5000,"for":"tea"}},"key":"\(key)b","recordedAt":32000,"sequence":5,"v":1},\
                {"change":{"unlocked":33000},"key":"\(key)c","recordedAt":34000,"sequence":6,"v":1}]
                """
        )
        try expectWireFormat(
            of: Self.offer(lock: "order"),
            toBe: """
                {"alternatives":[{"cost":{"currency":"CNY","goods":6000},"gift":"kettle"},\
                {"cost":{"currency":"CNY","goods":4000},"gift":"tea"}],"claimBy":100000,"lock":"order",\
                "reminders":[30000,60000]}
                """
        )
        try expectWireFormat(of: OfferTerms(claimBy: Self.second(1))!, toBe: #"{"claimBy":1000}"#)
        #expect(
            refusal(of: #"{"claimBy":1000,"reminders":[1000]}"#, as: OfferTerms.self)
                == "reminders come before the end of the offer, and alternatives are different gifts"
        )
        let terms = try #require(grant.terms)
        #expect(CanonicalForm.text(of: terms).contains(#""message":{"template":"birthday-zh"},"occurrence""#))
    }
}
