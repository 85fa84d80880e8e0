import GiftModel
import GiftTesting
import Segmentation
import Testing

@Suite struct `The comparisons of a segment` {
    private static let wakeUp = SegmentCondition.all([
        .daysSinceLastPurchase(.above, 90), .amount(.sales, .atLeast, Money("20000.00 EUR")!),
        .count(.complaints, .equal, 0),
    ])

    /// Somebody who bought for 26,000.00 euros 88 days ago and never complained.
    private static let customer: SegmentFacts = {
        var customer = facts([("2026-03-03", 26_000_00)], asOf: "2026-05-30")
        customer.complaints = DailyCounts()
        return customer
    }()

    private static func facts(_ orders: [(String, Int64)], asOf today: String) -> SegmentFacts {
        var summary = PurchaseSummary(of: "c-1", in: .eur)
        for (number, order) in orders.enumerated() {
            let instant = Timestamp(day(order.0), at: TimeOfDay(hour: 12, minute: 0)!, in: .utc)
            let total = Money(minorUnits: order.1, in: .eur)
            let order = Order(id: .init("o-\(number)")!, customer: "c-1", placedAt: instant, total: total)!
            #expect(throws: Never.self) { try summary.add(.order(order), in: FixedZone.utc) }
        }
        return SegmentFacts(of: summary.days(asOf: day(today)))
    }

    private func answer(_ condition: SegmentCondition, _ facts: SegmentFacts, _ others: Segment...) -> SegmentAnswer {
        SampleSegments.set([SampleSegments.segment("s", condition)] + others).answer(for: facts, in: "s")!
    }

