import Foundation
import GiftModel
import GiftTesting
import Segmentation
import Testing

@Suite struct `A score` {
    struct Row {
        let metrics: [Int64]
        let scores: [Int]
    }

    /// The CDNOW customers with their reference scores; see the fixture's README.
    static let cdnow: [Row] = {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/cdnow_rfm_q1.csv")
        let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").dropFirst()
            .map { line in
                let fields = line.split(separator: ",").map { Int64($0)! }
                return Row(metrics: [-fields[1], fields[2], fields[3]], scores: fields[4...6].map(Int.init))
            }
    }()

    @Test(arguments: [
        (0, [-242, -219, -198, -99], [480, 478, 459, 475, 465]), (1, [1, 1, 2, 3], [1411, 0, 439, 214, 293]),
        (2, [1496, 2799, 4604, 9376], [480, 464, 471, 471, 471]),
    ])
    func `R-SEG-01 Agrees with the reference on 2,357 real customers`(
        dimension: Int,
        cuts: [Int64],
        distribution: [Int]
    ) throws {
        #expect(Self.cdnow.count == 2357, "a fixture that silently fails to load would agree with anything")
        let points = try #require(CutPoints(dividing: Self.cdnow.map { $0.metrics[dimension] }, into: 5))
        #expect(points.values == cuts)
        let scores = Self.cdnow.map { points.score(of: $0.metrics[dimension]) }
        #expect(scores == Self.cdnow.map { $0.scores[dimension] })
        #expect((1...5).map { score in scores.count { $0 == score } } == distribution)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `R-SEG-01 Is shared by equal values, never falls as the value rises, and lies in its range`(seed: UInt64)
        throws
    {
        var random = SeededGenerator(seed: seed)
        let sample = (0...Int.random(in: 0...40, using: &random)).map { _ in Int64.random(in: -9...9, using: &random) }
        let points = try #require(CutPoints(dividing: sample, into: .random(in: 2...6, using: &random)))
        for (left, right) in zip(sample.sorted(), sample.sorted().dropFirst()) {
            #expect(points.score(of: left) <= points.score(of: right))
        }
        for value in sample {
            let (least, greatest) = try #require(points.range(ofScore: points.score(of: value)))
            #expect((least ?? .min)...(greatest ?? .max) ~= value)
        }
        #expect(CutPoints(dividing: sample.shuffled(using: &random), into: points.levels) == points)
    }

    @Test func `Needs cut points, and none below its predecessor`() {
        #expect(CutPoints([]) == nil)
        #expect(CutPoints([2, 1]) == nil)
        #expect(CutPoints(dividing: [], into: 5) == nil)
        #expect(CutPoints([1, 1])?.levels == 3)
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
    }
}

@Suite struct `An RFM scale` {
    /// Ten customers who bought 1 to 10 times, on as many days, the last one on the last day.
    static let figures: [PurchaseFigures] = (1...10)
        .compactMap { count in
            let last = day("2011-03-10").adding(days: count - 10)!
            let events = (0..<count).map { (last.adding(days: -$0)!.description, Int64(100)) as Shop.Event }
            return Shop.summary(events).figures(asOf: day("2011-03-10"))
        }

    @Test func `R-SEG-01 Scores recency, frequency and monetary value from 1 to 5`() throws {
        let scale = try #require(try RFMScale(dividing: Self.figures, spend: .sales))
        #expect(Self.figures.map { scale.scores(of: $0).recency } == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5])
        #expect(Self.figures.map { scale.scores(of: $0).frequency } == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5])
        #expect(Self.figures.map { scale.scores(of: $0).monetary } == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5])
    }

    @Test func `R-SEG-01 Explains each score by the value and its range`() throws {
        let scale = try #require(try RFMScale(dividing: Self.figures, spend: .sales))
        #expect(
            scale.reasons(for: Self.figures[9]).map { $0.text(in: .english, from: .segmentation) } == [
                "Recency scores 5: 0 days, at most 1 day",
                "Frequency scores 5: 10 days, at least 9 days",
                "Monetary value scores 5: 10.00 EUR, at least 8.01 EUR",
            ]
        )
        #expect(
            scale.reasons(for: Self.figures[2]).map { $0.text(in: .chinese, from: .segmentation) } == [
                "近度得2分：7天，介于6天与7天之间", "频度得2分：3天，介于3天与4天之间", "额度得2分：3.00 EUR，介于2.01 EUR与4.00 EUR之间",
            ]
        )
        #expect(
            scale.reasons(for: Self.figures[0])[0].text(in: .english, from: .segmentation)
                == "Recency scores 1: 9 days, at least 8 days"
        )
    }

    @Test func `Cannot be learned from nobody`() throws {
        #expect(try RFMScale(dividing: [], spend: .net) == nil)
    }
}
