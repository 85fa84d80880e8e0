public import GiftModel

/// Tells of one customer after another, in the same memory, how every comparison of every segment came out, in numbers.
///
/// Words are made only of what is asked for in words.
///
/// ```swift
/// var explainer = SegmentExplainer(of: questions)
/// for customer in 0..<columns.count {
///     let answers = explainer.explain(columns, at: customer)
///     let days = explainer.details[0].distance                // how far the first comparison is from passing
/// }
/// explainer.comparison(at: 0, in: columns)                    // the same in words, of the last customer
/// ```
public struct SegmentExplainer: Sendable {
    /// What is asked.
    public let questions: SegmentQuestions
    /// How each comparison of ``SegmentQuestions/comparisons`` came out for the last customer.
    public private(set) var details: [SegmentDetail]
    private let lookups: [Lookup]
    private var bits: ContiguousArray<UInt64>
    /// What the attributes came to, and at the end nothing, for references to segments.
    private var readings: [SegmentReading]

    /// Where the answer to a comparison is found.
    private struct Lookup {
        let own: SegmentQuestions.Lookup
        /// The place of its bits.
        let place: Int
    }

    /// An explainer of the segments that ask these `questions`, which has seen no customer yet.
    public init(of questions: SegmentQuestions) {
        self.questions = questions
        self.details = questions.lookups.map(SegmentDetail.init)
        self.lookups = questions.lookups.map { Lookup(own: $0, place: questions.rows?.places[$0.node] ?? $0.node) }
        self.bits = ContiguousArray(repeating: 0, count: 2 * questions.table.width)
        self.readings = Array(repeating: .unknown, count: questions.fields.count + 1)
    }
}

/// One comparison for one customer, in numbers.
public struct SegmentDetail: Hashable, Sendable {
    /// Whether it holds.
    public fileprivate(set) var truth: Truth
    /// Whether it says what the condition wants.
    public fileprivate(set) var passes: Truth
    /// Whether the condition wants it to fail, because an odd number of `not` stands around it.
    public let isNegated: Bool
    /// What is the case; a word by its place, not known of a reference to a segment.
    public fileprivate(set) var actual: SegmentReading
    /// The number with which it is compared, in the unit of the actual one, or `nil` when it is compared with none.
    public let expected: Ratio?
    /// How far the number is from the nearest one with which the comparison would pass, in the unit of the number.
    ///
    /// It is not known where it passes, where the number is not known, of words and truths, and where it does not fit
    /// in 64 bits. Of fractions, which come as close to a number as one likes, it is the distance from that number, not
    /// always in lowest terms.
    public fileprivate(set) var distance: SegmentReading
}

extension SegmentDetail {
    /// A comparison of which nothing is known.
    fileprivate init(_ lookup: SegmentQuestions.Lookup) {
        (self.truth, self.passes) = (.unknown, .unknown)
        (self.isNegated, self.expected) = (lookup.isNegated, lookup.expected)
        (self.actual, self.distance) = (.unknown, .unknown)
    }

    @inline(__always)
    fileprivate mutating func update(
        _ lookup: SegmentQuestions.Lookup,
        _ actual: SegmentReading,
        holds: Bool,
        fails: Bool
    ) {
        let (pass, fail) = lookup.isOpposite ? (fails, holds) : (holds, fails)
        let (hold, miss) = lookup.isNegated ? (fail, pass) : (pass, fail)
        truth = hold ? .holds : miss ? .fails : .unknown
        passes = pass ? .holds : fail ? .fails : .unknown
        self.actual = actual
        distance = lookup.distance(from: actual, fails: fail)
    }
}

extension SegmentExplainer {
    /// Works out a customer of `columns` and returns who it is, segment by segment; ``details`` tell why.
    ///
    /// - Precondition: The columns are of the same questions, and there is such a customer.
    /// - Complexity: O(*n*) in the comparisons of all segments.
    public mutating func explain(_ columns: SegmentColumns, at customer: Int) -> SegmentAnswers {
        precondition(columns.questions.lookups.count == lookups.count, "columns of the same questions")
        if let answers = Self.explain(columns, at: customer, lookups, &readings, &details) { return answers }
        questions.table.fill(&bits, with: columns, at: customer, slots: questions.fields.count)
        for slot in questions.fields.indices { readings[slot] = columns.reading(ofAttributeAt: slot, of: customer) }
        for position in lookups.indices {
            let (own, place) = (lookups[position].own, lookups[position].place)
            let holds = bits[place / 64] >> UInt64(place % 64) & 1 != 0
            let fails = bits[questions.table.width + place / 64] >> UInt64(place % 64) & 1 != 0
            details[position].update(own, readings[own.slot], holds: holds, fails: fails)
        }
        let width = questions.table.width
        return SegmentAnswers(asOf: columns.asOf, roots: questions.program.roots, bits, width: width)
    }

    /// The same where there are few questions, otherwise `nil`.
    private static func explain(
        _ columns: SegmentColumns,
        at customer: Int,
        _ lookups: [Lookup],
        _ readings: inout [SegmentReading],
        _ details: inout [SegmentDetail]
    ) -> SegmentAnswers? {
        var readings = readings.mutableSpan
        var details = details.mutableSpan
        var bits = SIMD2<UInt64>.zero
        guard let answers = columns.answers(at: customer, isKeeping: true, &readings, &bits) else { return nil }
        let lookups = lookups.span
        for position in lookups.indices {
            let lookup = lookups[position]
            let place = UInt64(truncatingIfNeeded: lookup.place)
            details[position]
                .update(
                    lookup.own,
                    readings[lookup.own.slot],
                    holds: bits[0] &>> place & 1 != 0,
                    fails: bits[1] &>> place & 1 != 0
                )
        }
        return answers
    }

    /// Returns in words how the comparison at that position of ``SegmentQuestions/comparisons`` came out.
    ///
    /// - Parameter columns: Those of the last customer.
    public func comparison(at position: Int, in columns: SegmentColumns) -> SegmentComparison {
        let (leaf, lookup, detail) = (questions.comparisons[position], questions.lookups[position], details[position])
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
