/// The search for the values at some ranks of a sample that nobody holds as a whole.
///
/// Each pass counts the values of every part into the buckets of the ranges that are ``wanted``; the sums tell in
/// which buckets the ranks lie, and these are the ranges of the next pass, until each is a single value. Two passes
/// are enough for amounts below 2^20, and six for all.
///
/// - Source: type-1 quantiles as in ``CountedSample``, by most-significant-digit radix selection.
package struct RankSearch: Hashable, Sendable {
    /// Where one wanted rank lies, as far as it is known.
    package struct Place: Hashable, Sendable {
        /// The values among which it is.
        package let range: ValueBuckets
        /// Its rank among the sample's values in that range, from one.
        package let rank: Int64
        /// How many of the sample's values are in that range.
        package let count: Int64

        package init(range: ValueBuckets, rank: Int64, count: Int64) {
            (self.range, self.rank, self.count) = (range, rank, count)
        }

        var isFound: Bool { range.least == range.greatest }
    }

    /// Into how many parts a sample can be divided; each part less one may take a range of 4,096 counts.
    package static let levelRange = 2...1000

    /// Into how many parts the sample is to be divided.
    package let levels: Int
    /// The places of the ranks, ascending; empty before the first pass and for an empty sample.
    package private(set) var places: [Place] = []
    /// How many values there are, or `nil` before the first pass.
    package private(set) var count: Int64?

    /// A search for the `levels - 1` type-1 quantiles of a sample.
    package init(levels: Int) {
        precondition(Self.levelRange.contains(levels), "quantiles have 2 through 1000 levels")
        self.levels = levels
    }

    /// A search as it was stored, or `nil` when no search comes to stand like this.
    package init?(levels: Int, count: Int64?, places: [Place]) {
        guard Self.levelRange.contains(levels), (count ?? 0) >= 0,
            places.count == ((count ?? 0) > 0 ? levels - 1 : 0)
        else { return nil }
        guard places.allSatisfy({ 1 <= $0.rank && $0.rank <= $0.count }) else { return nil }
        for (left, right) in zip(places, places.dropFirst()) {
            let isSame = left.range == right.range && left.rank <= right.rank && left.count == right.count
            guard isSame || left.range.greatest < right.range.least else { return nil }
        }
        (self.levels, self.count, self.places) = (levels, count, places)
    }
}

extension RankSearch {
    /// The ranges of the next pass, ascending; empty when nothing is left to be known.
    package var wanted: [ValueBuckets] {
        guard count != nil else { return [.all] }
        return open.map(\.range)
    }

    /// The values at the wanted ranks, ascending; `nil` as long as a pass is wanted, and for an empty sample.
    package var values: [Int64]? {
        places.isEmpty || !places.allSatisfy(\.isFound) ? nil : places.map(\.range.least)
    }

    /// The places that are not found yet, each range once.
    private var open: [Place] {
        var open: [Place] = []
        for place in places where !place.isFound && open.last?.range != place.range { open.append(place) }
        return open
    }

    /// Takes the counts of a whole pass, or returns `false` and changes nothing when their number in a range is not
    /// that of the pass before.
    ///
    /// - Precondition: The histogram is one of the wanted ranges.
    package mutating func refine(with histogram: ValueHistogram) -> Bool {
        precondition(histogram.ranges == wanted, "the counts are those of the wanted ranges")
        let sums = histogram.ranges.indices.map {
            histogram.counts(ofRangeAt: $0).reduce(Int128(0)) { $0 + Int128($1) }
        }
        if count == nil {
            guard let count = Int64(exactly: sums[0]) else { return false }
            self.count = count
            guard count > 0 else { return true }
            places = (1..<levels)
                .map { level in
                    let rank = (Int128(count) * Int128(level) + Int128(levels - 1)) / Int128(levels)
                    return Place(range: .all, rank: Int64(rank), count: count)
                }
        } else {
            guard zip(open, sums).allSatisfy({ Int128($0.count) == $1 }) else { return false }
        }
        places = places.map { place in
            histogram.ranges.firstIndex(of: place.range).map { place.narrowed(by: histogram, at: $0) } ?? place
        }
        return true
    }
}

extension RankSearch.Place {
    /// Returns the place within the bucket in which the rank lies.
    fileprivate func narrowed(by histogram: ValueHistogram, at position: Int) -> Self {
        var rank = rank
        for (bucket, count) in histogram.counts(ofRangeAt: position).enumerated() {
            guard rank > count else { return Self(range: range.values(in: bucket), rank: rank, count: count) }
            rank -= count
        }
        preconditionFailure("the counts of a range are as many as its values")
    }
}
