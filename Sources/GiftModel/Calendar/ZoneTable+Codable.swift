extension ZoneTable: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case formatVersion = "v"
        case id = "id"
        case from = "from"
        case until = "until"
        case initialOffsetSeconds = "offsetSeconds"
        case transitions = "transitions"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        try container.requireVersion(1, of: "a zone table", forKey: .formatVersion)
        self = try decoder.whole {
            try Self(
                id: try container.decode(ID.self, forKey: .id),
                from: try container.decode(Timestamp.self, forKey: .from),
                until: try container.decode(Timestamp.self, forKey: .until),
                initialOffsetSeconds: try container.decode(Int.self, forKey: .initialOffsetSeconds),
                transitions: try container.decode([Transition].self, forKey: .transitions)
            )
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(1, forKey: .formatVersion)
        try container.encode(id, forKey: .id)
        try container.encode(from, forKey: .from)
        try container.encode(until, forKey: .until)
        try container.encode(initialOffsetSeconds, forKey: .initialOffsetSeconds)
        try container.encode(transitions, forKey: .transitions)
    }
}

extension ZoneTable.Transition: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case instant = "at"
        case offsetSeconds = "offsetSeconds"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        self.init(
            at: try container.decode(Timestamp.self, forKey: .instant),
            offsetSeconds: try container.decode(Int.self, forKey: .offsetSeconds)
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(instant, forKey: .instant)
        try container.encode(offsetSeconds, forKey: .offsetSeconds)
    }
}
