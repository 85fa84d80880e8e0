/// The words that may stand in one place of a document, and what to say of one that may not.
package struct KnownWords {
    private let words: [String]

    package init(_ words: [String]) { self.words = words }

    /// Returns what is wrong with `word`, with the word that was probably meant, if one is near, and all known ones.
    package func unknown(_ noun: String, _ word: String) -> DocumentProblem {
        .unknown(noun: noun, word: word, nearest: nearest(to: word), known: words)
    }

    /// Returns the word that is fewest edits away from `word`, the first of several, or `nil` when all are far.
    ///
    /// Up to a third of the letters may be wrong; upper and lower case make no difference.
    func nearest(to word: String) -> String? {
        let letters = Array(word.lowercased())
        let ranked = words.map { (distance: Self.edits(from: letters, to: Array($0.lowercased())), word: $0) }
        guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
        return best.distance <= max(letters.count, best.word.count) / 3 ? best.word : nil
    }

    /// Returns how many letters must be put in, left out, changed or swapped with their neighbour.
    ///
    /// - Source: optimal string alignment, <https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance>.
    private static func edits(from source: [Character], to target: [Character]) -> Int {
        var rows = [Array(0...target.count)]
        for (i, letter) in source.enumerated() {
            var row = [i + 1]
            for (j, other) in target.enumerated() {
                var edits = min(rows[i][j] + (letter == other ? 0 : 1), rows[i][j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, letter == target[j - 1], source[i - 1] == other {
                    edits = min(edits, rows[i - 1][j - 1] + 1)
                }
                row.append(edits)
            }
            rows.append(row)
        }
        return rows[source.count][target.count]
    }
}
