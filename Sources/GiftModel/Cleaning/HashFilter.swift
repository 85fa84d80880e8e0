/// Says which hashes stand in a list more than once: all that do, and a few others.
///
/// Of many records few are copies. Two bytes for each fit into the fast memories, where a table of all names would wait
/// for the slow ones at every record; only the few are then told apart by name. Some hashes are taken for repeated ones
/// by mistake, commonly fewer than one in sixteen.
struct HashFilter {
    private var words: [UInt64]

    /// The hashes that stand in `hashes` more than once.
    ///
    /// - Complexity: O(*n*).
    init(ofRepeated hashes: [UInt64]) {
        var seen = Self(count: hashes.count)
        self.init(count: hashes.count)
        for hash in hashes where !seen.insert(hash) { insert(hash) }
    }

    /// No hashes, with room for `count`.
    private init(count: Int) {
        self.words = [UInt64](repeating: 0, count: 1 << (Int.bitWidth - (count / 4).leadingZeroBitCount))
    }

    /// Whether `hash` may be one of them.
    func contains(_ hash: UInt64) -> Bool {
        let (word, bit) = place(of: hash)
        return words[word] & bit != 0
    }

    /// Adds `hash`, and returns whether it was surely not there before.
    @discardableResult
    private mutating func insert(_ hash: UInt64) -> Bool {
        let (word, bit) = place(of: hash)
        defer { words[word] |= bit }
        return words[word] & bit == 0
    }

    /// The number of words is a power of two, so that the lower bits of a hash name one.
    private func place(of hash: UInt64) -> (word: Int, bit: UInt64) {
        (Int(truncatingIfNeeded: hash >> 6) & (words.count - 1), 1 << (hash & 63))
    }
}

extension HashFilter {
    /// Returns a hash of the bytes of `text`.
    ///
    /// Texts made to have one hash cost time only: whatever the filter lets through is compared.
    ///
    /// - Source: FNV-1a, <http://www.isthe.com/chongo/tech/comp/fnv/>.
    static func hash(of text: String) -> UInt64 {
        text.withBytes { bytes in
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for index in bytes.indices { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
            return hash
        }
    }
}
