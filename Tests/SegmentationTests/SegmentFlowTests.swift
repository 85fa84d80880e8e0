import GiftModel
import GiftTesting
import Segmentation
import Testing

@Suite struct `The flow between two days` {
    static let set = SampleSegments.set(
        [
            SampleSegments.segment("active", .daysSinceLastPurchase(.atMost, 30)),
            SampleSegments.segment("buyers", .count(.orders, .atLeast, 1)),
        ],
        groups: [SegmentGroup(id: "life", members: ["active", "buyers"], isDisjoint: false, isComplete: false)]
    )

    private static func answers(_ events: [Shop.Event], on today: String) -> SegmentAnswers {
        set.answers(for: SegmentFacts(of: Shop.summary(events).days(asOf: day(today))))
    }

    @Test func `R-SEG-12 Says who came into each segment and who left it`() {
        var flow = SegmentFlow(of: Self.set, listingMoves: true)
        let (before, after) = ("2026-01-31", "2026-03-31")
        let stories: [(Customer.ID, [Shop.Event])] = [
            ("c-1", [("2026-01-15", 1)]), ("c-2", [("2026-03-15", 1)]),
            ("c-3", [("2026-01-15", 1), ("2026-03-15", 1)]),
        ]
        for (customer, events) in stories {
            flow.add(customer, from: Self.answers(events, on: before), to: Self.answers(events, on: after))
        }
        flow.add("c-4", from: nil, to: Self.answers([("2026-03-15", 1)], on: after))
        #expect(flow.left(0) == 1 && flow.entered(0) == 2)
        #expect(flow.left(1) == 0 && flow.entered(1) == 2)
        #expect(flow.flows[0].count(from: .holds, to: .fails) == 1)
        #expect(flow.flows[0].count(from: .unknown, to: .holds) == 1)
        #expect(flow.flows[0].count(from: nil, to: .holds) == 1)
        #expect(flow.flows[0].count(from: .holds, to: .holds) == 1)
        #expect(flow.flows[0].moves.map(\.customer) == ["c-1", "c-2", "c-4"])
    }

    @Test func `R-SEG-12 Of a group goes from first member to first member`() {
        func membership(_ events: [Shop.Event], on today: String) -> SegmentMembership? {
            Self.set.membership(in: "life", Self.answers(events, on: today))
        }
        #expect(membership([("2026-01-15", 1)], on: "2026-01-31") == .member("active"))
        #expect(membership([("2026-01-15", 1)], on: "2026-03-31") == .member("buyers"))
        #expect(membership([], on: "2026-03-31") == .undetermined, "the time since no purchase is not known")
        #expect(Self.set.membership(in: "other", Self.answers([], on: "2026-03-31")) == nil)
    }

    @Test func `R-SEG-12 Between stages lists the ways that anybody went, in the order of the stages`() {
        var flow = Flow(over: Stage.allCases)
        flow.add("c-1", from: .mature, to: .dormant)
        flow.add("c-2", from: .mature, to: .dormant)
        flow.add("c-3", from: .new, to: .new)
        flow.add("c-4", from: nil, to: .prospect)
        flow.add("c-5", from: .churned, to: nil)
        let lines = flow.transitions.map { "\($0.source?.rawValue ?? "-") \($0.target?.rawValue ?? "-") \($0.count)" }
        #expect(lines == ["new new 1", "mature dormant 2", "churned - 1", "- prospect 1"])
        #expect(flow.count(from: .mature, to: .dormant) == 2)
        #expect(flow.moves.isEmpty)
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func `R-SEG-12 Is the same from any parts, in any order, as are the counts`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let set = SampleSegments.set(SampleSegments.segments(6, &random))
        let (before, after) = (day("2026-06-30"), day("2026-08-30"))
        let customers = (0..<20)
            .map { number in
                let customer = SampleCustomer(&random, asOf: before)
                return (
                    Customer.ID("c-\(number)")!, set.answers(for: customer.facts(on: before)),
                    set.answers(for: customer.facts(on: after))
                )
            }
        func flow(_ customers: some Sequence<(Customer.ID, SegmentAnswers, SegmentAnswers)>) -> SegmentFlow {
            var flow = SegmentFlow(of: set, listingMoves: true)
            for (customer, source, target) in customers { flow.add(customer, from: source, to: target) }
            return flow
        }
        func counts(_ customers: some Sequence<(Customer.ID, SegmentAnswers, SegmentAnswers)>) -> SegmentCounts {
            var counts = SegmentCounts(of: set)
            for (_, _, target) in customers { counts.add(target) }
            return counts
        }
        let shuffled = customers.shuffled(using: &random)
        let cut = Int.random(in: 0...20, using: &random)
        var merged = flow(shuffled[cut...])
        merged.merge(flow(shuffled[..<cut]))
        #expect(merged == flow(customers))
        var sum = counts(shuffled[cut...])
        sum.merge(counts(shuffled[..<cut]))
        #expect(sum == counts(customers))
        for (position, count) in sum.counts.enumerated() {
            #expect(count.inside + count.outside + count.undetermined == 20)
            #expect(count.inside == Int64(customers.count { $0.2[position] == .holds }))
            #expect(count.undetermined == Int64(customers.count { $0.2[position] == .unknown }))
        }
    }
}
