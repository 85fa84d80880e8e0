import GiftModel

/// The conditions of a document as questions about cells of attributes, which take them as independent of one another.
struct SegmentLogic {
    let space: SegmentSpace
    /// For each segment what has to hold of who is in it, and of who is out of it.
    let formulas: [(holding: SegmentFormula, failing: SegmentFormula)]
    private let builder: Builder

    /// The logic of `document`, whose segments are read as these `conditions`, none of which has an error.
    init(of document: SegmentDocument, reading conditions: [SegmentCondition]) {
        let domains = SegmentDomains(of: conditions, in: document).list
        self.space = SegmentSpace(of: domains)
        var builder = Builder(of: document, reading: conditions, over: domains)
        self.formulas = conditions.indices.map { builder.formulas(of: $0) }
        self.builder = builder
    }

    /// Returns what has to hold of who is in a segment, or out of it when `isNegated`, as far as these leaves say.
    ///
    /// - Parameter leaves: Which leaves count, by their position in its condition; the others ask for nothing.
    func formula(of index: Int, isNegated: Bool, keeping leaves: Set<Int>) -> SegmentFormula {
        var builder = builder
        return builder.formula(of: index, isNegated: isNegated, keeping: leaves)
    }

    /// Puts formulas together from conditions.
    private struct Builder {
        private let conditions: [SegmentCondition]
        /// The leaves that count, or `nil` when all do.
        private var leaves: Set<Int>?
        /// How many leaves have come.
        private var leaf = 0
        private let document: SegmentDocument
        private let domains: [SegmentDomain]
        private let positions: [SegmentAttribute: Int]
        private let segments: [Segment.ID: Int]
        private var made: [Int: (holding: SegmentFormula, failing: SegmentFormula)] = [:]

        init(of document: SegmentDocument, reading conditions: [SegmentCondition], over domains: [SegmentDomain]) {
            self.conditions = conditions
            self.document = document
            self.domains = domains
            self.positions = Dictionary(domains.enumerated().map { ($1.attribute, $0) }) { first, _ in first }
            self.segments = Dictionary(document.segments.enumerated().map { ($1.id, $0) }) { first, _ in first }
        }

        /// The formulas of a segment, for which those of the segments that it refers to are worked out.
        mutating func formulas(of index: Int) -> (holding: SegmentFormula, failing: SegmentFormula) {
            if let known = made[index] { return known }
            let formulas = (
                holding: formula(of: conditions[index], isNegated: false),
                failing: formula(of: conditions[index], isNegated: true)
            )
            made[index] = formulas
            return formulas
        }

        mutating func formula(of index: Int, isNegated: Bool, keeping leaves: Set<Int>) -> SegmentFormula {
            self.leaves = leaves
            leaf = 0
            return formula(of: conditions[index], isNegated: isNegated)
        }

        private mutating func formula(of condition: SegmentCondition, isNegated: Bool) -> SegmentFormula {
            switch condition {
            case .all(let parts) where !parts.isEmpty:
                let formulas = parts.map { formula(of: $0, isNegated: isNegated) }
                return isNegated ? .any(formulas) : .all(formulas)
            case .any(let parts) where !parts.isEmpty:
                let formulas = parts.map { formula(of: $0, isNegated: isNegated) }
                return isNegated ? .all(formulas) : .any(formulas)
            case .not(let part): return formula(of: part, isNegated: !isNegated)
            default:
                leaf += 1
                guard leaves.map({ $0.contains(leaf - 1) }) ?? true else { return .all([]) }
                return leafFormula(of: condition, isNegated: isNegated)
            }
        }

        private mutating func leafFormula(of condition: SegmentCondition, isNegated: Bool) -> SegmentFormula {
            switch isNegated ? SegmentCondition.not(condition).canonical : condition.canonical {
            case .all: return .all([])
            case .any: return .any([])
            case .segment(let id): return referred(id).holding
            case .not(.segment(let id)): return referred(id).failing
            case let comparison:
                guard let (index, cells) = SegmentLogic.cells(where: comparison, in: document, domain(of:)) else {
                    preconditionFailure("every attribute has a domain")
                }
                return .inside(index, cells)
            }
        }

