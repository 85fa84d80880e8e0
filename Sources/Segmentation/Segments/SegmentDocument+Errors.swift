import GiftModel

extension SegmentDocument {
    /// What makes no sense, in the order of the document.
    package var errors: [SegmentFinding] {
        var check = SegmentCheck(self)
        check.names(tiers.map(\.text), at: "/tiers") { "/\($0)" }
        check.names(labels.map(\.id.text), at: "/labels") { "/\($0)/id" }
        for (index, label) in labels.enumerated() {
            check.names(label.words.map(\.text), at: "/labels/\(index)/words") { "/\($0)" }
        }
        check.names(segments.map(\.id.text), at: "/segments") { "/\($0)/id" }
        for (index, segment) in segments.enumerated() {
            check.condition(segment.condition, at: "/segments/\(index)/where")
            check.references(of: index)
        }
        check.names(groups.map(\.id.text), at: "/groups") { "/\($0)/id" }
        for (index, group) in groups.enumerated() {
            check.names(group.members.map(\.text), at: "/groups/\(index)/members") { "/\($0)" }
            for (place, member) in group.members.enumerated() {
                check.segment(member, at: "/groups/\(index)/members/\(place)")
            }
        }
        return check.findings
    }
}

/// Collects what makes no sense in a document of segments.
private struct SegmentCheck {
    private(set) var findings: [SegmentFinding] = []
    private let document: SegmentDocument
    private let labels: [Identifier<Label>: SegmentLabel]
    private let positions: [Segment.ID: Int]
    private let references: SegmentReferences
    private var told: Set<Int> = []

    init(_ document: SegmentDocument) {
        self.document = document
        self.labels = Dictionary(document.labels.map { ($0.id, $0) }) { first, _ in first }
        self.positions = Dictionary(document.segments.enumerated().map { ($1.id, $0) }) { first, _ in first }
        self.references = SegmentReferences(of: document)
    }

    private mutating func add(_ problem: SegmentFinding.Problem, at path: String) {
        findings.append(SegmentFinding(path: path, problem: problem))
    }

    mutating func names(_ names: [String], at path: String, place: (Int) -> String) {
        var seen: Set<[UInt8]> = []
        for (index, name) in names.enumerated() where !seen.insert(Array(name.utf8)).inserted {
            add(.repeated(name), at: path + place(index))
        }
    }

    mutating func segment(_ id: Segment.ID, at path: String) {
        guard positions[id] == nil else { return }
        add(.unknown(KnownWords(document.segments.map(\.id.text)).unknown("segment", id.text)), at: path)
    }

    mutating func condition(_ condition: SegmentCondition, at path: String) {
        switch condition {
        case .all(let parts):
            for (index, part) in parts.enumerated() { self.condition(part, at: "\(path)/all/\(index)") }
        case .any(let parts):
            for (index, part) in parts.enumerated() { self.condition(part, at: "\(path)/any/\(index)") }
        case .not(let part): self.condition(part, at: path + "/not")
        case .segment(let id): segment(id, at: path + "/segment")
        case .known(let attribute), .unknown(let attribute): _ = kind(of: attribute, at: path)
        case .oneOf(let attribute, let words), .noneOf(let attribute, let words):
            guard let kind = kind(of: attribute, at: path) else { return }
            guard kind == .word else { return add(.kindMismatch(.word, expected: kind), at: path + "/value") }
            for word in words.sorted() { self.word(word.text, of: attribute, at: path + "/value") }
        case .compared(let attribute, let comparison, let value):
            guard let kind = kind(of: attribute, at: path) else { return }
            guard kind == value.kind else { return add(.kindMismatch(value.kind, expected: kind), at: path + "/value") }
            comparisonOf(value, with: attribute, comparison, at: path)
        }
    }

    /// The kind of an attribute that there is.
    private mutating func kind(of attribute: SegmentAttribute, at path: String) -> SegmentValue.Kind? {
        switch attribute {
        case .label(let id):
            guard let kind = labels[id]?.kind else {
                let known = KnownWords(document.labels.map(\.id.text))
                add(.unknown(known.unknown("label", id.text)), at: path + "/name")
                return nil
            }
            return kind
        case .count(_, let days?), .change(_, let days), .amount(_, let days?):
            guard SegmentAttribute.dayRange.contains(days) else {
                add(.windowOutOfRange(days), at: path + "/inDays")
                return nil
            }
            return attribute.kind
        default: return attribute.kind
        }
    }

    private mutating func comparisonOf(
        _ value: SegmentValue,
        with attribute: SegmentAttribute,
        _ comparison: Comparison,
        at path: String
    ) {
        let isOrder = comparison != .equal && comparison != .notEqual
        switch value {
        case .number, .ratio, .date: break
        case .money(let money):
            guard money.currency != document.currency else { return }
            add(.currencyMismatch(money.currency, expected: document.currency), at: path + "/value")
        case .truth: if isOrder { add(.notOrdered(.truth), at: path + "/op") }
        case .word(let word):
            if isOrder && attribute != .tier { return add(.notOrdered(.word), at: path + "/op") }
            self.word(word.text, of: attribute, isOrdered: isOrder, at: path + "/value")
        }
    }

    private mutating func word(
        _ word: String,
        of attribute: SegmentAttribute,
        isOrdered: Bool = false,
        at path: String
    ) {
        if attribute == .tier {
            let tiers = document.tiers.map(\.text)
            guard isOrdered || !tiers.isEmpty else { return }
            guard !tiers.contains(where: { $0.utf8.elementsEqual(word.utf8) }) else { return }
            add(.unknown(KnownWords(tiers).unknown("tier", word)), at: path)
        } else if let problem = attribute.problem(of: word) {
            add(.unknown(problem), at: path)
        } else if case .label(let id) = attribute, let words = labels[id]?.words.map(\.text), !words.isEmpty,
            !words.contains(where: { $0.utf8.elementsEqual(word.utf8) })
        {
            add(.unknown(KnownWords(words).unknown("word", word)), at: path)
        }
    }

    /// Tells a circle of references that leads back to a segment, once for all that stand in it, and a segment with
    /// too many levels of others below it, but not those above.
    mutating func references(of start: Int) {
        let path = "/segments/\(start)/where"
        if references.levels[start] == SegmentReferences.mostLevels + 1 { add(.tooManyLevels, at: path) }
        guard !told.contains(start), let circle = references.circle(from: start) else { return }
        told.formUnion(circle)
        add(.circle(circle.map { document.segments[$0].id }), at: path)
    }
}

extension SegmentCondition {
    /// The segments that it refers to, in its order.
    var references: [Segment.ID] {
        switch self {
        case .all(let parts), .any(let parts): parts.flatMap(\.references)
        case .not(let part): part.references
        case .segment(let id): [id]
        case .compared, .oneOf, .noneOf, .known, .unknown: []
        }
    }
}
