public import GiftModel

/// Who came into each segment and who left it between two days.
///
/// Flows of different customers are merged by adding them, in any order, with the same result.
public struct SegmentFlow: Hashable, Sendable {
    /// For each segment, by its position in the document, who went from in to out, and so on.
    public private(set) var flows: [Flow<Truth>]

    /// Nobody counted yet, in the segments of `set`.
    public init(of set: SegmentSet, listingMoves listsMoves: Bool = false) {
        let none = Flow<Truth>(over: [.holds, .fails, .unknown], listingMoves: listsMoves)
        self.flows = Array(repeating: none, count: set.document.segments.count)
    }

    /// Counts one customer, as it was and as it is; `nil` of a customer who was not there yet, or is there no more.
    ///
    /// - Complexity: O(*n*) in the segments.
    public mutating func add(_ customer: Customer.ID, from source: SegmentAnswers?, to target: SegmentAnswers?) {
        for answers in [source, target] {
            precondition(answers.map { $0.count == flows.count } ?? true, "answers of the same segments")
        }
        for position in flows.indices {
            flows[position].add(customer, from: source.map { $0[position] }, to: target.map { $0[position] })
        }
    }

    /// Counts all that `other` counted, which must be other customers in the same segments.
    ///
    /// - Complexity: O(*n*) in the segments, and O(*m*) in the moves of `other`.
    public mutating func merge(_ other: SegmentFlow) {
        precondition(other.flows.count == flows.count, "flows of the same segments")
        for position in flows.indices { flows[position].merge(other.flows[position]) }
    }
}

extension SegmentFlow {
    /// Returns how many are in a segment and were not before, undetermined ones and newcomers among them.
    public func entered(_ position: Int) -> Int64 {
        flows[position].transitions.filter { $0.target == .holds && $0.source != .holds }.reduce(0) { $0 + $1.count }
    }

    /// Returns how many were in a segment and are not any more.
    public func left(_ position: Int) -> Int64 {
        flows[position].transitions.filter { $0.source == .holds && $0.target != .holds }.reduce(0) { $0 + $1.count }
    }
}
