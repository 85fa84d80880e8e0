import GiftModel

/// How a sample of values is divided into levels.
///
/// Under every rule equal values score alike, so that levels differ in size, and some may stay empty, where many
/// customers share a value. The five are all there are, so this enum is closed; ``RankRule`` has two more, which part
/// equals and cannot be frozen.
///
/// - Wire format: a bare string, such as `"typeOne"`.
/// - Source: definitions 1 and 7 of Hyndman and Fan (1996), <https://doi.org/10.2307/2684934>.
public enum CutRule: String, Hashable, Sendable, CaseIterable {
    /// The score rises above a cut point, the smallest value with the wanted share of the sample at or below it.
    case typeOne = "typeOne"
    /// The score rises at that same value already, so that those who share it score higher.
    ///
    /// The lowest number of 64 bits still scores 1, because no cut point lies below it.
    case typeOneAtLeast = "typeOneAtLeast"
    /// The score rises above a quantile that may lie between two values of the sample, as spreadsheets have it.
    case typeSeven = "typeSeven"
    /// A value scores by the share of the sample below it and half of that equal to it.
    case midrank = "midrank"
    /// Quantiles as under ``typeSeven``, equal ones dropped: fewer levels where many share a value.
    ///
    /// As `pandas.qcut` with `duplicates="drop"` has it; the best may then score 3 of 5, or all of them 1.
    case qcut = "qcut"
}

extension CutRule: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
