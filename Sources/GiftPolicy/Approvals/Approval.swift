public import GiftModel

/// That somebody approved a gift: who had asked, who approved, in what role, when and at what cost.
///
/// It says nothing about whether that is enough: an ``ApprovalRule`` does, and one that the asker gave is not.
///
/// - Wire format: `{"approver":"m-2","at":0,"cost":{…},"grant":"…","requester":"m-1","role":"manager","v":1}`; without
///   `requester` nobody but the policy asked.
public struct Approval: Hashable, Sendable {
    /// Somebody who works for the host.
    ///
    /// It exists only in identifiers, and is closed.
    public enum Person {}

    /// The grant that was approved.
    public let grant: GiftGrant.ID
    /// Who had asked for it, or `nil` when a rule of the policy had.
    public let requester: Identifier<Person>?
    /// Who approved it.
    public let approver: Identifier<Person>
    /// In what role.
    public let role: ApproverRole
    /// When.
    public let approvedAt: Timestamp
    /// What the gift was to cost then.
    public let cost: Money

    /// An approval of `grant`, at `cost`.
    public init(
        of grant: GiftGrant.ID,
        costing cost: Money,
        askedBy requester: Identifier<Person>?,
        by approver: Identifier<Person>,
        as role: ApproverRole,
        at instant: Timestamp
    ) {
        self.grant = grant
        self.requester = requester
        self.approver = approver
        self.role = role
        self.approvedAt = instant
        self.cost = cost
    }
}

extension Approval {
    /// Whether whoever asked approved their own request.
    public var isOwn: Bool { requester == approver }
}

extension Approval: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case version = "v"
        case grant = "grant"
        case requester = "requester"
        case approver = "approver"
        case role = "role"
        case approvedAt = "at"
        case cost = "cost"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        try container.requireVersion(1, of: "an approval", forKey: .version)
        self.init(
            of: try container.decode(GiftGrant.ID.self, forKey: .grant),
            costing: try container.decode(Money.self, forKey: .cost),
            askedBy: try container.decodeIfPresent(Identifier<Person>.self, forKey: .requester),
            by: try container.decode(Identifier<Person>.self, forKey: .approver),
            as: try container.decode(ApproverRole.self, forKey: .role),
            at: try container.decode(Timestamp.self, forKey: .approvedAt)
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(Int64(1), forKey: .version)
        try container.encode(grant, forKey: .grant)
        try container.encodeIfPresent(requester, forKey: .requester)
        try container.encode(approver, forKey: .approver)
        try container.encode(role, forKey: .role)
        try container.encode(approvedAt, forKey: .approvedAt)
        try container.encode(cost, forKey: .cost)
    }
}
