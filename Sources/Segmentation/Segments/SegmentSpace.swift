/// The cells of several attributes, one attribute after another, in words of bits.
struct SegmentSpace {
    let domains: [SegmentDomain]
    /// Which words hold the cells of each attribute.
    let ranges: [Range<Int>]
    /// Every customer there can be.
    let whole: SegmentBox

    /// The space of these domains.
    init(of domains: [SegmentDomain]) {
        var words: [UInt64] = []
        self.domains = domains
        self.ranges = domains.map { domain in
            words += domain.all.words
            return words.count - domain.all.words.count..<words.count
        }
        self.whole = SegmentBox(words: words)
    }

    /// The attributes of which a box leaves out some cells.
    func narrowed(by box: SegmentBox) -> [Int] {
        domains.indices.filter { index in ranges[index].contains { box.words[$0] != whole.words[$0] } }
    }

    /// A condition that holds for somebody in a box, of the attributes that it narrows.
    func example(in box: SegmentBox) -> SegmentCondition {
        SegmentCondition.all(parts(of: box) { domain, cell in domain.example(of: cell) }).canonical
    }

    /// What the first customer in a box is like, in the attributes that it narrows.
    func sample(in box: SegmentBox) -> SegmentCondition {
        let parts = parts(of: box) { domain, cell in domain.sample(of: cell) }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private func parts(
        of box: SegmentBox,
        _ part: (SegmentDomain, Int) -> SegmentCondition
    ) -> [SegmentCondition] {
        narrowed(by: box).compactMap { index in box.first(at: ranges[index]).map { part(domains[index], $0) } }
    }

    /// The first cell of every attribute in a box.
    func corner(of box: SegmentBox) -> [Int] { ranges.map { box.first(at: $0) ?? 0 } }
}

/// A set of cells for each attribute of a space; a customer is in it who is in one of each.
struct SegmentBox: Hashable {
    private(set) var words: [UInt64]

    /// Leaves only these cells, and returns whether there are any left.
    mutating func formIntersection(_ cells: SegmentCells, at range: Range<Int>) -> Bool {
        var union: UInt64 = 0
        for (place, word) in cells.words.enumerated() {
            words[range.lowerBound + place] &= word
            union |= words[range.lowerBound + place]
        }
        return union != 0
    }

    func isDisjoint(with cells: SegmentCells, at range: Range<Int>) -> Bool {
        for (place, word) in cells.words.enumerated() where words[range.lowerBound + place] & word != 0 {
            return false
        }
        return true
    }

    func isSubset(of cells: SegmentCells, at range: Range<Int>) -> Bool {
        for (place, word) in cells.words.enumerated() where words[range.lowerBound + place] & ~word != 0 {
            return false
        }
        return true
    }

    /// The first cell of one attribute, which is there in a box that somebody is in.
    func first(at range: Range<Int>) -> Int? {
        for (place, word) in range.enumerated() where words[word] != 0 {
            return 64 * place + words[word].trailingZeroBitCount
        }
        return nil
    }

    /// How many cells there are of all attributes together.
    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// What is in both, or `nil` when that is nobody.
    func intersection(_ other: SegmentBox, in space: SegmentSpace) -> SegmentBox? {
        var both = self
        for range in space.ranges {
            var union: UInt64 = 0
            for word in range {
                both.words[word] &= other.words[word]
                union |= both.words[word]
            }
            if union == 0 { return nil }
        }
        return both
    }
}
