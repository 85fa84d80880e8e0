import Foundation
import GiftModel
import GiftTesting
import Segmentation
import Testing

/// Story S15: value and warmth.
@Suite struct `The quadrants of value and interaction` {
    private typealias Row = (name: String, spend: Int64, interactions: Int64, quadrant: ValueQuadrant)

    private static let rows: [Row] = [
        ("a", 90_000_00, 25, .keyCare), ("b", 80_000_00, 3, .toBeWoken), ("c", 60_000_00, 12, .toBeWoken),
        ("d", 40_000_00, 18, .toBeNurtured), ("e", 40_000_00, 2, .lightTouch), ("f", 30_000_00, 15, .toBeNurtured),
        ("g", 20_000_00, 1, .lightTouch), ("h", 10_000_00, 12, .lightTouch),
    ]
    private static let book = Phrasebook(QuadrantReason.self)

    private func sample(_ rows: some Sequence<Row>) throws -> QuadrantSample {
        var sample = QuadrantSample(in: .cny)
        for row in rows {
            try sample.add(value: Money(minorUnits: row.spend, in: .cny), interaction: row.interactions)
        }
        return sample
    }

    private func assessment(_ row: Row, by cuts: QuadrantCuts) throws -> QuadrantAssessment {
        try cuts.assessment(value: Money(minorUnits: row.spend, in: .cny), interaction: row.interactions)
    }

    @Test func `R-SEG-02 S15 Are cut at 40,000 and 12, and customers with equal figures stay on one side`() throws {
        let cuts = try #require(try sample(Self.rows).cuts)
        #expect((cuts.value.values, cuts.interaction.values) == ([40_000_00], [12]))
        for row in Self.rows {
            #expect(try assessment(row, by: cuts).quadrant == row.quadrant, "\(row.name)")
        }
        #expect(cuts == QuadrantCuts(value: Money("40000.00 CNY")!, interaction: 12))
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func `R-SEG-02 S15 Are the same when the list arrives shuffled or in any two parts`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let rows = Self.rows.shuffled(using: &random)
        let part = Int.random(in: 0...rows.count, using: &random)
        var left = try sample(rows[..<part])
        try left.merge(try sample(rows[part...]))
        #expect(left == (try sample(Self.rows)))
        #expect(left.cuts == (try sample(Self.rows).cuts))
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func `R-SEG-02 Are cut where a score of two levels is`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let numbers = (0...Int.random(in: 0...20, using: &random)).map { _ in Int64.random(in: -5...5, using: &random) }
        let cuts = try #require(try sample(numbers.map { ("", $0, -$0, .keyCare) }).cuts)
        #expect(cuts.value == CutPoints(dividing: numbers, into: 2))
        #expect(cuts.interaction == CutPoints(dividing: numbers.map { -$0 }, into: 2))
    }

    @Test func `R-SEG-02 Have a title and a strategy, and each customer its reasons, in both languages`() throws {
        let cuts = try #require(try sample(Self.rows).cuts)
        #expect(ValueQuadrant.allCases.map { $0.title[.chinese] } == ["重点维护", "唤醒激活", "潜力培育", "轻量维护"])
        #expect(Set(ValueQuadrant.allCases.map { $0.strategy[.english] }).count == 4)
        #expect(
            try assessment(Self.rows[2], by: cuts).reasons.map { $0.text(in: .english, from: Self.book) } == [
                "To be woken: win attention back: a personal gift that gives a reason to meet again",
                "value 60000.00 CNY, above 40000.00 CNY: high", "interaction 12, not above 12: low",
            ]
        )
        #expect(
            try assessment(Self.rows[2], by: cuts).reasons.dropFirst().map { $0.text(in: .chinese, from: Self.book) }
                == ["价值60000.00 CNY，高于40000.00 CNY：高", "互动12，未高于12：低"]
        )
    }

    @Test func `R-SEG-02 Are undetermined for whom too little is known, and cannot be learned from nobody`() throws {
        let cuts = QuadrantCuts(value: Money("1.00 CNY")!, interaction: 1)
        let unknown = try cuts.assessment(value: Money("2.00 CNY"), interaction: nil)
        #expect(unknown.quadrant == nil)
        #expect(
            unknown.reasons.map { $0.text(in: .english, from: Self.book) } == [
                "the quadrant is undetermined", "value 2.00 CNY, above 1.00 CNY: high",
                "interaction not known, the cut is 1",
            ]
        )
        #expect(try cuts.assessment(value: nil, interaction: 5).quadrant == nil)
        #expect(QuadrantSample(in: .cny).cuts == nil)
    }

    @Test func `Refuse another currency and are left as they were`() throws {
        var sample = try sample(Self.rows)
        let before = sample
        let error = PurchaseSummaryError.currencyMismatch(.eur, expected: .cny)
        #expect(throws: error) { try sample.add(value: Money("1.00 EUR")!, interaction: 1) }
        #expect(throws: error) { try sample.merge(QuadrantSample(in: .eur)) }
        #expect(sample == before)
        #expect(throws: error) { try sample.cuts?.assessment(value: Money("1.00 EUR")!, interaction: nil) }
    }

    @Test func `Have a wire format that never changes`() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let sample = try sample(Self.rows[3...5])
        let stored = #"{"currency":"CNY","interaction":[[2,1],[15,1],[18,1]],"v":1,"value":[[3000000,1],[4000000,2]]}"#
        #expect(String(decoding: try encoder.encode(sample), as: UTF8.self) == stored)
        #expect(try JSONDecoder().decode(QuadrantSample.self, from: Data(stored.utf8)) == sample)
        let frozen = #"{"currency":"CNY","interaction":[15],"v":1,"value":[4000000]}"#
        #expect(String(decoding: try encoder.encode(sample.cuts), as: UTF8.self) == frozen)
        #expect(try JSONDecoder().decode(QuadrantCuts.self, from: Data(frozen.utf8)) == sample.cuts)
        for bad in [
            #"{"currency":"CNY","interaction":[15],"v":2,"value":[4000000]}"#,
            #"{"currency":"CNY","interaction":[1,2],"v":1,"value":[4000000]}"#,
        ] {
            #expect(throws: DecodingError.self) { try JSONDecoder().decode(QuadrantCuts.self, from: Data(bad.utf8)) }
        }
        for bad in ["[[2,1],[1,1]]", "[[2,0]]", "[[2]]", "[[]]", "[[2,1],[2,1]]"] {
            let text = #"{"currency":"CNY","interaction":\#(bad),"v":1,"value":[]}"#
            #expect(throws: DecodingError.self) { try JSONDecoder().decode(QuadrantSample.self, from: Data(text.utf8)) }
        }
        let uneven = #"{"currency":"CNY","interaction":[[2,3]],"v":1,"value":[[1,1],[2,1]]}"#
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(QuadrantSample.self, from: Data(uneven.utf8)) }
    }

    @Test func `Count beyond 64 bits without leaving them`() throws {
        let many = #"{"currency":"CNY","interaction":[[2,\#(Int64.max)]],"v":1,"value":[[100,\#(Int64.max)]]}"#
        var sample = try JSONDecoder().decode(QuadrantSample.self, from: Data(many.utf8))
        let before = sample
        try sample.add(value: Money("1.00 CNY")!, interaction: 2)
        #expect(sample == before)
        try sample.merge(sample)
        #expect(sample == before)
        #expect(sample.cuts == QuadrantCuts(value: Money("1.00 CNY")!, interaction: 2))
    }
}
