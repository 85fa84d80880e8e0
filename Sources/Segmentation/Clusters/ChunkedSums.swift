/// Sums of rows of numbers, in an order that depends on nothing but the number of rows: by chunks, then pairwise.
///
/// So the same rows give the same bits everywhere, and the error grows with the logarithm of their number only.
struct ChunkedSums {
    private static let chunk = 4096

    private var current: [Double]
    private var rows = 0
    /// Sums of whole chunks, each with how many times it was paired, never ascending.
    private var pairs: [(level: Int, sums: [Double])] = []

    /// Sums of rows of `width` numbers.
    init(width: Int) { current = [Double](repeating: 0, count: width) }

    /// Adds a row, as `body` adds it to the sums so far of its chunk.
    mutating func addRow(_ body: (inout [Double]) -> Void) {
        body(&current)
        rows += 1
        guard rows == Self.chunk else { return }
        var (level, sums) = (0, current)
        while let last = pairs.last, last.level == level {
            pairs.removeLast()
            sums = Self.sum(last.sums, sums)
            level += 1
        }
        pairs.append((level, sums))
        for index in current.indices { current[index] = 0 }
        rows = 0
    }

    /// The sums of all rows.
    var total: [Double] { pairs.reversed().reduce(current) { Self.sum($1.sums, $0) } }

    private static func sum(_ left: [Double], _ right: [Double]) -> [Double] {
        left.indices.map { left[$0] + right[$0] }
    }
}
