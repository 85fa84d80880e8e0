import Foundation
import GiftModel
import GiftTesting
import Segmentation
import Testing

@Suite struct `A score` {
    struct Case: CustomTestStringConvertible {
        let name: String
        let rule: CutRule
        let metric: Int
        let cuts: [Int64]
        let distribution: [Int64]

        var testDescription: String { "\(name), metric \(metric)" }

        init(_ rule: CutRule, _ metric: Int, _ cuts: [Int64], _ distribution: [Int64]) {
            (self.name, self.rule, self.metric) = (rule.rawValue, rule, metric)
            (self.cuts, self.distribution) = (cuts, distribution)
        }
    }

    @Test(arguments: [
        Case(.qcut, 0, [-242, -219, -198, -99], [480, 478, 459, 475, 465]),
        Case(.qcut, 1, [2, 3], [1850, 214, 293]), Case(.qcut, 2, [1496, 2799, 4597, 9372], [480, 464, 470, 471, 472]),
        Case(.qcut, 3, [2], [1960, 397]),
        Case(.typeSeven, 0, [-242, -219, -198, -99], [480, 478, 459, 475, 465]),
        Case(.typeSeven, 1, [1, 1, 2, 3], [1411, 0, 439, 214, 293]),
        Case(.typeSeven, 2, [1496, 2799, 4597, 9372], [480, 464, 470, 471, 472]),
        Case(.typeSeven, 3, [1, 1, 1, 2], [1502, 0, 0, 458, 397]),
        Case(.typeOne, 0, [-242, -219, -198, -99], [480, 478, 459, 475, 465]),
        Case(.typeOne, 1, [1, 1, 2, 3], [1411, 0, 439, 214, 293]),
        Case(.typeOne, 2, [1496, 2799, 4604, 9376], [480, 464, 471, 471, 471]),
        Case(.typeOne, 3, [1, 1, 1, 2], [1502, 0, 0, 458, 397]),
        Case(.typeOneAtLeast, 0, [-243, -220, -199, -100], [466, 475, 453, 490, 473]),
        Case(.typeOneAtLeast, 1, [0, 0, 1, 2], [0, 0, 1411, 439, 507]),
        Case(.typeOneAtLeast, 2, [1495, 2798, 4603, 9375], [439, 503, 472, 471, 472]),
        Case(.typeOneAtLeast, 3, [0, 0, 0, 1], [0, 0, 0, 1502, 855]),
        Case(.midrank, 0, [-243, -220, -198, -100], [466, 475, 476, 467, 473]),
        Case(.midrank, 1, [0, 1, 1, 2], [0, 1411, 0, 439, 507]),
        Case(.midrank, 2, [1496, 2797, 4588, 9376], [480, 462, 472, 472, 471]),
        Case(.midrank, 3, [0, 1, 1, 2], [0, 1502, 0, 458, 397]),
    ])
    func `R-SEG-01 Agrees with the reference on 2,357 real customers under each rule`(test: Case) throws {
        #expect(CDNOW.rows.count == 2357, "a fixture that silently fails to load would agree with anything")
        let sample = CDNOW.sample(test.metric)
        let points = try #require(CutPoints(dividing: sample, into: 5, by: test.rule))
        #expect(points.values == test.cuts)
        #expect(sample.map(points.score(of:)) == CDNOW.rows.map { $0.scores[test.name]?[test.metric] })
        #expect(points.distribution(of: ValueCounts(of: sample)).counts == test.distribution)
    }

    @Test(arguments: [
        (0, CutPoints(withinDays: [30, 60, 120, 180]), [1636, 191, 230, 125, 175]),
        (1, CutPoints([1, 2, 4, 8]), [1411, 439, 314, 152, 41]),
        (2, CutPoints([2000, 5000, 10000, 25000]), [700, 769, 448, 319, 121]),
        (3, CutPoints([1, 2, 3, 5]), [1502, 458, 200, 149, 48]),
    ])
    func `R-SEG-01 Agrees with the reference by fixed thresholds`(
        metric: Int,
        points: CutPoints?,
        distribution: [Int64]
    ) throws {
        let points = try #require(points)
        let sample = CDNOW.sample(metric)
        #expect(sample.map(points.score(of:)) == CDNOW.rows.map { $0.scores["fixed"]?[metric] })
        #expect(points.distribution(of: ValueCounts(of: sample)).counts == distribution)
    }

    @Test(arguments: [
        (RankRule.ntile, "ntile", [472, 472, 471, 471, 471]), (.rankFirst, "rankFirst", [472, 471, 471, 471, 472]),
    ])
    func `R-SEG-01 Agrees with the reference by rank, where equals are parted by customer`(
        rule: RankRule,
        name: String,
        distribution: [Int]
    ) {
        for metric in 0..<4 {
            let scores = rule.scores(of: CDNOW.rows.map { ($0.values[metric], $0.customer) }, levels: 5)
            #expect(scores == CDNOW.rows.map { $0.scores[name]?[metric] })
            #expect((1...5).map { score in scores.count { $0 == score } } == distribution)
        }
    }

