import GiftNumerics
import GiftTesting
import Testing

/// Values of every size, many of them equal.
private func value(using random: inout SeededGenerator) -> Int64 {
    let bits = Int64.random(in: 0...63, using: &random)
    let size = Int64(truncatingIfNeeded: random.next() >> 1) >> (63 - min(bits, 63))
    return Bool.random(using: &random) ? size : ~size
}

@Suite struct `The buckets of a range` {
    @Test(arguments: 0..<10 as Range<UInt64>)
    func `Hold each value of the range in one, in the order of the values`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let bounds = [value(using: &random), value(using: &random)].sorted()
        for range in [.all, ValueBuckets(from: bounds[0], through: bounds[1])] {
            var end: Int64?
            for bucket in 0..<range.count {
                let values = range.values(in: bucket)
                guard end.map({ values.least == $0 + 1 }) ?? (values.least == range.least) else {
                    Issue.record("bucket \(bucket) does not follow the one before")
                    break
                }
                end = values.greatest
            }
            #expect(end == range.greatest)
        }
    }

    @Test func `Are of one value each where values are small, and of a hundredth of it where they are great`() {
        let histogram = ValueHistogram(of: [.all])
        for value in [-256, -1, 0, 255] as [Int64] {
            var counted = histogram
            counted.add([value].span)
            let bucket = counted.counts(ofRangeAt: 0).firstIndex(of: 1)!
            #expect(ValueBuckets.all.values(in: bucket) == ValueBuckets(from: value, through: value))
        }
        for value in [.min, -1_000_000, 257, 123_456_789, .max] as [Int64] {
            var counted = histogram
            counted.add([value].span)
            let values = ValueBuckets.all.values(in: counted.counts(ofRangeAt: 0).firstIndex(of: 1)!)
            #expect(values.least <= value && value <= values.greatest)
            #expect((values.greatest - values.least).magnitude < value.magnitude / 100)
        }
    }
}

@Suite struct `A search for ranks` {
    /// The values found from `parts` and how many passes it took.
    private func found(_ parts: [[Int64]], levels: Int) -> (values: [Int64]?, passes: Int) {
        var search = RankSearch(levels: levels)
        var passes = 0
        while !search.wanted.isEmpty {
            var whole = ValueHistogram(of: search.wanted)
            for part in parts {
                var histogram = ValueHistogram(of: search.wanted)
                histogram.add(part.span)
                let isMerged = whole.merge(histogram)
                #expect(isMerged)
            }
            let isRefined = search.refine(with: whole)
            #expect(isRefined)
            passes += 1
        }
        return (search.values, passes)
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func `Finds what sorting finds, from any parts`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let sample = (0...Int.random(in: 0...200, using: &random)).map { _ in value(using: &random) }
        let levels = Int.random(in: 2...9, using: &random)
        var parts = [[Int64]](repeating: [], count: Int.random(in: 1...4, using: &random))
        for value in sample { parts[Int.random(in: 0..<parts.count, using: &random)].append(value) }
        let result = found(parts, levels: levels)
        let sorted = sample.sorted()
        // The first value with the wanted share at or below it.
        let naive = (1..<levels).map { level in sorted[(sorted.count * level + levels - 1) / levels - 1] }
        #expect(result.values == naive)
        #expect(result.passes <= 6)
    }

    @Test func `Takes one pass for numbers of orders, two for days and amounts below 2^20, and six for any`() {
        #expect(found([(0..<5000).map { Int64($0 % 256) }], levels: 5).passes == 1)
        #expect(found([(0..<5000).map { -Int64($0) }], levels: 5).passes == 2)
        let amounts = (0..<5000).map { Int64($0) * 209 }
        #expect(found([amounts], levels: 5).passes == 2)
        #expect(found([(0..<5000).map { .max - Int64($0) }], levels: 5).passes == 6)
    }

    @Test func `Finds nothing in an empty sample`() {
        #expect(found([[], []], levels: 5) == (nil, 1))
    }

    @Test func `Refuses counts that are not of the same sample as those before`() {
        var search = RankSearch(levels: 2)
        var histogram = ValueHistogram(of: search.wanted)
        histogram.add([100_000, 100_001, 7].span)
        let isRefined = search.refine(with: histogram)
        #expect(isRefined)
        let before = search
        var second = ValueHistogram(of: search.wanted)
        second.add([100_000, 100_001, 100_001].span)
        let isRefinedAgain = search.refine(with: second)
        #expect(!isRefinedAgain)
        #expect(search == before)
    }
}
