import Foundation
import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import GiftTesting
import Segmentation
import Testing

private typealias Way = Approach.Way
private let someGift = Way.gift(nil, of: nil)

/// A cap on gifts.
private func gifts(
    _ count: Int64,
    _ window: CapWindow,
    id: Cap.ID = "all",
    _ change: (inout CapScope) -> Void = { _ in }
)
    -> Cap
{
    var scope = CapScope.gifts
    change(&scope)
    return Cap(id: id, atMost: count, of: scope, in: window)
}

/// A gift that went out before.
private func gift(_ text: String, by rule: RuleReference.ID? = nil, of kind: GiftKind = .physical, _ clock: LocalClock)
    -> Approach
{
    Approach(.gift("cup", of: kind), by: rule, at: clock.moment(text))
}

@Suite struct `A cap` {
    @Test func `R-POL-04 C46 Lets the higher priority take it, and tells the other who holds it and when it frees`() {
        let clock = Clocks.clock("2026-05-01T02:00:00Z")
        let book = CapBook([gifts(1, .rolling(days: 30))], at: clock, after: [])
        let due = [
            DueRule("spendUpgrade", priority: 60, by: someGift, at: clock.now),
            DueRule("birthday", priority: 80, by: someGift, at: clock.now),
        ]
        let selection = RuleSelection(of: due, within: book, groups: [])
        #expect(selection.selected.map(\.rule) == ["birthday"])
        let suppressed = selection.suppressed[0]
        #expect(suppressed.due.rule == "spendUpgrade")
        #expect(suppressed.earliest?.instant == Clocks.instant("2026-05-31T02:00:00Z"))
        guard case .caps(let verdict) = suppressed.cause else {
            Issue.record("suppressed by a group")
            return
        }
        #expect(verdict.failed.map(\.holders) == [["birthday"]])
        let reasons = suppressed.reasons { _ in LocalizedText(english: "Birthday", chinese: "生日") }
        #expect(
            reasons.map { $0.text(in: .english, from: .policy) } == [
                "1 of at most 1 gifts in any 30 days (all): free on 2026-05-31, 30 days to go",
                "another came first: Birthday",
            ]
        )
        #expect(
            reasons.map { $0.text(in: .chinese, from: .policy) } == [
                "任意30天内礼品：已用1，上限1（all），2026-05-31起可再送，还差30天", "已优先安排：生日",
            ]
        )
    }

    @Test func `R-POL-04 C47 Is taken by the smaller name where priorities are equal`() {
        let clock = Clocks.clock("2026-05-01T02:00:00Z")
        let due = ["b-campaign", "a-campaign", "Z-campaign"]
            .map { DueRule(.init($0 as String)!, priority: 50, by: someGift, at: clock.now) }
        let book = CapBook([gifts(1, .rolling(days: 30))], at: clock, after: [])
        // Bytewise, so that capitals come first.
        #expect(RuleSelection(of: due, within: book, groups: []).selected.map(\.rule) == ["Z-campaign"])
        let two = Array(due.prefix(2))
        #expect(RuleSelection(of: two, within: book, groups: []).selected.map(\.rule) == ["a-campaign"])
        #expect(RuleSelection(of: two.reversed(), within: book, groups: []).selected.map(\.rule) == ["a-campaign"])
    }

    @Test func `R-POL-04 C49 Counts calendar months by the customer's days`() {
        let clock = Clocks.clock("2026-05-20T00:00:00Z")
        let previous = gift("2026-04-30T16:30:00Z", clock)
        #expect(previous.moment.day == day("2026-05-01"))
        let book = CapBook([gifts(1, .calendar(.month))], at: clock, after: [previous])
        let now = book.verdict(on: Approach(someGift, by: nil, at: clock.now))
        #expect(!now.isAllowed)
        #expect(now.earliest == Moment(Clocks.instant("2026-05-31T16:00:00Z"), on: day("2026-06-01")))
        let june = book.verdict(on: Approach(someGift, by: nil, at: clock.moment("2026-05-31T16:00:00Z")))
        #expect(june.isAllowed)
        #expect(june.findings.map(\.used) == [0])
    }

    @Test func `R-POL-04 C50 Is asked with all others, and each tells its numbers`() {
        let clock = Clocks.clock("2026-05-01T02:00:00Z")
        let caps = [
            gifts(2, .rolling(days: 30), id: "all"),
            gifts(1, .rolling(days: 7), id: "campaign") { $0.rules = ["campaign"] },
            gifts(3, .rolling(days: 365), id: "luxury") { $0.gifts = ["watch", "cruise"] },
        ]
        let history = [Approach(.gift("cup", of: .physical), by: "campaign", at: clock.moment("2026-04-28T02:00:00Z"))]
        let book = CapBook(caps, at: clock, after: history)
        let verdict = book.verdict(on: Approach(.gift("watch", of: .physical), by: "campaign", at: clock.now))
        #expect(!verdict.isAllowed)
        func told(_ findings: [CapFinding]) -> [String] {
            findings.map { finding in
                guard case .cap(let cap) = finding.source else { return "" }
                return "\(finding.used) of \(finding.limit) \(cap.id)"
            }
        }
        #expect(told(verdict.failed) == ["1 of 1 campaign"])
        #expect(told(verdict.passed) == ["1 of 2 all", "0 of 3 luxury"])
        #expect(verdict.earliest?.instant == Clocks.instant("2026-05-05T02:00:00Z"))
        let reasons = verdict.reasons { LocalizedText(english: $0.text, chinese: $0.text) }
        #expect(
            reasons.map { $0.text(in: .english, from: .policy) } == [
                "1 of at most 1 gifts of the rules “campaign” in any 7 days (campaign): "
                    + "free on 2026-05-05, 4 days to go",
                "another came first: campaign", "1 of at most 2 gifts in any 30 days (all): room for one more",
                "0 of at most 3 gifts named “cruise”, “watch” in any 365 days (luxury): room for one more",
            ]
        )
    }

    @Test func `R-POL-04 Frees with the last of several that hold back, and not with the first`() {
        let clock = Clocks.clock("2026-05-01T02:00:00Z")
        let caps = [gifts(1, .rolling(days: 7), id: "week"), gifts(1, .calendar(.month), id: "month")]
        let book = CapBook(caps, at: clock, after: [gift("2026-04-30T20:00:00Z", clock)])
        let verdict = book.verdict(on: Approach(someGift, by: nil, at: clock.now))
        #expect(verdict.failed.count == 2)
        #expect(verdict.failed.compactMap(\.earliest?.day) == [day("2026-06-01"), day("2026-05-08")])
        #expect(verdict.earliest?.day == day("2026-06-01"))
    }

    @Test(arguments: GrantState.allCases)
    func `R-POL-04 C51 Counts grants by their state`(state: GrantState) throws {
        let way: [GrantState]
        switch state {
        case .planned: way = []
        case .rejected, .approved, .cancelled: way = [state]
        case .offered: way = [.approved, .offered]
        case .claimed, .declined, .expired: way = [.approved, .offered, state]
        case .reserved: way = [.approved, .reserved]
        case .dispatched: way = [.approved, .reserved, .dispatched]
        case .delivered, .lost: way = [.approved, .reserved, .dispatched, state]
        case .unboxed, .used, .returned, .discarded: way = [.approved, .reserved, .dispatched, .delivered, state]
        case .restocked, .writtenOff: way = [.approved, .reserved, .dispatched, .returned, state]
        }
        let grant = try Gifts.grant(on: "2026-04-20", then: way, at: "2026-04-20T02:00:00Z")
        #expect(grant.state == state)
        let counts: Set<GrantState> = [
            .approved, .offered, .claimed, .reserved, .dispatched, .delivered, .unboxed, .used, .returned, .restocked,
            .discarded, .writtenOff,
        ]
        let book = Gifts.book([gifts(1, .rolling(days: 30))], after: [grant])
        #expect(book.verdict(on: Approach(someGift, by: nil, at: book.clock.now)).isAllowed != counts.contains(state))
    }

    @Test func `R-POL-04 C51 Counts a gift that was written off as what it was before`() throws {
        let lost = try Gifts.grant(
            on: "2026-04-20",
            then: [.approved, .reserved, .dispatched, .lost, .writtenOff],
            at: "2026-04-20T02:00:00Z"
        )
        let book = Gifts.book([gifts(1, .rolling(days: 30))], after: [lost])
        #expect(book.verdict(on: Approach(someGift, by: nil, at: book.clock.now)).isAllowed)
    }

    @Test func `R-POL-04 C51 Counts what is merely planned where the policy says so, and always within the run`() throws
    {
        let planned = try Gifts.grant(on: "2026-04-20", then: [], at: "2026-04-20T02:00:00Z")
        var cap = gifts(1, .rolling(days: 30))
        cap.states.insert(.planned)
        let book = Gifts.book([cap], after: [planned])
        #expect(!book.verdict(on: Approach(someGift, by: nil, at: book.clock.now)).isAllowed)

        var run = Gifts.book([gifts(1, .rolling(days: 30))], after: [planned])
        let gift = Approach(someGift, by: nil, at: run.clock.now)
        #expect(run.verdict(on: gift).isAllowed)
        run.add(gift)
        #expect(!run.verdict(on: gift).isAllowed)
    }

    @Test func `R-POL-04 Counts a gift from the instant at which it left, or else from the day it is planned for`()
        throws
    {
        let left = try Gifts.grant(
            on: "2026-04-20",
            then: [.approved, .reserved, .dispatched],
            at: "2026-04-20T06:00:00Z"
        )
        let waiting = try Gifts.grant(on: "2026-04-20", then: [.approved], at: "2026-04-20T06:00:00Z")
        for (grant, frees) in [(left, "2026-05-20T06:00:00Z"), (waiting, "2026-05-19T16:00:00Z")] {
            let book = Gifts.book([gifts(1, .rolling(days: 30))], after: [grant])
            let verdict = book.verdict(on: Approach(someGift, by: nil, at: book.clock.now))
            #expect(verdict.earliest?.instant == Clocks.instant(frees))
        }
    }

    @Test func `R-POL-04 S06 Spares the recovery gift and counts it`() {
        let clock = Clocks.clock("2026-06-07T07:00:00Z")
        var cap = gifts(1, .rolling(days: 30))
        cap.exempt = ["recovery"]
        // The birthday gift left at 14:00 four days before.
        var book = CapBook([cap], at: clock, after: [gift("2026-06-03T06:00:00Z", by: "birthday", clock)])
        let recovery = Approach(someGift, by: "recovery", at: clock.now)
        let verdict = book.verdict(on: recovery)
        #expect(verdict.isAllowed)
        #expect(verdict.findings.map(\.answer) == [.exempt])
        #expect(
            verdict.reasons { LocalizedText(english: $0.text, chinese: "") }
                .map { $0.text(in: .english, from: .policy) } == [
                    "1 of at most 1 gifts in any 30 days (all): exempt, but counted"
                ]
        )
        book.add(recovery)
        let other = book.verdict(on: Approach(someGift, by: "upgrade", at: clock.now))
        #expect(other.earliest?.instant == Clocks.instant("2026-07-07T07:00:00Z"))
        #expect(other.findings.map(\.used) == [2])
    }

    @Test func `R-POL-04 Leaves as much room as the caps that hold the rule`() {
        let clock = Clocks.clock("2026-05-01T02:00:00Z")
        var one = gifts(1, .rolling(days: 30), id: "one")
        one.exempt = ["recovery"]
        let caps = [one, gifts(3, .rolling(days: 365), id: "three")]
        let book = CapBook(caps, at: clock, after: [gift("2026-04-20T02:00:00Z", clock)])
        #expect(book.verdict(on: Approach(someGift, by: "recovery", at: clock.now)).room == 2)
        #expect(book.verdict(on: Approach(someGift, by: "birthday", at: clock.now)).room == 0)
    }

    @Test func `R-POL-10 Lets one holiday gift out in any 20 days, and leaves other gifts alone`() {
        let clock = Clocks.clock("2026-09-20T02:00:00Z")
        let cap = gifts(1, .rolling(days: 20)) { $0.occasions = [.festival] }
        let holiday = Approach(.gift("moon-cake", of: .physical), by: "mid-autumn", on: .festival, at: clock.now)
        var book = CapBook([cap], at: clock, after: [])
        book.add(holiday)
        let later = clock.moment(after: 19 * 86_400_000)
        #expect(!book.verdict(on: Approach(someGift, by: "national-day", on: .festival, at: later)).isAllowed)
        #expect(book.verdict(on: Approach(someGift, by: "birthday", on: .birthday, at: later)).isAllowed)
        #expect(book.verdict(on: Approach(.touch(.email), by: "greeting", on: .festival, at: later)).isAllowed)
    }

    @Test func `R-POL-04 Counts once in a lifetime, and then never frees`() {
        let clock = Clocks.clock("2026-05-01T02:00:00Z")
        let cap = gifts(1, .lifetime) { $0.rules = ["welcome"] }
        let book = CapBook([cap], at: clock, after: [gift("1996-05-01T02:00:00Z", by: "welcome", clock)])
        let verdict = book.verdict(on: Approach(someGift, by: "welcome", at: clock.now))
        #expect((verdict.isAllowed, verdict.earliest) == (false, nil))
        #expect(
            verdict.failed[0].reasons { LocalizedText(english: $0.text, chinese: "") }[0]
                .text(in: .english, from: .policy)
                == "1 of at most 1 gifts of the rules “welcome” in a lifetime (all)"
        )
        #expect(book.verdict(on: Approach(someGift, by: "birthday", at: clock.now)).isAllowed)
    }
}

