public import GiftModel

/// What would have to be different of a customer for an answer to turn: as few facts as possible.
public struct SegmentTurn: Hashable, Sendable {
    /// The facts, in the order in which the condition asks about them.
    public let changes: [Change]

    /// One fact that would have to be different.
    public struct Change: Hashable, Sendable {
        /// What is asked about.
        public let attribute: SegmentAttribute
        /// What is the case, or `nil` when it is not known.
        public let actual: FactValue?
        /// What would have to be the case: the nearest value, or where there is none, the bounds between which it lies.
        public let needed: SegmentCondition
        /// The same in words.
        public let text: LocalizedText
        /// How far the actual number is from what is needed, or `nil` of words, truths and what is not known.
        public let distance: FactValue?
        /// The places of the comparisons that would answer otherwise, in the order of the condition.
        public let paths: [String]
    }
}

extension SegmentTurn {
    /// The same change of another document, in which what stands at a place here stands at `place` of it.
    package func moved(by place: (String) -> String) -> SegmentTurn {
        SegmentTurn(
            changes: changes.map { change in
                Change(
                    attribute: change.attribute,
                    actual: change.actual,
                    needed: change.needed,
                    text: change.text,
                    distance: change.distance,
                    paths: change.paths.map(place)
                )
            }
        )
    }
}

/// The smallest changes that would turn an answer.
public struct SegmentTurns: Hashable, Sendable {
    /// The ways that need the fewest facts, for each choice of facts the nearest; the nearest of all comes first.
    ///
    /// How near a way is, is the sum of its distances in proportion to the larger of the actual and the needed number;
    /// another word, or something becoming known, counts as much as a number of which nothing is left. It is empty
    /// when nothing turns the answer, or nothing was found.
    public let turns: [SegmentTurn]
    /// Whether everything was tried; otherwise there may be a smaller change.
    public let isExhaustive: Bool
}

extension SegmentAnswer {
    /// The smallest changes after which the customer would be in the segment, or out of it for one who is in it.
    ///
    /// Everything that the segment asks about may change by itself, also what never does so, like a country; which
    /// change is worth a gift is for the host to say. Segments that are referred to are looked into.
    ///
    /// - Complexity: at most 20,000 tries, each O(*n*) in the comparisons.
    public var turns: SegmentTurns { SegmentTurnSearch(checklist, facts).turns(to: truth == .holds ? .fails : .holds) }
}

/// Tries out what would turn an answer.
private struct SegmentTurnSearch {
    private static let limit = 20_000

    private let checklist: SegmentChecklist
    private let domains: [SegmentDomain]
    /// For each entry that is a comparison the domain, and the cells where it holds and fails.
    private let questions: [(domain: Int, holding: SegmentCells, failing: SegmentCells)?]
    /// For each domain the cells in which the customer may be.
    private let actual: [SegmentCells]
    /// For each domain what it may be instead, the nearest first.
    private let choices: [[Choice]]
    private var left = SegmentTurnSearch.limit
    private var found: [[Int]: (cost: Int64, choices: [Int])] = [:]

    /// Another cell in which a customer might be.
    private struct Choice {
        let cell: Int
        let cost: Int64
        let change: SegmentTurn.Change
    }

    init(_ checklist: SegmentChecklist, _ facts: SegmentFacts) {
        let document = checklist.segments.document
        let comparisons = checklist.entries.filter { if case .comparison = $0.source { true } else { false } }
        let domains = SegmentDomains(of: comparisons.map(\.leaf.condition), in: document).inOrder
        let positions = Dictionary(domains.enumerated().map { ($1.attribute, $0) }) { first, _ in first }
        let wording = SegmentWording(of: checklist.segments)
        let questions = checklist.entries.map { entry in
            SegmentLogic.cells(of: entry.leaf.condition, in: document) { positions[$0].map { ($0, domains[$0]) } }
        }
        var evaluation = SegmentEvaluation(checklist.program)
        var (actual, choices): ([SegmentCells], [[Choice]]) = ([], [])
        for (index, domain) in domains.enumerated() {
            let slots = checklist.program.slots
            guard let slot = slots.firstIndex(where: { $0.attribute == domain.attribute }) else {
                preconditionFailure("every attribute has a slot")
            }
            let reading = evaluation.reading(of: slot, in: checklist.program, facts)
            let cells = domain.cells(of: reading, among: slots[slot].words)
            let own = questions.enumerated().filter { $0.element?.domain == index }
            func answers(in cells: SegmentCells) -> [Truth] {
                own.map { $0.element.map { Self.truth(in: cells, $0.holding, $0.failing) } ?? .unknown }
            }
            let now = answers(in: cells)
            actual.append(cells)
            let known = wording.fact(of: reading, slots[slot], in: facts)
            var possible: [Choice] = []
            for change in domain.changes(from: reading) {
                let then = answers(in: domain.cells(at: change.cell))
                guard then != now else { continue }
                let turned = own.indices.filter { then[$0] != now[$0] }
                let gap = change.gap.flatMap { wording.fact(of: $0, domain.attribute, slots[slot].kind) }
                let difference = SegmentTurn.Change(
                    attribute: domain.attribute,
                    actual: known,
                    needed: change.needed,
                    text: change.needed.phrase(calling: checklist.segments.tiers),
                    distance: gap,
                    paths: turned.map { checklist.entries[own[$0].offset].leaf.path }
                )
                possible.append(Choice(cell: change.cell, cost: change.cost, change: difference))
            }
            choices.append(possible.sorted { ($0.cost, $0.cell) < ($1.cost, $1.cell) })
        }
        self.checklist = checklist
        self.domains = domains
        self.questions = questions
        self.actual = actual
        self.choices = choices
    }

