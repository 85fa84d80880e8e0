public import GiftModel

/// The identifiers of one chunk of rows, made ready to be numbered: each read once and sorted by its hash.
///
/// It takes 20 bytes for each row beside the identifiers, and may be dropped once the rows have their numbers.
public struct CustomerKeyColumn: Sendable {
    /// The identifiers, row by row.
    public let ids: [Customer.ID]
    /// The keys, group after group, in each group in the order of the rows.
    let keys: [CustomerKey]
    /// The row of each key.
    let rows: [UInt32]
    /// Where each group begins, and where the last one ends.
    let starts: [UInt32]

    /// The keys of `ids`, of which a chunk has fewer than 2^31.
    ///
    /// - Complexity: O(*n*) in the number of rows, and in the length of the identifiers.
    public init(of ids: [Customer.ID]) {
        precondition(ids.count < 1 << 31, "a chunk of so many rows is to be cut into smaller ones")
        self.ids = ids
        let keys = ids.map(CustomerKey.init)
        var starts = [UInt32](repeating: 0, count: Self.groups + 1)
        for key in keys { starts[Self.group(of: key.hash) + 1] += 1 }
        for group in 0..<Self.groups { starts[group + 1] += starts[group] }
        var sorted = keys
        var rows = [UInt32](repeating: 0, count: keys.count)
        Self.scatter(keys.span, into: &sorted, &rows, ends: starts)
        self.keys = sorted
        self.rows = rows
        self.starts = starts
    }

    private static func scatter(
        _ keys: Span<CustomerKey>,
        into sorted: inout [CustomerKey],
        _ rows: inout [UInt32],
        ends: [UInt32]
    ) {
        var sorted = sorted.mutableSpan
        var rows = rows.mutableSpan
        var ends = ends
        for row in keys.indices {
            let key = keys[row]
            let group = group(of: key.hash)
            let end = Int(ends[group])
            sorted[end] = key
            rows[end] = UInt32(truncatingIfNeeded: row)
            ends[group] &+= 1
        }
    }
}

extension CustomerKeyColumn {
    /// Into how many groups identifiers are sorted: with ten million customers, those of one fit in a core's memory.
    static let groups = 2048

    /// Returns the group of a hash; groups ascend as hashes do.
    static func group(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 53) }

    /// The places of the keys of `group`.
    func places(of group: Int) -> Range<Int> { Int(starts[group])..<Int(starts[group + 1]) }
}
