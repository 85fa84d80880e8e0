/// A set of cells of one attribute, one bit each.
struct SegmentCells: Hashable {
    private(set) var words: [UInt64]

    /// No cell of so many.
    init(count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

    mutating func insert(_ cell: Int) { words[cell / 64] |= 1 << UInt64(cell % 64) }

    func contains(_ cell: Int) -> Bool { words[cell / 64] & (1 << UInt64(cell % 64)) != 0 }

    func isSubset(of other: SegmentCells) -> Bool {
        words.indices.allSatisfy { words[$0] & ~other.words[$0] == 0 }
    }

    func subtracting(_ other: SegmentCells) -> SegmentCells {
        var cells = self
        for word in words.indices { cells.words[word] &= ~other.words[word] }
        return cells
    }

}
