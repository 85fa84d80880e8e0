package import GiftModel

/// How the segments of a document stand to one another, found by looking at all customers there can be.
///
/// A customer is a cell of each attribute, that of what is not known among them; attributes count as independent of one
/// another. A segment is a union of boxes of such cells, and so is who is out of it. What would take too long is
/// `nil` or unknown, never a guess.
package struct SegmentAnalysis {
    /// Of how many boxes a segment, or who is out of it, may be made.
    private static let mostBoxes = 1_000
    /// Of how many all segments may be made together.
    private static let mostBoxesOfAll = 20_000

    /// The positions of the segments that are looked at: those without an error.
    package let positions: [Int]
    private let document: SegmentDocument
    private let logic: SegmentLogic
    private let holding: SegmentBoxes
    private let failing: SegmentBoxes

    /// An analysis of the segments of `document` from `first` on, as far as they are without an error.
    ///
    /// - Complexity: O(*n* log *n*) in the comparisons, times the cells of an attribute, and at most 5,000 conjunctions
    ///   for each segment.
    package init(of document: SegmentDocument, from first: Int = 0) {
        let skipped = document.segments(with: document.errors)
        let conditions = document.segments.enumerated()
            .map { skipped.contains($0) ? SegmentCondition.all([]) : $1.condition }
        let logic = SegmentLogic(of: document, reading: conditions)
        let positions = document.segments.indices.filter { $0 >= first && !skipped.contains($0) }
        var room = Self.mostBoxesOfAll
        func boxes(of formulas: [SegmentFormula]) -> SegmentBoxes {
            var boxes = SegmentBoxes(in: logic.space, of: document.segments.count)
            for position in positions {
                let limit = min(Self.mostBoxes, room)
                let found = SegmentSearch.boxes(of: [formulas[position]], over: logic.space, atMost: limit + 1)
                guard let found, found.count <= limit else { continue }
                room -= found.count
                boxes.set(found, of: position)
            }
            return boxes
        }
        self.document = document
        self.positions = positions
        self.logic = logic
        self.holding = boxes(of: logic.formulas.map(\.holding))
        room = Self.mostBoxesOfAll
        self.failing = boxes(of: logic.formulas.map(\.failing))
    }
}

extension SegmentAnalysis {
    /// Returns whether anybody can be in a segment.
    package func isPossible(_ position: Int) -> Truth {
        if let count = holding.count(of: position) { return Truth(count > 0) }
        return truth(SegmentSearch.outcome(of: [logic.formulas[position].holding], over: logic.space))
    }

    /// Returns whether nobody can be out of a segment.
    package func isCertain(_ position: Int) -> Truth {
        if let count = failing.count(of: position) { return Truth(count == 0) }
        return !truth(SegmentSearch.outcome(of: [logic.formulas[position].failing], over: logic.space))
    }

    private func truth(_ outcome: SegmentSearch.Outcome) -> Truth {
        switch outcome {
        case .possible: .holds
        case .impossible: .fails
        case .undecided: .unknown
        }
    }

    /// Returns whether all the boxes of a segment, and of who is out of it, were found.
    package func isComplete(_ position: Int) -> Bool {
        holding.count(of: position) != nil && failing.count(of: position) != nil
    }

    /// Returns whether anybody can be in both segments.
    ///
    /// - Complexity: O(*b*²) in the boxes of the two.
    package func overlap(_ one: Int, _ other: Int) -> Truth { holding.meets(one, holding, other) }

    /// Returns what the first customer who is in both is like, or `nil` when there is none or it is not decided.
    ///
    /// Attributes are taken in the order of the document's labels and then of the conditions, and of each the first
    /// value that leaves somebody: the least number, the first word, no before yes, and what is not known last.
    ///
    /// - Complexity: O(*b*²) in the boxes of the two.
    package func example(in one: Int, and other: Int) -> SegmentCondition? {
        example(of: holding.common(one, holding, other))
    }

    /// Returns what the first customer in a segment is like, or `nil` when there is none or it is not decided.
    package func example(in position: Int) -> SegmentCondition? { example(of: holding.boxes(of: position)) }