/// Earlier gifts of one customer, as a host records them.
private enum Gifts {
    static func grant(on date: String, then states: [GrantState], at text: String) throws -> GiftGrant {
        let terms = GrantTerms(
            of: "cup",
            on: Occurrence(of: .birthday, for: "c-1", term: "t"),
            cost: LandedCost(goods: 4_00, in: .eur)!,
            plannedFor: day(date),
            by: RuleReference(policy: Shop.policy().reference, rule: "wake-up"),
            because: []
        )
        var grant = GiftGrant(id: terms.id)
        let instant = Clocks.instant(text)
        let commands = [GrantCommand.Action.plan(terms)] + states.map { .report($0, at: instant) }
        for (key, action) in commands.enumerated() {
            try grant.perform(GrantCommand(action, key: RequestKey(UInt128(key))), at: instant)
        }
        return grant
    }

    static func book(
        _ caps: [Cap],
        after grants: [GiftGrant],
        activities: [Activity] = [],
        touches: [Touch] = [],
        contact: ContactPreferences? = nil
    ) -> CapBook {
        let clock = Clocks.clock("2026-05-01T02:00:00Z")
        let known = Shop.facts([("2011-10-01", 100_00)])
        var record = CustomerRecord(of: "c-1")
        record.contact = contact
        var facts = CustomerFacts(
            profile: known.profile,
            attributes: known.attributes,
            grants: grants,
            record: record,
            activities: activities
        )
        facts.touches = touches
        return CapBook(caps, of: "shop", at: clock, for: facts, giving: Shop.gifts)
    }
}

