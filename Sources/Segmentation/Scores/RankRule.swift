import GiftNumerics

/// How customers are divided into levels of one size, even where that parts equals.
///
/// For comparison with reports that were made so: two customers with the same value may score differently, by no more
/// than their keys, and nobody can be scored later without all the others. The two are all there are, so this enum
/// is closed; ``CutRule`` has those that treat equals alike.
///
/// - Source: <https://www.postgresql.org/docs/current/functions-window.html>,
///   <https://pandas.pydata.org/docs/reference/api/pandas.qcut.html>.
public enum RankRule: Hashable, Sendable, CaseIterable {
    /// As SQL has it: `NTILE(levels) OVER (ORDER BY value, key)`.
    case ntile
    /// As pandas has it: `qcut` of `rank(method="first")`, the rows ordered by key.
    case rankFirst
}

extension RankRule {
    /// Returns the scores of `sample` in its order, 1 through `levels`.
    ///
    /// Equal values are ordered by key, which is the caller's: a customer's identifier is ordered by its bytes, so
    /// that "10" comes before "9", and whoever means numbers gives numbers. Equal keys come as they are given.
    ///
    /// - Parameter levels: How many scores there are to be, at least two.
    /// - Complexity: O(*n* log *n*).
    public func scores<Key: Comparable>(of sample: [(value: Int64, key: Key)], levels: Int) -> [Int] {
        precondition(levels > 1, "a score needs at least two levels")
        let order = sample.indices.sorted {
            (sample[$0].value, sample[$0].key, $0) < (sample[$1].value, sample[$1].key, $1)
        }
        var scores = [Int](repeating: 0, count: sample.count)
        for (position, index) in order.enumerated() {
            scores[index] =
                switch self {
                case .ntile: RankLevels.tile(ofRank: position + 1, among: sample.count, levels: levels)
                case .rankFirst: RankLevels.quantile(ofRank: position + 1, among: sample.count, levels: levels)
                }
        }
        return scores
    }
}
