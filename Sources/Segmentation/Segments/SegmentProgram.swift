import GiftModel

/// One question of a program; what it asks about comes before it.
enum SegmentNode: Hashable {
    /// Whether all of these operands hold.
    case all(Range<Int>)
    /// Whether any of these operands holds.
    case any(Range<Int>)
    /// How a slot compares with a whole number.
    case number(slot: Int, Comparison, Int64)
    /// How a slot compares with a fraction.
    case ratio(slot: Int, Comparison, Int64, over: Int64)
    /// Whether a slot is at one of these places of its words.
    case words(slot: Int, Range<Int>, isNegated: Bool)
    /// Whether a slot is known.
    case known(slot: Int, isNegated: Bool)
    /// Whether another segment, whose root is that node, holds.
    case segment(node: Int, index: Int, isNegated: Bool)
}

/// The questions of many conditions in one list, each question once.
struct SegmentProgram: Hashable, Sendable {
    private(set) var slots: [SegmentSlot] = []
    private(set) var nodes: [SegmentNode] = []
    /// The conditions that the nodes stand for.
    private(set) var conditions: [SegmentCondition] = []
    /// The nodes that lists of parts name.
    private(set) var operands: [Int] = []
    /// The places of words that comparisons name.
    private(set) var places: [Int64] = []
    /// The node of each segment.
    private(set) var roots: [Int] = []
    /// The node of each further condition.
    private(set) var furtherRoots: [Int] = []

    let currency: Currency

    /// The program of a document without errors, and behind it further conditions as they are, none of which refers to
    /// a segment.
    ///
    /// What is asked by the document stands at the same places with and without them.
    init(_ document: SegmentDocument, asking further: [SegmentCondition] = []) {
        self.currency = document.currency
        var compiler = Compiler(document)
        roots = document.segments.indices.map { compiler.root(ofSegment: $0, in: &self) }
        furtherRoots = further.map { compiler.node(of: $0.canonical, in: &self) }
        slots = compiler.drafts.map { draft in
            let label = compiler.labels[draft.attribute]
            return SegmentSlot(
                draft.attribute,
                draft.kind,
                words: draft.words,
                isListComplete: document.isListComplete(of: draft.attribute, label),
                numbers: label?.numbers
            )
        }
    }

    /// Adds each distinct condition once.
    private struct Compiler {
        let document: SegmentDocument
        let labels: [SegmentAttribute: SegmentLabel]
        let positions: [Segment.ID: Int]
        /// The slots to be, whose words are still being collected.
        var drafts: [(attribute: SegmentAttribute, kind: SegmentValue.Kind, words: [String])] = []
        var slots: [SegmentAttribute: Int] = [:]
        var known: [SegmentCondition: Int] = [:]
        var roots: [Int: Int] = [:]

        init(_ document: SegmentDocument) {
            self.document = document
            self.labels = Dictionary(document.labels.map { (.label($0.id), $0) }) { first, _ in first }
            self.positions = Dictionary(document.segments.enumerated().map { ($1.id, $0) }) { first, _ in first }
        }

        mutating func root(ofSegment index: Int, in program: inout SegmentProgram) -> Int {
            if let root = roots[index] { return root }
            let root = node(of: document.segments[index].condition.canonical, in: &program)
            roots[index] = root
            return root
        }

