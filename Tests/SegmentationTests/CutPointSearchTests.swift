import Foundation
import GiftTesting
import Segmentation
import Testing

@Suite struct `A search for cut points` {
    private static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// What went over the wire and came back.
    private static func sent<Value: Codable>(_ value: Value) throws -> Value {
        try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
    }

    @Test func `R-SEG-13 Asks until nothing is left to know`() throws {
        var search = CutPointSearch(levels: 5)
        #expect(search.cutPoints == nil && search.customers == nil)
        while let question = search.wanted {
            var counts = CutPointCounts(for: question)
            for part in [[3, 1, 1], [], [2, 1_000_000]] as [[Int64]] {
                try counts.merge(CutPointCounts(of: part, for: question))
            }
            try search.refine(with: counts)
        }
        #expect(search.cutPoints?.values == [1, 1, 2, 3])
        #expect(search.customers == 5)
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `R-SEG-13 Finds the cut points of all values at once, from 1 to 64 parts in any order`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let sample = (0...Int.random(in: 0...300, using: &random))
            .map { _ in Int64(truncatingIfNeeded: random.next()) >> Int64.random(in: 20...63, using: &random) }
        let levels = Int.random(in: 2...7, using: &random)
        var parts = [[Int64]](repeating: [], count: [1, 2, 3, 7, 64][Int(seed % 5)])
        for value in sample { parts[Int.random(in: 0..<parts.count, using: &random)].append(value) }

        var search = CutPointSearch(levels: levels)
        while let question = search.wanted {
            let asked = try Self.sent(question)
            #expect(asked == question)
            parts.shuffle(using: &random)
            var counts = CutPointCounts(for: question)
            for part in parts { try counts.merge(CutPointCounts(of: part, for: asked)) }
            try search.refine(with: Self.sent(counts))
            #expect(try Self.sent(search) == search)
            search = try Self.sent(search)
        }
        #expect(search.cutPoints == CutPoints(dividing: sample, into: levels))
    }

    @Test func `Has no cut points when there are no customers, and asks no more`() throws {
        var search = CutPointSearch(levels: 5)
        try search.refine(with: CutPointCounts(for: try #require(search.wanted)))
        #expect(search.wanted == nil && search.cutPoints == nil && search.customers == 0)
    }

    @Test func `Refuses counts of another question or of other customers, and stays as it was`() throws {
        var search = CutPointSearch(levels: 2)
        let first = try #require(search.wanted)
        try search.refine(with: CutPointCounts(of: [100_000, 100_001, 7], for: first))
        let (before, question) = (search, try #require(search.wanted))
        #expect(throws: CutPointSearchError.otherQuestion) {
            try search.refine(with: CutPointCounts(of: [100_000], for: first))
        }
        #expect(throws: CutPointSearchError.otherCustomers) {
            try search.refine(with: CutPointCounts(of: [100_000], for: question))
        }
        var counts = CutPointCounts(for: first)
        #expect(throws: CutPointSearchError.otherQuestion) { try counts.merge(CutPointCounts(for: question)) }
        #expect(search == before)
        #expect(CutPointSearchError.otherCustomers.description.hasPrefix("the counts are of more or fewer"))
    }

    @Test func `Refuses more customers than fit in 64 bits`() throws {
        let text =
            #"{"counts":[[[7296,9223372036854775807]]],"question":{"ranges":[[-9223372036854775808,9223372036854775807]],"v":1},"v":1}"#
        var counts = try JSONDecoder().decode(CutPointCounts.self, from: Data(text.utf8))
        #expect(throws: CutPointSearchError.overflow) { try counts.merge(counts) }
        var search = CutPointSearch(levels: 2)
        try counts.merge(CutPointCounts(of: [1], for: counts.question))
        #expect(throws: CutPointSearchError.overflow) { try search.refine(with: counts) }
        #expect(search == CutPointSearch(levels: 2))
    }

    @Test func `The wire format never changes`() throws {
        var search = CutPointSearch(levels: 3)
        #expect(try Self.json(search) == #"{"levels":3,"v":1}"#)
        let question = try #require(search.wanted)
        #expect(try Self.json(question) == #"{"ranges":[[-9223372036854775808,9223372036854775807]],"v":1}"#)
        let counts = CutPointCounts(of: [5, 100_003, 100_003, -1], for: question)
        #expect(
            try Self.json(counts)
                == #"{"counts":[[[7295,1],[7301,1],[8643,2]]],"#
                + #""question":{"ranges":[[-9223372036854775808,9223372036854775807]],"v":1},"v":1}"#
        )
        try search.refine(with: counts)
        let places = #"{"customers":4,"levels":3,"places":[[5,5,1,1],[99840,100351,1,2]],"v":1}"#
        #expect(try Self.json(search) == places)
        #expect(try Self.json(try #require(search.wanted)) == #"{"ranges":[[99840,100351]],"v":1}"#)
    }

