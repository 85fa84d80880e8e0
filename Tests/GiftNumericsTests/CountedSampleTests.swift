import GiftNumerics
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