@Suite struct `The window of a cap` {
    struct Edge: CustomTestStringConvertible {
        let window: CapWindow
        let last: String
        let refused: String
        let allowed: String
        var testDescription: String { "\(window) after \(last)" }
    }

    @Test(arguments: [
        Edge(
            window: .rolling(days: 30),
            last: "2026-05-01T02:00:00Z",
            refused: "2026-05-31T01:59:59Z",
            allowed: "2026-05-31T02:00:00Z"
        ),
        Edge(
            window: .rolling(days: 1),
            last: "2026-05-01T02:00:00Z",
            refused: "2026-05-02T01:59:59Z",
            allowed: "2026-05-02T02:00:00Z"
        ),
        Edge(
            window: .calendar(.day),
            last: "2026-04-30T16:00:00Z",
            refused: "2026-05-01T15:59:59Z",
            allowed: "2026-05-01T16:00:00Z"
        ),
        Edge(  // 2026-05-04 is a Monday
            window: .calendar(.week),
            last: "2026-05-03T16:00:00Z",
            refused: "2026-05-10T15:59:59Z",
            allowed: "2026-05-10T16:00:00Z"
        ),
        Edge(
            window: .calendar(.week),
            last: "2026-05-03T15:59:59Z",
            refused: "2026-05-03T15:59:59Z",
            allowed: "2026-05-03T16:00:00Z"
        ),
        Edge(
            window: .calendar(.month),
            last: "2026-01-31T16:00:00Z",
            refused: "2026-02-28T15:59:59Z",
            allowed: "2026-02-28T16:00:00Z"
        ),
        Edge(
            window: .calendar(.quarter),
            last: "2026-03-31T16:00:00Z",
            refused: "2026-06-30T15:59:59Z",
            allowed: "2026-06-30T16:00:00Z"
        ),
        Edge(
            window: .calendar(.year),
            last: "2025-12-31T16:00:00Z",
            refused: "2026-12-31T15:59:59Z",
            allowed: "2026-12-31T16:00:00Z"
        ),
    ])
    func `R-POL-04 Ends where it is said to end`(edge: Edge) {
        let clock = Clocks.clock(edge.last)
        let book = CapBook([gifts(1, edge.window)], at: clock, after: [gift(edge.last, clock)])
        func verdict(_ instant: Timestamp) -> CapVerdict {
            book.verdict(on: Approach(someGift, by: nil, at: clock.moment(at: instant)!))
        }
        let (last, allowed) = (Clocks.instant(edge.refused), Clocks.instant(edge.allowed))
        for refused in [clock.now.instant, last, allowed.adding(milliseconds: -1)] {
            #expect(!verdict(refused).isAllowed)
            #expect(verdict(refused).earliest?.instant == allowed)
        }
        #expect(verdict(allowed).isAllowed)
        #expect(verdict(allowed).earliest?.instant == allowed)
    }

