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
        let findings = errors + unusedLabels + strangeNumbers + review.segmentFindings + review.groupFindings
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

    /// The comparisons of labels with numbers that they never are.
    private var strangeNumbers: [SegmentFinding] {
        let numbers = Dictionary(labels.map { ($0.id, $0.numbers) }) { first, _ in first }
        return segments.enumerated()
            .flatMap { index, segment in
                segment.condition.leaves(at: "/segments/\(index)/where")
                    .compactMap { leaf in
                        guard case .compared(.label(let id), _, .number(let number)) = leaf.condition,
                            let range = numbers[id] ?? nil, !range.contains(number)
                        else { return nil }
                        let problem = SegmentFinding.Problem.outsideLabel(
                            number,
                            lowest: range.lowerBound,
                            highest: range.upperBound
                        )
                        return SegmentFinding(path: leaf.path + "/value", problem: problem)
                    }
            }
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

extension SegmentDocument {
    /// The positions of the segments with one of these `errors`, and of those that refer to one.
    func segments(with errors: [SegmentFinding]) -> Set<Int> {
        guard !errors.isEmpty else { return [] }
        let positions = Dictionary(segments.enumerated().map { ($1.id, $0) }) { first, _ in first }
        var found: Set<Int> = []
        for error in errors {
            if case .circle(let ids) = error.problem { found.formUnion(ids.compactMap { positions[$0] }) }
            if error.path.hasPrefix("/segments/"), let index = error.index { found.insert(index) }
        }
        return SegmentReferences(of: self).closure(of: found)
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
    private let logic: SegmentLogic
    private let segments: [Segment.ID: Int]
    /// The segments with an error of their own or of one that they refer to.
    private let skippedSegments: Set<Int>
    private let skippedGroups: Set<Int>

    init(_ document: SegmentDocument, without errors: [SegmentFinding]) {
        self.document = document
        self.segments = Dictionary(document.segments.enumerated().map { ($1.id, $0) }) { first, _ in first }
        self.skippedGroups = Set(errors.filter { $0.path.hasPrefix("/groups/") }.compactMap(\.index))
        let skipped = document.segments(with: errors)
        self.skippedSegments = skipped
        self.canonical = document.segments.enumerated()
            .map { skipped.contains($0) ? .all([]) : $1.condition.canonical }
        self.logic = SegmentLogic(of: document, reading: canonical)
    }

    private func holding(_ index: Int) -> SegmentFormula { logic.formulas[index].holding }
    private func failing(_ index: Int) -> SegmentFormula { logic.formulas[index].failing }

    var segmentFindings: [SegmentFinding] {
        var findings: [SegmentFinding] = []
        var seen: [SegmentCondition: Segment.ID] = [:]
        for (index, segment) in document.segments.enumerated() where !skippedSegments.contains(index) {
            func add(_ problem: SegmentFinding.Problem) {
                findings.append(SegmentFinding(path: "/segments/\(index)/where", problem: problem))
            }
            switch SegmentSearch.outcome(of: [holding(index)], over: logic.space) {
            case .impossible: add(.neverHolds)
            case .undecided: add(.undecided("whether anybody can be in it"))
            case .possible: break
            }
            switch SegmentSearch.outcome(of: [failing(index)], over: logic.space) {
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
                    switch SegmentSearch.outcome(of: both, over: logic.space) {
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
                if case .impossible = SegmentSearch.outcome(of: [holding(member)], over: logic.space) { return nil }
                let id = document.segments[member].id
                let problem: SegmentFinding.Problem
                let formulas = [holding(member)] + members[..<place].map(failing)
                switch SegmentSearch.outcome(of: formulas, over: logic.space) {
                case .impossible: problem = .unreachable(id)
                case .undecided: problem = .undecided("whether `\(id)` is hidden behind the members before it")
                case .possible: return nil
                }
                return SegmentFinding(path: "\(path)/members/\(place)", problem: problem)
            }
    }

    private func rest(of members: [Int], at path: String) -> [SegmentFinding] {
        switch SegmentSearch.outcome(of: members.map(failing), over: logic.space) {
        case .impossible: []
        case .possible(let example): [SegmentFinding(path: path, problem: .uncovered(example: example))]
        case .undecided: [SegmentFinding(path: path, problem: .undecided("whether anybody is in no member"))]
        }
    }
}
