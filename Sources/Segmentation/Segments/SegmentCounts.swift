import GiftModel

/// How many customers are in each segment, out of it, and neither for sure.
///
/// Counts of different customers are merged by adding them, in any order, with the same result.
public struct SegmentCounts: Hashable, Sendable {
    /// The counts of one segment.
    public struct Count: Hashable, Sendable {
        /// How many are in it.
        public fileprivate(set) var inside: Int64 = 0
        /// How many are out of it.
        public fileprivate(set) var outside: Int64 = 0
        /// Of how many it is not known.
        public fileprivate(set) var undetermined: Int64 = 0
    }

    /// The counts by the position of the segment in its document.
    public private(set) var counts: [Count]

    /// Nobody counted yet, in the segments of `set`.
    public init(of set: SegmentSet) { self.counts = Array(repeating: Count(), count: set.document.segments.count) }

    /// Counts one more customer.
    ///
    /// - Complexity: O(*n*) in the segments.
    public mutating func add(_ answers: SegmentAnswers) {
        precondition(answers.count == counts.count, "answers of the same segments")
        for position in counts.indices {
            switch answers[position] {
            case .holds: counts[position].inside += 1
            case .fails: counts[position].outside += 1
            case .unknown: counts[position].undetermined += 1
            }
        }
    }

    /// Counts more customers.
    ///
    /// - Complexity: O(*n*) in the customers, times the segments.
    public mutating func add(_ answers: SegmentColumnAnswers) {
        precondition(answers.segments == counts.count, "answers of the same segments")
        for position in counts.indices {
            let inside = answers.inside(position).reduce(0) { $0 + Int64($1.nonzeroBitCount) }
            let outside = answers.outside(position).reduce(0) { $0 + Int64($1.nonzeroBitCount) }
            counts[position].inside += inside
            counts[position].outside += outside
            counts[position].undetermined += Int64(answers.customers) - inside - outside
        }
    }

    /// Counts all that `other` counted, which must be other customers in the same segments.
    ///
    /// - Complexity: O(*n*) in the segments.
    public mutating func merge(_ other: SegmentCounts) {
        precondition(other.counts.count == counts.count, "counts of the same segments")
        for position in counts.indices {
            counts[position].inside += other.counts[position].inside
            counts[position].outside += other.counts[position].outside
            counts[position].undetermined += other.counts[position].undetermined
        }
    }
}
