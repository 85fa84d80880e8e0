public import GiftModel

/// A task that was given to somebody, as far as the policy has to know of it.
///
/// One that reaches the customer takes from caps from when it is given. Once it is done, the host records the touch
/// under the same name, and that counts in its place.
///
/// - Wire format: `{"at":0,"channel":"telephone","id":"…","rule":"churn","v":1}`; what is absent is left out.
public struct AssignedTask: Identifiable, Hashable, Sendable {
    /// The name that the planned task bears.
    public let id: Touch.ID
    /// When it was given to somebody.
    public let assignedAt: Timestamp
    /// How the customer is reached, or `nil` when not at all.
    public let channel: ContactChannel?
    /// The rule that called for it, or `nil` when no rule of the policy did.
    public let rule: RuleReference.ID?

    /// A task that was given to somebody at `instant`.
    public init(
        id: Touch.ID,
        at instant: Timestamp,
        by channel: ContactChannel? = nil,
        rule: RuleReference.ID? = nil
    ) {
        self.id = id
        self.assignedAt = instant
        self.channel = channel
        self.rule = rule
    }
}

extension AssignedTask {
    /// The touch as which it counts, or `nil` when it does not reach the customer.
    var touch: Touch? { channel.map { Touch(id: id, by: $0, sentAt: assignedAt, as: .call, rule: rule) } }
}

extension AssignedTask: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case version = "v"
        case id = "id"
        case assignedAt = "at"
        case channel = "channel"
        case rule = "rule"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        try container.requireVersion(1, of: "an assigned task", forKey: .version)
        self.init(
            id: try container.decode(Touch.ID.self, forKey: .id),
            at: try container.decode(Timestamp.self, forKey: .assignedAt),
            by: try container.decodeIfPresent(ContactChannel.self, forKey: .channel),
            rule: try container.decodeIfPresent(RuleReference.ID.self, forKey: .rule)
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(Int64(1), forKey: .version)
        try container.encode(id, forKey: .id)
        try container.encode(assignedAt, forKey: .assignedAt)
        try container.encodeIfPresent(channel, forKey: .channel)
        try container.encodeIfPresent(rule, forKey: .rule)
    }
}