    @Test(arguments: [
        #"{"levels":3,"v":2}"#, #"{"levels":1,"v":1}"#, #"{"levels":3,"customers":4,"places":[],"v":1}"#,
        #"{"levels":3,"customers":4,"places":[[5,5,1,1],[99968,100031,3,2]],"v":1}"#,
        #"{"levels":3,"customers":4,"places":[[5,9,1,1],[7,10,1,2]],"v":1}"#,
        #"{"levels":3,"customers":4,"places":[[5,4,1,1],[7,10,1,2]],"v":1}"#,
        #"{"levels":3,"customers":4,"places":[[5,5,1],[7,10,1,2]],"v":1}"#,
        #"{"levels":1001,"v":1}"#, #"{"levels":9223372036854775807,"v":1}"#,
    ])
    func `Is not read where it never came to stand so`(text: String) {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(CutPointSearch.self, from: Data(text.utf8)) }
    }

    @Test(arguments: [
        #"{"question":{"ranges":[[0,9]],"v":1},"counts":[[[0,1]]],"v":2}"#,
        #"{"question":{"ranges":[[0,9]],"v":1},"counts":[[[10,1]]],"v":1}"#,
        #"{"question":{"ranges":[[0,9]],"v":1},"counts":[[[-1,1]]],"v":1}"#,
        #"{"question":{"ranges":[[0,9]],"v":1},"counts":[[[1,0]]],"v":1}"#,
        #"{"question":{"ranges":[[0,9]],"v":1},"counts":[[[1,1],[1,1]]],"v":1}"#,
        #"{"question":{"ranges":[[0,9]],"v":1},"counts":[[[2,1],[1,1]]],"v":1}"#,
        #"{"question":{"ranges":[[0,9]],"v":1},"counts":[[[2]]],"v":1}"#,
        #"{"question":{"ranges":[[0,9]],"v":1},"counts":[],"v":1}"#,
        #"{"question":{"ranges":[[0,9],[9,10]],"v":1},"counts":[[],[]],"v":1}"#,
        #"{"question":{"ranges":[[9,0]],"v":1},"counts":[[]],"v":1}"#,
        #"{"question":{"ranges":[],"v":1},"counts":[],"v":1}"#,
    ])
    func `Takes no counts that nobody can have counted`(text: String) {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(CutPointCounts.self, from: Data(text.utf8)) }
    }

    @Test func `Divides into 1,000 parts at most, so that what is asked and counted stays small`() throws {
        let question = { (count: Int) in
            let ranges = (0..<count).map { "[\(2 * $0),\(2 * $0)]" }.joined(separator: ",")
            return try JSONDecoder().decode(CutPointQuestion.self, from: Data(#"{"ranges":[\#(ranges)],"v":1}"#.utf8))
        }
        #expect(throws: DecodingError.self) { try question(1000) }
        let counts = CutPointCounts(of: [1, 2, 2], for: try question(999))
        #expect(try Self.json(counts).hasPrefix(#"{"counts":[[],[[0,2]],[],"#))
        var search = CutPointSearch(levels: 1000)
        while let wanted = search.wanted {
            try search.refine(with: CutPointCounts(of: Array(1...5000), for: wanted))
        }
        #expect(search.cutPoints == CutPoints(dividing: Array(1...5000), into: 1000))
    }
}
