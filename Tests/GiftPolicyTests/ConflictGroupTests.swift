import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import GiftTesting
import Segmentation
import Testing

@Suite struct `A conflict group` {
    private static let clock = Clocks.clock("2026-09-25T02:00:00Z")

    private static func due(_ rule: RuleReference.ID, _ priority: Int64, worth: Int64 = 0) -> DueRule {
        DueRule(rule, priority: priority, worth: worth, by: .gift(nil, of: nil), at: clock.now)
    }

    private static let holidays = [due("midautumn", 70), due("nationalday", 65), due("birthday", 80)]
    private static let holiday = ConflictGroup(id: "holiday", keeping: .first, of: ["midautumn", "nationalday"])

    private func book(_ count: Int64, after approaches: [Approach] = []) -> CapBook {
        CapBook([Cap(id: "all", atMost: count, of: .gifts, in: .rolling(days: 30))], at: Self.clock, after: approaches)
    }

    private func told(_ selection: RuleSelection) -> [String] {
        selection.suppressed.map { suppressed in
            switch suppressed.cause {
            case .caps(let verdict): "\(suppressed.due.rule) by caps, held by \(verdict.failed.flatMap(\.holders))"
            case .group(let group, let holders): "\(suppressed.due.rule) by \(group.id), held by \(holders)"
            }
        }
    }

