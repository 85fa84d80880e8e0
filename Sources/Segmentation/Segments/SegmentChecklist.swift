public import GiftModel

/// The comparisons of one segment as they are written, made ready for many customers.
///
/// A segment that is referred to is told once, and after it its own comparisons, which stand in another place.
///
/// ```swift
/// let checklist = SegmentChecklist(of: "asleep", in: set)!
/// checklist.comparisons(for: facts).map(\.distance)          // 3 days
/// ```
public struct SegmentChecklist: Sendable {
    let segments: SegmentSet
    /// What each entry asks, one by one.
    let program: SegmentProgram
    let entries: [Entry]
    let root: Node

    /// One comparison or reference.
    struct Entry: Sendable {
        let leaf: SegmentLeaf
        let text: LocalizedText
        /// The position of its question in the program, or of the segment that it refers to in the document.
        let source: Source
    }

    /// Where the answer to an entry comes from.
    enum Source: Sendable {
        case comparison(Int)
        case segment(Int)
    }

    /// A part of the condition, in which references stand for what they refer to.
    indirect enum Node: Sendable {
        case entry(Int)
        case all([Node])
        case any([Node])
        case not(Node)
    }

    /// The comparisons of the segment called `id`, or `nil` when there is no such.
    ///
    /// - Complexity: O(*n*) in the comparisons.
    public init?(of id: Segment.ID, in segments: SegmentSet) {
        guard let position = segments.position(of: id) else { return nil }
        self.init(ofSegmentAt: position, in: segments)
    }

    init(ofSegmentAt position: Int, in segments: SegmentSet) {
        var reader = Reader(segments)
        self.root = reader.node(ofSegmentAt: position, isNegated: false)
        self.entries = reader.entries
        self.program = reader.program
        self.segments = segments
    }

    /// Collects entries.
    private struct Reader {
        private let segments: SegmentSet
        private(set) var entries: [Entry] = []
        private var comparisons: [SegmentCondition] = []
        private var nodes: [Int: Node] = [:]

        init(_ segments: SegmentSet) { self.segments = segments }

        var program: SegmentProgram {
            let document = segments.document
            return SegmentProgram(
                SegmentDocument(
                    id: document.id,
                    currency: document.currency,
                    tiers: document.tiers,
                    labels: document.labels,
                    segments: comparisons.enumerated()
                        .map { index, condition in
                            let name = LocalizedText(english: "", chinese: "")
                            return Segment(id: Segment.ID(stringLiteral: "\(index)"), name: name, where: condition)
                        }
                )
            )
        }

        mutating func node(ofSegmentAt position: Int, isNegated: Bool) -> Node {
            if let node = nodes[position] { return node }
            let condition = segments.document.segments[position].condition
            let node = node(of: condition, at: "/segments/\(position)/where", isNegated: isNegated)
            nodes[position] = node
            return node
        }

        private mutating func node(of condition: SegmentCondition, at path: String, isNegated: Bool) -> Node {
            switch condition {
            case .all(let parts):
                return .all(
                    parts.enumerated().map { node(of: $1, at: "\(path)/all/\($0)", isNegated: isNegated) }
                )
            case .any(let parts):
                return .any(
                    parts.enumerated().map { node(of: $1, at: "\(path)/any/\($0)", isNegated: isNegated) }
                )
            case .not(let part): return .not(node(of: part, at: "\(path)/not", isNegated: !isNegated))
            case .segment(let id):
                guard let position = segments.position(of: id) else {
                    preconditionFailure("a segment refers to one of its document")
                }
                add(SegmentLeaf(path: path, condition: condition, isNegated: isNegated), .segment(position))
                return node(ofSegmentAt: position, isNegated: isNegated)
            case .compared, .oneOf, .noneOf, .known, .unknown:
                let leaf = SegmentLeaf(path: path, condition: condition, isNegated: isNegated)
                add(leaf, .comparison(comparisons.count))
                comparisons.append(condition)
                return .entry(entries.count - 1)
            }
        }

        private mutating func add(_ leaf: SegmentLeaf, _ source: Source) {
            let text = leaf.condition.phrase(calling: segments.tiers, segments.document.segments)
            entries.append(Entry(leaf: leaf, text: text, source: source))
        }
    }
}

