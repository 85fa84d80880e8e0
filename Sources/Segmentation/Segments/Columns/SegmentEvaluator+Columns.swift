extension SegmentEvaluator {
    /// Returns who a customer of `columns` is, segment by segment: the same as for its facts.
    ///
    /// Nothing is allocated for a set of at most 64 segments.
    ///
    /// - Precondition: The columns are of the same segments, and there is such a customer.
    /// - Complexity: O(*n*) in the distinct comparisons of all segments.
    public mutating func answers(for columns: SegmentColumns, at customer: Int) -> SegmentAnswers {
        precondition(columns.questions.program.roots.count == set.program.roots.count, "columns of the same segments")
        precondition((0..<columns.count).contains(customer), "a customer of the columns")
        set.table.fill(&bits, with: columns, at: customer, slots: set.program.slots.count)
        return SegmentAnswers(asOf: columns.asOf, roots: set.program.roots, bits, width: set.table.width)
    }
}

extension SegmentTable {
    /// Sets the bits of every question, those of what holds first, for a customer of `columns`.
    fileprivate func fill(
        _ memory: inout ContiguousArray<UInt64>,
        with columns: SegmentColumns,
        at customer: Int,
        slots: Int
    ) {
        let block = customer / SegmentColumns.blockSize
        let place = customer % SegmentColumns.blockSize
        guard width == 1 else {
            var bits = memory.mutableSpan
            for word in 0..<2 * width { bits[word] = 0 }
            for slot in 0..<slots { take(columns.reading(at: slot, block, place), at: slot, &bits) }
            settle(&bits)
            return
        }
        let (fields, values, known) = (columns.questions.fields.span, columns.values.span, columns.known.span)
        let first = block &* columns.questions.fieldCount &* SegmentColumns.fieldStride &+ place
        var mask = block &* fields.count &* SegmentColumns.blockWords &+ place / 64
        var bits = SegmentBits()
        for slot in 0..<slots {
            let isKnown = known[mask] &>> UInt64(truncatingIfNeeded: place) & 1 != 0
            mask &+= SegmentColumns.blockWords
            if fields[slot].shape == .whole {
                let number = values[first &+ fields[slot].position &* SegmentColumns.fieldStride]
                bits.add(self.bits(of: number, isKnown: isKnown, at: slot))
            } else {
                bits.add(self.bits(of: columns.reading(at: slot, block, place), at: slot))
            }
        }
        settle(&bits)
        (memory[0], memory[1]) = (bits.holding, bits.failing)
    }

    /// Sets the bits of every question, those of what holds first, for a customer whose attributes came to `readings`.
    func fill(_ memory: inout ContiguousArray<UInt64>, with readings: [SegmentReading], slots: Int) {
        guard width == 1 else {
            var bits = memory.mutableSpan
            for word in 0..<2 * width { bits[word] = 0 }
            for slot in 0..<slots { take(readings[slot], at: slot, &bits) }
            settle(&bits)
            return
        }
        var bits = SegmentBits()
        for slot in 0..<slots {
            let reading = readings[slot]
            if reading.denominator <= 1 && reading.low == reading.high {
                bits.add(self.bits(of: reading.low, isKnown: reading.isKnown, at: slot))
            } else {
                bits.add(self.bits(of: reading, at: slot))
            }
        }
        settle(&bits)
        (memory[0], memory[1]) = (bits.holding, bits.failing)
    }
}
