import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import GiftTesting
import Segmentation
import Testing

@Suite struct `An analysis of rules` {
    private func findings(_ rules: Rule..., labels: [SegmentLabel] = []) -> [PolicyFinding] {
        var document = RuleSamples.document(rules)
        document.labels += labels
        return RuleAnalysis(of: document).findings
    }

    private func rule(_ id: Rule.ID, _ priority: Int64 = 10, when condition: SegmentCondition) -> Rule {
        RuleSamples.rule(id, priority: priority, when: condition)
    }

    @Test func `R-POL-10 J150 Finds the two comparisons that make a condition hold for nobody`() {
        let asleep = SegmentCondition.all([.daysSinceLastPurchase(.above, 90), .daysSinceLastPurchase(.atMost, 30)])
        let found = findings(
            rule("a", when: .label("a", .above, .number(3))),
            rule("b", when: .label("a", .below, .number(3))),
            rule("c", when: .label("a", .equal, .number(3))),
            rule("wakeup", when: asleep)
        )
        #expect(found.map(\.problem) == [.neverHolds("wakeup")])
        #expect(found.map(\.path) == ["/rules/3/when"])
        #expect(found.map(\.paths) == [["/rules/3/when/all/0", "/rules/3/when/all/1"]])
        #expect(found.map(\.severity) == [.error])
        #expect(found.map(\.description) == ["/rules/3/when: nobody meets the condition of “wakeup”"])
        #expect(found.map(\.text.chinese) == ["没有客户满足“wakeup”的条件"])
    }

    @Test func `R-POL-10 Leaves out what has no part in it`() {
        let condition = SegmentCondition.all([
            .tag("tea"), .any([.label("a", .equal, .number(1)), .label("b", .above, .number(9))]),
            .not(.any([.tag("coffee"), .label("a", .below, .number(5))])), .label("a", .atMost, .number(0)),
        ])
        let found = findings(rule("r", when: condition))
        #expect(found.first?.problem == .neverHolds("r"))
        let core = ["/rules/0/when/all/1/any/0", "/rules/0/when/all/1/any/1", "/rules/0/when/all/2/not/any/1"]
        #expect(found.first?.paths == core)
    }

    @Test func `R-POL-10 Finds that a condition holds for everybody, and why`() {
        let low = SegmentCondition.label("a", .below, .number(5))
        let high = SegmentCondition.label("a", .atLeast, .number(5))
        let found = findings(rule("r", when: .any([.tag("tea"), low, high])))
        #expect(found.map(\.problem) == [.alwaysHolds("r")])
        #expect(found.map(\.paths) == [["/rules/0/when/any/1", "/rules/0/when/any/2"]])
        #expect(findings(rule("r", when: .label("a", .atMost, .number(9)))).map(\.problem) == [.alwaysHolds("r")])
        #expect(findings(rule("r", when: .all([]))) == [], "so it is written")
        #expect(findings(rule("r", when: .any([]))).map(\.problem) == [.neverHolds("r")])
    }