    @Test func `R-POL-04 Holds what is planned ahead, so that no stretch comes to hold too many`() {
        let clock = Clocks.clock("2026-05-01T00:00:00Z")
        let ahead = gift("2026-05-21T00:00:00Z", clock)
        let one = CapBook([gifts(1, .rolling(days: 20))], at: clock, after: [ahead])
        #expect(one.verdict(on: Approach(someGift, by: nil, at: clock.now)).isAllowed)
        let soon = one.verdict(on: Approach(someGift, by: nil, at: clock.moment(after: 1)))
        #expect(soon.earliest?.instant == Clocks.instant("2026-06-10T00:00:00Z"))

        // Two in 30 days: one before and one ahead are more than 30 days apart, and leave room for one between.
        let before = gift("2026-04-15T00:00:00Z", clock)
        let two = CapBook([gifts(2, .rolling(days: 30))], at: clock, after: [before, ahead])
        let between = two.verdict(on: Approach(someGift, by: nil, at: clock.now))
        #expect((between.isAllowed, between.findings[0].used) == (true, 1))
    }

    @Test(arguments: [("2026-05-21T00:00:00Z", true), ("2026-05-20T23:59:59Z", false)])
    func `R-POL-04 Begins after a gift that is exactly its length before another`(last: String, isAllowed: Bool) {
        let clock = Clocks.clock("2026-05-01T00:00:00Z")
        let given = ["2026-04-21T00:00:00Z", last].map { gift($0, clock) }
        let book = CapBook([gifts(2, .rolling(days: 30))], at: clock, after: given)
        #expect(book.verdict(on: Approach(someGift, by: nil, at: clock.now)).isAllowed == isAllowed)
    }

