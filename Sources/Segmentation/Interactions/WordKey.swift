import GiftModel

/// A short stand-in for a name, by which most others are told apart without comparing texts.
///
/// Names with different keys differ; two with the same key are still compared.
///
/// - Source: FNV-1a, <https://en.wikipedia.org/wiki/Fowler%E2%80%93Noll%E2%80%93Vo_hash_function>.
struct WordKey: Hashable, Comparable, Sendable {
    private let bits: UInt64

    /// The key of `name`; no name at all has one too.
    init<Subject>(_ name: Identifier<Subject>?) {
        guard let name else {
            self.bits = 0
            return
        }
        var bits: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name.text.utf8 { bits = (bits ^ UInt64(byte)) &* 0x100_0000_01B3 }
        self.bits = bits
    }

    static func < (left: Self, right: Self) -> Bool { left.bits < right.bits }
}

extension Identifier {
    /// Returns whether this is `other`, whose key is the same.
    ///
    /// Texts compare faster than their bytes do. They would also call two spellings of one letter equal, which have
    /// different keys.
    func isSameWithEqualKey(as other: Identifier) -> Bool { text == other.text }
}
