import GiftModel

/// The answers to the questions of a program for one customer, each worked out when it is first asked for.
struct SegmentEvaluation {
    private var truths: [Truth?]
    private var readings: [SegmentReading?]

    init(_ program: SegmentProgram) {
        self.truths = Array(repeating: nil, count: program.nodes.count)
        self.readings = Array(repeating: nil, count: program.slots.count)
    }

    /// The answers where every attribute came to its reading.
    init(_ program: SegmentProgram, readings: [SegmentReading]) {
        self.truths = Array(repeating: nil, count: program.nodes.count)
        self.readings = readings
    }

    mutating func truth(of node: Int, in program: SegmentProgram, _ facts: SegmentFacts) -> Truth {
        if let truth = truths[node] { return truth }
        let truth: Truth
        switch program.nodes[node] {
        case .all(let range): truth = joined(range, settledBy: .fails, in: program, facts)
        case .any(let range): truth = joined(range, settledBy: .holds, in: program, facts)
        case .segment(let root, _, let isNegated):
            let answer = self.truth(of: root, in: program, facts)
            truth = isNegated ? !answer : answer
        case .number(let slot, _, _), .ratio(let slot, _, _, _), .words(let slot, _, _), .known(let slot, _):
            truth = program.truth(of: node, at: reading(of: slot, in: program, facts))
        }
        truths[node] = truth
        return truth
    }

    /// What a slot comes to.
    mutating func reading(of slot: Int, in program: SegmentProgram, _ facts: SegmentFacts) -> SegmentReading {
        if let reading = readings[slot] { return reading }
        let reading = program.slots[slot].reading(in: facts, on: facts.asOf, currency: program.currency)
        readings[slot] = reading
        return reading
    }

    private mutating func joined(
        _ range: Range<Int>,
        settledBy settling: Truth,
        in program: SegmentProgram,
        _ facts: SegmentFacts
    ) -> Truth {
        var isKnown = true
        for operand in range {
            let truth = truth(of: program.operands[operand], in: program, facts)
            if truth == settling { return settling }
            if truth == .unknown { isKnown = false }
        }
        return isKnown ? !settling : .unknown
    }
}

extension SegmentProgram {
    /// Returns the answer to a question about one slot, when it comes to `reading`.
    func truth(of node: Int, at reading: SegmentReading) -> Truth {
        switch nodes[node] {
        case .number(_, let comparison, let number): return reading.truth(comparison, number)
        case .ratio(_, let comparison, let numerator, let denominator):
            return reading.truth(comparison, numerator, over: denominator)
        case .words(_, let range, let isNegated):
            guard reading.isKnown else { return .unknown }
            let among = (reading.low...reading.high).count { places[range].contains($0) }
            guard among == 0 || among == reading.high - reading.low + 1 else { return .unknown }
            return Truth((among > 0) != isNegated)
        case .known(_, let isNegated): return Truth(reading.isKnown != isNegated)
        case .all, .any, .segment: preconditionFailure("a question about one slot")
        }
    }
}