    @Test func `R-POL-04 Goes on where the next part of the calendar is full already`() {
        let clock = Clocks.clock("2026-05-01T00:00:00Z")
        let given = ["2026-05-02T00:00:00Z", "2026-06-02T00:00:00Z"].map { gift($0, clock) }
        let book = CapBook([gifts(1, .calendar(.month))], at: clock, after: given)
        let verdict = book.verdict(on: Approach(someGift, by: nil, at: clock.now))
        #expect(verdict.earliest?.day == day("2026-07-01"))
    }
}

@Suite struct `What a cap counts` {
    struct Case: CustomTestStringConvertible {
        let scope: CapScope
        let counted: [Bool]
        var testDescription: String { "\(scope)" }

        init(_ subject: CapScope.Subject, _ counted: [Bool], _ change: (inout CapScope) -> Void = { _ in }) {
            var scope = CapScope(subject)
            change(&scope)
            (self.scope, self.counted) = (scope, counted)
        }
    }

    @Test(arguments: [
        Case(.everything, [true, true, true, true]),
        Case(.gifts, [true, true, false, false]),
        Case(.touches, [false, false, true, true]),
        Case(.touches, [false, false, true, false]) { $0.channels = [.weChat] },
        Case(.everything, [false, true, false, false]) { $0.gifts = ["trip"] },
        Case(.everything, [false, false, true, false]) { $0.channels = [.weChat] },
        Case(.everything, [true, false, true, false]) { $0.rules = ["a"] },
        Case(.everything, [true, false, false, true]) { $0.occasions = [.birthday] },
        Case(.gifts, [true, false, false, false]) { $0.giftKinds = [.physical] },
        Case(.gifts, [false, true, false, false]) { $0.gifts = ["trip"] },
        Case(.gifts, [false, false, false, false]) {
            $0.gifts = ["trip"]
            $0.rules = ["a"]
        },
    ])
    func `R-POL-04 Is said by its scope`(test: Case) {
        let clock = Clocks.clock("2026-05-01T02:00:00Z")
        let approaches = [
            Approach(.gift("cup", of: .physical), by: "a", on: .birthday, at: clock.now),
            Approach(.gift("trip", of: .experience), by: "b", on: .festival, at: clock.now),
            Approach(.touch(.weChat), by: "a", on: .festival, at: clock.now),
            Approach(.touch(.email), by: nil, on: .birthday, at: clock.now),
        ]
        let cap = Cap(id: "c", atMost: 1, of: test.scope, in: .rolling(days: 7))
        for (approach, isCounted) in zip(approaches, test.counted) {
            var book = CapBook([cap], at: clock, after: [])
            #expect(book.verdict(on: approach).findings.count == (isCounted ? 1 : 0))
            book.add(approach)
            #expect(book.verdict(on: approach).isAllowed != isCounted)
        }
    }

    @Test func `R-POL-04 Holds a gift whose kind nobody knows, and says nothing about one that is not chosen yet`() {
        let clock = Clocks.clock("2026-05-01T02:00:00Z")
        let cap = gifts(1, .rolling(days: 30)) { $0.giftKinds = [.experience] }
        var book = CapBook([cap], at: clock, after: [])
        book.add(Approach(.gift("gone", of: nil), by: nil, at: clock.now))
        #expect(!book.verdict(on: Approach(.gift("trip", of: .experience), by: nil, at: clock.now)).isAllowed)
        #expect(!book.verdict(on: Approach(.gift("new", of: nil), by: nil, at: clock.now)).isAllowed)
        #expect(book.verdict(on: Approach(.gift("cup", of: .physical), by: nil, at: clock.now)).isAllowed)
        #expect(book.verdict(on: Approach(someGift, by: nil, at: clock.now)).findings.isEmpty)
    }

