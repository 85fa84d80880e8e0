import GiftModel

/// The boxes of many segments in one piece of memory.
struct SegmentBoxes {
    private let space: SegmentSpace
    private var words: ContiguousArray<UInt64> = []
    /// The words in which boxes leave out some cells, as ranges of one attribute each, one box after another.
    private var narrowed: ContiguousArray<Range<Int>> = []
    /// For each box where its ranges stand, and at last their end.
    private var starts: ContiguousArray<Int> = [0]
    /// The boxes of each segment, or `nil` when they were not found.
    private var ranges: [Range<Int>?]

    /// No box yet of so many segments.
    init(in space: SegmentSpace, of count: Int) {
        self.space = space
        self.ranges = Array(repeating: nil, count: count)
    }

    mutating func set(_ boxes: [SegmentBox], of position: Int) {
        ranges[position] = starts.count - 1..<starts.count - 1 + boxes.count
        for box in boxes {
            words += box.words
            narrowed += space.narrowed(by: box).map { space.ranges[$0] }
            starts.append(narrowed.count)
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
        for place in starts[box]..<starts[box + 1] {
            let range = narrowed[place]
            var isEmpty = true
            for word in range where own[box * width + word] & strange[stranger * width + word] != 0 {
                isEmpty = false
                break
            }
            if isEmpty { return false }
        }
        return true
    }

    /// Returns whether somebody in a segment is quickly found who is in a `failing` box of each of the others.
    ///
    /// Of each only the box that leaves most is tried, so nothing is said when nobody is found.
    func escape(_ position: Int, _ others: [Int], _ failing: SegmentBoxes) -> Bool {
        boxes(of: position)?
            .contains { box in
                var rest = box
                return others.allSatisfy { other in
                    let left = failing.boxes(of: other)?.compactMap { rest.intersection($0, in: space) }
                    guard let most = left?.max(by: { $0.count < $1.count }) else { return false }
                    rest = most
                    return true
                }
            } ?? false
    }

    /// Returns what boxes of one segment have in common with `others` of another, or `nil` when they were not found.
    func common(_ one: Int, _ others: SegmentBoxes, _ other: Int) -> [SegmentBox]? {
        guard let left = ranges[one], let right = others.ranges[other] else { return nil }
        return left.flatMap { index in
            right.compactMap { box(index).intersection(others.box($0), in: space) }
        }
    }
}
