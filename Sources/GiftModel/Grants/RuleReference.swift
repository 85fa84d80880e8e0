/// Which rule of which policy called for a gift.
///
/// - Wire format: `{"policy":{…},"rule":"reactivation"}`.
public struct RuleReference: Hashable, Sendable {
    /// The name of a rule within its policy.
    public typealias ID = Identifier<RuleReference>

    /// The policy that holds the rule.
    public let policy: PolicyReference
    /// The rule's name.
    public let rule: ID

    /// Refers to `rule` of `policy`.
    public init(policy: PolicyReference, rule: ID) {
        self.policy = policy
        self.rule = rule
    }
}

extension RuleReference: Codable {
    private enum CodingKeys: String, CodingKey {
        case policy = "policy"
        case rule = "rule"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            policy: try container.decode(PolicyReference.self, forKey: .policy),
            rule: try container.decode(ID.self, forKey: .rule)
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(policy, forKey: .policy)
        try container.encode(rule, forKey: .rule)
    }
}
