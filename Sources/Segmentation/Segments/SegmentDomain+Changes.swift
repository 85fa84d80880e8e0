import GiftModel

/// What a customer would have to be like to be in another cell.
struct SegmentCellChange {
    let cell: Int
    /// What would have to hold.
    let needed: SegmentCondition
    /// How far the number is from that, where it is one.
    let gap: SegmentGap?
    /// The distance in millionths of the larger number; a million for words and for what is not known.
    let cost: Int64
}

extension SegmentDomain {
    private static let whole: Int64 = 1_000_000

    /// The cells in which a customer can be, with the nearest value to what was read.
    func changes(from reading: SegmentReading) -> [SegmentCellChange] {
        cellsThatCanHold.map { cell in
            guard let nearest = nearest(to: reading, in: cell) else {
                let cost = isUnknown(cell) ? 2 * Self.whole : Self.whole
                return SegmentCellChange(cell: cell, needed: example(of: cell), gap: nil, cost: cost)
            }
            return SegmentCellChange(
                cell: cell,
                needed: needed(nearest, in: cell),
                gap: reading.isKnown ? SegmentGap(from: reading, to: nearest) : nil,
                cost: reading.isKnown ? SegmentGap.millionths(from: reading, to: nearest) : Self.whole
            )
        }
    }
}
