public import GiftModel

/// Segments made ready for many customers: what several of them ask is asked once for each customer.
///
/// It can only be had of a document without errors, so it never fails later.
///
/// ```swift
/// let set = try SegmentSet(validating: document)
/// let answers = set.answers(for: facts)
/// answers[set.position(of: "loyal")!]                          // .holds
/// set.answer(for: facts, in: "loyal")?.nextPossibleChange      // 2026-04-01
/// ```
public struct SegmentSet: Hashable, Sendable {
    /// What the segments are.
    public let document: SegmentDocument
    /// What people call the tiers, as far as it is known.
    let tiers: [Tier]
    let program: SegmentProgram
    let table: SegmentTable
    /// The same where there are few questions.
    let rows: SegmentRowTable?
    let index: SegmentIndex
    private let positions: [Segment.ID: Int]

    /// The segments of `document`.
    ///
    /// - Parameter tiers: The tiers by whose names reasons call them; they call others by their identifiers.
    /// - Throws: ``InvalidSegments``, with every error of the document.
    /// - Complexity: O(*n* log *n*) in the size of the document.
    public init(validating document: SegmentDocument, calling tiers: [Tier] = []) throws(InvalidSegments) {
        let errors = document.errors
        guard errors.isEmpty else { throw InvalidSegments(findings: errors) }
        self.document = document
        self.tiers = tiers
        self.program = SegmentProgram(document)
        self.table = SegmentTable(program)
        self.rows = SegmentRowTable(table, of: program, program.slots.map { (0, $0.shape) })
        self.index = SegmentIndex(program)
        self.positions = Dictionary(document.segments.enumerated().map { ($1.id, $0) }) { first, _ in first }
    }
}

extension SegmentSet {
    /// Returns the position of the segment called `id` in the document and in all answers, or `nil` without one.
    public func position(of id: Segment.ID) -> Int? { positions[id] }

    /// Returns who the customer of these `facts` is, segment by segment.
    ///
    /// For many customers a ``SegmentEvaluator`` does the same without allocating for each.
    ///
    /// - Complexity: O(*n*) in the distinct comparisons of all segments, each O(*m*) in the days of its window.
    public func answers(for facts: SegmentFacts) -> SegmentAnswers {
        var evaluator = SegmentEvaluator(of: self)
        return evaluator.answers(for: facts)
    }

    /// Returns where a customer stands in a group: the first member that it is in.
    ///
    /// Without any it is outside; where a member that is undetermined comes first, so is the customer.
    ///
    /// - Returns: `nil` when there is no such group.
    /// - Complexity: O(*n*) in the members of the group.
    public func membership(in group: SegmentGroup.ID, _ answers: SegmentAnswers) -> SegmentMembership? {
        guard let group = document.groups.first(where: { $0.id == group }) else { return nil }
        for member in group.members {
            switch positions[member].map({ answers[$0] }) {
            case .holds?: return .member(member)
            case .unknown?: return .undetermined
            case .fails?, nil: continue
            }
        }
        return .outside
    }
}

extension SegmentSet {
    /// Returns the segments that `change` can have changed, in the order of the document.
    ///
    /// A segment that is not listed is as it was. The day matters to those that ask about a window or the time since
    /// something, and to those that ask about what others work out day by day.
    ///
    /// - Complexity: O(*n*) in the attributes and segments.
    public func affected(by change: SegmentChange) -> [Segment.ID] {
        var affected = SegmentIndex.none(of: program)
        index.insertAffected(by: change, in: program, into: &affected)
        return document.segments.indices.filter { affected[$0 / 64] & (1 << UInt64($0 % 64)) != 0 }
            .map { document.segments[$0].id }
    }
}

/// Where a customer stands in a group of segments.
///
/// The three answers are all there are, so this enum is closed.
public enum SegmentMembership: Hashable, Sendable {
    /// It is in this member, and in none before it.
    case member(Segment.ID)
    /// It is in none.
    case outside
    /// It may be in one, as far as is known.
    case undetermined
}

/// Works out one customer after another, in the same memory.
public struct SegmentEvaluator: Sendable {
    /// The segments.
    public let set: SegmentSet
    /// For each question whether it holds, and then for each whether it fails.
    var bits: ContiguousArray<UInt64>

    /// An evaluator of the segments of `set`.
    public init(of set: SegmentSet) {
        self.set = set
        self.bits = ContiguousArray(repeating: 0, count: 2 * set.table.width)
    }

    /// Returns who the customer of these `facts` is, segment by segment.
    ///
    /// - Complexity: O(*n*) in the distinct comparisons of all segments, each O(*m*) in the days of its window.
    public mutating func answers(for facts: SegmentFacts) -> SegmentAnswers {
        if let rows = set.rows {
            var bits = SIMD2<UInt64>.zero
            for slot in rows.columns.indices {
                bits |= rows.bits(of: set.table.reading(of: slot, in: facts, set.program), at: slot)
            }
            let answers = rows.answers(in: rows.settled(bits))
            let count = rows.roots.count
            return SegmentAnswers(asOf: facts.asOf, count: count, holding: answers[0], failing: answers[1])
        }
        set.table.fill(&bits, set.program, facts) { _ in true }
        return SegmentAnswers(asOf: facts.asOf, roots: set.program.roots, bits, width: set.table.width)
    }

    /// Returns `answers` brought up to these `facts`, where nothing but these `changes` came between.
    ///
    /// Only segments that the changes, or a new day, can have changed are worked out again. Changes that are left out
    /// leave segments as they were.
    ///
    /// - Complexity: as that of ``answers(for:)``, for the segments concerned.
    public mutating func updated(
        _ answers: SegmentAnswers,
        after changes: some Sequence<SegmentChange>,
        for facts: SegmentFacts
    ) -> SegmentAnswers {
        precondition(answers.count == set.program.roots.count, "answers of the same segments")
        var affected = SegmentIndex.none(of: set.program)
        for change in changes { set.index.insertAffected(by: change, in: set.program, into: &affected) }
        if facts.asOf != answers.asOf { set.index.insertAffected(by: .newDay, in: set.program, into: &affected) }
        let index = set.index
        set.table.fill(&bits, set.program, facts) { slot in index.isNeeded(slot, by: affected) }
        var updated = SegmentAnswers(asOf: facts.asOf, roots: set.program.roots, bits, width: set.table.width)
        updated.keep(answers, besides: affected)
        return updated
    }
}

/// A document of segments that make no sense.
public struct InvalidSegments: Error, Hashable, Sendable, CustomStringConvertible {
    /// The errors, one or more, in the order of the document.
    public let findings: [SegmentFinding]

    public var description: String { findings.map(\.description).joined(separator: "\n") }
}
