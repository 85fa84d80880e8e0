import GiftModel

extension SegmentDocument {
    /// Everything about this document that its author should know, in its order; empty when there is nothing.
    ///
    /// Every segment without an error is asked whether anybody can be in it and out of it, and every group of such
    /// segments whether it is what it should be. For that, attributes count as independent of one another, so a segment
    /// that contradicts itself only because 30 days are fewer than 90 is not found. That everybody is in the segment
    /// `{"all":[]}` is no finding, for so it is written.
    ///
    /// - Complexity: O(*n*²) in the members of a group and the segments, times at most 5,000 conjunctions, each O(*m*)
    ///   in the comparisons, those of segments that are referred to among them; a question that takes more, or has more
    ///   than 20,000 parts, is told as undecided.
    public var findings: [SegmentFinding] {
        let errors = errors
        let review = SegmentReview(self, without: errors)
        let findings = errors + unusedLabels + review.segmentFindings + review.groupFindings
        return findings.enumerated()
            .sorted { left, right in
                (left.element.place, left.offset) < (right.element.place, right.offset)
            }
            .map(\.element)
    }

    private var unusedLabels: [SegmentFinding] {
        let used = Set(segments.flatMap(\.condition.attributes))
        return labels.enumerated().filter { !used.contains(.label($1.id)) }
            .map { SegmentFinding(path: "/labels/\($0)", problem: .unusedLabel($1.id)) }
    }
}

extension SegmentFinding {
    /// Where it stands among the others, in the order in which a document is written.
    fileprivate var place: Int {
        let tokens = path.split(separator: "/")
        let section = tokens.first.flatMap { ["tiers", "labels", "segments", "groups"].firstIndex(of: $0) } ?? 0
        return section << 32 + (index ?? 0)
    }

    /// The position of the tier, label, segment or group.
    fileprivate var index: Int? {
        let tokens = path.split(separator: "/")
        return tokens.count > 1 ? Int(tokens[1]) : nil
    }
}

extension SegmentCondition {
    /// The attributes that it asks about, itself.
    var attributes: [SegmentAttribute] {
        switch self {
        case .all(let parts), .any(let parts): parts.flatMap(\.attributes)
        case .not(let part): part.attributes
        case .compared(let attribute, _, _), .oneOf(let attribute, _), .noneOf(let attribute, _),
            .known(let attribute), .unknown(let attribute):
            [attribute]
        case .segment: []
        }
    }
}

/// Asks of segments and groups without errors whether they can be meant.
private struct SegmentReview {
    private let document: SegmentDocument
    private let canonical: [SegmentCondition]
    private var domains: [SegmentDomain] = []
    private var positions: [SegmentAttribute: Int] = [:]
    private var segments: [Segment.ID: Int] = [:]
    /// For each segment what has to hold of who is in it, and of who is out of it.
    private var formulas: [(holding: SegmentFormula, failing: SegmentFormula)?] = []
    /// The segments with an error of their own or of one that they refer to.
    private var skippedSegments: Set<Int> = []
    private let skippedGroups: Set<Int>

    init(_ document: SegmentDocument, without errors: [SegmentFinding]) {
        self.document = document
        let positions = Dictionary(document.segments.enumerated().map { ($1.id, $0) }) { first, _ in first }
        self.segments = positions
        self.skippedGroups = Set(errors.filter { $0.path.hasPrefix("/groups/") }.compactMap(\.index))
        var skipped: Set<Int> = []
        for error in errors {
            if case .circle(let ids) = error.problem { skipped.formUnion(ids.compactMap { positions[$0] }) }
            if error.path.hasPrefix("/segments/"), let index = error.index { skipped.insert(index) }
        }
        skipped = SegmentReferences(of: document).closure(of: skipped)
        self.skippedSegments = skipped
        self.canonical = document.segments.enumerated()
            .map { skipped.contains($0) ? .all([]) : $1.condition.canonical }
        makeDomains()
        formulas = Array(repeating: nil, count: canonical.count)
        for index in canonical.indices { makeFormulas(of: index) }
    }

    private mutating func makeDomains() {
        let opposites = canonical.map { SegmentCondition.not($0).canonical }
        var values: [SegmentAttribute: Set<SegmentValue>] = [:]
        var words: [SegmentAttribute: Set<SegmentValue.Word>] = [:]
        func collect(_ condition: SegmentCondition) {
            switch condition {
            case .all(let parts), .any(let parts): parts.forEach(collect)
            case .not(let part): collect(part)
            case .compared(let attribute, _, let value): values[attribute, default: []].insert(value)
            case .oneOf(let attribute, let named), .noneOf(let attribute, let named):
                words[attribute, default: []].formUnion(named)
            case .known, .unknown, .segment: break
            }
        }
        (canonical + opposites).forEach(collect)
        let kinds = Dictionary(document.labels.map { ($0.id, $0.kind) }) { first, _ in first }
        for attribute in canonical.flatMap(\.attributes) where positions[attribute] == nil {
            var kind = attribute.kind
            if case .label(let id) = attribute { kind = kinds[id] }
            guard let kind else { continue }
            positions[attribute] = domains.count
            domains.append(
                SegmentDomain(
                    attribute,
                    kind,
                    values: values[attribute, default: []],
                    words: words[attribute, default: []],
                    in: document
                )
            )
        }
    }