    @Test func `R-POL-10 C60 Keeps the first holiday, and caps share out what the group leaves`() {
        let one = RuleSelection(of: Self.holidays, within: book(1), groups: [Self.holiday])
        #expect(one.selected.map(\.rule) == ["birthday"])
        #expect(
            told(one) == ["midautumn by caps, held by [birthday]", "nationalday by holiday, held by [midautumn]"]
        )
        let two = RuleSelection(of: Self.holidays, within: book(2), groups: [Self.holiday])
        #expect(two.selected.map(\.rule) == ["birthday", "midautumn"])
        #expect(told(two) == ["nationalday by holiday, held by [midautumn]"])
        let three = RuleSelection(of: Self.holidays, within: book(3), groups: [Self.holiday])
        #expect(three.selected.map(\.rule) == ["birthday", "midautumn"])
        #expect(
            three.suppressed[0].reasons { LocalizedText(english: "\($0)", chinese: "「\($0)」") }
                .map { $0.text(in: .english, from: .policy) } == [
                    "midautumn goes first in the group holiday, which gives at most 1"
                ]
        )
        #expect(three.suppressed[0].earliest == nil)
    }

    @Test func `R-POL-10 Gives no place to a rule that could not go out by itself`() {
        var scope = CapScope.gifts
        scope.rules = ["midautumn"]
        let caps = [Cap(id: "once", atMost: 1, of: scope, in: .calendar(.year))]
        let given = Approach(
            .gift("cake", of: .physical),
            by: "midautumn",
            at: Self.clock.moment("2026-01-05T02:00:00Z")
        )
        let book = CapBook(caps, at: Self.clock, after: [given])
        let selection = RuleSelection(of: Self.holidays, within: book, groups: [Self.holiday])
        #expect(selection.selected.map(\.rule) == ["birthday", "nationalday"])
    }

    @Test func `R-POL-10 Keeps the first, the best, or so many`() {
        let due = [Self.due("a", 1, worth: 5), Self.due("b", 9, worth: 5), Self.due("c", 5, worth: 7)]
        func kept(_ keeping: ConflictGroup.Keeping, among due: [DueRule] = due) -> [RuleReference.ID] {
            let group = ConflictGroup(id: "g", keeping: keeping, of: ["a", "b", "c", "d"])
            return RuleSelection(of: due, within: book(9), groups: [group]).selected.map(\.rule)
        }
        #expect(kept(.first) == ["b"])
        #expect(kept(.best) == ["c"])
        #expect(kept(.best, among: Array(due.prefix(2))) == ["b"])
        #expect(kept(.stack(1)) == ["b"])
        #expect(kept(.stack(2)) == ["b", "c"])
        #expect(kept(.stack(3)) == ["b", "c", "a"])
        #expect(kept(.first, among: [due[0]]) == ["a"])
    }

    @Test(arguments: [ConflictGroup.Keeping.first, .best, .stack(1)])
    func `R-POL-10 Keeps the smaller name of equal rank, whichever came first`(keeping: ConflictGroup.Keeping) {
        let group = ConflictGroup(id: "g", keeping: keeping, of: ["a", "b", "Z"])
        let due = [Self.due("b", 5, worth: 3), Self.due("Z", 5, worth: 3), Self.due("a", 5, worth: 3)]
        // Bytewise, so that capitals come first.
        #expect(group.holders(among: due).map(\.rule) == ["Z"])
        #expect(group.holders(among: due.reversed()).map(\.rule) == ["Z"])
        #expect(group.holders(among: [due[0], due[2]]).map(\.rule) == ["a"])
    }

    @Test(arguments: [
        (ConflictGroup.Keeping.first, #""first""#), (.best, #""best""#), (.stack(2), #"{"stack":2}"#),
    ])
    func `R-POL-10 Has a wire format that never changes`(keeping: ConflictGroup.Keeping, word: String) throws {
        let group = ConflictGroup(id: "g", keeping: keeping, of: ["b", "a"])
        #expect(Wire.text(of: group) == #"{"id":"g","keep":\#(word),"rules":["a","b"]}"#)
        #expect(try Wire.read(ConflictGroup.self, from: Wire.text(of: group)) == group)
        #expect(throws: DecodingError.self) {
            try Wire.read(ConflictGroup.self, from: #"{"id":"g","keep":"last","rules":["a","b"]}"#)
        }
    }

    @Test func `R-POL-10 Never reads like another one`() {
        let sets: [Set<RuleReference.ID>] = [["a", "b"], ["a”, “b"], ["a", "b", "c"], ["a, b", "c"]]
        let groups = ["g", "h"]
            .flatMap { id in
                sets.flatMap { rules in
                    [ConflictGroup.Keeping.first, .best, .stack(1), .stack(2)]
                        .map { ConflictGroup(id: .init(id as String)!, keeping: $0, of: rules) }
                }
            }
        for language in [Language.english, .chinese] {
            #expect(Set(groups.map { $0.sentence[language] }).count == groups.count)
        }
        #expect(groups[0].sentence[.english] == "“g”: of “a”, “b” only the first by priority.")
        #expect(groups[3].sentence[.chinese] == "“g”：“a”、“b”中按优先级至多保留2项。")
    }

    @Test func `R-POL-10 Decides among the candidates of a policy`() throws {
        let policy = Shop.policy {
            $0.caps = [Shop.cap(5, inDays: 30)]
            $0.groups = [ConflictGroup(id: "first-order", keeping: .first, of: ["thanks", "welcome"])]
        }
        let decision = policy.decision(for: Shop.facts([("2011-12-01", 2_000_00)]), choosingFrom: Shop.gifts)
        #expect(decision.candidates.map(\.rule) == ["thanks"])
        #expect(decision.refusal(of: "welcome")?.kind == .suppressed)
        #expect(decision.why(not: "welcome") == ["Thanks goes first in the group first-order, which gives at most 1"])
        #expect(decision.refusals.map(\.rule) == ["welcome", "wake-up"])
        // Where the first does not come round, the other has the place.
        let cheap = policy.decision(for: Shop.facts([("2011-12-01", 600_00)]), choosingFrom: Shop.gifts)
        #expect(cheap.candidates.map(\.rule) == ["welcome"])
    }

    @Test func `R-POL-04 A cap on some gifts leaves the others to choose from`() throws {
        var scope = CapScope.gifts
        scope.gifts = ["cup"]
        let policy = Shop.policy {
            $0.caps = [Cap(id: "cups", atMost: 1, of: scope, in: .rolling(days: 365))]
        }
        let orders: [(String, Int64)] = [("2011-01-01", 200_00)]
        let given = Shop.grant(.welcome, on: "2011-06-01", then: [.approved])
        let free = policy.decision(for: Shop.facts(orders), choosingFrom: Shop.gifts)
        #expect(Set(free.candidates[0].options.map(\.gift)) == ["cup", "tea"])
        let capped = policy.decision(for: Shop.facts(orders, grants: [given]), choosingFrom: Shop.gifts)
        #expect(capped.candidates[0].options.map(\.gift) == ["tea"])
        let onlyCup = Shop.catalog([Shop.gift("cup", "4.00 EUR")])
        let none = policy.decision(for: Shop.facts(orders, grants: [given]), choosingFrom: onlyCup)
        #expect(none.refusal(of: "wake-up")?.kind == .suppressed)
        #expect(none.refusal(of: "wake-up")?.earliestDay == day("2012-05-31"))
        #expect(
            none.why(not: "wake-up") == [
                "1 of at most 1 gifts named “cup” in any 365 days (cups): free on 2012-05-31, 173 days to go"
            ]
        )
    }

    @Test func `R-POL-04 Caps on single gifts free with the first of these gifts that is free`() {
        var cups = CapScope.gifts
        cups.gifts = ["cup"]
        var both = CapScope.gifts
        both.gifts = ["cup", "tea"]
        let policy = Shop.policy {
            $0.caps = [
                Cap(id: "cups", atMost: 1, of: cups, in: .rolling(days: 365)),
                Cap(id: "both", atMost: 1, of: both, in: .rolling(days: 200)),
            ]
        }
        let given = Shop.grant(.welcome, on: "2011-06-01", then: [.approved])
        let facts = Shop.facts([("2011-01-01", 200_00)], grants: [given])
        let decision = policy.decision(for: facts, choosingFrom: Shop.gifts)
        // The cup is free on 2012-05-31, tea on 2011-12-18.
        #expect(decision.refusal(of: "wake-up")?.kind == .suppressed)
        #expect(decision.refusal(of: "wake-up")?.earliestDay == day("2011-12-18"))
    }

    @Test func `R-POL-04 A cap on some gifts is taken in a plan by the first rule, and leaves the second another`()
        throws
    {
        var scope = CapScope.gifts
        scope.giftKinds = [.physical]
        let gifts = [
            Shop.gift("cup", "3.00 EUR"),
            Gift(
                id: "code",
                name: Shop.name("code"),
                kind: .coupon,
                cost: LandedCost(goods: 2_00, in: .eur)!,
                stock: 9
            )!,
        ]
        let policy = Shop.policy {
            $0.caps = [Cap(id: "goods", atMost: 1, of: scope, in: .rolling(days: 30))]
            $0.rules = ["a", "b"]
                .map { id in
                    var selection = GiftSelection(from: money("0.00 EUR"), through: money("3.00 EUR"))
                    selection.repeatDays = nil
                    return Rule(
                        id: .init(id as String)!,
                        name: Shop.name(id),
                        occasion: Occasion(.init(id as String)!),
                        goal: .loyalty,
                        priority: 5,
                        on: .inactive(moreThanDays: 1),
                        when: .count(.orders, .atLeast, 1),
                        giving: selection
                    )
                }
        }
        let catalog = Shop.catalog(gifts)
        let decision = policy.decision(for: Shop.facts([("2011-01-01", 200_00)]), choosingFrom: catalog)
        let plan = try Allocator(policy: policy, catalog: catalog).plan([decision], within: money("99.00 EUR"))
        #expect(plan.grants.map(\.rule.rule) == ["a", "b"])
        #expect(plan.grants.filter { catalog[$0.gift]?.kind == .physical }.count <= 1)
        #expect(Set(plan.grants.map(\.gift)).count == 2 || plan.grants.allSatisfy { $0.gift == "code" })
    }
}