    @Test func `R-POL-04 Is no gift of a rule of another policy where it asks for rules`() throws {
        let grant = try Gifts.grant(on: "2026-04-20", then: [.approved], at: "2026-04-20T02:00:00Z")
        let cap = gifts(1, .rolling(days: 30)) { $0.rules = ["wake-up"] }
        let own = Gifts.book([cap], after: [grant])
        let clock = own.clock
        #expect(!own.verdict(on: Approach(someGift, by: "wake-up", at: clock.now)).isAllowed)
        let known = Shop.facts([("2011-10-01", 100_00)], grants: [grant])
        let other = CapBook([cap], of: "another", at: clock, for: known, giving: Shop.gifts)
        #expect(other.verdict(on: Approach(someGift, by: "wake-up", at: clock.now)).isAllowed)
    }
}

@Suite struct `Displeasure` {
    private static func cap(_ window: CapWindow, times: Int64 = 2) -> Cap {
        var cap = gifts(1, window)
        cap.afterDispleasure = FeedbackRule(forDays: 90, windowTimes: times)
        return cap
    }

    private func earliest(_ cap: Cap, last: String, displeased: String?) -> Timestamp? {
        let clock = Clocks.clock("2026-05-01T02:00:00Z")
        let book = CapBook(
            [cap],
            at: clock,
            after: [gift(last, clock)],
            displeasedAt: displeased.map(Clocks.instant)
        )
        return book.verdict(on: Approach(someGift, by: nil, at: clock.now)).earliest?.instant
    }

