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

    /// What is looked up for a comparison, and nothing that only words need.
    fileprivate struct Lookup {
        /// The place of its bits.
        let place: UInt64
        /// All ones where what holds and what fails are the other way round, otherwise zero.
        let opposite: UInt64
        let slot: Int
        let nearest: SegmentReading
    }

    /// An explainer of the segments that ask these `questions`, which has seen no customer yet.
    public init(of questions: SegmentQuestions) {
        self.questions = questions
        self.details = questions.lookups.map(SegmentDetail.init)
        self.lookups = questions.lookups.map { lookup in
            Lookup(
                place: UInt64(questions.rows?.places[lookup.node] ?? lookup.node),
                opposite: lookup.isOpposite ? ~0 : 0,
                slot: lookup.slot,
                nearest: lookup.nearest
            )
        }
        self.bits = ContiguousArray(repeating: 0, count: 2 * questions.table.width)
        self.readings = Array(repeating: .unknown, count: questions.fields.count + 1)
    }
}

/// One comparison for one customer, in numbers.
public struct SegmentDetail: Hashable, Sendable {
    // In this order it takes 64 bytes, which is what most of the time goes into.
    /// The number with which it is compared, in the unit of the actual one, or `nil` when it is compared with none.
    public let expected: Ratio?
    /// Whether the condition wants it to fail, because an odd number of `not` stands around it.
    public let isNegated: Bool
    /// Whether it says what the condition wants.
    public fileprivate(set) var passes: Truth
    /// What is the case; a word by its place, not known of a reference to a segment.
    public fileprivate(set) var actual: SegmentReading
    private var gap, gapDenominator: Int64
}

extension SegmentDetail {
    /// Whether it holds.
    public var truth: Truth { isNegated ? !passes : passes }

    /// How far the number is from the nearest one with which the comparison would pass, in the unit of the number.
    ///
    /// It is not known where it passes, where the number is not known, of words and truths, and where it does not fit
    /// in 64 bits. Of fractions, which come as close to a number as one likes, it is the distance from that number, not
    /// always in lowest terms.
    public var distance: SegmentReading { SegmentReading(gap, over: gapDenominator) }

    /// A comparison of which nothing is known.
    fileprivate init(_ lookup: SegmentQuestions.Lookup) {
        (self.expected, self.isNegated) = (lookup.expected, lookup.isNegated)
        (self.passes, self.actual) = (.unknown, .unknown)
        (self.gap, self.gapDenominator) = (0, 0)
    }

    /// Takes over what is the case, where the lowest bit of one word says what holds, and of the other what fails.
    @inline(__always)
    fileprivate mutating func update(
        _ actual: SegmentReading,
        by lookup: SegmentExplainer.Lookup,
        _ holding: UInt64,
        _ failing: UInt64
    ) {
        let swapped = (holding ^ failing) & lookup.opposite
        let (pass, fail) = ((holding ^ swapped) & 1, (failing ^ swapped) & 1)
        passes = pass != 0 ? .holds : fail != 0 ? .fails : .unknown
        self.actual = actual
        let distance = actual.distance(to: lookup.nearest, fails: fail)
        (gap, gapDenominator) = (distance.low, distance.denominator)
    }
}

extension SegmentReading {
    /// How far this number lies from the nearest with which a comparison would pass, or not known where that does not
    /// fail.
    ///
    /// No jump depends on the customer unless it is a fraction.
    @inline(__always)
    fileprivate func distance(to nearest: SegmentReading, fails: UInt64) -> SegmentReading {
        guard nearest.denominator == 1, denominator <= 1 else {
            return fails != 0 ? fraction(to: nearest) : .unknown
        }
        // Of a range the nearer end counts, and no end where the number lies within.
        let isBelow = nearest.low < low
        let start = isBelow ? nearest.low : high
        let end = isBelow ? low : max(high, nearest.low)
        let (gap, overflow) = end.subtractingReportingOverflow(start)
        let known = denominator & Int64(truncatingIfNeeded: fails) & (overflow ? 0 : 1)
        return SegmentReading(gap & (0 &- known), over: known)
    }

    private func fraction(to nearest: SegmentReading) -> SegmentReading {
        guard isKnown, nearest.isKnown else { return .unknown }
        let own = Int128(nearest.low) * Int128(denominator)
        let gap = (own - Int128(low) * Int128(nearest.denominator)).magnitude
        let denominator = Int128(nearest.denominator) * Int128(denominator)
        guard let gap = Int64(exactly: gap), let denominator = Int64(exactly: denominator) else { return .unknown }
        return SegmentReading(gap, over: denominator)
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
        for (position, lookup) in lookups.enumerated() {
            let (word, bit) = (Int(lookup.place / 64), lookup.place % 64)
            let (holding, failing) = (bits[word], bits[questions.table.width + word])
            details[position].update(readings[lookup.slot], by: lookup, holding &>> bit, failing &>> bit)
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
            details[position]
                .update(readings[lookup.slot], by: lookup, bits[0] &>> lookup.place, bits[1] &>> lookup.place)
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
