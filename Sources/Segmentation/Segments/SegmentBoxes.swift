import GiftModel

/// The boxes of many segments in one piece of memory.
struct SegmentBoxes {
    private let space: SegmentSpace
    private var words: ContiguousArray<UInt64> = []
    /// For each box the words in which it leaves out some cells, as ranges of one attribute each.
    private var narrowed: [[Range<Int>]] = []
    /// The boxes of each segment, or `nil` when they were not found.
    private var ranges: [Range<Int>?]

    /// No box yet of so many segments.
    init(in space: SegmentSpace, of count: Int) {
        self.space = space
        self.ranges = Array(repeating: nil, count: count)
    }

    mutating func set(_ boxes: [SegmentBox], of position: Int) {
        ranges[position] = narrowed.count..<narrowed.count + boxes.count
        for box in boxes {
            words += box.words
            narrowed.append(space.narrowed(by: box).map { space.ranges[$0] })
        }
    }

    /// How many boxes a segment has.
    func count(of position: Int) -> Int? { ranges[position]?.count }

    func boxes(of position: Int) -> [SegmentBox]? { ranges[position]?.map(box) }

    private func box(_ index: Int) -> SegmentBox {
        let width = space.whole.words.count
        return SegmentBox(words: Array(words[index * width..<(index + 1) * width]))
    }

    /// Returns whether any box of one segment has a customer in common with one of `others` of another.
    func meets(_ one: Int, _ others: SegmentBoxes, _ other: Int) -> Truth {
        guard let left = ranges[one], let right = others.ranges[other] else { return .unknown }
        for box in left {
            for stranger in right where meets(box, others, stranger) { return .holds }
        }
        return .fails
    }

    private func meets(_ box: Int, _ others: SegmentBoxes, _ stranger: Int) -> Bool {
        let width = space.whole.words.count
        let (own, strange) = (words.span, others.words.span)
        for range in narrowed[box] {
            var isEmpty = true
            for word in range where own[box * width + word] & strange[stranger * width + word] != 0 {
                isEmpty = false
                break
            }
            if isEmpty { return false }
        }
        return true
    }

    /// Returns what boxes of one segment have in common with `others` of another, or `nil` when they were not found.
    func common(_ one: Int, _ others: SegmentBoxes, _ other: Int) -> [SegmentBox]? {
        guard let left = ranges[one], let right = others.ranges[other] else { return nil }
        return left.flatMap { index in
            right.compactMap { box(index).intersection(others.box($0), in: space) }
        }
    }
}
