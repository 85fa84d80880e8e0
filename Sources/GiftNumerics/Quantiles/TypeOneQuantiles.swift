/// Quantiles that are always values of the sample itself, by the inverse of its distribution function.
///
/// - Source: definition 1 of R. J. Hyndman and Y. Fan, "Sample Quantiles in Statistical Packages",
///   The American Statistician 50 (1996), <https://doi.org/10.2307/2684934>.
package enum TypeOneQuantiles {
    /// Returns, for `k` from 1 to `levels - 1`, the smallest value with `k / levels` of `sample` at or below it.
    ///
    /// - Complexity: O(*n* log *n*) in the size of the sample.
    package static func cuts(of sample: [Int64], levels: Int) -> [Int64] {
        precondition(!sample.isEmpty && levels > 1, "quantiles need a sample and two levels")
        let sorted = sample.sorted()
        return (1..<levels)
            .map { level in
                let rank = (sorted.count * level + levels - 1) / levels
                return sorted[rank - 1]
            }
    }
}
