public import GiftModel

/// Tells of one customer after another, in the same memory, how every comparison of every segment came out, in numbers.
///
/// Words are made only of what is asked for in words.
///
/// ```swift
/// var explainer = SegmentExplainer(of: questions)
/// for customer in 0..<columns.count {
///     let answers = explainer.explain(columns, at: customer)
///     let days = explainer[0].distance                        // how far the first comparison is from passing
/// }
/// explainer.comparison(at: 0, in: columns)                    // the same in words, of the last customer
/// ```
public struct SegmentExplainer: Sendable {
    /// What is asked.
    public let questions: SegmentQuestions
    private var bits: ContiguousArray<UInt64>
    /// What the attributes came to, and at the end nothing, for references to segments.
    private var readings: [SegmentReading]

    /// An explainer of the segments that ask these `questions`.
    public init(of questions: SegmentQuestions) {
        self.questions = questions
        self.bits = ContiguousArray(repeating: 0, count: 2 * questions.table.width)
        self.readings = Array(repeating: .unknown, count: questions.fields.count + 1)
    }
}

/// One comparison for one customer, in numbers.
public struct SegmentDetail: Hashable, Sendable {
    /// Whether it holds.
    public let truth: Truth
    /// Whether it says what the condition wants.
    public let passes: Truth
    /// Whether the condition wants it to fail, because an odd number of `not` stands around it.
    public let isNegated: Bool
    /// What is the case; a word by its place, not known of a reference to a segment.
    public let actual: SegmentReading
    /// The number with which it is compared, in the unit of the actual one, or `nil` when it is compared with none.
    public let expected: Ratio?
    /// How far the number is from the nearest one with which the comparison would pass, in the unit of the number.
    ///
    /// It is not known where it passes, where the number is not known, of words and truths, and where it does not fit
    /// in 64 bits. Of fractions, which come as close to a number as one likes, it is the distance from that number, not
    /// always in lowest terms.
    public let distance: SegmentReading
}

extension SegmentExplainer {
    /// Works out a customer of `columns` and returns who it is, segment by segment.
    ///
    /// - Precondition: The columns are of the same questions, and there is such a customer.
    /// - Complexity: O(*n*) in the distinct comparisons of all segments.
    public mutating func explain(_ columns: SegmentColumns, at customer: Int) -> SegmentAnswers {
        precondition(columns.questions.lookups.count == questions.lookups.count, "columns of the same questions")
        questions.table.fill(&bits, &readings, with: columns, at: customer)
        return SegmentAnswers(
            asOf: columns.asOf,
            roots: questions.program.roots,
            bits,
            width: questions.table.width
        )
    }

    /// How the comparison at that position of ``SegmentQuestions/comparisons`` came out for the last customer.
    public subscript(comparison: Int) -> SegmentDetail {
        let lookup = questions.lookups[comparison]
        let (word, place) = (lookup.node >> 6, UInt64(truncatingIfNeeded: lookup.node))
        let holding = bits[word] &>> place & 1 != 0
        let failing = bits[questions.table.width + word] &>> place & 1 != 0
        let (passes, fails) = lookup.isOpposite ? (failing, holding) : (holding, failing)
        let actual = readings[lookup.slot]
        return SegmentDetail(
            truth: lookup.isNegated ? Self.truth(fails, passes) : Self.truth(passes, fails),
            passes: Self.truth(passes, fails),
            isNegated: lookup.isNegated,
            actual: actual,
            expected: lookup.expected,
            distance: lookup.distance(from: actual, fails: fails)
        )
    }

    private static func truth(_ holds: Bool, _ fails: Bool) -> Truth { holds ? .holds : fails ? .fails : .unknown }

    /// Returns the same in words.
    ///
    /// - Parameter columns: Those of the last customer.
    public func comparison(at position: Int, in columns: SegmentColumns) -> SegmentComparison {
        let (leaf, lookup, detail) = (questions.comparisons[position], questions.lookups[position], self[position])
        let segments = questions.set
        let entry = SegmentChecklist.Entry(
            leaf: leaf,
            text: leaf.condition.phrase(calling: segments.tiers, segments.document.segments),
            source: .comparison(position)
        )
        let slot = lookup.slot
        guard slot < questions.fields.count else { return SegmentComparison(entry, detail.truth) }
        return SegmentComparison(
            entry,
            detail.truth,
            detail.actual,
            of: questions.program.slots[slot],
            nearest: Ratio(lookup.nearest.low, over: lookup.nearest.denominator),
            calling: columns.word(at: detail.actual.low, ofAttributeAt: slot),
            SegmentWording(of: segments)
        )
    }

    /// Returns the comparisons that settled the answer about the segment at that position of the document, in words.
    ///
    /// They are those of ``SegmentAnswer/reasons``.
    ///
    /// - Parameter columns: Those of the last customer.
    /// - Precondition: The position is one of the document.
    /// - Complexity: O(*n*) in the attributes and the comparisons of the segment.
    public func reasons(forSegmentAt position: Int, in columns: SegmentColumns) -> [Reason] {
        let words = questions.fields.indices.map { columns.word(at: readings[$0].low, ofAttributeAt: $0) }
        var explanation = SegmentExplanation(questions.set, asOf: columns.asOf, readings: readings, words: words)
        return explanation.reasons(for: questions.set.program.roots[position])
    }
}
