extension SegmentEvaluator {
    /// Returns who a customer of `columns` is, segment by segment: the same as for its facts.
    ///
    /// Nothing is allocated for a set of at most 64 segments.
    ///
    /// - Precondition: The columns are of the same segments, and there is such a customer.
    /// - Complexity: O(*n*) in the distinct comparisons of all segments.
    public mutating func answers(for columns: SegmentColumns, at customer: Int) -> SegmentAnswers {
        precondition(columns.questions.program.roots.count == set.program.roots.count, "columns of the same segments")
        set.table.fill(&bits, with: columns, at: customer, slots: set.program.slots.count)
        return SegmentAnswers(asOf: columns.asOf, roots: set.program.roots, bits, width: set.table.width)
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
        let block = customer / SegmentColumns.blockSize
        let place = customer % SegmentColumns.blockSize
        var bits = memory.mutableSpan
        for word in 0..<2 * width { bits[word] = 0 }
        for slot in 0..<slots { take(columns.reading(at: slot, block, place), at: slot, &bits) }
        settle(&bits)
    }

    /// Sets the bits of every question, those of what holds first, for a customer whose attributes came to `readings`.
    func fill(_ memory: inout ContiguousArray<UInt64>, with readings: [SegmentReading]) {
        var bits = memory.mutableSpan
        for word in 0..<2 * width { bits[word] = 0 }
        for slot in readings.indices { take(readings[slot], at: slot, &bits) }
        settle(&bits)
    }
}
