public import GiftModel

/// For every segment of a document which of many customers are in it, in two bits each.
public struct SegmentColumnAnswers: Hashable, Sendable {
    /// The day as of which they stand.
    public let asOf: CalendarDate
    /// How many customers there are.
    public let customers: Int
    /// How many segments there are.
    public let segments: Int
    /// Segment after segment, and in it customer after customer.
    var holding: [UInt64]
    var failing: [UInt64]
    /// How many words of bits a segment has.
    var words: Int { (customers + 63) / 64 }

    init(asOf day: CalendarDate, customers: Int, segments: Int) {
        self.asOf = day
        self.customers = customers
        self.segments = segments
        self.holding = Array(repeating: 0, count: segments * ((customers + 63) / 64))
        self.failing = holding
    }
}

extension SegmentColumnAnswers {
    /// Whether the customer at that position is in the segment at that position of the document.
    public subscript(segment: Int, customer: Int) -> Truth {
        precondition((0..<customers).contains(customer), "a customer of the columns")
        let word = range(of: segment).lowerBound + customer / 64
        let bit = UInt64(1) << UInt64(customer % 64)
        return holding[word] & bit != 0 ? .holds : failing[word] & bit != 0 ? .fails : .unknown
    }

    /// Returns the customers in a segment, one bit each: that of the customer at 64 *w* + *b* is bit *b* of word *w*.
    ///
    /// Bits beyond the last customer are zero.
    public func inside(_ segment: Int) -> ArraySlice<UInt64> { holding[range(of: segment)] }

    /// Returns the customers out of a segment, one bit each, in the same way.
    ///
    /// Who is neither in it nor out of it is undetermined.
    public func outside(_ segment: Int) -> ArraySlice<UInt64> { failing[range(of: segment)] }

    private func range(of segment: Int) -> Range<Int> {
        precondition((0..<segments).contains(segment), "a segment of the document")
        return segment * words..<(segment + 1) * words
    }
}
