import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import GiftTesting
import Segmentation
import Testing

@Suite struct `The difference between two versions of a policy` {
    private let old = RuleSamples.document([
        rule("a", when: .label("a", .above, .number(3))), rule("b", when: .tag("tea")), rule("c", when: .tag("tea")),
    ])

    private static func rule(_ id: Rule.ID, when condition: SegmentCondition) -> Rule {
        RuleSamples.rule(id, priority: 10, when: condition)
    }

    private func changed(_ change: (inout PolicyDocument) -> Void) -> PolicyDocument {
        var new = old
        new.version += 1
        change(&new)
        return new
    }

    private func audience(_ condition: SegmentCondition) -> AudienceChange? {
        changed { $0.rules[0] = Self.rule("a", when: condition) }.difference(from: old).changed.first?.audience
    }

    @Test func `R-POL-10 Is nothing where only the version is another, or rules and conditions are told otherwise`() {
        let new = changed { document in
            document.rules = [
                Self.rule("c", when: .all([.tag("tea"), .tag("tea")])), Self.rule("b", when: .not(.not(.tag("tea")))),
                Self.rule("a", when: .any([.label("a", .equal, .number(4)), .label("a", .atLeast, .number(5))])),
            ]
        }
        #expect(new.difference(from: old).isEmpty)
        #expect(old.difference(from: new).isEmpty)
        #expect(!changed { $0.rules.removeLast() }.difference(from: old).isEmpty)
    }

    @Test func `R-POL-10 Names rules that came and went, and what else is said differently`() {
        let new = changed { document in
            document.rules[0] = Self.rule("d", when: .tag("tea"))
            document.budget = money("99.00 EUR")
            document.caps.append(Cap(id: "more", atMost: 2, of: .gifts, in: .lifetime))
            document.groups = []
            document.caps[0] = Shop.cap(2, inDays: 30)
        }
        let difference = new.difference(from: old)
        #expect(difference.added == ["d"])
        #expect(difference.removed == ["a"])
        #expect(difference.changed == [])
        #expect(difference.fields.map(\.path) == ["/budget", "/caps/0/atMost", "/caps/1", "/groups"])
        #expect(difference.fields.map(\.old).prefix(3) == [#""100.00 EUR""#, "1", nil])
        #expect(
            difference.fields.map(\.new).prefix(3) == [
                #""99.00 EUR""#, "2", #"{"atMost":2,"id":"more","of":"gifts","window":"lifetime"}"#,
            ]
        )
        let back = old.difference(from: new).fields
        #expect(back.map(\.path) == ["/budget", "/caps/0/atMost", "/caps/1", "/groups"])
        #expect(back.map(\.new)[2] == nil)
    }

    @Test func `R-POL-10 Names what a rule says differently, place by place`() {
        let new = changed { document in
            document.rules[1] = Rule(
                id: "b",
                name: Shop.name("b"),
                occasion: .upgrade,
                goal: .recovery,
                priority: 20,
                on: .inactive(moreThanDays: 60),
                when: .tag("tea"),
                restDays: 9,
                giving: GiftSelection(from: money("1.00 EUR"), through: money("8.00 EUR"))
            )
        }
        let changes = new.difference(from: old).changed
        #expect(changes.map(\.rule) == ["b"])
        #expect(changes.first?.audience == AudienceChange.none)
        #expect(
            changes.first?.fields.map(\.path)
                == ["/gift/through", "/goal", "/on/inactive/moreThanDays", "/priority", "/restDays"]
        )
        #expect(changes.first?.fields.map(\.old) == [#""9.00 EUR""#, #""loyalty""#, "90", "10", nil])
        #expect(changes.first?.fields.map(\.new) == [#""8.00 EUR""#, #""recovery""#, "60", "20", "9"])
    }

    @Test func `R-POL-10 Tells who enters and who leaves`() {
        let (four, nine) = (
            SegmentCondition.label("a", .equal, .number(4)), SegmentCondition.label("a", .equal, .number(9))
        )
        #expect(audience(.label("a", .above, .number(4))) == .changed(entering: nil, leaving: four))
        #expect(
            audience(.label("a", .above, .number(2)))
                == .changed(entering: .label("a", .equal, .number(3)), leaving: nil)
        )
        #expect(
            audience(.label("a", .below, .number(9)))
                == .changed(entering: .label("a", .equal, .number(0)), leaving: nine)
        )
        #expect(
            audience(.known(.label("a")))
                == .changed(entering: .label("a", .equal, .number(0)), leaving: nil)
        )
        #expect(
            audience(.label("a", .above, .number(3)) || .unknown(.label("a")))
                == .changed(entering: .unknown(.label("a")), leaving: nil),
            "somebody of whom it is not known enters too"
        )
        #expect(audience(.label("a", .atMost, .number(9))) != AudienceChange.none)
        #expect(audience(.label("stranger", .equal, .number(1))) == .incomparable)
    }

    @Test func `R-POL-10 Looks into segments that were written anew`() {
        var (first, second) = (old, old)
        let tea = SegmentCondition.label("b", .above, .number(3))
        first.rules[0] = Self.rule("a", when: .segment("s"))
        second.rules[0] = Self.rule("a", when: .segment("s"))
        first.segments = [Segment(id: "s", name: Shop.name("s"), where: tea)]
        second.segments = [
            Segment(id: "t", name: Shop.name("t"), where: tea),
            Segment(id: "s", name: Shop.name("s"), where: .segment("t")),
        ]
        #expect(second.difference(from: first).changed == [])
        second.segments[0] = Segment(id: "t", name: Shop.name("t"), where: .label("b", .above, .number(4)))
        #expect(
            second.difference(from: first).changed.map(\.audience)
                == [.changed(entering: nil, leaving: .label("b", .equal, .number(4)))]
        )
    }

    @Test func `R-POL-10 Compares nothing that has another meaning now`() {
        let new = changed { $0.labels[0] = SegmentLabel(id: "a", numbers: 0...99) }
        let difference = new.difference(from: old)
        #expect(difference.changed.map(\.rule) == ["a"])
        #expect(difference.changed.map(\.audience) == [.incomparable])
        #expect(difference.fields.map(\.path) == ["/labels/0/through"])
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `R-POL-10 Agrees with trying all customers`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let (first, second) = (
            RuleSamples.condition(depth: 3, &random), RuleSamples.condition(depth: 3, &random)
        )
        let before = changed { $0.rules = [Self.rule("a", when: first)] }
        let after = changed { $0.rules = [Self.rule("a", when: second)] }
        let entering = RuleSamples.Point.all.first { $0.satisfies(second) && !$0.satisfies(first) }
        let leaving = RuleSamples.Point.all.first { $0.satisfies(first) && !$0.satisfies(second) }
        guard entering != nil || leaving != nil else { return }
        guard case .changed(let enters, let leaves)? = after.difference(from: before).changed.first?.audience else {
            Issue.record("somebody enters or leaves")
            return
        }
        for (point, witness, own, other) in [(entering, enters, second, first), (leaving, leaves, first, second)] {
            guard point != nil else { continue }
            let found = RuleSamples.Point.all.first { witness.map($0.isDescribed) ?? false }
            #expect(found.map { $0.satisfies(own) && !$0.satisfies(other) } == true)
        }
    }
}