        mutating func node(of condition: SegmentCondition, in program: inout SegmentProgram) -> Int {
            if let node = known[condition] { return node }
            let node: SegmentNode
            switch condition {
            case .all(let parts): node = .all(operands(parts, in: &program))
            case .any(let parts): node = .any(operands(parts, in: &program))
            case .known(let attribute): node = .known(slot: slot(of: attribute), isNegated: false)
            case .unknown(let attribute): node = .known(slot: slot(of: attribute), isNegated: true)
            case .oneOf(let attribute, let words):
                node = among(attribute, words.sorted().map(\.text), isNegated: false, in: &program)
            case .noneOf(let attribute, let words):
                node = among(attribute, words.sorted().map(\.text), isNegated: true, in: &program)
            case .compared(.tier, let comparison, .word(let tier)):
                let words = document.tiers(comparison, tier)
                node = among(.tier, words, isNegated: false, in: &program)
            case .compared(let attribute, let comparison, let value):
                let slot = slot(of: attribute)
                switch value {
                case .number(let number): node = .number(slot: slot, comparison, number)
                case .money(let money): node = .number(slot: slot, comparison, money.minorUnits)
                case .date(let date): node = .number(slot: slot, comparison, Int64(date.daysAfterEpoch))
                case .truth(let truth): node = .number(slot: slot, comparison, truth ? 1 : 0)
                case .ratio(let ratio):
                    node = .ratio(slot: slot, comparison, ratio.numerator, over: ratio.denominator)
                case .word: preconditionFailure("in its canonical form a word is one of some")
                }
            case .segment(let id): node = segment(id, isNegated: false, in: &program)
            case .not(.segment(let id)): node = segment(id, isNegated: true, in: &program)
            case .not: preconditionFailure("in its canonical form a condition negates segments only")
            }
            program.nodes.append(node)
            program.conditions.append(condition)
            known[condition] = program.nodes.count - 1
            return program.nodes.count - 1
        }

        private mutating func operands(_ parts: [SegmentCondition], in program: inout SegmentProgram) -> Range<Int> {
            let nodes = parts.map { node(of: $0, in: &program) }
            program.operands += nodes
            return (program.operands.count - nodes.count)..<program.operands.count
        }

        private mutating func segment(
            _ id: Segment.ID,
            isNegated: Bool,
            in program: inout SegmentProgram
        ) -> SegmentNode {
            guard let index = positions[id] else { preconditionFailure("a segment refers to one of its document") }
            return .segment(node: root(ofSegment: index, in: &program), index: index, isNegated: isNegated)
        }

        private mutating func slot(of attribute: SegmentAttribute) -> Int {
            if let slot = slots[attribute] { return slot }
            guard let kind = attribute.kind ?? labels[attribute]?.kind else {
                preconditionFailure("a label is declared by its document")
            }
            let words = document.knownWords(of: attribute, labels[attribute]) ?? []
            drafts.append((attribute, kind, words))
            slots[attribute] = drafts.count - 1
            return drafts.count - 1
        }

        private mutating func among(
            _ attribute: SegmentAttribute,
            _ words: [String],
            isNegated: Bool,
            in program: inout SegmentProgram
        ) -> SegmentNode {
            let slot = slot(of: attribute)
            let start = program.places.count
            for word in words {
                let place = drafts[slot].words.firstIndex { $0.utf8.elementsEqual(word.utf8) }
                if place == nil { drafts[slot].words.append(word) }
                program.places.append(Int64(place ?? drafts[slot].words.count - 1))
            }
            return .words(slot: slot, start..<program.places.count, isNegated: isNegated)
        }
    }
}

extension SegmentDocument {
    /// Returns the words that an attribute, of a label that one, can be, or `nil` where nobody listed them all.
    func knownWords(of attribute: SegmentAttribute, _ label: SegmentLabel?) -> [String]? {
        if let words = attribute == .tier ? tiers.map(\.text) : attribute.knownWords { return words }
        guard let words = label?.words, !words.isEmpty else { return nil }
        return words.map(\.text)
    }

    /// Returns whether the attribute is none but the words that are listed.
    fileprivate func isListComplete(of attribute: SegmentAttribute, _ label: SegmentLabel?) -> Bool {
        knownWords(of: attribute, label).map { !$0.isEmpty } ?? false
    }

    /// Returns the tiers that compare like this with `tier` by their place on the ladder.
    func tiers(_ comparison: Comparison, _ tier: SegmentValue.Word) -> [String] {
        guard let place = tiers.firstIndex(where: { $0.text.utf8.elementsEqual(tier.text.utf8) }) else { return [] }
        return tiers.indices.filter { comparison.holds($0, place) }.map { tiers[$0].text }
    }
}
