/// How many values of a sample fall into each bucket of some ranges: what one pass over a part of the sample tells.
///
/// Histograms of parts add up to that of the whole, in any order.
package struct ValueHistogram: Hashable, Sendable {
    /// The ranges, ascending, none overlapping another.
    package let ranges: [ValueBuckets]
    /// The buckets of all ranges, one range after the other.
    private var counts: [Int64]
    private let offsets: [Int]

    /// No values yet.
    package init(of ranges: [ValueBuckets]) {
        precondition(
            zip(ranges, ranges.dropFirst()).allSatisfy { $0.greatest < $1.least },
            "ranges ascend and none overlaps another"
        )
        self.ranges = ranges
        self.offsets = ranges.reduce(into: [0]) { offsets, range in
            offsets.append(offsets[offsets.count - 1] + range.count)
        }
        self.counts = [Int64](repeating: 0, count: offsets[ranges.count])
    }
}

extension ValueHistogram {
    /// The counts of the range at `position`, bucket by bucket.
    package func counts(ofRangeAt position: Int) -> ArraySlice<Int64> {
        counts[offsets[position]..<offsets[position + 1]]
    }

    /// Counts the values that are in a range.
    ///
    /// - Complexity: O(*n* · *r*) in the numbers of values and of ranges.
    package mutating func add(_ values: Span<Int64>) {
        if ranges.count == 1, ranges[0].isLogarithmic {
            var counts = counts.mutableSpan
            for index in values.indices { counts[ValueBuckets.logarithmicBucket(of: values[index])] += 1 }
        } else {
            addInside(values)
        }
    }

    private mutating func addInside(_ values: Span<Int64>) {
        let leasts = ranges.map(\.least)
        let distances = ranges.map(\.distance)
        let shifts = ranges.map { UInt64($0.shift) }
        let offsets = offsets
        var counts = counts.mutableSpan
        for index in values.indices {
            let value = values[index]
            var range = -1
            for least in leasts { range &+= value >= least ? 1 : 0 }
            guard range >= 0 else { continue }
            let distance = UInt64(bitPattern: value &- leasts[range])
            guard distance <= distances[range] else { continue }
            counts[offsets[range] + Int(truncatingIfNeeded: distance >> shifts[range])] += 1
        }
    }

    /// Adds `count` to a bucket of the range at `position`, or returns `false` when it has no such bucket, `count` is
    /// not above zero or the bucket was counted before.
    package mutating func set(_ bucket: Int, ofRangeAt position: Int, to count: Int64) -> Bool {
        guard count > 0, (0..<ranges[position].count).contains(bucket), counts[offsets[position] + bucket] == 0
        else { return false }
        counts[offsets[position] + bucket] = count
        return true
    }

    /// Adds the counts of `other`, or returns `false` and changes nothing when they are of other ranges or a sum
    /// leaves `Int64`.
    ///
    /// - Complexity: O(*n*) in the number of buckets.
    package mutating func merge(_ other: ValueHistogram) -> Bool {
        guard ranges == other.ranges else { return false }
        var sums = counts
        for index in sums.indices {
            let (sum, overflow) = sums[index].addingReportingOverflow(other.counts[index])
            guard !overflow else { return false }
            sums[index] = sum
        }
        counts = sums
        return true
    }
}