    @Test func `R-POL-11 I148 Are all told, with what is the case and how far that is from passing`() {
        let answer = answer(Self.wakeUp, Self.customer)
        #expect(answer.truth == .fails)
        let comparisons = answer.comparisons
        #expect(comparisons.map(\.path) == (0...2).map { "/segments/0/where/all/\($0)" })
        #expect(comparisons.map(\.truth) == [.fails, .holds, .holds])
        #expect(comparisons.map(\.passes) == [.fails, .holds, .holds])
        #expect(comparisons.map(\.actual) == [.days(88), .money(Money("26000.00 EUR")!), .number(0)])
        #expect(comparisons.map(\.expected) == [.days(90), .money(Money("20000.00 EUR")!), .number(0)])
        #expect(comparisons.map(\.distance) == [.days(3), nil, nil])
        #expect(
            comparisons.map(\.text.english) == [
                "time since the last purchase above 90 days", "sales at least 20000.00 EUR", "complaints exactly 0",
            ]
        )
        #expect(comparisons.first?.text.chinese == "上次购买至今高于90天")
        #expect(answer.nextPossibleChange == day("2026-06-02"), "in 3 days, if unchanged")
    }

    @Test(
        arguments: [
            (.amount(.sales, .above, Money("26000.00 EUR")!), .money(Money("0.01 EUR")!)),
            (.amount(.sales, .atLeast, Money("26001.00 EUR")!), .money(Money("1.00 EUR")!)),
            (.amount(.sales, .below, Money("26000.00 EUR")!), .money(Money("0.01 EUR")!)),
            (.amount(.sales, .atMost, Money("25000.00 EUR")!), .money(Money("1000.00 EUR")!)),
            (.amount(.sales, .equal, Money("25000.00 EUR")!), .money(Money("1000.00 EUR")!)),
            (.amount(.sales, .notEqual, Money("26000.00 EUR")!), .money(Money("0.01 EUR")!)),
            (.count(.orders, .atLeast, 3), .number(2)), (.count(.orders, .above, 1), .number(1)),
            (.not(.count(.orders, .atMost, 1)), .number(1)), (.not(.count(.orders, .equal, 1)), .number(1)),
            (.amount(.averageOrder, .above, Money("26000.00 EUR")!), .money(Money("0.00 EUR")!)),
            (.label("rate", .above, .ratio(Ratio("3/4")!)), .ratio(Ratio("1/4")!)),
            (.label("rate", .equal, .ratio(Ratio("0/1")!)), .ratio(Ratio("1/2")!)),
            (.label("group", .equal, .word("b")), nil), (.tag("tea"), nil), (.stage(in: [.new]), nil),
            (.count(.orders, .atLeast, 1), nil), (.known(.label("nps")), nil),
            (.label("nps", .atLeast, .number(9)), nil),
            (.trait(.employees, .atLeast, 50), .number(1)), (.trait(.employees, .below, 10), .number(1)),
            (.trait(.employees, .above, 20), nil),
        ] as [(SegmentCondition, FactValue?)]
    )
    func `R-POL-11 Tell the distance from the nearest value that passes`(
        condition: SegmentCondition,
        distance: FactValue?
    ) {
        var customer = Self.customer
        customer.labels = [.init("rate", .ratio(Ratio("1/2")!)), .init("group", .word("a"))]
        customer.tags = []
        customer.stage = .init(.mature)
        customer.record = CustomerRecord(of: "c-1")
        customer.record?.companySize = CompanySize(atLeast: 10, through: 49)
        #expect(answer(condition, customer).comparisons.map(\.distance) == [distance])
    }

    @Test func `R-POL-11 Are told as they are written, also below a not and where nothing is known`() {
        let condition = SegmentCondition.not(
            .any([.all([]), .tag("tea"), .not(.label("nps", .above, .number(3))), .any([.tag("tea")])])
        )
        let comparisons = answer(condition, SegmentFacts(asOf: day("2026-01-01"))).comparisons
        let place = "/segments/0/where/not/any"
        #expect(comparisons.map(\.path) == ["\(place)/1", "\(place)/2/not", "\(place)/3/any/0"])
        #expect(comparisons.map(\.isNegated) == [true, false, true])
        #expect(comparisons.map(\.truth) == [.unknown, .unknown, .unknown])
        #expect(comparisons.map(\.actual) == [nil, nil, nil])
        #expect(comparisons.map(\.condition).first == .tag("tea"))
    }

    @Test func `R-POL-11 Tell a segment that is referred to once, and then what it compares in its own place`() {
        let rich = SampleSegments.segment("rich", .amount(.sales, .above, Money("1.00 EUR")!))
        let condition = SegmentCondition.all([.segment("rich"), .not(.segment("rich"))])
        let comparisons = answer(condition, Self.customer, rich).comparisons
        #expect(
            comparisons.map(\.path) == ["/segments/0/where/all/0", "/segments/1/where", "/segments/0/where/all/1/not"]
        )
        #expect(comparisons.map(\.truth) == [.holds, .holds, .holds])
        #expect(comparisons.map(\.passes) == [.holds, .holds, .fails])
        #expect(comparisons.first?.text.english == "in the segment rich")
    }

    @Test func `R-POL-11 Tell the tiers that it may be where not all is known`() {
        var customer = Self.customer
        customer.tier = .init("standard")
        customer.possibleTier = "silver"
        let answer = answer(.all([.tier(.atLeast, "silver"), .tier(.below, "gold")]), customer)
        #expect(answer.comparisons.map(\.truth) == [.unknown, .holds])
        #expect(answer.comparisons.first?.actual?.text(in: .english) == "standard–silver")
        #expect(answer.turns.turns.map { $0.changes.map(\.text.english) } == [["tier exactly silver"]])
        customer.possibleTier = "gold"
        let wider = self.answer(.tier(.above, "gold"), customer)
        #expect(wider.truth == .fails)
        #expect(wider.turns.turns.isEmpty)
    }

    @Test func `R-POL-11 Can be made ready for many customers`() {
        let set = SampleSegments.set([SampleSegments.segment("s", Self.wakeUp)])
        let checklist = SegmentChecklist(of: "s", in: set)
        #expect(checklist?.comparisons(for: Self.customer) == answer(Self.wakeUp, Self.customer).comparisons)
        #expect(SegmentChecklist(of: "t", in: set) == nil)
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func `R-POL-11 Say of each comparison what it says by itself`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let today = day("2026-06-30")
        let segments = SampleSegments.segments(8, &random)
        let set = SampleSegments.set(segments)
        for _ in 0..<10 {
            let customer = SampleCustomer(&random, asOf: today)
            for segment in segments {
                let answer = set.answer(for: customer.facts(on: today), in: segment.id)!
                for comparison in answer.comparisons {
                    let truth = customer.truth(of: comparison.condition, among: segments, on: today)
                    #expect(comparison.truth == truth)
                    #expect(comparison.distance == nil || comparison.passes == .fails)
                }
            }
        }
    }
}

