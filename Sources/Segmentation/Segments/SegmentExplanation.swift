import GiftModel

/// Why the answers for one customer are as they are.
struct SegmentExplanation {
    private let segments: SegmentSet
    private let facts: SegmentFacts
    private var evaluation: SegmentEvaluation
    /// The words that attributes came to, where they are not to be read from the facts.
    private let words: [String?]?
    /// The segments that were told with their own comparisons.
    private var told: Set<Int> = []
    private var program: SegmentProgram { segments.program }
    private var wording: SegmentWording { SegmentWording(of: segments) }

    init(_ segments: SegmentSet, _ facts: SegmentFacts) {
        self.segments = segments
        self.facts = facts
        self.evaluation = SegmentEvaluation(segments.program)
        self.words = nil
    }

    /// Explains the answers for a customer of whom every attribute was read before: what it came to, or which word.
    init(_ segments: SegmentSet, asOf day: CalendarDate, readings: [SegmentReading], words: [String?]) {
        self.segments = segments
        self.facts = SegmentFacts(asOf: day)
        self.evaluation = SegmentEvaluation(segments.program, readings: readings)
        self.words = words
    }

    mutating func reasons(for node: Int) -> [Reason] {
        let truth = evaluation.truth(of: node, in: program, facts)
        switch program.nodes[node] {
        case .all(let range), .any(let range):
            var reasons: [Reason] = []
            for part in range.map({ program.operands[$0] })
            where evaluation.truth(of: part, in: program, facts) == truth {
                reasons += self.reasons(for: part)
            }
            return reasons
        case .segment(let root, let index, let isNegated):
            let name = Fact("segment", .name(segments.document.segments[index].name))
            let reason =
                switch isNegated ? !truth : truth {
                case .holds: Reason(SegmentReason.inSegment, name)
                case .fails: Reason(SegmentReason.outsideSegment, name)
                case .unknown: Reason(SegmentReason.segmentUndetermined, name)
                }
            return told.insert(root).inserted ? [reason] + reasons(for: root) : [reason]
        case .number(let slot, _, _), .ratio(let slot, _, _, _), .words(let slot, _, _), .known(let slot, _):
            return [reason(for: node, slot, truth)]
        }
    }

    private mutating func reason(for node: Int, _ slot: Int, _ truth: Truth) -> Reason {
        let attribute = program.slots[slot].attribute
        let title = Fact("attribute", .name(attribute.title))
        let reading = evaluation.reading(of: slot, in: program, facts)
        let known =
            words.map { wording.fact(of: reading, program.slots[slot], calling: $0[slot]) }
            ?? wording.fact(of: reading, program.slots[slot], in: facts)
        guard let actual = known else {
            return Reason(SegmentReason.attributeUnknown, title)
        }
        guard let (comparison, expected) = wording.question(of: program.conditions[node]) else {
            return Reason(SegmentReason.attributeKnown, title, Fact("actual", actual))
        }
        let code: SegmentReason =
            switch truth {
            case .holds: .attributeMatches
            case .fails: .attributeDiffers
            case .unknown: .attributeUndetermined
            }
        return Reason(
            code,
            title,
            Fact("actual", actual),
            Fact("comparison", .name(comparison)),
            Fact("expected", expected)
        )
    }
}
