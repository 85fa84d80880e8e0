extension Array {
    /// Returns these elements and `others` in one ascending list; both ascend by `key`, and neither has a key twice.
    ///
    /// - Parameter joined: What an element and another of the same key come to together.
    /// - Complexity: O(*n* + *m*); O(1) when either is empty.
    @inlinable package func merged<Key: Comparable>(
        with others: [Element],
        by key: (Element) -> Key,
        joined: (Element, Element) -> Element
    ) -> [Element] {
        guard !isEmpty, !others.isEmpty else { return isEmpty ? others : self }
        var merged: [Element] = []
        merged.reserveCapacity(count + others.count)
        var (own, other) = (startIndex, others.startIndex)
        while own < endIndex, other < others.endIndex {
            let (left, right) = (self[own], others[other])
            if key(left) < key(right) {
                merged.append(left)
                own += 1
            } else if key(right) < key(left) {
                merged.append(right)
                other += 1
            } else {
                merged.append(joined(left, right))
                own += 1
                other += 1
            }
        }
        merged += self[own...]
        merged += others[other...]
        return merged
    }
}