@Suite struct `The smallest change of an answer` {
    private let customer: SegmentFacts = {
        var customer = SegmentFacts(asOf: day("2026-05-30"))
        customer.labels = [
            .init("a", .number(2)), .init("b", .number(8)), .init("c", .word("x")), .init("d", .truth(false)),
        ]
        return customer
    }()

    private static let labels = [
        SegmentLabel(id: "a", numbers: 0...9), SegmentLabel(id: "b", numbers: 0...9),
        SegmentLabel(id: "c", words: ["x", "y", "z"]), SegmentLabel(id: "d", kind: .truth),
        SegmentLabel(id: "e", kind: .number), SegmentLabel(id: "rate", kind: .ratio),
    ]

    private func turns(_ condition: SegmentCondition, _ facts: SegmentFacts? = nil) -> SegmentTurns {
        let document = SegmentDocument(
            id: "d",
            currency: .eur,
            labels: Self.labels,
            segments: [
                SampleSegments.segment("s", condition),
                SampleSegments.segment("low", .label("b", .below, .number(5))),
            ]
        )
        guard let set = try? SegmentSet(validating: document), let answer = set.answer(for: facts ?? customer, in: "s")
        else { preconditionFailure("a document without a fault") }
        return answer.turns
    }

    private func texts(_ condition: SegmentCondition) -> [[String]] {
        turns(condition).turns.map { $0.changes.map(\.text.english) }
    }

    @Test func `R-POL-11 I149 Is one comparison where one is enough, with the value that is needed`() {
        let condition = SegmentCondition.all([.label("a", .above, .number(4)), .label("d", .equal, .truth(false))])
        let found = turns(condition)
        #expect(found.isExhaustive)
        #expect(found.turns.count == 1)
        let change = found.turns.first?.changes.first
        #expect(change?.attribute == .label("a"))
        #expect(change?.actual == .number(2))
        #expect(change?.needed == .label("a", .equal, .number(5)))
        #expect(change?.distance == .number(3))
        #expect(change?.paths == ["/segments/0/where/all/0"])
        #expect(change?.text.english == "label a exactly 5")
    }

    @Test func `R-POL-11 I149 Is the nearest first where several are as small`() {
        let condition = SegmentCondition.any([
            .label("a", .above, .number(4)), .label("b", .above, .number(8)), .label("c", .equal, .word("y")),
            .label("a", .equal, .number(3)),
        ])
        #expect(texts(condition) == [["label b exactly 9"], ["label a exactly 3"], ["label c exactly y"]])
    }

