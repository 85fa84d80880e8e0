import GiftModel

extension PeriodicTrigger: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case every = "every"
        case from = "from"
        case openDays = "openDays"
    }

    private static let words: [(String, Cycle)] = [
        ("calendarMonth", .calendarMonth), ("calendarQuarter", .calendarQuarter), ("calendarYear", .calendarYear),
    ]

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        // Looked at without judging, because after a fault elsewhere nothing more is read.
        let text = object.peek(String.self, .every)
        var cycle = Self.words.first { $0.0 == text }?.1
        if cycle != nil {
            if object.keys.contains(.from) {
                object.refuse("/from", .impossible("periods of the calendar begin where the calendar says"))
            }
        } else if let period = text.flatMap(Period.init(_:)) {
            cycle = object.read(Anchor.self, .from).map { .every(period, from: $0) }
        } else if let text {
            let words = Self.words.map { "`\($0.0)`" }.joined(separator: ", ")
            object.refuse("/every", .unreadable(text: text, expected: "a period such as P3M, or one of \(words)"))
        } else {
            _ = object.read(String.self, .every)
        }
        let openDays = object.readIfPresent(Int64.self, .openDays)
        guard let cycle, let openDays, object.attempt({ _ in true }) != nil else { throw object.failure }
        self.init(cycle, openDays: openDays)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        if case .every(let period, let anchor) = cycle {
            try container.encode(period, forKey: .every)
            try container.encode(anchor, forKey: .from)
        } else {
            try container.encode(Self.words.first { $0.1 == cycle }!.0, forKey: .every)
        }
        try container.encodeIfPresent(openDays, forKey: .openDays)
    }
}

/// - Wire format: a day such as `"2025-11-30"`, or the word of an event.
extension PeriodicTrigger.Anchor: Codable {
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        if let day = CalendarDate(text) {
            self = .day(day)
        } else {
            self = .event(try CustomerEvent(from: decoder))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .day(let day): try day.encode(to: encoder)
        case .event(let event): try event.encode(to: encoder)
        }
    }
}