    private static func truth(in cells: SegmentCells, _ holding: SegmentCells, _ failing: SegmentCells) -> Truth {
        if cells.isSubset(of: holding) { return .holds }
        return cells.isSubset(of: failing) ? .fails : .unknown
    }

    /// Returns the ways to `target` that change the fewest facts.
    func turns(to target: Truth) -> SegmentTurns {
        var search = self
        for count in domains.indices.map({ $0 + 1 }) {
            search.explore(to: target, changing: [:], atMost: count)
            if search.left < 0 || !search.found.isEmpty { break }
        }
        let ways = search.found.sorted { left, right in
            if left.value.cost != right.value.cost { return left.value.cost < right.value.cost }
            return left.key.lexicographicallyPrecedes(right.key)
        }
        let turns = ways.map { way in
            SegmentTurn(changes: zip(way.key, way.value.choices).map { choices[$0][$1].change })
        }
        return SegmentTurns(turns: turns, isExhaustive: search.left >= 0)
    }

    /// Takes in every way that makes these changes and at most so many in all.
    private mutating func explore(to target: Truth, changing changes: [Int: Int], atMost count: Int) {
        left -= 1
        guard left >= 0 else { return }
        let place = Place(actual: actual, changes: changes, choices: choices)
        var truths: [Truth?] = Array(repeating: nil, count: questions.count)
        guard truth(of: checklist.root, at: place, &truths) != target else {
            let order = changes.keys.sorted()
            let chosen = order.compactMap { changes[$0] }
            var cost: Int64 = 0
            for (domain, choice) in zip(order, chosen) { cost += choices[domain][choice].cost }
            // Of equal ways the one with the earlier cells stays.
            if let known = found[order], known.cost <= cost { return }
            found[order] = (cost, chosen)
            return
        }
        guard changes.count < count else { return }
        var needed: Set<Int> = []
        collect(from: checklist.root, to: target, at: place, &truths, into: &needed)
        for domain in needed.subtracting(changes.keys).sorted() {
            for choice in choices[domain].indices {
                var further = changes
                further[domain] = choice
                explore(to: target, changing: further, atMost: count)
                guard left >= 0 else { return }
            }
        }
    }

    /// Where a customer would be after some changes.
    private struct Place {
        let actual: [SegmentCells]
        let changes: [Int: Int]
        let choices: [[Choice]]
    }

    private func truth(of node: SegmentChecklist.Node, at place: Place, _ truths: inout [Truth?]) -> Truth {
        switch node {
        case .all(let parts): return parts.reduce(.holds) { $0.and(truth(of: $1, at: place, &truths)) }
        case .any(let parts): return parts.reduce(.fails) { $0.or(truth(of: $1, at: place, &truths)) }
        case .not(let part): return !truth(of: part, at: place, &truths)
        case .entry(let index):
            if let known = truths[index] { return known }
            guard let question = questions[index] else { preconditionFailure("a comparison asks about a domain") }
            let truth: Truth
            if let choice = place.changes[question.domain] {
                let cell = domains[question.domain].cells(at: place.choices[question.domain][choice].cell)
                truth = Self.truth(in: cell, question.holding, question.failing)
            } else {
                truth = Self.truth(in: place.actual[question.domain], question.holding, question.failing)
            }
            truths[index] = truth
            return truth
        }
    }

    /// Collects domains of which each way that turns `node` to `target` changes one.
    private func collect(
        from node: SegmentChecklist.Node,
        to target: Truth,
        at place: Place,
        _ truths: inout [Truth?],
        into needed: inout Set<Int>
    ) {
        guard truth(of: node, at: place, &truths) != target else { return }
        switch node {
        case .entry(let index): if let question = questions[index] { needed.insert(question.domain) }
        case .not(let part): collect(from: part, to: !target, at: place, &truths, into: &needed)
        case .all(let parts), .any(let parts):
            let needsEvery = if case .all = node { target == .holds } else { target == .fails }
            for part in parts where truth(of: part, at: place, &truths) != target {
                collect(from: part, to: target, at: place, &truths, into: &needed)
                if needsEvery { return }
            }
        }
    }
}