    private func example(of boxes: [SegmentBox]?) -> SegmentCondition? {
        boxes?.map { (corner: logic.space.corner(of: $0), box: $0) }
            .min { $0.corner.lexicographicallyPrecedes($1.corner) }
            .map { logic.space.sample(in: $0.box) }
    }

    /// Returns whether nobody can be in a segment and out of `other`.
    ///
    /// - Complexity: O(*b*²) in the boxes of the two.
    package func isWithin(_ other: Int, _ position: Int) -> Truth { !failing.meets(other, holding, position) }

    /// Returns those of `others` by which a segment is covered, as few as are needed, or `nil` when somebody can be in
    /// it and out of all of them, or when it is not decided.
    ///
    /// - Returns: With none of the returned ones left out everybody in the segment is in one of them; a single one if
    ///   there is such.
    /// - Complexity: as that of the search, at most 5,000 conjunctions for each of the others.
    package func cover(of position: Int, by others: [Int]) -> [Int]? {
        if let whole = others.first(where: { isWithin($0, position) == .holds }) { return [whole] }
        var kept = others.filter { overlap($0, position) != .fails }
        guard !kept.isEmpty, !holding.escape(position, kept, failing), isCovered(position, by: kept) else { return nil }
        for other in kept.reversed() {
            let fewer = kept.filter { $0 != other }
            if isCovered(position, by: fewer) { kept = fewer }
        }
        return kept
    }

    private func isCovered(_ position: Int, by others: [Int]) -> Bool {
        let formulas = [logic.formulas[position].holding] + others.map { logic.formulas[$0].failing }
        return truth(SegmentSearch.outcome(of: formulas, over: logic.space)) == .fails
    }

    /// Returns what a customer is like who is out of all these segments, or `nil` when there is none.
    ///
    /// - Throws: ``Undecided`` when that would take too long to find out.
    /// - Complexity: at most 5,000 conjunctions.
    package func rest(besides positions: [Int]) throws(Undecided) -> SegmentCondition? {
        let formulas = positions.map { logic.formulas[$0].failing }
        guard let found = SegmentSearch.boxes(of: formulas, over: logic.space, atMost: 1) else { throw Undecided() }
        return found.first.map(logic.space.sample)
    }

    /// Returns what a customer is like who is in a segment and not in `other`, or `nil` when there is none.
    ///
    /// Somebody who is out of the other is told before somebody of whom it is not known.
    ///
    /// - Throws: ``Undecided`` when that would take too long to find out.
    /// - Complexity: at most 10,000 conjunctions.
    package func example(in position: Int, notIn other: Int) throws(Undecided) -> SegmentCondition? {
        let strangers = [logic.formulas[other].failing, logic.formulas[other].holding.complement(in: logic.space)]
        for stranger in strangers {
            let formulas = [logic.formulas[position].holding, stranger]
            guard let found = SegmentSearch.boxes(of: formulas, over: logic.space, atMost: 1) else { throw Undecided() }
            if let box = found.first { return logic.space.sample(in: box) }
        }
        return nil
    }

    /// What would take too long to find out.
    package struct Undecided: Error {}
}

extension SegmentAnalysis {
    /// Returns the places of the comparisons that by themselves make that nobody can be in a segment.
    ///
    /// None of them can be left out; of several such lists it is one without the later comparisons.
    ///
    /// - Complexity: at most 5,000 conjunctions for each comparison.
    package func conflict(in position: Int) -> [String] { core(of: position, isNegated: false) }

    /// Returns the places of the comparisons that by themselves make that nobody can be out of a segment.
    ///
    /// - Complexity: at most 5,000 conjunctions for each comparison.
    package func tautology(in position: Int) -> [String] { core(of: position, isNegated: true) }

    private func core(of position: Int, isNegated: Bool) -> [String] {
        let leaves = document.segments[position].condition.leaves(at: "/segments/\(position)/where")
        var kept = Set(leaves.indices)
        for leaf in leaves.indices.reversed() {
            kept.remove(leaf)
            let formula = logic.formula(of: position, isNegated: isNegated, keeping: kept)
            if truth(SegmentSearch.outcome(of: [formula], over: logic.space)) != .fails { kept.insert(leaf) }
        }
        return kept.sorted().map { leaves[$0].path }
    }
}
