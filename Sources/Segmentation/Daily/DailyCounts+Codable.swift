import GiftModel

extension DailyCounts: Codable {
    public init(from decoder: any Decoder) throws {
        var days = try decoder.unkeyedContainer()
        self.init()
        while !days.isAtEnd {
            var day = try days.nestedUnkeyedContainer()
            let date = try day.decode(CalendarDate.self)
            let count = try day.decode(Int64.self)
            guard count > 0, day.isAtEnd, self.days.last.map({ $0.date < date }) ?? true else {
                throw DecodingError.dataCorrupted(
                    .init(
                        codingPath: day.codingPath,
                        debugDescription: "days come in ascending order, each with a count of one or more"
                    )
                )
            }
            add(count, on: date)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        for day in days {
            var pair = container.nestedUnkeyedContainer()
            try pair.encode(day.date)
            try pair.encode(day.count)
        }
    }
}
