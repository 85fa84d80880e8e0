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

    /// The answers to the questions at `roots`, of whose `bits` the first words say what holds, the others what fails.
    init(asOf day: CalendarDate, roots: [Int], _ bits: ContiguousArray<UInt64>, width: Int) {
        self.asOf = day
        self.count = roots.count
        for start in stride(from: 0, to: roots.count, by: 64) {
            var (holds, fails) = (UInt64(0), UInt64(0))
            for position in start..<Swift.min(start + 64, roots.count) {
                // Shifts that wrap around at 64 need no remainder.
                let (word, place) = (roots[position] >> 6, UInt64(truncatingIfNeeded: roots[position]))
                let bit = UInt64(truncatingIfNeeded: position)
                holds |= (bits[word] &>> place & 1) &<< bit
                fails |= (bits[width + word] &>> place & 1) &<< bit
            }
            if start == 0 { (holding, failing) = (holds, fails) } else { further += [holds, fails] }
        }
    }

    /// The answers about at most 64 segments, one bit each.
    init(asOf day: CalendarDate, count: Int, holding: UInt64, failing: UInt64) {
        self.asOf = day
        self.count = count
        (self.holding, self.failing) = (holding, failing)
    }

    /// Takes over the answers of all segments that are not `affected`.
    mutating func keep(_ other: SegmentAnswers, besides affected: [UInt64]) {
        guard let first = affected.first else { return }
        holding = holding & first | other.holding & ~first
        failing = failing & first | other.failing & ~first
        for word in further.indices {
            let mask = affected[word / 2 + 1]
            further[word] = further[word] & mask | other.further[word] & ~mask
        }
    }
}

extension SegmentAnswers {
    /// Whether the customer is in the segment at that position of the document.
    public subscript(position: Int) -> Truth {
        precondition((0..<count).contains(position), "a segment of the document")
        let bit = UInt64(1) << UInt64(position % 64)
        let word = position / 64
        let (holds, fails) = word == 0 ? (holding, failing) : (further[2 * word - 2], further[2 * word - 1])
        return holds & bit != 0 ? .holds : fails & bit != 0 ? .fails : .unknown
    }
}

extension SegmentAnswers: RandomAccessCollection {
    public var startIndex: Int { 0 }
    public var endIndex: Int { count }
}
