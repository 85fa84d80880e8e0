import GiftNumerics
import GiftTesting
import Testing

@Suite struct `A search in what ascends` {
    @Test func `Finds the first position that holds, or the end`() {
        #expect([1, 3, 3, 7][...].firstPosition { $0 >= 3 } == 1)
        #expect([1, 3, 3, 7].firstPosition { $0 > 7 } == 4)
        #expect([Int]().firstPosition { _ in true } == 0)
        #expect((5..<9).firstPosition { $0 >= 7 } == 7, "a position is an index, and not an offset")
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func `Finds what a walk from the start finds`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let numbers = (0..<Int.random(in: 0...9, using: &random)).map { _ in Int.random(in: 0...9, using: &random) }
        let part = numbers.sorted().dropFirst(Int.random(in: 0...3, using: &random))
        for bound in -1...10 {
            #expect(part.firstPosition { $0 >= bound } == part.firstIndex { $0 >= bound } ?? part.endIndex)
        }
    }
}

@Suite struct `A merge of what ascends` {
    private typealias Row = (key: Int, count: Int)

    @Test(arguments: 0..<100 as Range<UInt64>)
    func `Holds every key once, ascending, with what both have of it`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        func rows() -> [Row] {
            (0..<8).filter { _ in Bool.random(using: &random) }.map { ($0, Int.random(in: 1...9, using: &random)) }
        }
        let (left, right) = (rows(), rows())
        let merged = left.merged(with: right, by: { $0.key }, joined: { ($0.key, $0.count + $1.count) })
        #expect(merged.map(\.key) == Set((left + right).map(\.key)).sorted())
        for row in merged {
            #expect(row.count == (left + right).filter { $0.key == row.key }.reduce(0) { $0 + $1.count })
        }
    }
}