        private func domain(of attribute: SegmentAttribute) -> (Int, SegmentDomain)? {
            positions[attribute].map { ($0, domains[$0]) }
        }

        private mutating func referred(_ id: Segment.ID) -> (holding: SegmentFormula, failing: SegmentFormula) {
            guard let index = segments[id] else { preconditionFailure("a segment refers to one of its document") }
            return formulas(of: index)
        }
    }
}

extension SegmentLogic {
    /// Returns the domain of a comparison and the cells where it holds and fails, or `nil` when it is none.
    static func cells(
        of comparison: SegmentCondition,
        in document: SegmentDocument,
        _ domain: (SegmentAttribute) -> (Int, SegmentDomain)?
    ) -> (domain: Int, holding: SegmentCells, failing: SegmentCells)? {
        let opposite = SegmentCondition.not(comparison).canonical
        guard let (index, holding) = cells(where: comparison.canonical, in: document, domain),
            let (_, failing) = cells(where: opposite, in: document, domain)
        else { return nil }
        return (index, holding, failing)
    }

    /// Returns the domain of a comparison in its canonical form and the cells where it holds, or `nil` when it is none.
    private static func cells(
        where comparison: SegmentCondition,
        in document: SegmentDocument,
        _ domain: (SegmentAttribute) -> (Int, SegmentDomain)?
    ) -> (Int, SegmentCells)? {
        func inside(
            _ attribute: SegmentAttribute,
            _ cells: (SegmentDomain) -> SegmentCells
        ) -> (Int, SegmentCells)? { domain(attribute).map { ($0, cells($1)) } }
        switch comparison {
        case .compared(.tier, let comparison, .word(let tier)):
            let words = document.tiers(comparison, tier)
            return inside(.tier) { $0.cells(of: words, isNegated: false) }
        case .compared(let attribute, let comparison, let value):
            return inside(attribute) { $0.cells(comparison, value) }
        case .oneOf(let attribute, let words):
            return inside(attribute) { $0.cells(of: words.map(\.text), isNegated: false) }
        case .noneOf(let attribute, let words):
            return inside(attribute) { $0.cells(of: words.map(\.text), isNegated: true) }
        case .known(let attribute): return inside(attribute) { $0.cells(known: true) }
        case .unknown(let attribute): return inside(attribute) { $0.cells(known: false) }
        case .all, .any, .not, .segment: return nil
        }
    }
}

/// The domains of the attributes that conditions ask about.
struct SegmentDomains {
    /// In the order in which the conditions ask.
    let inOrder: [SegmentDomain]
    /// Declared labels first, in the order of the document, then the others.
    let list: [SegmentDomain]

    init(of conditions: [SegmentCondition], in document: SegmentDocument) {
        var order: [SegmentAttribute] = []
        var values: [SegmentAttribute: Set<SegmentValue>] = [:]
        var words: [SegmentAttribute: Set<SegmentValue.Word>] = [:]
        func note(_ leaf: SegmentCondition) {
            switch leaf {
            case .compared(let attribute, _, let value): values[attribute, default: []].insert(value)
            case .oneOf(let attribute, let named), .noneOf(let attribute, let named):
                words[attribute, default: []].formUnion(named)
            case .all, .any, .not, .known, .unknown, .segment: break
            }
        }
        for condition in conditions {
            order += condition.attributes
            for leaf in condition.leaves(at: "") {
                note(leaf.condition.canonical)
                note(SegmentCondition.not(leaf.condition).canonical)
            }
        }
        let labels = Dictionary(document.labels.map { (SegmentAttribute.label($0.id), $0) }) { first, _ in first }
        var seen: Set<SegmentAttribute> = []
        let domains = order.filter { seen.insert($0).inserted }
            .compactMap { attribute in
                (attribute.kind ?? labels[attribute]?.kind)
                    .map { kind in
                        SegmentDomain(
                            attribute,
                            kind,
                            labels[attribute],
                            values: values[attribute, default: []],
                            words: words[attribute, default: []],
                            in: document
                        )
                    }
            }
        let declared = document.labels.compactMap { label in domains.first { $0.attribute == .label(label.id) } }
        let names = Set(declared.map(\.attribute))
        self.inOrder = domains
        self.list = declared + domains.filter { !names.contains($0.attribute) }
    }
}
