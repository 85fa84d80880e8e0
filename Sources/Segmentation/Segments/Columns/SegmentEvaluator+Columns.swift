extension SegmentEvaluator {
    /// Returns who a customer of `columns` is, segment by segment: the same as for its facts.
    ///
    /// Nothing is allocated for a set of at most 64 segments.
    ///
    /// - Precondition: The columns are of the same segments, and there is such a customer.
    /// - Complexity: O(*n*) in the distinct comparisons of all segments.
    public mutating func answers(for columns: SegmentColumns, at customer: Int) -> SegmentAnswers {
        precondition(columns.questions.program.roots.count == set.program.roots.count, "columns of the same segments")
        var nothing = MutableSpan<SegmentReading>()
        var all = SIMD2<UInt64>.zero
        if let answers = columns.answers(at: customer, isKeeping: false, &nothing, &all) { return answers }
        set.table.fill(&bits, with: columns, at: customer, slots: set.program.slots.count)
        return SegmentAnswers(asOf: columns.asOf, roots: set.program.roots, bits, width: set.table.width)
    }
}

extension SegmentColumns {
    /// Returns who a customer is, or `nil` when there are too many questions.
    ///
    /// - Parameter readings: What each attribute is, where that is to be kept.
    /// - Parameter all: The bits of all questions.
    @inline(__always)
    func answers(
        at customer: Int,
        isKeeping: Bool,
        _ readings: inout MutableSpan<SegmentReading>,
        _ all: inout SIMD2<UInt64>
    ) -> SegmentAnswers? {
        guard let rows = questions.rows else { return nil }
        precondition((0..<count).contains(customer), "a customer of the columns")
        let block = customer / Self.blockSize
        let place = customer % Self.blockSize
        let (columns, cuts, cells) = (rows.columns.span, rows.cuts.span, rows.cells.span)
        let (values, known, ranges) = (values.span, known.span, ranges.span)
        let first = block &* questions.fieldCount &* Self.fieldStride &+ place
        var mask = block &* columns.count &* Self.blockWords &+ place / 64
        let bit = UInt64(1) &<< UInt64(truncatingIfNeeded: place)
        var bits = SIMD2<UInt64>.zero
        for slot in columns.indices {
            let column = columns[slot]
            if column.kind == .fraction || column.canBeRange && ranges[mask] & bit != 0 {
                let reading = reading(at: slot, block, place)
                bits |= rows.bits(ofUneven: reading, at: slot)
                if isKeeping { readings[slot] = reading }
            } else {
                let isKnown = known[mask] & bit != 0
                let number = values[first &+ column.position &* Self.fieldStride]
                let cell = column.cell(of: number, cuts)
                bits |= cells[column.start &+ (isKnown ? cell : column.cells)]
                if isKeeping { readings[slot] = SegmentReading(number, over: isKnown ? 1 : 0) }
            }
            mask &+= Self.blockWords
        }
        all = rows.settled(bits)
        let answers = rows.answers(in: all)
        return SegmentAnswers(asOf: asOf, count: rows.roots.count, holding: answers[0], failing: answers[1])
    }
}

extension SegmentTable {
    /// Sets the bits of every question, those of what holds first, for a customer of `columns`.
    func fill(
        _ memory: inout ContiguousArray<UInt64>,
        with columns: SegmentColumns,
        at customer: Int,
        slots: Int
    ) {
        precondition((0..<columns.count).contains(customer), "a customer of the columns")
        let (block, place) = (customer / SegmentColumns.blockSize, customer % SegmentColumns.blockSize)
        var bits = memory.mutableSpan
        for word in 0..<2 * width { bits[word] = 0 }
        for slot in 0..<slots {
            take(columns.reading(at: slot, block, place), at: slot, &bits)
        }
        settle(&bits)
    }
}
