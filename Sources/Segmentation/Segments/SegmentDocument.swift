public import GiftModel

/// The segments of a host, with what they need to be understood.
///
/// A document may be written that makes no sense; ``findings`` tells what is wrong with it, and a ``SegmentSet`` can
/// only be had of one without errors.
///
/// ```swift
/// let document = try SegmentDocument(json: text)
/// document.findings                                        // nothing to say
/// let set = try SegmentSet(validating: document)
/// set.answers(for: facts)[set.position(of: "loyal")!]      // .holds
/// ```
///
/// - Wire format: `{"currency":"EUR","format":"gift-segments/1","id":"shop","segments":[…]}`, with `"groups"`,
///   `"labels"` and `"tiers"` where there are any; any other format and any unknown key is refused.
public struct SegmentDocument: Identifiable, Hashable, Sendable {
    /// The name of a document.
    public typealias ID = Identifier<SegmentDocument>

    /// The identity that the host gave this document.
    public let id: ID
    /// The currency of every amount; purchases in another leave what is compared with them unknown.
    public let currency: Currency
    /// The tiers of the host's ladder, lowest first; empty when no segment compares any by its place.
    public let tiers: [Tier.ID]
    /// The labels of the host's that segments ask about, with their kinds.
    public let labels: [SegmentLabel]
    /// The segments, in the order in which results list them.
    public let segments: [Segment]
    /// The segments that belong together.
    public let groups: [SegmentGroup]

    /// A document of these `segments`.
    public init(
        id: ID,
        currency: Currency,
        tiers: [Tier.ID] = [],
        labels: [SegmentLabel] = [],
        segments: [Segment],
        groups: [SegmentGroup] = []
    ) {
        self.id = id
        self.currency = currency
        self.tiers = tiers
        self.labels = labels
        self.segments = segments
        self.groups = groups
    }
}

/// Segments that are read as a list: a customer belongs to the first that it is in.
///
/// Whether the members are to be disjoint, so that their order means nothing, and complete, so that everybody of whom
/// all is known is in one, is for the host to say; the findings check it.
///
/// - Wire format: `{"id":"value","members":["vip","others"]}`, with `"isComplete":false` and `"isDisjoint":false`
///   where they are not to be so.
public struct SegmentGroup: Identifiable, Hashable, Sendable {
    /// The name of a group.
    public typealias ID = Identifier<SegmentGroup>

    /// The identity within its document.
    public let id: ID
    /// The members, first things first.
    public let members: [Segment.ID]
    /// Whether nobody is to be in two.
    public let isDisjoint: Bool
    /// Whether everybody of whom all is known is to be in one.
    public let isComplete: Bool

    /// A group of `members`.
    public init(id: ID, members: [Segment.ID], isDisjoint: Bool = true, isComplete: Bool = true) {
        self.id = id
        self.members = members
        self.isDisjoint = isDisjoint
        self.isComplete = isComplete
    }
}

extension SegmentDocument {
    /// The document with every condition in its canonical form, and what has no order in ascending order.
    ///
    /// - Complexity: O(*n* log *n*) in the size of the document.
    public var canonical: SegmentDocument {
        SegmentDocument(
            id: id,
            currency: currency,
            tiers: tiers,
            labels: labels.sorted { $0.id < $1.id },
            segments: segments.sorted { $0.id < $1.id }
                .map { Segment(id: $0.id, name: $0.name, where: $0.condition.canonical) },
            groups: groups.sorted { $0.id < $1.id }
        )
    }

    /// The hash of the canonical form.
    ///
    /// - Complexity: as that of ``canonical``.
    public var contentHash: ContentHash { ContentHash(of: canonical) }
}
