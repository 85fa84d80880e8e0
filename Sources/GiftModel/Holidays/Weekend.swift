/// The days of the week on which nobody works, which differ from country to country.
///
/// - Range: one through six days; with seven there would be no workday to move a holiday to.
/// - Wire format: a list of words in the order of the week, such as `["saturday","sunday"]`.
public struct Weekend: Hashable, Sendable {
    /// The days, in no order.
    public let days: Set<Weekday>

    /// A weekend of those days, or `nil` when there are none or all seven.
    public init?(_ days: Set<Weekday>) {
        guard (1...6).contains(days.count) else { return nil }
        self.days = days
    }

    private init(_ first: Weekday, _ second: Weekday) { self.days = [first, second] }

    /// The weekend of most countries.
    public static let saturdayAndSunday = Weekend(.saturday, .sunday)
}

extension Weekend: Codable {
    public init(from decoder: any Decoder) throws {
        let days = try decoder.singleValueContainer().decode([Weekday].self)
        guard let weekend = Weekend(Set(days)), weekend.days.count == days.count else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "a weekend is one through six different days")
            )
        }
        self = weekend
    }

    public func encode(to encoder: any Encoder) throws {
        try Weekday.allCases.filter(days.contains).encode(to: encoder)
    }
}
