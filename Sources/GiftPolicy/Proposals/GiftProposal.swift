public import GiftModel

/// That a person would like a customer to be given a gift.
///
/// It goes the way of all gifts: guards, caps, restrictions, stock, hold-outs, quiet times and approvals are the same,
/// and so are the books. Who proposed it may not approve it.
///
/// ```swift
/// let proposal = GiftProposal(id: "p-7", of: "tea-set", to: "c-1", on: .purchase, by: "m-1", because: "good-advice")
/// ```
///
/// - Wire format: `{"customer":"c-1","gift":"tea-set","id":"p-7","motive":"good-advice","occasion":"purchase",
///   "requester":"m-1","v":1}`, with `term` where the gift stands for one that a rule may give.
public struct GiftProposal: Identifiable, Hashable, Sendable {
    /// The name of a proposal.
    public typealias ID = Identifier<GiftProposal>

    /// Why a person would like to give, by the code of the list that the host keeps.
    ///
    /// It exists only in identifiers, and is closed.
    public enum Motive {}

    /// The identity that the host gave it; the same proposal is never planned twice.
    public let id: ID
    /// Which gift.
    public let gift: Gift.ID
    /// For whom.
    public let customer: Customer.ID
    /// On which occasion.
    public let occasion: Occasion
    /// Who proposes it.
    public let requester: Identifier<Approval.Person>
    /// Why.
    public let motive: Identifier<Motive>
    /// The coming-round of the occasion for which it stands, so that no rule gives for it as well.
    ///
    /// It is `nil` where the proposal stands for itself.
    public var term: Identifier<Occurrence>?

    /// That `requester` would like to give `gift` to `customer`.
    public init(
        id: ID,
        of gift: Gift.ID,
        to customer: Customer.ID,
        on occasion: Occasion,
        by requester: Identifier<Approval.Person>,
        because motive: Identifier<Motive>
    ) {
        self.id = id
        self.gift = gift
        self.customer = customer
        self.occasion = occasion
        self.requester = requester
        self.motive = motive
    }
}

extension GiftProposal {
    /// What keeps it from being given twice.
    public var occurrence: Occurrence {
        // A proposal's name may fill an identifier by itself; its hash always leaves room.
        let own =
            Identifier<Occurrence>("proposal/\(id)") ?? Identifier(stringLiteral: "proposal/#\(ContentHash(of: id))")
        return Occurrence(of: occasion, for: customer, term: term ?? own)
    }

    /// Returns `approvals` with who proposed the gift as who asked for it, for the check at dispatch as for the plan.
    public func requested(_ approvals: some Sequence<Approval>) -> [Approval] {
        approvals.map { approval in
            Approval(
                of: approval.grant,
                costing: approval.cost,
                askedBy: requester,
                by: approval.approver,
                as: approval.role,
                at: approval.approvedAt
            )
        }
    }

    /// Why the gift is given.
    var reason: Reason {
        Reason(
            ProposalReason.proposedByHand,
            Fact("person", .code(requester.text)),
            Fact("motive", .code(motive.text)),
            Fact("proposal", .code(id.text))
        )
    }
}

/// The reasons that proposals give.
@nonexhaustive
public enum ProposalReason: String, ReasonCode {
    /// A person proposed the gift.
    case proposedByHand = "proposedByHand"
}

extension ProposalReason {
    public var phrase: LocalizedText {
        switch self {
        case .proposedByHand:
            LocalizedText(
                english: "proposed by {person} because of {motive} ({proposal})",
                chinese: "由{person}提议，事由{motive}（{proposal}）"
            )
        }
    }
}

extension GiftProposal: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case version = "v"
        case id = "id"
        case gift = "gift"
        case customer = "customer"
        case occasion = "occasion"
        case requester = "requester"
        case motive = "motive"
        case term = "term"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        try container.requireVersion(1, of: "a proposal", forKey: .version)
        self.init(
            id: try container.decode(ID.self, forKey: .id),
            of: try container.decode(Gift.ID.self, forKey: .gift),
            to: try container.decode(Customer.ID.self, forKey: .customer),
            on: try container.decode(Occasion.self, forKey: .occasion),
            by: try container.decode(Identifier<Approval.Person>.self, forKey: .requester),
            because: try container.decode(Identifier<Motive>.self, forKey: .motive)
        )
        self.term = try container.decodeIfPresent(Identifier<Occurrence>.self, forKey: .term)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(Int64(1), forKey: .version)
        try container.encode(id, forKey: .id)
        try container.encode(gift, forKey: .gift)
        try container.encode(customer, forKey: .customer)
        try container.encode(occasion, forKey: .occasion)
        try container.encode(requester, forKey: .requester)
        try container.encode(motive, forKey: .motive)
        try container.encodeIfPresent(term, forKey: .term)
    }
}
