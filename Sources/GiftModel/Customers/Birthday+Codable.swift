extension Birthday: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case solar = "solar"
        case lunar = "lunar"
        case year = "year"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        let solar = try container.decodeIfPresent(AnnualDate.self, forKey: .solar)
        let lunar = try container.decodeIfPresent(AnnualLunarDate.self, forKey: .lunar)
        let year = try container.decodeIfPresent(Int.self, forKey: .year)
        let day: Day
        switch (solar, lunar) {
        case (let solar?, nil): day = .solar(solar)
        case (nil, let lunar?): day = .lunar(lunar)
        case (nil, nil), (_?, _?):
            let problem = "a birthday is either `solar` or `lunar`"
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: problem))
        }
        guard let year else {
            self.init(day)
            return
        }
        guard let birthday = Self(day, bornIn: year) else {
            let problem = "the year `\(year)` had no such day"
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: problem))
        }
        self = birthday
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch day {
        case .solar(let annual): try container.encode(annual, forKey: .solar)
        case .lunar(let annual): try container.encode(annual, forKey: .lunar)
        }
        try container.encodeIfPresent(year, forKey: .year)
    }
}
