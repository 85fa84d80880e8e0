import GiftModel

/// A short stand-in for a name, by which most are told apart without comparing texts.
///
/// Names with different keys differ. A name of up to seven bytes is its own key; longer names with the same key are
/// still to be compared.
///
/// - Source: FNV-1a, <https://en.wikipedia.org/wiki/Fowler%E2%80%93Noll%E2%80%93Vo_hash_function>.
struct WordKey: Hashable, Comparable, Sendable {
    private let bits: UInt64

    /// Where the top byte is this, which no text holds, the others are those of a hash.
    private static let hashMark: UInt64 = 0xFF << 56

    /// The key of `name`; no name at all has one too.
    init<Subject>(_ name: Identifier<Subject>?) {
        let bytes = name.map { Array($0.text.utf8) } ?? []
        if bytes.count < 8 {
            self.bits = bytes.reduce(0) { $0 << 8 | UInt64($1) }
        } else {
            let hash = bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
            self.bits = hash | Self.hashMark
        }
    }

    /// Whether names with this key are the same.
    var isWhole: Bool { bits < Self.hashMark }

    static func < (left: Self, right: Self) -> Bool { left.bits < right.bits }
}