    @Test func `R-POL-11 Is several facts where one is not enough, and never more than are needed`() {
        let low = SegmentCondition.label("b", .below, .number(5))
        let high = SegmentCondition.label("a", .above, .number(4))
        let word = SegmentCondition.label("c", .equal, .word("z"))
        #expect(texts(.all([high, low])) == [["label a exactly 5", "label b exactly 4"]])
        #expect(
            texts(.all([low, high, .label("d", .equal, .truth(false))])) == [
                ["label b exactly 4", "label a exactly 5"]
            ]
        )
        #expect(texts(.any([.all([high, low]), word])) == [["label c exactly z"]])
        #expect(
            texts(.all([.label("a", .above, .number(3)), .label("a", .above, .number(6))])) == [["label a exactly 7"]]
        )
        #expect(turns(.all([.label("a", .above, .number(3)), high])).turns.first?.changes.first?.paths.count == 2)
    }

    @Test func `R-POL-11 Leads out for one who is in`() {
        let condition = SegmentCondition.all([.label("a", .below, .number(5)), .not(.segment("low"))])
        #expect(texts(condition) == [["label b exactly 4"], ["label a exactly 5"]])
        #expect(turns(condition).turns.first?.changes.first?.paths == ["/segments/1/where"])
    }

    @Test func `R-POL-11 Is something becoming known, or unknown, where that is asked`() {
        #expect(texts(.label("e", .above, .number(4))) == [["label e exactly 5"]])
        #expect(turns(.label("e", .above, .number(4))).turns.first?.changes.first?.distance == nil)
        #expect(texts(.known(.label("e"))) == [["label e known"]])
        #expect(texts(.unknown(.label("a"))) == [["label a not known"]])
        var customer = customer
        customer.labels.append(.init("rate", .ratio(Ratio("1/2")!)))
        let change = turns(.label("rate", .above, .ratio(Ratio("3/4")!)), customer).turns.first?.changes.first
        #expect(change?.needed == .label("rate", .above, .ratio(Ratio("3/4")!)))
        #expect(change?.distance == .ratio(Ratio("1/4")!))
    }

    @Test func `R-POL-11 Is nothing where nobody can be in, or out`() {
        for condition in [.any([]), .all([]), .label("a", .above, .number(9)), .tag("tea") && !.tag("tea")]
            as [SegmentCondition]
        {
            let found = turns(condition)
            #expect(found.turns.isEmpty && found.isExhaustive)
        }
    }

    @Test func `R-POL-11 Says when it has not tried everything`() {
        let parts = (0..<14)
            .map { number in
                SegmentCondition.any((0..<14).map { .tag(.init("t\(number)-\($0)")!) })
            }
        var customer = customer
        customer.tags = []
        let found = turns(.all(parts), customer)
        #expect(!found.isExhaustive)
    }

    /// A customer of 600.
    private struct Point {
        var values: [Identifier<Label>: SegmentValue]

        static let all: [Point] = (0...9)
            .flatMap { a in
                (0...9)
                    .flatMap { b in
                        ["x", "y", "z"]
                            .flatMap { c in
                                [false, true]
                                    .map { d in
                                        Point(values: [
                                            "a": .number(a), "b": .number(b), "c": .word(.init(c)!), "d": .truth(d),
                                        ])
                                    }
                            }
                    }
            }

        func satisfies(_ condition: SegmentCondition) -> Bool {
            switch condition {
            case .all(let parts): return parts.allSatisfy(satisfies)
            case .any(let parts): return parts.contains(where: satisfies)
            case .not(let part): return !satisfies(part)
            case .compared(.label(let label), let comparison, .number(let number)):
                guard case .number(let own)? = values[label] else { return false }
                return comparison.holds(own, number)
            case .compared(.label(let label), let comparison, let value):
                return (comparison == .equal) == (values[label] == value)
            default: preconditionFailure("no sample asks this")
            }
        }
    }

    private static func condition(depth: Int, _ random: inout SeededGenerator) -> SegmentCondition {
        guard depth > 0, Int.random(in: 0..<3, using: &random) > 0 else {
            let label: Identifier<Label> = ["a", "b", "c", "d"].randomElement(using: &random)!
            let value: SegmentValue =
                switch label {
                case "c": .word(.init(["x", "y", "z"].randomElement(using: &random)!)!)
                case "d": .truth(.random(using: &random))
                default: .number(.random(in: -1...10, using: &random))
                }
            let isOrdered = label == "a" || label == "b"
            let comparisons = isOrdered ? Comparison.allCases : [.equal, .notEqual]
            return .label(label, comparisons.randomElement(using: &random)!, value)
        }
        func parts() -> [SegmentCondition] {
            (0..<Int.random(in: 1...3, using: &random)).map { _ in condition(depth: depth - 1, &random) }
        }
        return switch Int.random(in: 0..<5, using: &random) {
        case 0, 1: .all(parts())
        case 2, 3: .any(parts())
        default: .not(condition(depth: depth - 1, &random))
        }
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func `R-POL-11 Is as small as trying all customers finds, and does turn the answer`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let condition = Self.condition(depth: 3, &random)
        let point = Point.all.randomElement(using: &random)!
        var facts = SegmentFacts(asOf: day("2026-05-30"))
        facts.labels = point.values.map { .init($0.key, $0.value) }
        let wanted = !point.satisfies(condition)
        let fewest = Point.all.filter { $0.satisfies(condition) == wanted }
            .map { other in other.values.filter { point.values[$0.key] != $0.value }.count }.min()
        let found = turns(condition, facts)
        #expect(found.isExhaustive)
        #expect(found.turns.first?.changes.count == fewest)
        for turn in found.turns {
            var other = point
            for change in turn.changes {
                switch change.needed {
                case .compared(.label(let label), .equal, let value): other.values[label] = value
                case .oneOf(.label(let label), let words): other.values[label] = .word(words.first!)
                default: Issue.record("\(change.needed) is no value")
                }
            }
            #expect(other.satisfies(condition) == wanted)
            #expect(turn.changes.count == fewest)
        }
        #expect(turns(condition, facts) == found)
    }
}
