extension SegmentEvaluator {
    /// Returns who a customer of `columns` is, segment by segment: the same as for its facts.
    ///
    /// Nothing is allocated for a set of at most 64 segments.
    ///
    /// - Precondition: The columns are of the same segments, and there is such a customer.
    /// - Complexity: O(*n*) in the distinct comparisons of all segments.
    public mutating func answers(for columns: SegmentColumns, at customer: Int) -> SegmentAnswers {
        precondition(columns.questions.program.roots.count == set.program.roots.count, "columns of the same segments")
        set.table.fill(&bits, with: columns, at: customer, slots: set.program.slots.count) { _, _ in }
        return SegmentAnswers(asOf: columns.asOf, roots: set.program.roots, bits, width: set.table.width)
    }
}

extension SegmentTable {
    /// Sets the bits of every question, those of what holds first, for a customer of `columns`, and what it is.
    func fill(
        _ memory: inout ContiguousArray<UInt64>,
        _ readings: inout [SegmentReading],
        with columns: SegmentColumns,
        at customer: Int
    ) {
        fill(&memory, with: columns, at: customer, slots: columns.questions.fields.count) { readings[$0] = $1 }
    }

    @inline(__always)
    fileprivate func fill(
        _ memory: inout ContiguousArray<UInt64>,
        with columns: SegmentColumns,
        at customer: Int,
        slots: Int,
        keep: (Int, SegmentReading) -> Void
    ) {
        precondition((0..<columns.count).contains(customer), "a customer of the columns")
        let block = customer / SegmentColumns.blockSize
        let place = customer % SegmentColumns.blockSize
        guard width == 1 else {
            var bits = memory.mutableSpan
            for word in 0..<2 * width { bits[word] = 0 }
            for slot in 0..<slots {
                let reading = columns.reading(at: slot, block, place)
                take(reading, at: slot, &bits)
                keep(slot, reading)
            }
            settle(&bits)
            return
        }
        let (fields, values) = (columns.questions.fields.span, columns.values.span)
        let (known, ranges) = (columns.known.span, columns.ranges.span)
        let (own, cuts, masks) = (self.columns.span, wholeCuts.span, self.masks.span)
        let first = block &* columns.questions.fieldCount &* SegmentColumns.fieldStride &+ place
        var mask = block &* fields.count &* SegmentColumns.blockWords &+ place / 64
        let bit = UInt64(1) &<< UInt64(truncatingIfNeeded: place)
        var bits = SegmentBits()
        for slot in 0..<slots {
            let column = own[slot]
            if fields[slot].shape == .fraction || ranges[mask] & bit != 0 || !column.isWhole {
                let reading = columns.reading(at: slot, block, place)
                bits.add(self.bits(of: reading, at: slot))
                keep(slot, reading)
            } else {
                let isKnown = known[mask] & bit != 0
                let number = values[first &+ fields[slot].position &* SegmentColumns.fieldStride]
                bits.add(Self.bits(of: number, isKnown: isKnown, in: column, cuts, masks))
                keep(slot, isKnown ? SegmentReading(number) : .unknown)
            }
            mask &+= SegmentColumns.blockWords
        }
        bits = settle(bits)
        (memory[0], memory[1]) = (bits.holding, bits.failing)
    }
}
