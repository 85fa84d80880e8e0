/// What happens to a day for which a month is too short, such as the 31st of April or the 30th of a lunar month.
///
/// The three answers are all there are, so this enum is closed: switch over it without a default.
///
/// - Wire format: a bare word, such as `"lastDay"`.
public enum ShortMonthRule: String, Hashable, Sendable, CaseIterable {
    /// Take the last day of the month.
    case lastDay = "lastDay"
    /// Take the first day of the next month.
    case firstOfNext = "firstOfNext"
    /// Leave the month out.
    case skip = "skip"
}

extension ShortMonthRule: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
