import GiftModel

/// What the segments of a set ask, comparison by comparison as they are written, made ready for millions of customers.
///
/// It is made once; ``SegmentColumns`` hold what many customers are with respect to its attributes.
///
/// ```swift
/// let questions = SegmentQuestions(of: set)
/// questions.attributes                                // what a customer has to be known by
/// var columns = SegmentColumns(of: questions, asOf: today)
/// ```
public struct SegmentQuestions: Sendable {
    /// The segments.
    public let set: SegmentSet
    /// Every comparison and reference of every segment, as it is written: segment after segment, in its order.
    public let comparisons: [SegmentLeaf]
    /// The attributes that they ask about, each once; each has a column.
    public var attributes: [SegmentAttribute] { program.slots.map(\.attribute) }

    /// The questions of the set, and behind them the comparisons as they are written.
    let program: SegmentProgram
    let table: SegmentTable
    /// The same for rows, where there are few questions.
    let rows: SegmentRowTable?
    /// What to look up for each comparison.
    let lookups: [Lookup]
    /// Where the numbers of each attribute stand.
    let fields: [Field]
    /// How many numbers a customer has.
    let fieldCount: Int
    private let ranges: [Range<Int>]

    /// Where the numbers of an attribute stand among those of a customer.
    struct Field: Hashable, Sendable {
        /// The first number; the highest of a range, or the denominator of a fraction, comes next.
        let position: Int
        let shape: SegmentRowTable.Shape
    }

    /// Where the answer to a comparison is found, and what is to be said of it.
    struct Lookup: Hashable, Sendable {
        /// The question that asks whether it says what the condition wants.
        let node: Int
        /// Whether that asks whether it does not.
        let isOpposite: Bool
        /// The attribute, or that behind the last of a reference to a segment.
        let slot: Int
        let isNegated: Bool
        /// The number with which it is compared, or `nil` when it is compared with none.
        let expected: Ratio?
        /// The nearest number with which it would pass, not known when there is none.
        let nearest: SegmentReading
    }

    /// The questions of `set`.
    ///
    /// - Complexity: O(*n* log *n*) in the size of the document.
    public init(of set: SegmentSet) {
        self.set = set
        var (comparisons, ranges): ([SegmentLeaf], [Range<Int>]) = ([], [])
        for (position, segment) in set.document.segments.enumerated() {
            let start = comparisons.count
            comparisons += segment.condition.leaves(at: "/segments/\(position)/where").filter { !$0.isEmptyList }
            ranges.append(start..<comparisons.count)
        }
        let further = comparisons.filter { $0.reference == nil }
        let program = SegmentProgram(
            set.document,
            asking: further.map { $0.isNegated ? .not($0.condition) : $0.condition }
        )
        var roots = program.furtherRoots[...]
        self.lookups = comparisons.map { leaf in
            guard let id = leaf.reference else { return Lookup(leaf, of: roots.removeFirst(), in: program) }
            guard let position = set.position(of: id) else {
                preconditionFailure("a segment refers to one of its document")
            }
            return Lookup(leaf, referringTo: program.roots[position], behind: program.slots.count)
        }
        (self.comparisons, self.ranges) = (comparisons, ranges)
        (self.program, self.table) = (program, SegmentTable(program))
        var (fields, count): ([Field], Int) = ([], 0)
        for slot in program.slots {
            fields.append(Field(position: count, shape: slot.shape))
            count += slot.shape == .whole ? 1 : 2
        }
        (self.fields, self.fieldCount) = (fields, count)
        self.rows = SegmentRowTable(table, of: program, fields.map { ($0.position, $0.shape) })
    }

    /// Returns the positions in ``comparisons`` of those of the segment at that position of the document.
    ///
    /// - Precondition: The position is one of the document.
    public func comparisons(ofSegmentAt position: Int) -> Range<Int> { ranges[position] }

    /// Returns the position of an attribute in ``attributes``, or `nil` when nothing asks about it.
    ///
    /// - Complexity: O(*n*) in the attributes.
    public func position(of attribute: SegmentAttribute) -> Int? {
        program.slots.firstIndex { $0.attribute == attribute }
    }
}

extension SegmentQuestions.Lookup {
    fileprivate init(_ leaf: SegmentLeaf, of node: Int, in program: SegmentProgram) {
        guard let place = program.nodes[node].slot else { preconditionFailure("a question about one slot") }
        let slot = program.slots[place]
        self.node = node
        self.isOpposite = false
        self.slot = place
        self.isNegated = leaf.isNegated
        guard case .compared(let attribute, _, let value) = leaf.condition, slot.kind != .word else {
            (self.expected, self.nearest) = (nil, .unknown)
            return
        }
        let reading = SegmentReading(value, as: slot.kind, in: program.currency)
        self.expected = Ratio(reading.low, over: reading.denominator)
        let nearest = program.nodes[node].nearest(isNegated: false, isWhole: attribute.isWhole(slot.kind))
        let number = nearest.map { SegmentReading($0.numerator, over: $0.denominator) }
        self.nearest = slot.kind == .truth ? .unknown : number ?? .unknown
    }

    fileprivate init(_ leaf: SegmentLeaf, referringTo root: Int, behind slots: Int) {
        self.node = root
        self.isOpposite = leaf.isNegated
        self.slot = slots
        self.isNegated = leaf.isNegated
        (self.expected, self.nearest) = (nil, .unknown)
    }
}

extension SegmentLeaf {
    /// The segment to which it refers, or `nil` when it is a comparison.
    var reference: Segment.ID? {
        guard case .segment(let id) = condition else { return nil }
        return id
    }

    fileprivate var isEmptyList: Bool {
        switch condition {
        case .all, .any: true
        default: false
        }
    }
}
