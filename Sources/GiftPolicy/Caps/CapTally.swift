/// Where on the scale of a window those stand that take from a cap, and where there is room for one more.
struct CapTally {
    /// Ascending.
    let positions: [Int64]
    let width: Int64
    let limit: Int64

    /// Returns the most there are in any window that holds `position`, without one at `position` itself.
    func used(around position: Int64) -> Int64 {
        let near = positions.filter { abs($0 - position) < width }
        var (first, most) = (0, 0)
        for last in near.indices {
            while max(near[last], position) - near[first] >= width { first += 1 }
            most = max(most, last - first + 1)
        }
        return Int64(most)
    }

    /// Returns the first position from `position` on around which fewer than the limit are.
    func opening(onOrAfter position: Int64) -> Int64 {
        let limit = Int(limit)
        var position = position
        guard positions.count >= limit else { return position }
        // Both ends of a full stretch ascend, so that whoever has left one never meets it again.
        for (first, last) in zip(positions, positions.dropFirst(limit - 1)) {
            if last - first < width, last - position < width, position - first < width { position = first + width }
        }
        return position
    }
}
