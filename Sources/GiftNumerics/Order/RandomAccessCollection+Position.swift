extension RandomAccessCollection where Index == Int {
    /// Returns the first position whose element `holds`, as every later one does; the end when none does.
    ///
    /// - Complexity: O(log *n*).
    @inlinable package func firstPosition(where holds: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
