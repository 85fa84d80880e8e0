/// A day of the week.
///
/// The seven days are all there are, so this enum is closed: switch over it without a default. Weekdays have no order,
/// because weeks begin on different days in different places.
///
/// - Wire format: a bare word, such as `"monday"`.
public enum Weekday: String, Hashable, Sendable, CaseIterable {
    /// Monday, the first day of a week by ISO 8601.
    case monday = "monday"
    /// Tuesday.
    case tuesday = "tuesday"
    /// Wednesday.
    case wednesday = "wednesday"
    /// Thursday, the day whose year a week by ISO 8601 belongs to.
    case thursday = "thursday"
    /// Friday.
    case friday = "friday"
    /// Saturday.
    case saturday = "saturday"
    /// Sunday, the last day of a week by ISO 8601.
    case sunday = "sunday"
}

extension Weekday {
    private static let fromMonday = allCases

    /// The weekday that lies `count` days after a Monday, whatever the sign of `count`.
    init(daysAfterMonday count: Int) {
        let remainder = count % 7
        self = Self.fromMonday[remainder < 0 ? remainder + 7 : remainder]
    }

    /// How many days the weekday lies after the Monday of its week, 0 through 6.
    var daysAfterMonday: Int { isoNumber - 1 }

    /// The number of the weekday by ISO 8601: 1 (Monday) through 7 (Sunday).
    public var isoNumber: Int {
        switch self {
        case .monday: 1
        case .tuesday: 2
        case .wednesday: 3
        case .thursday: 4
        case .friday: 5
        case .saturday: 6
        case .sunday: 7
        }
    }
}

extension Weekday: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