    @Test func `R-POL-04 Doubles the window of a cap, for as long as the cap says`() {
        let rolling = Self.cap(.rolling(days: 30))
        #expect(
            earliest(rolling, last: "2026-04-20T02:00:00Z", displeased: nil) == Clocks.instant("2026-05-20T02:00:00Z")
        )
        #expect(
            earliest(rolling, last: "2026-04-20T02:00:00Z", displeased: "2026-04-25T00:00:00Z")
                == Clocks.instant("2026-06-19T02:00:00Z")
        )
        // It ends 90 days later, before the longer window does.
        #expect(
            earliest(rolling, last: "2026-04-20T02:00:00Z", displeased: "2026-03-01T00:00:00Z")
                == Clocks.instant("2026-05-30T00:00:00Z")
        )
        // It ends before even the usual window does, and then changes nothing.
        #expect(
            earliest(rolling, last: "2026-04-20T02:00:00Z", displeased: "2026-02-05T00:00:00Z")
                == Clocks.instant("2026-05-20T02:00:00Z")
        )
        // Exactly 90 days after, it is over.
        let now = Clocks.instant("2026-05-01T02:00:00Z")
        #expect(earliest(rolling, last: "2026-03-30T02:00:00Z", displeased: "2026-01-31T02:00:00Z") == now)
        #expect(earliest(rolling, last: "2026-03-30T02:00:00Z", displeased: "2026-01-31T02:00:01Z") != now)
        #expect(
            earliest(
                Self.cap(.rolling(days: 30), times: 3),
                last: "2026-04-20T02:00:00Z",
                displeased: "2026-04-25T00:00:00Z"
            )
                == Clocks.instant("2026-07-19T02:00:00Z")
        )
    }

    @Test func `R-POL-04 Tells by each cap when it has room once the displeasure is over`() throws {
        let clock = Clocks.clock("2026-05-01T02:00:00Z")
        func finding(displeased: String) throws -> CapFinding {
            let given = [gift("2026-04-28T02:00:00Z", clock)]
            let displeasedAt = Clocks.instant(displeased)
            let book = CapBook([Self.cap(.rolling(days: 30))], at: clock, after: given, displeasedAt: displeasedAt)
            return try #require(book.verdict(on: Approach(someGift, by: nil, at: clock.now)).findings.first)
        }
        // It is over on 11 May, long before the usual window is.
        let tight = try finding(displeased: "2026-02-10T00:00:00Z")
        #expect(tight.earliest?.instant == Clocks.instant("2026-05-28T02:00:00Z"))
        #expect(tight.displeasedOn == day("2026-02-10"))
        // Exactly 90 days after, nothing is told of it.
        #expect(try finding(displeased: "2026-01-31T02:00:01Z").displeasedOn == day("2026-01-31"))
        #expect(try finding(displeased: "2026-01-31T02:00:00Z").displeasedOn == nil)
    }

    @Test func `R-POL-04 Makes two calendar months one`() {
        let month = Self.cap(.calendar(.month))
        #expect(
            earliest(month, last: "2026-04-10T02:00:00Z", displeased: nil) == Clocks.instant("2026-05-01T02:00:00Z")
        )
        #expect(
            earliest(month, last: "2026-04-10T02:00:00Z", displeased: "2026-04-25T00:00:00Z")
                == Clocks.instant("2026-05-31T16:00:00Z")
        )
    }

    @Test func `R-POL-04 Is told by its date`() {
        let clock = Clocks.clock("2026-05-01T02:00:00Z")
        let book = CapBook(
            [Self.cap(.rolling(days: 30))],
            at: clock,
            after: [gift("2026-03-20T02:00:00Z", clock)],
            displeasedAt: Clocks.instant("2026-04-24T20:00:00Z")
        )
        let reasons = book.verdict(on: Approach(someGift, by: nil, at: clock.now)).failed[0]
            .reasons { _ in
                LocalizedText(english: "", chinese: "")
            }
        #expect(
            reasons.last?.text(in: .english, from: .policy)
                == "counted over a longer time after displeasure on 2026-04-25"
        )
    }

    private static func feedback(_ rating: Int64) -> Activity {
        let at = Clocks.instant("2026-04-25T00:00:00Z")
        return .giftFeedback(GiftFeedback(id: "f", customer: "c-1", givenAt: at, on: "cup", rating: rating)!)
    }

    private static func review(
        _ rating: Int64?,
        _ label: SentimentLabel? = nil,
        at text: String = "2026-04-25T00:00:00Z"
    )
        -> Activity
    {
        let sentiment = label.map { Sentiment($0, scorePerMille: -500, by: "mood")! }
        let verbatim = Verbatim(id: "v", sentiment: sentiment)
        return .review(
            Review(id: "r", customer: "c-1", givenAt: Clocks.instant(text), rating: rating, verbatim: verbatim)!
        )
    }

    @Test(arguments: [
        (feedback(1), true), (feedback(2), true), (feedback(3), false), (review(2), true), (review(3), false),
        (review(nil, .anger), true), (review(nil, .anxiety), true), (review(nil, .disappointment), true),
        (review(nil, .neutral), false), (review(nil), false), (review(5, .anger), false),
        (review(1, at: "2026-05-01T02:00:00Z"), true), (review(1, at: "2026-05-01T02:00:01Z"), false),
    ])
    func `R-POL-04 Is a low rating or negative words`(activity: Activity, counts: Bool) throws {
        let given = try Gifts.grant(
            on: "2026-03-20",
            then: [.approved, .reserved, .dispatched],
            at: "2026-03-20T02:00:00Z"
        )
        let book = Gifts.book([Self.cap(.rolling(days: 30))], after: [given], activities: [activity])
        #expect(book.verdict(on: Approach(someGift, by: nil, at: book.clock.now)).isAllowed != counts)
    }

    @Test func `R-POL-04 Lasts from the last time that it was shown`() throws {
        let states: [GrantState] = [.approved, .reserved, .dispatched]
        let given = try Gifts.grant(on: "2026-03-20", then: states, at: "2026-03-20T02:00:00Z")
        let shown = [Self.review(1, at: "2026-01-20T00:00:00Z"), Self.feedback(1)]
        func isAllowed(_ activities: [Activity]) -> Bool {
            let book = Gifts.book([Self.cap(.rolling(days: 30))], after: [given], activities: activities)
            return book.verdict(on: Approach(someGift, by: nil, at: book.clock.now)).isAllowed
        }
        #expect(isAllowed([shown[0]]), "that was over 90 days ago")
        #expect(!isAllowed(shown))
        #expect(!isAllowed(shown.reversed()))
    }

    @Test func `R-POL-04 Is a gift that was thrown away`() throws {
        let states: [GrantState] = [.approved, .reserved, .dispatched, .delivered, .discarded]
        let grant = try Gifts.grant(on: "2026-03-20", then: states, at: "2026-03-20T02:00:00Z")
        let book = Gifts.book([Self.cap(.rolling(days: 30))], after: [grant])
        let now = Approach(someGift, by: nil, at: book.clock.now)
        #expect(book.verdict(on: now).earliest?.instant == Clocks.instant("2026-05-19T02:00:00Z"))
        #expect(Gifts.book([gifts(1, .rolling(days: 30))], after: [grant]).verdict(on: now).isAllowed)
    }
}

@Suite struct `Touches` {
    private static func touch(_ id: Touch.ID, _ channel: ContactChannel, _ text: String) -> Touch {
        Touch(id: id, by: channel, sentAt: Clocks.instant(text), as: .message)
    }

    private static let week = Cap(id: "messages", atMost: 2, of: .touches, in: .rolling(days: 7))

