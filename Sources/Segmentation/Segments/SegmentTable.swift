import GiftModel

/// A program as bits: all comparisons of one attribute are answered by one look into a table.
///
/// Every question has two bits, whether it holds and whether it fails. The numbers with which an attribute is compared
/// cut its values into cells, and within a cell every comparison answers alike, so each cell has the bits of all. A
/// list of parts is then settled by comparing words of bits.
struct SegmentTable: Hashable, Sendable {
    /// How many words of bits hold one bit for each question.
    let width: Int
    private(set) var columns: [Column] = []
    /// Where each attribute is read.
    private var sources: [SegmentSource] = []
    private(set) var cuts: [Ratio] = []
    private(set) var wholeCuts: [Int64] = []
    /// For each cell the bits of what holds and then of what fails.
    private(set) var masks: [UInt64] = []
    private(set) var steps: [Step] = []
    private(set) var stepMasks: [UInt64] = []

    /// The cells of one attribute.
    struct Column: Hashable {
        /// The numbers with which it is compared, or none of a word.
        let cuts: Range<Int>
        let isWhole: Bool
        /// How many cells there are beside the one for what is not known.
        let cells: Int
        /// Where the bits of the first cell stand.
        let start: Int
        let isWord: Bool
    }

    /// A question about other questions.
    struct Step: Hashable {
        enum Kind: Hashable { case all, any, same, opposite }

        let kind: Kind
        let node: Int
        /// Where the bits of the parts stand.
        let start: Int
    }

    init(_ program: SegmentProgram) {
        self.width = max(1, (program.nodes.count + 63) / 64)
        var leaves: [[Int]] = program.slots.map { _ in [] }
        for (node, question) in program.nodes.enumerated() {
            switch question {
            case .number(let slot, _, _), .ratio(let slot, _, _, _), .words(let slot, _, _), .known(let slot, _):
                leaves[slot].append(node)
            case .all(let range): addStep(.all, node, range.map { program.operands[$0] })
            case .any(let range): addStep(.any, node, range.map { program.operands[$0] })
            case .segment(let root, _, let isNegated): addStep(isNegated ? .opposite : .same, node, [root])
            }
        }
        for slot in program.slots.indices { addColumn(of: slot, leaves[slot], in: program) }
    }

    private mutating func addStep(_ kind: Step.Kind, _ node: Int, _ parts: [Int]) {
        steps.append(Step(kind: kind, node: node, start: stepMasks.count))
        var mask = [UInt64](repeating: 0, count: width)
        for part in parts { mask[part / 64] |= 1 << UInt64(part % 64) }
        stepMasks += mask
    }

    private mutating func addColumn(of slot: Int, _ leaves: [Int], in program: SegmentProgram) {
        let isWord = program.slots[slot].kind == .word
        let own = Set(leaves.compactMap { Self.threshold(of: program.nodes[$0]) }).sorted()
        let cells = isWord ? program.slots[slot].words.count + 1 : 2 * own.count + 1
        sources.append(program.slots[slot].source)
        columns.append(
            Column(
                cuts: cuts.count..<cuts.count + own.count,
                isWhole: own.allSatisfy { $0.denominator == 1 },
                cells: cells,
                start: masks.count,
                isWord: isWord
            )
        )
        cuts += own
        wholeCuts += own.map(\.numerator)
        for cell in 0...cells {
            var bits = [UInt64](repeating: 0, count: 2 * width)
            for leaf in leaves {
                let truth = Self.truth(of: program.nodes[leaf], at: cell, of: cells, own, program)
                guard truth != .unknown else { continue }
                bits[(truth == .holds ? 0 : width) + leaf / 64] |= 1 << UInt64(leaf % 64)
            }
            masks += bits
        }
    }

    private static func threshold(of node: SegmentNode) -> Ratio? {
        switch node {
        case .number(_, _, let number): Ratio(number, over: 1)
        case .ratio(_, _, let numerator, let denominator): Ratio(numerator, over: denominator)
        case .all, .any, .words, .known, .segment: nil
        }
    }

    /// The answer to a question about one attribute in one of its cells; the last is that of what is not known.
    private static func truth(
        of node: SegmentNode,
        at cell: Int,
        of cells: Int,
        _ cuts: [Ratio],
        _ program: SegmentProgram
    ) -> Truth {
        switch node {
        case .known(_, let isNegated): return Truth((cell < cells) != isNegated)
        case _ where cell == cells: return .unknown
        case .number(_, let comparison, _), .ratio(_, let comparison, _, _):
            // The cells ascend, and each cut is one.
            guard let cut = threshold(of: node).flatMap(cuts.firstIndex) else { return .unknown }
            return Truth(comparison.holds(cell, 2 * cut + 1))
        case .words(_, let range, let isNegated):
            return Truth(program.places[range].contains(Int64(cell)) != isNegated)
        case .all, .any, .segment: preconditionFailure("a question about one slot")
        }
    }
}