    @Test func `R-POL-10 J151 Finds a rule that never gets its turn behind one of its group, with a customer`() {
        let spend = SegmentAttribute.amount(.sales, inDays: 90)
        let found = findings(
            rule("t0", 80, when: .tag("tea")),
            rule("t1", 70, when: .compared(spend, .atLeast, .money(money("5000.00 EUR")))),
            rule("t2", 60, when: .compared(spend, .atLeast, .money(money("9000.00 EUR"))))
        )
        #expect(found.map(\.problem) == [.unreachable("t2", behind: ["t1"])])
        #expect(found.map(\.path) == ["/rules/2"])
        #expect(found.map(\.paths) == [["/rules/2", "/rules/1"]])
        #expect(found.map(\.witness) == [.compared(spend, .equal, .money(money("9000.00 EUR")))])
        #expect(found.map(\.severity) == [.warning])
        #expect(
            found.first?.text.english
                == "“t2” never gets its turn behind “t1”, for example: sales in the last 90 days exactly 9000.00 EUR"
        )
    }

    @Test func `R-POL-10 Finds a rule that only several others hide together, and no more of them than it takes`() {
        let found = findings(
            rule("low", 70, when: .label("a", .below, .number(5))),
            rule("odd", 65, when: .label("b", .equal, .number(1))),
            rule("high", 60, when: .label("a", .atLeast, .number(5))),
            rule("last", 50, when: .label("c", .equal, .word("x")))
        )
        #expect(found.map(\.problem) == [.unreachable("last", behind: ["low", "high"])])
        #expect(found.first?.paths == ["/rules/3", "/rules/0", "/rules/2"])
    }

    @Test func `R-POL-10 Compares only rules that come round together`() {
        var document = RuleSamples.document([rule("a", 70, when: .tag("tea")), rule("b", 60, when: .tag("tea"))])
        #expect(RuleAnalysis(of: document).findings.map(\.problem) == [.unreachable("b", behind: ["a"])])
        document.groups = []
        #expect(RuleAnalysis(of: document).findings.map(\.problem) == [.subsumed("b", by: "a")])
        document.rules[1] = Rule(
            id: "b",
            name: Shop.name("b"),
            occasion: .welcome,
            goal: .loyalty,
            priority: 60,
            on: .firstOrder(withinDays: 3),
            when: .tag("tea"),
            giving: Shop.welcome.selection
        )
        #expect(RuleAnalysis(of: document).findings == [])
    }

    @Test func `R-POL-10 Finds rules that only their names rank, with the first customer of both`() {
        var document = RuleSamples.document([
            rule("a", when: .label("a", .above, .number(3)) && .label("d", .equal, .truth(true))),
            rule("b", when: .label("a", .below, .number(6))),
        ])
        document.groups = []
        let found = RuleAnalysis(of: document).findings
        #expect(found.map(\.problem) == [.tied("b", with: "a")])
        let witness = SegmentCondition.all([.label("a", .equal, .number(4)), .label("d", .equal, .truth(true))])
        #expect(found.first?.witness == witness)
    }

    @Test func `R-POL-10 Looks into the segments to which conditions refer`() {
        var document = RuleSamples.document([
            rule("a", when: .segment("rich") && .amount(.sales, .below, money("10.00 EUR"))),
            rule("b", when: !.segment("rich") && .segment("rich")),
        ])
        let rich = SegmentCondition.amount(.sales, .atLeast, money("100.00 EUR"))
        document.segments = [Segment(id: "rich", name: Shop.name("rich"), where: rich)]
        let found = RuleAnalysis(of: document).findings
        #expect(found.map(\.problem) == [.neverHolds("a"), .neverHolds("b")])
        #expect(found.map(\.paths).first == ["/rules/0/when/all/0", "/rules/0/when/all/1"])
        #expect(found.map(\.paths).last == ["/rules/1/when/all/0/not", "/rules/1/when/all/1"])
    }

    @Test func `R-POL-10 Leaves out a rule whose condition has a fault, which is told as such`() {
        let found = findings(rule("a", when: .label("stranger", .equal, .number(1)) && .any([])))
        #expect(found == [])
    }

    /// That nine pigeons do not fit into eight holes takes long to find out by trying.
    @Test func `R-POL-10 Tells what is too complex rather than to guess`() {
        let names = (0..<9).map { Identifier<Label>("p\($0)")! }
        let holes = (0..<8).map { SegmentValue.Word("h\($0)")! }
        var parts: [SegmentCondition] = names.map { .oneOf(.label($0), Set(holes)) }
        for (place, name) in names.enumerated() {
            for other in names[..<place] {
                parts += holes.map { .not(.all([.oneOf(.label(name), [$0]), .oneOf(.label(other), [$0])])) }
            }
        }
        let labels = names.map { SegmentLabel(id: $0, kind: .word) }
        let found = findings(rule("pigeons", when: .all(parts)), labels: labels)
        #expect(found.map(\.problem) == [.tooComplex("pigeons")])
        #expect(found.map(\.text.english) == ["the condition of “pigeons” is too complex to analyze"])
    }

    // MARK: Against all 600 customers

    @Test func `R-POL-10 Has 150 policies to be tried on, with 791 overlaps`() {
        #expect(AnalyzedPolicy.all.count == 150)
        #expect(AnalyzedPolicy.all.reduce(0) { $0 + $1.expect.overlaps.count } == 791)
        #expect(AnalyzedPolicy.all.reduce(0) { $0 + $1.expect.subsumed.count } == 287)
        #expect(AnalyzedPolicy.all.reduce(0) { $0 + $1.expect.unreachableInExclusiveGroup.count } == 159)
    }

    @Test(arguments: 0..<150)
    func `R-POL-10 Finds in each of 150 policies what trying all customers finds`(number: Int) throws {
        let policy = AnalyzedPolicy.all[number]
        let document = policy.document
        let analysis = RuleAnalysis(of: document)
        let ids = document.rules.map(\.id.text)
        let never = policy.expect.satisfiable.filter { !$0.value }.keys.sorted()
        #expect(analysis.unsatisfiable.map(\.text).sorted() == never)
        #expect(analysis.alwaysTrue.map(\.text) == policy.expect.tautology)
        var overlaps: [[String]] = []
        var subsumed: [[String]] = []
        for (index, id) in ids.enumerated() {
            for (other, name) in ids.enumerated() where other != index {
                #expect(analysis.overlap(index, other) != .unknown)
                if index < other, analysis.overlap(index, other) == .holds { overlaps.append([id, name]) }
                if !never.contains(id), analysis.isSubsumed(index, by: other) == .holds { subsumed.append([id, name]) }
            }
        }
        #expect(overlaps == policy.expect.overlaps.map(\.pair))
        #expect(
            subsumed.sorted { $0.lexicographicallyPrecedes($1) }
                == policy.expect.subsumed.sorted { $0.lexicographicallyPrecedes($1) }
        )
        for overlap in policy.expect.overlaps {
            let pair = overlap.pair.map { ids.firstIndex(of: $0)! }
            let witness = try #require(analysis.witness(of: pair[0], and: pair[1]))
            #expect(overlap.firstWitness.point.isDescribed(by: witness))
            let isTied = document.rules[pair[0]].priority == document.rules[pair[1]].priority
            #expect(isTied == overlap.samePriority)
        }
        let unreachable = ids.indices.filter { analysis.cover(of: $0, by: Array(ids.indices)) != nil }.map { ids[$0] }
        #expect(unreachable.sorted() == policy.expect.unreachableInExclusiveGroup.sorted())
        let isCovered = try analysis.uncovered(by: Array(ids.indices)) == nil
        #expect(isCovered == (policy.expect.uncoveredPoints == 0))
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `R-POL-10 Agrees with trying all customers, on ten policies a seed`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<10 {
            let rules = (0..<Int.random(in: 2...6, using: &random))
                .map { number in
                    rule(
                        .init("r\(number)")!,
                        Int64.random(in: 1...3, using: &random) * 10,
                        when: RuleSamples.condition(depth: 3, &random)
                    )
                }
            let analysis = RuleAnalysis(of: RuleSamples.document(rules))
            let held = rules.map { rule in Set(RuleSamples.Point.all.filter { $0.satisfies(rule.condition) }) }
            #expect(analysis.unsatisfiable == rules.indices.filter { held[$0].isEmpty }.map { rules[$0].id })
            #expect(analysis.alwaysTrue == rules.indices.filter { held[$0].count == 600 }.map { rules[$0].id })
            for one in rules.indices {
                for other in rules.indices where other != one {
                    let both = RuleSamples.Point.all.first { held[one].contains($0) && held[other].contains($0) }
                    #expect(analysis.overlap(one, other) == Truth(both != nil))
                    let witness = analysis.witness(of: one, and: other)
                    #expect(both.map { point in witness.map(point.isDescribed) ?? false } ?? (witness == nil))
                    #expect(analysis.isSubsumed(one, by: other) == Truth(held[one].isSubset(of: held[other])))
                }
                let earlier = rules.indices.filter {
                    rules[$0].priority == rules[one].priority
                        ? rules[$0].id < rules[one].id : rules[$0].priority > rules[one].priority
                }
                let union = earlier.reduce(into: Set<RuleSamples.Point>()) { $0.formUnion(held[$1]) }
                let cover = analysis.cover(of: one, by: Array(rules.indices))
                #expect((cover != nil) == (!held[one].isEmpty && held[one].isSubset(of: union)))
                for left in cover ?? [] {
                    let others = (cover ?? []).filter { $0 != left }
                    let rest = others.reduce(into: Set<RuleSamples.Point>()) { $0.formUnion(held[$1]) }
                    #expect(!held[one].isSubset(of: rest), "none can be left out")
                }
            }
            let covered = held.reduce(into: Set<RuleSamples.Point>()) { $0.formUnion($1) }
            #expect((try analysis.uncovered(by: Array(rules.indices)) == nil) == (covered.count == 600))
        }
    }
}
