/// What happens to 29 February in a year that has none.
///
/// The three answers are all there are, so this enum is closed: switch over it without a default.
///
/// - Wire format: a bare word, such as `"dayBefore"`.
public enum LeapDayRule: String, Hashable, Sendable, CaseIterable {
    /// Observe the day on 28 February.
    case dayBefore = "dayBefore"
    /// Observe the day on 1 March.
    case dayAfter = "dayAfter"
    /// Observe the day in leap years only.
    case skip = "skip"
}

extension LeapDayRule: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
