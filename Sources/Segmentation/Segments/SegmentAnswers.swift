public import GiftModel

/// For every segment of a document whether a customer is in it, in two bits each.
public struct SegmentAnswers: Hashable, Sendable {
    /// The day as of which they stand.
    public let asOf: CalendarDate
    /// How many segments there are.
    public let count: Int
    private var holding: UInt64 = 0
    private var failing: UInt64 = 0
    /// The bits of the segments beyond the first 64: those that hold, then those that fail, and so on.
    private var further: [UInt64] = []

    /// Answers for so many segments, all unknown.
    init(asOf day: CalendarDate, count: Int) {
        self.asOf = day
        self.count = count
        if count > 64 { further = Array(repeating: 0, count: 2 * ((count - 1) / 64)) }
    }
}

extension SegmentAnswers {
    /// Whether the customer is in the segment at that position of the document.
    public internal(set) subscript(position: Int) -> Truth {
        get {
            precondition((0..<count).contains(position), "a segment of the document")
            let bit = UInt64(1) << UInt64(position % 64)
            let word = position / 64
            let (holds, fails) = word == 0 ? (holding, failing) : (further[2 * word - 2], further[2 * word - 1])
            return holds & bit != 0 ? .holds : fails & bit != 0 ? .fails : .unknown
        }
        set {
            precondition((0..<count).contains(position), "a segment of the document")
            let bit = UInt64(1) << UInt64(position % 64)
            let word = position / 64
            if word == 0 {
                holding = newValue == .holds ? holding | bit : holding & ~bit
                failing = newValue == .fails ? failing | bit : failing & ~bit
            } else {
                let (holds, fails) = (further[2 * word - 2], further[2 * word - 1])
                further[2 * word - 2] = newValue == .holds ? holds | bit : holds & ~bit
                further[2 * word - 1] = newValue == .fails ? fails | bit : fails & ~bit
            }
        }
    }
}

extension SegmentAnswers: RandomAccessCollection {
    public var startIndex: Int { 0 }
    public var endIndex: Int { count }
}
