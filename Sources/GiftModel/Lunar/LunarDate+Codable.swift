/// The wire format, which is a contract: `{"day":1,"isLeapMonth":true,"month":4,"year":2020}`.
///
/// An object and not a text, because a lunar `2020-04-01` would be taken for a day of the Gregorian calendar.
extension LunarDate: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case year = "year"
        case month = "month"
        case isLeapMonth = "isLeapMonth"
        case day = "day"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        let date = Self(
            year: try container.decode(Int.self, forKey: .year),
            month: try container.decode(Int.self, forKey: .month),
            isLeapMonth: try container.decode(Bool.self, forKey: .isLeapMonth),
            day: try container.decode(Int.self, forKey: .day)
        )
        guard let date else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "the lunar calendar has no such day")
            )
        }
        self = date
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(year, forKey: .year)
        try container.encode(month, forKey: .month)
        try container.encode(isLeapMonth, forKey: .isLeapMonth)
        try container.encode(day, forKey: .day)
    }
}
