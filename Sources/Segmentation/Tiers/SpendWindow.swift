import GiftModel

/// Over which time spend counts towards a tier.
///
/// The two answers are all there are, so this enum is closed.
public enum SpendWindow: String, Hashable, Sendable, CaseIterable {
    /// From the first purchase on.
    case lifetime = "lifetime"
    /// From the first of January on; everybody starts anew each year.
    case calendarYear = "calendarYear"

    /// Returns the first day that counts as of `day`.
    func start(asOf day: CalendarDate) -> CalendarDate? {
        switch self {
        case .lifetime: CalendarDate(year: 1, month: 1, day: 1)
        case .calendarYear: CalendarDate(year: day.year, month: 1, day: 1)
        }
    }
}

extension SpendWindow: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