    @Test func `R-SEG-01 By rank parts equals in the order of whatever key the caller gives`() {
        let numbers = [10, 9]
        #expect(RankRule.ntile.scores(of: numbers.map { (7, $0) }, levels: 2) == [2, 1])
        let identifiers: [Customer.ID] = ["10", "9"]
        #expect(RankRule.ntile.scores(of: identifiers.map { (7, $0) }, levels: 2) == [1, 2])
        #expect(RankRule.rankFirst.scores(of: [(7, "a"), (7, "a")], levels: 2) == [1, 2])
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `R-SEG-01 By rank is as even as can be, and parts equals by their keys, whatever the order of the rows`(
        seed: UInt64
    ) {
        var random = SeededGenerator(seed: seed)
        let count = Int.random(in: 0...30, using: &random)
        let levels = Int.random(in: 2...6, using: &random)
        let sample = (0..<count).map { (value: Int64.random(in: 0...3, using: &random), key: $0) }
        let shuffled = sample.shuffled(using: &random)
        for rule in RankRule.allCases {
            let scores = rule.scores(of: sample, levels: levels)
            #expect(rule.scores(of: shuffled, levels: levels) == shuffled.map { scores[$0.key] })
            let ranked = zip(sample, scores).sorted { ($0.0.value, $0.0.key) < ($1.0.value, $1.0.key) }.map(\.1)
            #expect(ranked == ranked.sorted())
            let sizes = (1...levels).map { level in scores.count { $0 == level } }
            if rule == .ntile {
                #expect(sizes == (0..<levels).map { count / levels + ($0 < count % levels ? 1 : 0) })
            } else {
                // The rank's own quantile of definition 7, said with fractions.
                let naive = (0..<count).map { rank in 1 + (1..<levels).count { levels * rank > (count - 1) * $0 } }
                #expect(ranked == naive)
            }
        }
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `R-SEG-01 Is shared by equal values, never falls as the value rises, and lies in its range`(seed: UInt64)
        throws
    {
        var random = SeededGenerator(seed: seed)
        let sample = (0...Int.random(in: 0...40, using: &random)).map { _ in Int64.random(in: -9...9, using: &random) }
        let levels = Int.random(in: 2...6, using: &random)
        for rule in CutRule.allCases {
            let points = try #require(CutPoints(dividing: sample, into: levels, by: rule))
            for (left, right) in zip(sample.sorted(), sample.sorted().dropFirst()) {
                #expect(points.score(of: left) <= points.score(of: right))
            }
            for value in sample {
                let (least, greatest) = try #require(points.range(ofScore: points.score(of: value)))
                #expect((least ?? .min)...(greatest ?? .max) ~= value)
            }
            #expect(points.levels <= levels && (rule == .qcut || points.levels == levels))
            #expect(CutPoints(dividing: sample.shuffled(using: &random), into: levels, by: rule) == points)
        }
    }

    /// Each rule as its definition has it, on doubled, trebled … values instead of fractions.
    static func naive(_ value: Int64, in sample: [Int64], levels: Int, by rule: CutRule) -> Int {
        let (sorted, count) = (sample.sorted(), sample.count)
        let inner = 1..<levels
        /// `levels` times the quantile between neighbors.
        func between(_ level: Int) -> Int64 {
            let (index, rest) = ((count - 1) * level).quotientAndRemainder(dividingBy: levels)
            let next = sorted[min(index + 1, count - 1)]
            return Int64(levels) * sorted[index] + Int64(rest) * (next - sorted[index])
        }
        func least(_ level: Int) -> Int64 { sorted.first { v in levels * sample.count { $0 <= v } >= level * count }! }
        switch rule {
        case .typeOne: return 1 + inner.count { value > least($0) }
        case .typeOneAtLeast: return 1 + inner.count { value >= least($0) }
        case .typeSeven: return 1 + inner.count { Int64(levels) * value > between($0) }
        case .midrank:
            let doubled = 2 * sample.count { $0 < value } + sample.count { $0 == value }
            return (levels * doubled + 2 * count - 1) / (2 * count)
        case .qcut:
            let edges = Set((0...levels).map(between)).sorted()
            return edges.dropFirst().firstIndex { Int64(levels) * value <= $0 } ?? 1
        }
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `R-SEG-01 Is what the definition of its rule says`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let spread = Int64.random(in: 0...30, using: &random)
        let sample = (0...Int.random(in: 0...40, using: &random))
            .map { _ in Int64.random(in: -spread...spread, using: &random) }
        let levels = Int.random(in: 2...7, using: &random)
        for rule in CutRule.allCases {
            let points = try #require(CutPoints(dividing: sample, into: levels, by: rule))
            let naive = sample.map { Self.naive($0, in: sample, levels: levels, by: rule) }
            #expect(sample.map(points.score(of:)) == naive, "\(rule)")
        }
    }

    @Test func `R-SEG-02 Parts eight customers at the median of spend and of interactions, in any order or two parts`()
        throws
    {
        let spend: [Int64] = [90_000, 80_000, 60_000, 40_000, 40_000, 30_000, 20_000, 10_000]
        let interactions: [Int64] = [25, 3, 12, 18, 2, 15, 1, 12]
        let (spendCuts, interactionCuts) = try (
            #require(CutPoints(dividing: spend, into: 2)), #require(CutPoints(dividing: interactions, into: 2))
        )
        #expect(spendCuts.values == [40_000])
        #expect(interactionCuts.values == [12])
        let cells = zip(spend, interactions).map { "\(spendCuts.score(of: $0))\(interactionCuts.score(of: $1))" }
        #expect(cells == ["22", "21", "21", "12", "11", "12", "11", "11"])
        var random = SeededGenerator(seed: 15)
        for cut in 0...8 {
            let shuffled = spend.shuffled(using: &random)
            var counts = ValueCounts(of: shuffled[cut...])
            counts.merge(ValueCounts(of: shuffled[..<cut]))
            #expect(CutPoints(dividing: counts, into: 2) == spendCuts)
        }
    }

    @Test func `R-SEG-01 Under qcut has fewer levels where many share a value, down to one for all`() {
        #expect(CutPoints(dividing: [7, 7, 7], into: 5, by: .qcut)?.levels == 1)
        #expect(CutPoints(dividing: [0, 0, 0, 0, 0, 0, 0, 0, 0, 1], into: 5, by: .qcut)?.values == [])
        #expect(CutPoints(dividing: [1, 1, 1, 1, 2, 5], into: 5, by: .qcut)?.values == [2])
    }

    @Test func `R-SEG-01 Is cut between the ends of all numbers without overflow`() {
        let ends: [Int64] = [.min, .max]
        #expect(CutPoints(dividing: ends, into: 2, by: .typeOne)?.values == [.min])
        #expect(CutPoints(dividing: ends, into: 2, by: .typeSeven)?.values == [-1])
        #expect(CutPoints(dividing: ends, into: 2, by: .qcut)?.values == [-1])
        for rule in [CutRule.typeOneAtLeast, .midrank] {
            let points = CutPoints(dividing: [.min], into: 5, by: rule)
            #expect(points?.score(of: .min) == 1, "no cut point lies below the lowest number")
        }
    }

    @Test func `Needs a sample to be learned, and no cut point below its predecessor`() {
        #expect(CutPoints([2, 1]) == nil)
        for rule in CutRule.allCases { #expect(CutPoints(dividing: [], into: 5, by: rule) == nil) }
        #expect(CutPoints([1, 1])?.levels == 3)
        #expect(CutPoints([])?.score(of: 9) == 1)
    }

    @Test func `R-SEG-01 Is given for having bought within so many days, the last of them included`() throws {
        let points = try #require(CutPoints(withinDays: [30, 60]))
        #expect([0, 30, 31, 60, 61].map { points.score(of: -$0) } == [3, 3, 2, 2, 1])
        for days: [Int32] in [[], [-1, 3], [60, 30]] { #expect(CutPoints(withinDays: days) == nil) }
        #expect(CutPoints(withinDays: [.max])?.values == [-1 << 31])
    }

    @Test func `Has a range even at the end of the numbers`() throws {
        let points = try #require(CutPoints([.max]))
        #expect(points.range(ofScore: 2) == nil)
        #expect(points.range(ofScore: 1)?.greatest == .max)
    }

    @Test func `R-SEG-01 Is empty between equal cut points, and says so`() throws {
        let points = try #require(CutPoints([1, 1, 2, 3]))
        #expect(points.range(ofScore: 2) == nil)
        #expect(points.range(ofScore: 1)?.greatest == 1)
        #expect(try #require(points.range(ofScore: 3)) == (2, 2))
        let distribution = points.distribution(of: ValueCounts(of: CDNOW.sample(1)))
        #expect(distribution.emptyLevels == [2])
        #expect(distribution.customers == 2357)
        #expect((1...5).map(distribution.customers(atLeast:)) == [2357, 946, 946, 507, 293])
    }

    @Test func `The wire format of rules and distributions never changes`() throws {
        let words = try JSONEncoder().encode(CutRule.allCases)
        #expect(String(decoding: words, as: UTF8.self) == #"["typeOne","typeOneAtLeast","typeSeven","midrank","qcut"]"#)
        let stored = Data("[1411,0,439,214,293]".utf8)
        let distribution = try JSONDecoder().decode(ScoreDistribution.self, from: stored)
        #expect(distribution.counts == [1411, 0, 439, 214, 293])
        #expect(try JSONEncoder().encode(distribution) == stored)
        for faulty in ["[]", "[1,-1]"] {
            #expect(throws: DecodingError.self) {
                try JSONDecoder().decode(ScoreDistribution.self, from: Data(faulty.utf8))
            }
        }
    }
}
