import Foundation
import GiftTesting
import Segmentation
import Testing

@Suite struct `Counts of values` {
    @Test func `R-SEG-13 Hold every value once, ascending, with how many customers have it`() {
        let counts = ValueCounts(of: [3, 1, 3, -2, 3])
        #expect(counts.values.map(\.value) == [-2, 1, 3])
        #expect(counts.values.map(\.customers) == [1, 1, 3])
        #expect(counts.customers == 5)
        #expect(ValueCounts(of: []).isEmpty)
    }

    @Test(arguments: 0..<64 as Range<UInt64>)
    func `R-SEG-13 Merge from any partition in any order, byte for byte`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let sample = (0..<300).map { _ in Int64.random(in: -40...40, using: &random) }
        let batch = ValueCounts(of: sample)
        var parts = [[Int64]](repeating: [], count: Int(seed) + 1)
        for value in sample { parts[Int.random(in: parts.indices, using: &random)].append(value) }
        var merged = ValueCounts()
        for part in parts.shuffled(using: &random) { merged.merge(ValueCounts(of: part)) }
        #expect(merged == batch)
        #expect(try JSONEncoder().encode(merged) == JSONEncoder().encode(batch))
        for rule in CutRule.allCases {
            let cuts = try #require(CutPoints(dividing: merged, into: 5, by: rule))
            #expect(cuts == CutPoints(dividing: sample, into: 5, by: rule))
            let naive = (1...cuts.levels).map { score in Int64(sample.count { cuts.score(of: $0) == score }) }
            #expect(cuts.distribution(of: merged).counts == naive)
        }
    }

    @Test func `The wire format never changes`() throws {
        let stored = Data("[[-2,1],[1,1],[3,3]]".utf8)
        let counts = ValueCounts(of: [3, 1, 3, -2, 3])
        #expect(try JSONEncoder().encode(counts) == stored)
        #expect(try JSONDecoder().decode(ValueCounts.self, from: stored) == counts)
    }

    @Test(arguments: ["[[1,0]]", "[[1,-1]]", "[[1,1],[1,1]]", "[[2,1],[1,1]]", "[[1]]", "[[1,1,1]]", "{}"])
    func `Not in order, or of nobody, are an error`(stored: String) {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(ValueCounts.self, from: Data(stored.utf8)) }
    }

    @Test func `Beyond 64 bits stay at their greatest number, and can still be cut`() throws {
        var counts = try JSONDecoder().decode(ValueCounts.self, from: Data("[[1,\(Int64.max)],[2,5]]".utf8))
        counts.merge(counts)
        #expect(counts.customers == .max)
        for rule in CutRule.allCases { #expect(CutPoints(dividing: counts, into: 100, by: rule)?.score(of: 0) == 1) }
    }
}
