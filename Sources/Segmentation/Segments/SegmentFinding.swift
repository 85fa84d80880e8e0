public import GiftModel

/// Something about a document of segments that its author should know, and where.
public struct SegmentFinding: Hashable, Sendable {
    /// The place in the document, such as `/segments/3/where/all/0/value`.
    ///
    /// - Source: JSON Pointer, <https://www.rfc-editor.org/rfc/rfc6901>.
    public let path: String
    /// What is the matter there.
    public let problem: Problem

    /// A finding at `path`.
    public init(path: String, problem: Problem) {
        self.path = path
        self.problem = problem
    }

    /// What can be the matter.
    @nonexhaustive
    public enum Problem: Hashable, Sendable {
        /// A label, tier, segment or other word that there is not.
        case unknown(DocumentProblem)
        /// This name was given before.
        case repeated(String)
        /// A value of another kind than the attribute's.
        case kindMismatch(SegmentValue.Kind, expected: SegmentValue.Kind)
        /// Values without an order are compared by it.
        case notOrdered(SegmentValue.Kind)
        /// An amount in another currency than the document's.
        case currencyMismatch(Currency, expected: Currency)
        /// A window of no day, or of more than 36,500.
        case windowOutOfRange(Int64)
        /// Segments that refer to one another in a circle.
        case circle([Segment.ID])
        /// A segment that refers to others through more than 32 levels of them.
        case tooManyLevels
        /// A segment that nobody can be in.
        case neverHolds
        /// A segment that nobody can be out of.
        case alwaysHolds
        /// A segment of the same condition as an earlier one.
        case sameAs(Segment.ID)
        /// Two members of a group that should be disjoint and are not, with somebody who is in both.
        case overlap(Segment.ID, Segment.ID, example: SegmentCondition)
        /// A group that should be complete and is not, with somebody who is in no member.
        case uncovered(example: SegmentCondition)
        /// A member of a group behind others, one of which everybody is in who is in this one.
        case unreachable(Segment.ID)
        /// A number with which a label is compared, beside those that it can be.
        case outsideLabel(Int64, lowest: Int64, highest: Int64)
        /// A label that no segment asks about.
        case unusedLabel(Identifier<Label>)
        /// A question that would take too long to settle.
        case undecided(String)
    }
}

extension SegmentFinding {
    /// Whether the document makes no sense with it; other findings are for its author to weigh.
    public var isError: Bool {
        switch problem {
        case .unknown, .repeated, .kindMismatch, .notOrdered, .currencyMismatch, .windowOutOfRange, .circle,
            .tooManyLevels:
            true
        case .neverHolds, .alwaysHolds, .sameAs, .overlap, .uncovered, .unreachable, .outsideLabel, .unusedLabel,
            .undecided:
            false
        }
    }
}

extension SegmentFinding: CustomStringConvertible {
    /// The finding in one line, such as `/segments/3/where: nobody can be in it`.
    public var description: String { "\(path): \(problem)" }
}

extension SegmentFinding.Problem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknown(let problem): "\(problem)"
        case .repeated(let name): "`\(name)` stands here a second time"
        case .kindMismatch(let found, let expected):
            "compared with a value of the kind `\(found.rawValue)`, it is of the kind `\(expected.rawValue)`"
        case .notOrdered(let kind): "values of the kind `\(kind.rawValue)` are equal or not, they have no order"
        case .currencyMismatch(let found, let expected): "an amount in `\(found)`, the document is in `\(expected)`"
        case .windowOutOfRange(let days): "a window of `\(days)` days is not one of 1 through 36500"
        case .circle(let ids):
            "the segment refers to itself: " + (ids + ids.prefix(1)).map { "`\($0)`" }.joined(separator: ", ")
        case .tooManyLevels: "the segment refers to others through more than \(SegmentReferences.mostLevels) levels"
        case .neverHolds: "nobody can be in it"
        case .alwaysHolds: "nobody can be out of it"
        case .sameAs(let id): "it is the same as `\(id)`"
        case .overlap(let one, let other, let example):
            "`\(one)` and `\(other)` overlap, for example at \(CanonicalForm.text(of: example))"
        case .uncovered(let example): "no member covers \(CanonicalForm.text(of: example))"
        case .unreachable(let id): "`\(id)` is hidden behind the members before it"
        case .outsideLabel(let number, let lowest, let highest):
            "the label is never `\(number)`, it is declared \(lowest) through \(highest)"
        case .unusedLabel(let id): "no segment asks about the label `\(id)`"
        case .undecided(let question): "too much to decide: \(question)"
        }
    }
}

extension SegmentDocument {
    /// Returns `findings` of this document with the line and column at which `json`, its text, shows them.
    ///
    /// - Throws: `InvalidDocument` when `json` is no JSON, and so not the text of the document.
    /// - Complexity: O(*n* · *f*) for a text of length *n* and *f* findings.
    public func places(of findings: [SegmentFinding], in json: String) throws(InvalidDocument) -> [DocumentFault] {
        var places: [DocumentFault] = []
        for finding in findings {
            let position = try Document.position(of: finding.path, in: json)
            places.append(
                DocumentFault(path: finding.path, at: position, problem: .impossible(finding.problem.description))
            )
        }
        return places
    }
}
