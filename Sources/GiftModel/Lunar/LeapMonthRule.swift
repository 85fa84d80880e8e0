/// When a day of a leap month comes round, which most years do not have.
///
/// The rule speaks of days in a leap month only; a day of a regular month comes round in the regular month, also in
/// years with a leap month of the same number. The four answers are all there are, so this enum is closed: switch over
/// it without a default.
///
/// - Wire format: a bare word, such as `"leapElseRegular"`.
public enum LeapMonthRule: String, Hashable, Sendable, CaseIterable {
    /// In the regular month of the same number, every year.
    case regular = "regular"
    /// In the leap month in years that have it, and else in the regular month of the same number.
    case leapElseRegular = "leapElseRegular"
    /// In the leap month only, so not in every year.
    case leapOnly = "leapOnly"
    /// In the regular month of the same number every year, and again in the leap month in years that have it.
    case both = "both"
}

extension LeapMonthRule: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
