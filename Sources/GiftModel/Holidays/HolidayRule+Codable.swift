/// The wire format, which is a contract; it stands in the type's comment.
extension HolidayRule: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case annual = "annual"
        case weekdayOfMonth = "weekdayOfMonth"
        case easter = "easter"
        case lunarFestival = "lunarFestival"
        case solarTerm = "solarTerm"
        case lunarDate = "lunarDate"
        case listed = "listed"
    }

    private enum AnnualKeys: String, CodingKey, CaseIterable {
        case date = "date"
        case leapDay = "leapDay"
    }

    private enum EasterKeys: String, CodingKey, CaseIterable {
        case plusDays = "plusDays"
    }

    private enum LunarDateKeys: String, CodingKey, CaseIterable {
        case date = "date"
        case leapMonth = "leapMonth"
        case shortMonth = "shortMonth"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        guard let key = container.allKeys.first, container.allKeys.count == 1 else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "a holiday's rule has exactly one member")
            )
        }
        switch key {
        case .annual:
            let member = try container.superDecoder(forKey: key).strictContainer(keyedBy: AnnualKeys.self)
            self = .annual(
                try member.decode(AnnualDate.self, forKey: .date),
                leapDay: try member.decode(LeapDayRule.self, forKey: .leapDay)
            )
        case .weekdayOfMonth:
            self = .weekdayOfMonth(try container.decode(WeekdayOfMonth.self, forKey: key))
        case .easter:
            let member = try container.superDecoder(forKey: key).strictContainer(keyedBy: EasterKeys.self)
            self = .easter(plusDays: try member.decode(Int.self, forKey: .plusDays))
        case .lunarFestival:
            self = .lunarFestival(try container.decode(LunarFestival.self, forKey: key))
        case .solarTerm:
            self = .solarTerm(try container.decode(SolarTerm.self, forKey: key))
        case .lunarDate:
            let member = try container.superDecoder(forKey: key).strictContainer(keyedBy: LunarDateKeys.self)
            self = .lunarDate(
                try member.decode(AnnualLunarDate.self, forKey: .date),
                leapMonth: try member.decode(LeapMonthRule.self, forKey: .leapMonth),
                shortMonth: try member.decode(ShortMonthRule.self, forKey: .shortMonth)
            )
        case .listed:
            let days = try container.decode([CalendarDate].self, forKey: key)
            guard Set(days).count == days.count else {
                throw DecodingError.dataCorruptedError(
                    forKey: key,
                    in: container,
                    debugDescription: "a day is listed twice"
                )
            }
            self = .listed(Set(days))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .annual(let date, let leapDay):
            var member = container.nestedContainer(keyedBy: AnnualKeys.self, forKey: .annual)
            try member.encode(date, forKey: .date)
            try member.encode(leapDay, forKey: .leapDay)
        case .weekdayOfMonth(let weekday):
            try container.encode(weekday, forKey: .weekdayOfMonth)
        case .easter(let days):
            var member = container.nestedContainer(keyedBy: EasterKeys.self, forKey: .easter)
            try member.encode(days, forKey: .plusDays)
        case .lunarFestival(let festival):
            try container.encode(festival, forKey: .lunarFestival)
        case .solarTerm(let term):
            try container.encode(term, forKey: .solarTerm)
        case .lunarDate(let date, let leapMonth, let shortMonth):
            var member = container.nestedContainer(keyedBy: LunarDateKeys.self, forKey: .lunarDate)
            try member.encode(date, forKey: .date)
            try member.encode(leapMonth, forKey: .leapMonth)
            try member.encode(shortMonth, forKey: .shortMonth)
        case .listed(let days):
            try container.encode(days.sorted(), forKey: .listed)
        }
    }
}
