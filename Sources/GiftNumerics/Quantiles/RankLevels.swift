/// Levels by rank alone, so that equal values may come to lie in different levels.
package enum RankLevels {
    /// Returns the level of `rank`, 1 through `count`, where the first levels take one more if `count` does not divide.
    ///
    /// - Source: `NTILE` of SQL:2011, <https://www.postgresql.org/docs/current/functions-window.html>.
    package static func tile(ofRank rank: Int, among count: Int, levels: Int) -> Int {
        let (size, larger) = count.quotientAndRemainder(dividingBy: levels)
        let position = rank - 1
        let start = larger * (size + 1)
        return position < start ? 1 + position / (size + 1) : 1 + larger + (position - start) / size
    }

    /// Returns the level of `rank`, 1 through `count`, between the quantiles of definition 7 of the ranks themselves.
    ///
    /// - Source: `pandas.qcut` of `rank(method="first")`.
    package static func quantile(ofRank rank: Int, among count: Int, levels: Int) -> Int {
        guard rank > 1 else { return 1 }
        return Int((Int128(levels) * Int128(rank - 1) + Int128(count) - 2) / Int128(count - 1))
    }
}