extension SegmentChecklist {
    /// Returns every comparison for the customer of these `facts`, in the order in which they are written.
    ///
    /// - Complexity: O(*n*) in the comparisons, each O(*m*) in the days of its window.
    public func comparisons(for facts: SegmentFacts) -> [SegmentComparison] {
        let wording = SegmentWording(of: segments)
        var evaluation = SegmentEvaluation(program)
        var references = SegmentEvaluation(segments.program)
        return entries.map { entry in
            switch entry.source {
            case .segment(let position):
                let root = segments.program.roots[position]
                return SegmentComparison(entry, references.truth(of: root, in: segments.program, facts))
            case .comparison(let index):
                let node = program.roots[index]
                guard let slot = program.nodes[node].slot else { preconditionFailure("a question about one slot") }
                let reading = evaluation.reading(of: slot, in: program, facts)
                let isWhole = program.slots[slot].attribute.isWhole(program.slots[slot].kind)
                return SegmentComparison(
                    entry,
                    program.truth(of: node, at: reading),
                    reading,
                    of: program.slots[slot],
                    nearest: program.nodes[node].nearest(isNegated: entry.leaf.isNegated, isWhole: isWhole),
                    calling: program.slots[slot].attribute.word(in: facts, on: facts.asOf, isPlain: false),
                    wording
                )
            }
        }
    }
}

extension SegmentAnswer {
    /// Every comparison of the segment, in the order in which they are written, with how far each is from passing.
    ///
    /// Unlike ``reasons`` it tells those that settled nothing too. For many customers a ``SegmentChecklist`` does the
    /// same without reading the segment anew.
    ///
    /// - Complexity: O(*n*) in the comparisons, each O(*m*) in the days of its window.
    public var comparisons: [SegmentComparison] { checklist.comparisons(for: facts) }

    var checklist: SegmentChecklist { SegmentChecklist(ofSegmentAt: position, in: set) }
}

extension SegmentNode {
    /// The slot that it asks about, when it asks about one only.
    var slot: Int? {
        switch self {
        case .number(let slot, _, _), .ratio(let slot, _, _, _), .words(let slot, _, _), .known(let slot, _): slot
        case .all, .any, .segment: nil
        }
    }
}

extension SegmentComparison {
    /// A reference to a segment.
    init(_ entry: SegmentChecklist.Entry, _ truth: Truth) {
        self.init(
            path: entry.leaf.path,
            condition: entry.leaf.condition,
            isNegated: entry.leaf.isNegated,
            text: entry.text,
            truth: truth,
            actual: nil,
            expected: nil,
            distance: nil
        )
    }

    /// A comparison of a slot that came to `reading`.
    init(
        _ entry: SegmentChecklist.Entry,
        _ truth: Truth,
        _ reading: SegmentReading,
        of slot: SegmentSlot,
        nearest: Ratio?,
        calling word: @autoclosure () -> String?,
        _ wording: SegmentWording
    ) {
        let leaf = entry.leaf
        let isFailing = truth == (leaf.isNegated ? .holds : .fails)
        let nearest = isFailing && reading.isKnown ? nearest : nil
        self.init(
            path: leaf.path,
            condition: leaf.condition,
            isNegated: leaf.isNegated,
            text: entry.text,
            truth: truth,
            actual: wording.fact(of: reading, slot, calling: word()),
            expected: wording.question(of: leaf.condition)?.1,
            distance: nearest.flatMap { wording.fact(of: SegmentGap(from: reading, to: $0), slot.attribute, slot.kind) }
        )
    }
}

extension SegmentNode {
    /// Returns the number with which the question would pass that is nearest to all with which it fails.
    func nearest(isNegated: Bool, isWhole: Bool) -> Ratio? {
        let (own, number): (Comparison, Ratio?)
        switch self {
        case .number(_, let comparison, let value): (own, number) = (comparison, Ratio(value, over: 1))
        case .ratio(_, let comparison, let numerator, let denominator):
            (own, number) = (comparison, Ratio(numerator, over: denominator))
        case .all, .any, .words, .known, .segment: return nil
        }
        guard let number else { return nil }
        let step: Int64 =
            switch isNegated ? own.opposite : own {
            case .above: 1
            case .below: -1
            case .notEqual: number.numerator == .max ? -1 : 1
            case .equal, .atLeast, .atMost: 0
            }
        guard isWhole, step != 0 else { return number }
        let (moved, overflow) = number.numerator.addingReportingOverflow(step)
        return overflow ? nil : Ratio(moved, over: 1)
    }
}
