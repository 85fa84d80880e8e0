/// One step of a grant, or of a part of it, on its way.
///
/// - Wire format: `{"at":0,"to":"cancelled","why":{…}}`, with `"inferred":true` for a step that nobody reported and
///   `"part":"tote-bag"` for one of a part alone.
public struct GrantStep: Hashable, Sendable {
    /// The state that was reached.
    public let state: GrantState
    /// When it was reached; of an inferred step, the latest instant at which it can have been.
    public internal(set) var occurredAt: Timestamp
    /// Whether nobody reported it and a later step implies it.
    public internal(set) var isInferred: Bool
    /// Why, where somebody said so.
    public internal(set) var reason: Reason?
    /// The part that went this step by itself, or `nil` for the gift and every part that goes along with it.
    public let part: Gift.ID?
}

extension GrantStep: Codable {
    private enum CodingKeys: String, CodingKey {
        case state = "to"
        case occurredAt = "at"
        case isInferred = "inferred"
        case reason = "why"
        case part = "part"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.state = try container.decode(GrantState.self, forKey: .state)
        self.occurredAt = try container.decode(Timestamp.self, forKey: .occurredAt)
        self.isInferred = try container.decodeIfPresent(Bool.self, forKey: .isInferred) ?? false
        self.reason = try container.decodeIfPresent(Reason.self, forKey: .reason)
        self.part = try container.decodeIfPresent(Gift.ID.self, forKey: .part)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(state, forKey: .state)
        try container.encode(occurredAt, forKey: .occurredAt)
        if isInferred { try container.encode(true, forKey: .isInferred) }
        try container.encodeIfPresent(reason, forKey: .reason)
        try container.encodeIfPresent(part, forKey: .part)
    }
}
