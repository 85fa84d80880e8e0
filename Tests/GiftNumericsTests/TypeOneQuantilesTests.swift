import GiftNumerics
import GiftTesting
import Testing

@Suite struct `A type-1 quantile` {
    @Test(arguments: 0..<200 as Range<UInt64>)
    func `Is the smallest value with enough of the sample at or below it`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let sample = (0...Int.random(in: 0...60, using: &random)).map { _ in Int64.random(in: -5...5, using: &random) }
        let levels = Int.random(in: 2...7, using: &random)

        let naive = (1..<levels)
            .map { level in
                sample.sorted().first { value in levels * sample.count { $0 <= value } >= level * sample.count }
            }
        #expect(TypeOneQuantiles.cuts(of: sample, levels: levels) == naive)
    }

    @Test func `Of one value is that value, at every level`() {
        #expect(TypeOneQuantiles.cuts(of: [7], levels: 5) == [7, 7, 7, 7])
    }
}