    @Test func `R-POL-04 Are at most two a week over all channels, each counted once`() {
        let sent = [
            Self.touch("1", .email, "2026-04-25T02:00:00Z"), Self.touch("2", .weChat, "2026-04-28T02:00:00Z"),
            Self.touch("2", .weChat, "2026-04-28T02:00:00Z"),
        ]
        let one = Gifts.book([Self.week], after: [], touches: Array(sent.dropFirst()))
        let message = Approach(.touch(.app), by: nil, at: one.clock.now)
        #expect(one.verdict(on: message).isAllowed)
        let two = Gifts.book([Self.week], after: [], touches: sent)
        #expect(two.verdict(on: message).earliest?.instant == Clocks.instant("2026-05-02T02:00:00Z"))
        #expect(two.verdict(on: Approach(someGift, by: nil, at: two.clock.now)).isAllowed)
    }

    @Test func `R-POL-04 Are counted by channel where the cap says so`() {
        var scope = CapScope.touches
        scope.channels = [.email]
        let cap = Cap(id: "mails", atMost: 1, of: scope, in: .calendar(.month))
        let sent = [Self.touch("1", .email, "2026-04-30T16:00:00Z")]
        let book = Gifts.book([cap], after: [], touches: sent)
        let verdict = book.verdict(on: Approach(.touch(.email), by: nil, at: book.clock.now))
        #expect(verdict.earliest?.day == day("2026-06-01"))
        #expect(book.verdict(on: Approach(.touch(.weChat), by: nil, at: book.clock.now)).isAllowed)
    }

    @Test(arguments: [("2026-04-21T02:00:00Z", Int64(0)), ("2026-04-22T02:00:00Z", 1)])
    func `R-POL-04 Are counted through the days for which the customer asked for less`(sent: String, used: Int64) {
        let wishes = ContactPreferences(optDowns: [OptDown(of: .email, atMost: 2, inDays: 10)!])
        let book = Gifts.book([], after: [], touches: [Self.touch("1", .email, sent)], contact: wishes)
        let verdict = book.verdict(on: Approach(.touch(.email), by: nil, at: book.clock.now))
        #expect(verdict.findings.map(\.used) == [used])
        #expect(verdict.room == 2 - used)
    }

    @Test func `R-POL-04 Are fewer by a channel where the customer asked for less`() throws {
        let wishes = try #require(
            ContactPreferences(optDowns: [OptDown(of: .email, atMost: 1, inDays: 10)!, OptDown(outOf: .telephone)])
        )
        let sent = [Self.touch("1", .email, "2026-04-25T02:00:00Z")]
        let book = Gifts.book([Self.week], after: [], touches: sent, contact: wishes)
        func verdict(_ channel: ContactChannel) -> CapVerdict {
            book.verdict(on: Approach(.touch(channel), by: nil, at: book.clock.now))
        }
        func told(_ channel: ContactChannel) -> [String] {
            verdict(channel).reasons { LocalizedText(english: $0.text, chinese: "") }
                .map { $0.text(in: .english, from: .policy) }
        }
        #expect(
            told(.email) == [
                "1 of at most 1 by e-mail in any 10 days, as the customer asked: free on 2026-05-05, 4 days to go",
                "1 of at most 2 touches in any 7 days (messages): room for one more",
            ]
        )
        #expect(verdict(.email).earliest == book.clock.start(of: day("2026-05-05")))
        #expect(told(.telephone).first == "the customer asked for nothing by telephone")
        #expect((verdict(.telephone).isAllowed, verdict(.telephone).earliest) == (false, nil))
        #expect(verdict(.weChat).isAllowed)
        let free = Gifts.book([], after: [], contact: wishes)
        #expect(free.verdict(on: Approach(.touch(.email), by: nil, at: book.clock.now)).isAllowed)
    }

    @Test func `Have a wire format that never changes`() throws {
        let touch = Touch(
            id: "m-1",
            by: .weChat,
            sentAt: Timestamp(milliseconds: 7),
            as: .reminder,
            rule: "cart",
            occasion: .birthday
        )
        let stored =
            #"{"at":7,"channel":"weChat","id":"m-1","kind":"reminder","occasion":"birthday","rule":"cart","v":1}"#
        #expect(Wire.text(of: touch) == stored)
        #expect(try Wire.read(Touch.self, from: stored) == touch)
        let short = Touch(id: "m", by: .email, sentAt: Timestamp(milliseconds: 0), as: .call)
        #expect(Wire.text(of: short) == #"{"at":0,"channel":"email","id":"m","kind":"call","v":1}"#)
        #expect(try Wire.read(Touch.self, from: Wire.text(of: short)) == short)
        #expect(throws: DecodingError.self) {
            try Wire.read(Touch.self, from: stored.replacing(#""v":1"#, with: #""v":2"#))
        }
    }
}
