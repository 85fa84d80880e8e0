extension GrantEntry: Codable {
    private enum CodingKeys: String, CodingKey {
        case formatVersion = "v"
        case sequence = "sequence"
        case recordedAt = "recordedAt"
        case key = "key"
        case change = "change"
    }

    private enum ChangeKeys: String, CodingKey {
        case planned = "planned"
        case moved = "moved"
        case confirmed = "confirmed"
    }

    private enum ConfirmationKeys: String, CodingKey {
        case state = "to"
        case occurredAt = "at"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try container.requireVersion(1, of: "a grant entry", forKey: .formatVersion)
        self.sequence = try container.decode(Int64.self, forKey: .sequence)
        self.recordedAt = try container.decode(Timestamp.self, forKey: .recordedAt)
        self.key = try container.decode(RequestKey.self, forKey: .key)
        let change = try container.nestedContainer(keyedBy: ChangeKeys.self, forKey: .change)
        switch change.allKeys.count == 1 ? change.allKeys.first : nil {
        case .planned?: self.change = .planned(try change.decode(GrantTerms.self, forKey: .planned))
        case .moved?: self.change = .moved(try change.decode(GrantStep.self, forKey: .moved))
        case .confirmed?:
            let step = try change.nestedContainer(keyedBy: ConfirmationKeys.self, forKey: .confirmed)
            self.change = .confirmed(
                try step.decode(GrantState.self, forKey: .state),
                at: try step.decode(Timestamp.self, forKey: .occurredAt)
            )
        case nil:
            throw DecodingError.dataCorruptedError(
                forKey: .change,
                in: container,
                debugDescription: "an unknown change of a grant"
            )
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(1, forKey: .formatVersion)
        try container.encode(sequence, forKey: .sequence)
        try container.encode(recordedAt, forKey: .recordedAt)
        try container.encode(key, forKey: .key)
        var change = container.nestedContainer(keyedBy: ChangeKeys.self, forKey: .change)
        switch self.change {
        case .planned(let terms): try change.encode(terms, forKey: .planned)
        case .moved(let step): try change.encode(step, forKey: .moved)
        case .confirmed(let state, let occurredAt):
            var step = change.nestedContainer(keyedBy: ConfirmationKeys.self, forKey: .confirmed)
            try step.encode(state, forKey: .state)
            try step.encode(occurredAt, forKey: .occurredAt)
        }
    }
}
