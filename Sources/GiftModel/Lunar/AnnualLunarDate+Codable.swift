/// The wire format, which is a contract: `{"day":1,"isLeapMonth":true,"month":4}`.
extension AnnualLunarDate: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case month = "month"
        case isLeapMonth = "isLeapMonth"
        case day = "day"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        let date = Self(
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
        try container.encode(month, forKey: .month)
        try container.encode(isLeapMonth, forKey: .isLeapMonth)
        try container.encode(day, forKey: .day)
    }
}
