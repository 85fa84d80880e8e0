import GiftModel
public import Segmentation

/// The guards of a policy made ready for many customers.
public struct GuardSet: Hashable, Sendable {
    /// The guards, by the bytes of their names.
    public let guards: [Guard]
    /// The conditions among which those of the exclusions are.
    public let conditions: SegmentSet
    /// For each guard where its condition stands among them.
    let positions: [Int?]
    /// Whether any of them adds up earlier gifts.
    let addsUp: Bool

    /// These `guards`, in any order.
    ///
    /// - Parameter conditions: Conditions among which those of ``Guard/segments(of:)`` are, for the same guards in the
    ///   same order.
    /// - Complexity: O(*n* log *n*).
    public init(_ guards: [Guard], asking conditions: SegmentSet) {
        let sorted = guards.enumerated().sorted { ($0.element.id, $0.offset) < ($1.element.id, $1.offset) }
        self.guards = sorted.map(\.element)
        self.conditions = conditions
        self.positions = sorted.map { index, source in
            guard case .exclusion = source.kind else { return nil }
            let position = conditions.position(of: Guard.segment(ofGuardAt: index))
            precondition(position != nil, "the conditions of guards are among those that are asked")
            return position
        }
        self.addsUp = guards.contains { if case .limit(let limit) = $0.kind { limit.total != nil } else { false } }
    }
}

extension Guard {
    /// Returns for each exclusion among `guards` the segment of those whom it forbids everything.
    ///
    /// A policy asks them together with its other conditions; their names cannot be those of segments that people
    /// write, which do not begin with `#`.
    public static func segments(of guards: [Guard]) -> [Segment] {
        guards.enumerated()
            .compactMap { index, source in
                guard case .exclusion(let condition, _) = source.kind else { return nil }
                let name = LocalizedText(quoting: source.id.text)
                return Segment(id: segment(ofGuardAt: index), name: name, where: condition)
            }
    }

    static func segment(ofGuardAt index: Int) -> Segment.ID { Segment.ID(stringLiteral: "#guard-\(index)") }
}
