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
        case exchanged = "exchanged"
        case reminded = "reminded"
        case unlocked = "unlocked"
        case settled = "settled"
    }

    private enum ExchangeKeys: String, CodingKey {
        case gift = "for"
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
        case .confirmed?: self.change = .confirmed(try change.decode(GrantStep.self, forKey: .confirmed))
        case .exchanged?:
            let exchange = try change.nestedContainer(keyedBy: ExchangeKeys.self, forKey: .exchanged)
            self.change = .exchanged(
                for: try exchange.decode(Gift.ID.self, forKey: .gift),
                at: try exchange.decode(Timestamp.self, forKey: .occurredAt)
            )
        case .reminded?: self.change = .reminded(try change.decode(Timestamp.self, forKey: .reminded))
        case .unlocked?: self.change = .unlocked(at: try change.decode(Timestamp.self, forKey: .unlocked))
        case .settled?: self.change = .settled(try change.decode(GrantSettlement.self, forKey: .settled))
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
        case .confirmed(let step): try change.encode(step, forKey: .confirmed)
        case .exchanged(let gift, let occurredAt):
            var exchange = change.nestedContainer(keyedBy: ExchangeKeys.self, forKey: .exchanged)
            try exchange.encode(gift, forKey: .gift)
            try exchange.encode(occurredAt, forKey: .occurredAt)
        case .reminded(let reminder): try change.encode(reminder, forKey: .reminded)
        case .unlocked(let instant): try change.encode(instant, forKey: .unlocked)
        case .settled(let settlement): try change.encode(settlement, forKey: .settled)
        }
    }
}
