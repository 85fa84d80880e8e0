/// A sorted sample with each value kept once, from which cut points between levels are read off exactly.
///
/// Values are whole numbers and so are cut points: where a rule puts a cut between two whole numbers, the lower one
/// parts the sample just the same. No floating point is involved.
package struct CountedSample {
    /// The distinct values, ascending.
    package let values: [Int64]
    /// For each value, how much of the sample is at or below it.
    package let through: [Int64]

    /// The sample of `values`, ascending and distinct, `through` each of which there are so many.
    package init(values: [Int64], through: [Int64]) {
        precondition(!values.isEmpty && values.count == through.count, "quantiles need a sample")
        self.values = values
        self.through = through
    }

    /// The size of the sample.
    package var count: Int64 { through[through.count - 1] }

    /// Returns the value at `rank`, 1 through ``count``.
    ///
    /// - Complexity: O(log *n*) in the number of values.
    package func value(atRank rank: Int128) -> Int64 { values[through.firstPosition { Int128($0) >= rank }] }
}

extension CountedSample {
    /// Returns, for `k` from 1 to `levels - 1`, the smallest value with `k / levels` of the sample at or below it.
    ///
    /// - Complexity: O(levels · log *n*) in the number of values.
    /// - Source: definition 1 of R. J. Hyndman and Y. Fan, "Sample Quantiles in Statistical Packages",
    ///   The American Statistician 50 (1996), <https://doi.org/10.2307/2684934>.
    package func typeOneCuts(levels: Int) -> [Int64] {
        (1..<Int128(levels))
            .map { level in
                value(atRank: (Int128(count) * level + Int128(levels) - 1) / Int128(levels))
            }
    }

    /// Returns the quantiles between neighboring values in proportion, each rounded down.
    ///
    /// - Complexity: O(levels · log *n*) in the number of values.
    /// - Source: definition 7 of Hyndman and Fan (1996).
    package func typeSevenCuts(levels: Int) -> [Int64] {
        (1..<levels).map { Self.floor(typeSevenEdge($0, of: levels), over: levels) }
    }

    /// Returns the distinct quantiles of definition 7 that lie within the sample, without its ends, each rounded down.
    ///
    /// - Complexity: O(levels · log *n*) in the number of values.
    /// - Source: `duplicates="drop"` of <https://pandas.pydata.org/docs/reference/api/pandas.qcut.html>.
    package func distinctTypeSevenCuts(levels: Int) -> [Int64] {
        var edges: [Int128] = []
        for edge in (0...levels).map({ typeSevenEdge($0, of: levels) }) where edge != edges.last { edges.append(edge) }
        return edges.dropFirst().dropLast().map { Self.floor($0, over: levels) }
    }

    /// Returns, for `k` from 1 to `levels - 1`, the greatest value whose middle rank is within `k / levels` of the
    /// sample: what is below it and half of what equals it.
    ///
    /// Where there is none, the cut is just below the sample.
    ///
    /// - Complexity: O(levels · log *n*) in the number of values.
    package func midrankCuts(levels: Int) -> [Int64] {
        (1..<Int128(levels))
            .map { level in
                let above = through.indices.firstPosition { index in
                    let below = index > 0 ? Int128(through[index - 1]) : 0
                    return Int128(levels) * (below + Int128(through[index])) > 2 * Int128(count) * level
                }
                return above > 0 ? values[above - 1] : max(values[0], .min + 1) - 1
            }
    }

    /// The quantile of definition 7 at `level`, times `levels`.
    private func typeSevenEdge(_ level: Int, of levels: Int) -> Int128 {
        let (rank, rest) = (Int128(count - 1) * Int128(level)).quotientAndRemainder(dividingBy: Int128(levels))
        let lower = Int128(value(atRank: rank + 1))
        guard rest > 0 else { return lower * Int128(levels) }
        return lower * Int128(levels) + rest * (Int128(value(atRank: rank + 2)) - lower)
    }

    private static func floor(_ scaled: Int128, over levels: Int) -> Int64 {
        let (quotient, remainder) = scaled.quotientAndRemainder(dividingBy: Int128(levels))
        return Int64(remainder < 0 ? quotient - 1 : quotient)
    }
}