extension SegmentTable {
    /// Sets the bits of every question, those of what holds first, for the customer of these `facts`.
    ///
    /// - Parameter needed: The slots without which no question is wanted are left out.
    func fill(
        _ memory: inout ContiguousArray<UInt64>,
        _ program: SegmentProgram,
        _ facts: SegmentFacts,
        needed: (Int) -> Bool
    ) {
        var bits = memory.mutableSpan
        for word in 0..<2 * width { bits[word] = 0 }
        for slot in columns.indices where needed(slot) {
            take(reading(of: slot, in: facts, program), at: slot, &bits)
        }
        settle(&bits)
    }

    /// Returns what the attribute at `slot` comes to.
    @inline(__always)
    func reading(of slot: Int, in facts: SegmentFacts, _ program: SegmentProgram) -> SegmentReading {
        sources[slot].reading(in: facts, on: facts.asOf, currency: program.currency)
            ?? program.slots[slot].attributeReading(in: facts, on: facts.asOf, program.currency)
    }

    /// Sets the bits of every question about the attribute at `slot`, which came to `reading`.
    func take(_ reading: SegmentReading, at slot: Int, _ bits: inout MutableSpan<UInt64>) {
        let first = cell(of: reading, reading.low, at: slot)
        guard reading.low == reading.high else {
            take(first...cell(of: reading, reading.high, at: slot), at: slot, &bits)
            return
        }
        let start = columns[slot].start + first * 2 * width
        for word in 0..<2 * width { bits[word] |= masks[start + word] }
    }

    /// Sets the bits of every question about other questions, once those about attributes are set.
    func settle(_ bits: inout MutableSpan<UInt64>) {
        for step in steps.indices { take(step, &bits) }
    }

    /// A range says what every cell in it says.
    private func take(_ cells: ClosedRange<Int>, at slot: Int, _ bits: inout MutableSpan<UInt64>) {
        let start = columns[slot].start
        for word in 0..<2 * width {
            bits[word] |= cells.reduce(UInt64.max) { $0 & masks[start + word + $1 * 2 * width] }
        }
    }

    /// The cell of a value of the attribute at `slot`.
    ///
    /// A column is looked up where it stands: passed on it would be copied for each customer.
    func cell(of reading: SegmentReading, _ value: Int64, at slot: Int) -> Int {
        guard reading.isKnown else { return columns[slot].cells }
        // The last cell is that of all words which no question names.
        if columns[slot].isWord {
            return value < 0 ? columns[slot].cells - 1 : Int(min(value, Int64(columns[slot].cells - 1)))
        }
        var cell = 0
        if columns[slot].isWhole && reading.denominator == 1 {
            for cut in columns[slot].cuts {
                cell += (wholeCuts[cut] < value ? 1 : 0) + (wholeCuts[cut] <= value ? 1 : 0)
            }
            return cell
        }
        for cut in columns[slot].cuts {
            let below = Int128(cuts[cut].numerator) * Int128(reading.denominator)
            let above = Int128(value) * Int128(cuts[cut].denominator)
            cell += (below < above ? 1 : 0) + (below <= above ? 1 : 0)
        }
        return cell
    }

    private func take(_ position: Int, _ bits: inout MutableSpan<UInt64>) {
        let step = steps[position]
        var (isHolding, isFailing) = (step.kind == .all, step.kind == .any)
        switch step.kind {
        case .all:
            for word in 0..<width {
                let mask = stepMasks[step.start + word]
                isHolding = isHolding && bits[word] & mask == mask
                isFailing = isFailing || bits[width + word] & mask != 0
            }
        case .any:
            for word in 0..<width {
                let mask = stepMasks[step.start + word]
                isHolding = isHolding || bits[word] & mask != 0
                isFailing = isFailing && bits[width + word] & mask == mask
            }
        case .same, .opposite:
            for word in 0..<width {
                let mask = stepMasks[step.start + word]
                isHolding = isHolding || bits[word] & mask != 0
                isFailing = isFailing || bits[width + word] & mask != 0
            }
            if step.kind == .opposite { (isHolding, isFailing) = (isFailing, isHolding) }
        }
        let (word, place) = (step.node / 64, UInt64(step.node % 64))
        bits[word] |= (isHolding ? 1 : 0) &<< place
        bits[width + word] |= (isFailing ? 1 : 0) &<< place
    }
}
