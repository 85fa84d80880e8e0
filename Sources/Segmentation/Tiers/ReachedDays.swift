import GiftModel

/// Since when each rung has been reached, by its height; four have room without memory of their own.
struct ReachedDays: Hashable, Sendable {
    private var near = SIMD4<Int32>(repeating: 0)
    private var far: [Int32] = []

    /// The day for the rung `height` rungs above the base; any day for one that is not reached.
    subscript(height: Int) -> CalendarDate {
        get {
            let count = height <= near.scalarCount ? near[height - 1] : far[height - 1 - near.scalarCount]
            return CalendarDate(daysAfterEpoch: Int(count)) ?? .first
        }
        set {
            guard height > near.scalarCount else { return near[height - 1] = newValue.daysAfterEpoch }
            let position = height - 1 - near.scalarCount
            while far.count <= position { far.append(0) }
            far[position] = newValue.daysAfterEpoch
        }
    }
}