    private mutating func makeFormulas(of index: Int) {
        guard formulas[index] == nil else { return }
        for id in canonical[index].references { segments[id].map { makeFormulas(of: $0) } }
        formulas[index] = (
            formula(of: canonical[index]), formula(of: SegmentCondition.not(canonical[index]).canonical)
        )
    }

    private func formula(of condition: SegmentCondition) -> SegmentFormula {
        func inside(_ attribute: SegmentAttribute, _ cells: (SegmentDomain) -> SegmentCells) -> SegmentFormula {
            guard let position = positions[attribute] else { preconditionFailure("every attribute has a domain") }
            return .inside(position, cells(domains[position]))
        }
        func referred(_ id: Segment.ID) -> (holding: SegmentFormula, failing: SegmentFormula) {
            guard let formulas = segments[id].flatMap({ formulas[$0] }) else {
                preconditionFailure("what a segment refers to comes first")
            }
            return formulas
        }
        switch condition {
        case .all(let parts): return .all(parts.map(formula))
        case .any(let parts): return .any(parts.map(formula))
        case .compared(.tier, let comparison, .word(let tier)):
            return inside(.tier) { $0.cells(of: document.tiers(comparison, tier), isNegated: false) }
        case .compared(let attribute, let comparison, let value):
            return inside(attribute) { $0.cells(comparison, value) }
        case .oneOf(let attribute, let words):
            return inside(attribute) { $0.cells(of: words.map(\.text), isNegated: false) }
        case .noneOf(let attribute, let words):
            return inside(attribute) { $0.cells(of: words.map(\.text), isNegated: true) }
        case .known(let attribute): return inside(attribute) { $0.cells(known: true) }
        case .unknown(let attribute): return inside(attribute) { $0.cells(known: false) }
        case .segment(let id): return referred(id).holding
        case .not(.segment(let id)): return referred(id).failing
        case .not: preconditionFailure("in its canonical form a condition negates segments only")
        }
    }

    private func holding(_ index: Int) -> SegmentFormula { formulas[index]?.holding ?? .all([]) }
    private func failing(_ index: Int) -> SegmentFormula { formulas[index]?.failing ?? .any([]) }

    var segmentFindings: [SegmentFinding] {
        var findings: [SegmentFinding] = []
        var seen: [SegmentCondition: Segment.ID] = [:]
        for (index, segment) in document.segments.enumerated() where !skippedSegments.contains(index) {
            func add(_ problem: SegmentFinding.Problem) {
                findings.append(SegmentFinding(path: "/segments/\(index)/where", problem: problem))
            }
            switch SegmentSearch.outcome(of: [holding(index)], over: domains) {
            case .impossible: add(.neverHolds)
            case .undecided: add(.undecided("whether anybody can be in it"))
            case .possible: break
            }
            switch SegmentSearch.outcome(of: [failing(index)], over: domains) {
            case .impossible where segment.condition != .all([]): add(.alwaysHolds)
            case .undecided: add(.undecided("whether anybody can be out of it"))
            case .impossible, .possible: break
            }
            if let first = seen[canonical[index]] {
                add(.sameAs(first))
            } else {
                seen[canonical[index]] = segment.id
            }
        }
        return findings
    }

    var groupFindings: [SegmentFinding] {
        document.groups.enumerated()
            .flatMap { index, group -> [SegmentFinding] in
                let members = group.members.compactMap { segments[$0] }
                guard !skippedGroups.contains(index), skippedSegments.isDisjoint(with: members) else { return [] }
                return (group.isDisjoint ? overlaps(of: members, at: "/groups/\(index)") : [])
                    + hidden(among: members, at: "/groups/\(index)")
                    + (group.isComplete ? rest(of: members, at: "/groups/\(index)") : [])
            }
    }

    private func overlaps(of members: [Int], at path: String) -> [SegmentFinding] {
        members.indices.flatMap { place in
            members[..<place]
                .compactMap { earlier in
                    let ids = (document.segments[earlier].id, document.segments[members[place]].id)
                    let problem: SegmentFinding.Problem
                    let both = [holding(earlier), holding(members[place])]
                    switch SegmentSearch.outcome(of: both, over: domains) {
                    case .impossible: return nil
                    case .possible(let example): problem = .overlap(ids.0, ids.1, example: example)
                    case .undecided: problem = .undecided("whether `\(ids.0)` and `\(ids.1)` overlap")
                    }
                    return SegmentFinding(path: "\(path)/members/\(place)", problem: problem)
                }
        }
    }

    private func hidden(among members: [Int], at path: String) -> [SegmentFinding] {
        members.indices.dropFirst()
            .compactMap { place in
                let member = members[place]
                if case .impossible = SegmentSearch.outcome(of: [holding(member)], over: domains) { return nil }
                let id = document.segments[member].id
                let problem: SegmentFinding.Problem
                let formulas = [holding(member)] + members[..<place].map(failing)
                switch SegmentSearch.outcome(of: formulas, over: domains) {
                case .impossible: problem = .unreachable(id)
                case .undecided: problem = .undecided("whether `\(id)` is hidden behind the members before it")
                case .possible: return nil
                }
                return SegmentFinding(path: "\(path)/members/\(place)", problem: problem)
            }
    }

    private func rest(of members: [Int], at path: String) -> [SegmentFinding] {
        switch SegmentSearch.outcome(of: members.map(failing), over: domains) {
        case .impossible: []
        case .possible(let example): [SegmentFinding(path: path, problem: .uncovered(example: example))]
        case .undecided: [SegmentFinding(path: path, problem: .undecided("whether anybody is in no member"))]
        }
    }
}
