/// The table of a program of at most 64 questions, whose bits need no memory.
///
/// The questions are in another order than in the program: where no two segments ask the same, those of the segments
/// come first, so that their bits are the answers.
struct SegmentRowTable: Hashable, Sendable {
    let table: SegmentTable
    let columns: [Column]
    let cuts: [Int64]
    /// For each cell of each attribute the bits of what holds, and of what fails.
    let cells: [SIMD2<UInt64>]
    let steps: [Step]
    /// The place of each question of the program.
    let places: [Int]
    /// The place of each segment's question.
    let roots: [UInt64]
    /// Whether the first bits are the answers.
    let isInOrder: Bool

    /// The cells of one attribute.
    struct Column: Hashable, Sendable {
        enum Kind: Hashable { case word, cut, twoCuts, cuts, fraction }

        let kind: Kind
        /// Whether it can be known as a range.
        let canBeRange: Bool
        /// Where the number stands in the row.
        let position: Int
        /// The first two numbers with which it is compared.
        let first: Int64
        let second: Int64
        /// All of them.
        let cuts: Range<Int>
        /// How many cells there are beside the one for what is not known.
        let cells: Int
        /// Where the cells start.
        let start: Int
    }

    /// A question about other questions.
    struct Step: Hashable, Sendable {
        let kind: SegmentTable.Step.Kind
        let mask: UInt64
        let place: UInt64
        /// Whether any of them is itself about others.
        let isDeep: Bool
    }

    /// How numbers are laid out in a row.
    enum Shape: Hashable { case whole, range, fraction }

    /// The table for rows of numbers that stand at these positions, or `nil` when there are too many questions.
    init?(_ table: SegmentTable, of program: SegmentProgram, _ numbers: [(position: Int, shape: Shape)]) {
        guard table.width == 1, program.roots.count <= 64 else { return nil }
        var places = [Int?](repeating: nil, count: program.nodes.count)
        var count = 0
        for root in program.roots where places[root] == nil {
            places[root] = count
            count += 1
        }
        self.isInOrder = count == program.roots.count
        let order = places.map { place in
            if let place { return place }
            count += 1
            return count - 1
        }
        self.table = table
        self.places = order
        self.roots = program.roots.map { UInt64(order[$0]) }
        self.cuts = table.wholeCuts
        func moved(_ bits: UInt64) -> UInt64 {
            order.indices.reduce(0) { $0 | (bits >> UInt64($1) & 1) << UInt64(order[$1]) }
        }
        self.cells = stride(from: 0, to: table.masks.count, by: 2)
            .map { SIMD2(moved(table.masks[$0]), moved(table.masks[$0 + 1])) }
        self.columns = zip(table.columns, numbers)
            .map { column, number in
                let isWhole = number.shape != .fraction && column.isWhole
                let kinds: [Column.Kind] = [.cuts, .cut, .twoCuts]
                let count = column.cuts.count
                return Column(
                    kind: column.isWord ? .word : !isWhole ? .fraction : count < 3 ? kinds[count] : .cuts,
                    canBeRange: number.shape == .range,
                    position: number.position,
                    first: count > 0 ? table.wholeCuts[column.cuts.lowerBound] : 0,
                    second: count > 1 ? table.wholeCuts[column.cuts.lowerBound + 1] : 0,
                    cuts: column.cuts,
                    cells: column.cells,
                    start: column.start / 2
                )
            }
        let about = table.steps.reduce(UInt64(0)) { $0 | 1 << UInt64($1.node) }
        self.steps = table.steps.map { step in
            let mask = table.stepMasks[step.start]
            return Step(
                kind: step.kind,
                mask: moved(mask),
                place: UInt64(order[step.node]),
                isDeep: mask & about != 0
            )
        }
    }
}

extension SegmentRowTable {
    /// The bits of the questions about the attribute at `slot`, which came to `reading`.
    @inline(__always)
    func bits(of reading: SegmentReading, at slot: Int) -> SIMD2<UInt64> {
        if columns[slot].kind == .fraction || reading.low < reading.high { return bits(ofUneven: reading, at: slot) }
        let cell = reading.isKnown ? columns[slot].cell(of: reading.low, cuts.span) : columns[slot].cells
        return cells[columns[slot].start &+ cell]
    }

    /// The same where it is known as a range or a fraction.
    func bits(ofUneven reading: SegmentReading, at slot: Int) -> SIMD2<UInt64> {
        let first = table.cell(of: reading, reading.low, at: slot)
        let last = reading.low == reading.high ? first : table.cell(of: reading, reading.high, at: slot)
        var bits = cells[columns[slot].start + first]
        if first < last { for cell in first + 1...last { bits &= cells[columns[slot].start + cell] } }
        return bits
    }

    /// The bits of all questions, of which those about attributes are set.
    @inline(__always)
    func settled(_ bits: SIMD2<UInt64>) -> SIMD2<UInt64> {
        let steps = steps.span
        var (holding, failing) = (bits[0], bits[1])
        for position in steps.indices {
            let step = steps[position]
            // What does not wait for another list is worked out beside it.
            let held = (step.isDeep ? holding : bits[0]) & step.mask
            let failed = (step.isDeep ? failing : bits[1]) & step.mask
            let (isHolding, isFailing) =
                switch step.kind {
                case .all: (held == step.mask, failed != 0)
                case .any: (held != 0, failed == step.mask)
                case .same: (held != 0, failed != 0)
                case .opposite: (failed != 0, held != 0)
                }
            holding |= (isHolding ? 1 : 0) &<< step.place
            failing |= (isFailing ? 1 : 0) &<< step.place
        }
        return SIMD2(holding, failing)
    }

    /// The bits of the segments' questions, in their order.
    @inline(__always)
    func answers(in bits: SIMD2<UInt64>) -> SIMD2<UInt64> {
        if isInOrder { return bits & SIMD2(repeating: ~(~0 << UInt64(roots.count))) }
        var answers = SIMD2<UInt64>.zero
        for (position, root) in roots.enumerated() { answers |= (bits &>> root & 1) &<< UInt64(position) }
        return answers
    }
}

extension SegmentRowTable.Column {
    /// The cell of a whole number or of the place of a word.
    ///
    /// No jump depends on the customer.
    @inline(__always)
    func cell(of number: Int64, _ all: Span<Int64>) -> Int {
        switch kind {
        case .word: return Int(truncatingIfNeeded: min(UInt64(bitPattern: number), UInt64(cells &- 1)))
        case .cut: return (first < number ? 1 : 0) &+ (first <= number ? 1 : 0)
        case .twoCuts:
            return (first < number ? 1 : 0) &+ (first <= number ? 1 : 0) &+ (second < number ? 1 : 0)
                &+ (second <= number ? 1 : 0)
        case .cuts, .fraction:
            var cell = 0
            for position in cuts {
                let cut = all[position]
                cell &+= (cut < number ? 1 : 0) &+ (cut <= number ? 1 : 0)
            }
            return cell
        }
    }
}

extension SegmentSlot {
    /// How its numbers are laid out.
    var shape: SegmentRowTable.Shape {
        if canBeRange { return .range }
        return attribute.isWhole(kind) ? .whole : .fraction
    }
}
