extension Sequence where Element == String {
    /// The one that is written most like `name`: the first of those with the fewest letters changed, added, left out or
    /// swapped, of which there may be two at most.
    func nearest(to name: String) -> String? {
        let near = map { (name: $0, distance: $0.distance(to: name)) }.filter { $0.distance <= 2 }
        return near.min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
    }
}

extension String {
    /// How many letters have to be changed, added, left out or swapped with the next to make `other` of this.
    ///
    /// - Source: optimal string alignment, <https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance>.
    fileprivate func distance(to other: String) -> Int {
        let (own, other) = (Array(self), Array(other))
        var rows = [Array(0...other.count)]
        for (row, letter) in own.enumerated() {
            var current = [row + 1]
            for (column, otherLetter) in other.enumerated() {
                let changed = rows[row][column] + (letter == otherLetter ? 0 : 1)
                var least = Swift.min(changed, rows[row][column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, letter == other[column - 1], own[row - 1] == otherLetter {
                    least = Swift.min(least, rows[row - 1][column - 1] + 1)
                }
                current.append(least)
            }
            rows.append(current)
        }
        return rows[own.count][other.count]
    }
}
