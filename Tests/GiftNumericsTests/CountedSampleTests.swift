import GiftNumerics
import GiftTesting
import Testing

@Suite struct `A counted sample` {
    /// The sample 1, 1, 1, 4, 9, 9.
    let sample = CountedSample(values: [1, 4, 9], through: [3, 4, 6])

    @Test func `Knows the value at every rank`() {
        #expect((1...6).map { sample.value(atRank: $0) } == [1, 1, 1, 4, 9, 9])
        #expect(sample.count == 6)
    }

    @Test func `Is cut by each rule as worked by hand`() {
        #expect(sample.typeOneCuts(levels: 5) == [1, 1, 4, 9])
        #expect(sample.typeSevenCuts(levels: 5) == [1, 1, 4, 9])
        #expect(sample.typeSevenCuts(levels: 3) == [1, 5])  // at ranks 1 + 5/3 and 1 + 10/3: 1 and 4 + 5/3
        #expect(sample.distinctTypeSevenCuts(levels: 5) == [4])
        #expect(sample.midrankCuts(levels: 5) == [0, 1, 4, 4])  // middle ranks 1.5, 3.5 and 5 of 6
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func `Is cut under definition 1 at the smallest value with enough of it at or below`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let numbers = (0...Int.random(in: 0...60, using: &random)).map { _ in Int64.random(in: -5...5, using: &random) }
        let (levels, values) = (Int.random(in: 2...7, using: &random), Set(numbers).sorted())
        let sample = CountedSample(
            values: values,
            through: values.map { value in Int64(numbers.count { $0 <= value }) }
        )
        let naive = (1..<levels)
            .map { level in
                values.first { value in levels * numbers.count { $0 <= value } >= level * numbers.count }
            }
        #expect(sample.typeOneCuts(levels: levels) == naive)
    }

    @Test func `Rounds down below zero too`() {
        let sample = CountedSample(values: [-3, 0], through: [1, 2])
        #expect(sample.typeSevenCuts(levels: 2) == [-2])
    }
}

@Suite struct `A level by rank` {
    @Test func `Takes one more among the first where the count does not divide`() {
        #expect((1...7).map { RankLevels.tile(ofRank: $0, among: 7, levels: 3) } == [1, 1, 1, 2, 2, 3, 3])
        #expect((1...2).map { RankLevels.tile(ofRank: $0, among: 2, levels: 5) } == [1, 2])
    }

    @Test func `Lies between the quantiles of the ranks`() {
        #expect((1...7).map { RankLevels.quantile(ofRank: $0, among: 7, levels: 3) } == [1, 1, 1, 2, 2, 3, 3])
        #expect((1...2).map { RankLevels.quantile(ofRank: $0, among: 2, levels: 5) } == [1, 5])
        #expect(RankLevels.quantile(ofRank: 1, among: 1, levels: 5) == 1)
    }
}
