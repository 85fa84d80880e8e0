import GiftModel

/// What has to hold of a customer, each attribute's cells being all that is asked.
indirect enum SegmentFormula {
    /// The attribute at that position lies in one of these cells.
    case inside(Int, SegmentCells)
    /// All hold.
    case all([SegmentFormula])
    /// One holds.
    case any([SegmentFormula])

    /// What has to hold of whom this does not hold, what is not known counting as such.
    func complement(in space: SegmentSpace) -> SegmentFormula {
        switch self {
        case .inside(let index, let cells): .inside(index, space.domains[index].all.subtracting(cells))
        case .all(let parts): .any(parts.map { $0.complement(in: space) })
        case .any(let parts): .all(parts.map { $0.complement(in: space) })
        }
    }

    /// Whether it has no more parts than there is room for; they take it up.
    fileprivate func fits(in room: inout Int) -> Bool {
        room -= 1
        guard room >= 0 else { return false }
        switch self {
        case .inside: return true
        case .all(let parts), .any(let parts): return parts.allSatisfy { $0.fits(in: &room) }
        }
    }
}

/// Looks for a customer of whom some conditions hold.
///
/// It walks through the conjunctions of the disjunctive normal form, without those that were found impossible on
/// the way, and gives up after a number of them. Attributes count as independent of one another: that purchases of 30
/// days are among those of 90 is not known to it.
struct SegmentSearch {
    /// After how many conjunctions it gives up.
    static let limit = 5_000
    /// Of how many parts it reads at most; segments that refer to one another can come to far more.
    static let sizeLimit = 20_000

    /// What came of it.
    enum Outcome {
        /// There is such a customer, of whom this holds.
        case possible(SegmentCondition)
        /// There is none.
        case impossible
        /// It gave up.
        case undecided
    }

    private let wanted: Int
    private var found: [SegmentBox] = []
    private var left = SegmentSearch.limit

    private init(wanting count: Int) { self.wanted = count }

    static func outcome(of formulas: [SegmentFormula], over space: SegmentSpace) -> Outcome {
        guard let found = boxes(of: formulas, over: space, atMost: 1) else { return .undecided }
        return found.first.map { .possible(space.example(in: $0)) } ?? .impossible
    }

    /// Returns boxes of which each customer of whom all formulas hold is in one, or `nil` when it gave up.
    ///
    /// - Parameter count: After how many boxes it stops.
    static func boxes(of formulas: [SegmentFormula], over space: SegmentSpace, atMost count: Int) -> [SegmentBox]? {
        var room = sizeLimit
        guard formulas.allSatisfy({ $0.fits(in: &room) }) else { return nil }
        var search = SegmentSearch(wanting: count)
        search.explore(from: State(box: space.whole, ranges: space.ranges), adding: formulas)
        return search.left < 0 ? nil : search.found
    }

    /// What is known of the customer, and the choices that are still to be made.
    private struct State {
        var box: SegmentBox
        let ranges: [Range<Int>]
        var choices: [[SegmentFormula]] = []

        /// Returns whether `formula` can still hold, and takes in what follows from it.
        mutating func assume(_ formula: SegmentFormula) -> Bool {
            switch formula {
            case .inside(let index, let cells):
                return box.formIntersection(cells, at: ranges[index])
            case .all(let parts):
                for part in parts where !assume(part) { return false }
                return true
            case .any(let parts):
                choices.append(parts)
                return true
            }
        }

        /// Whether `formula` is impossible by what is known, at a glance.
        func excludes(_ formula: SegmentFormula) -> Bool {
            switch formula {
            case .inside(let index, let cells): box.isDisjoint(with: cells, at: ranges[index])
            case .all(let parts): parts.contains(where: excludes)
            case .any(let parts): parts.allSatisfy(excludes)
            }
        }

        /// Whether `formula` follows from what is known, at a glance.
        func implies(_ formula: SegmentFormula) -> Bool {
            switch formula {
            case .inside(let index, let cells): box.isSubset(of: cells, at: ranges[index])
            case .all(let parts): parts.allSatisfy(implies)
            case .any(let parts): parts.contains(where: implies)
            }
        }

        /// Makes every choice that is none, and returns whether any is possible for the others.
        mutating func simplify() -> Bool {
            while true {
                var (open, forced) = ([[SegmentFormula]](), [SegmentFormula]())
                for choice in choices where !choice.contains(where: implies) {
                    let possible = choice.filter { !excludes($0) }
                    guard let first = possible.first else { return false }
                    if possible.count == 1 { forced.append(first) } else { open.append(possible) }
                }
                choices = open
                if forced.isEmpty { return true }
                for formula in forced where !assume(formula) { return false }
            }
        }
    }

    /// Walks through what is possible until enough was found or the limit is passed.
    private mutating func explore(from state: State, adding formulas: [SegmentFormula]) {
        left -= 1
        guard left >= 0 else { return }
        var state = state
        for formula in formulas where !state.assume(formula) { return }
        guard state.simplify() else { return }
        guard let next = state.choices.indices.min(by: { state.choices[$0].count < state.choices[$1].count }) else {
            found.append(state.box)
            return
        }
        for alternative in state.choices.remove(at: next) {
            explore(from: state, adding: [alternative])
            guard left >= 0, found.count < wanted else { return }
        }
    }
}
