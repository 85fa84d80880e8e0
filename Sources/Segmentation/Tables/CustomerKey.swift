import GiftModel

/// An identifier in 16 bytes: its own bytes and their number where they are 15 or fewer, a hash otherwise.
///
/// Two short identifiers have one key when they are equal; two long ones may share a key without being so.
struct CustomerKey: Hashable, Sendable {
    let low: UInt64
    let high: UInt64

    init(_ id: Customer.ID) {
        let bytes = id.text.utf8
        let count = bytes.count
        var (low, high) = (UInt64(0), UInt64(0))
        if count <= 15 {
            var shift: UInt64 = 0
            for byte in bytes {
                if shift < 64 { low |= UInt64(byte) &<< shift } else { high |= UInt64(byte) &<< (shift &- 64) }
                shift &+= 8
            }
            high |= UInt64(count) << 56
        } else {
            var (word, filled) = (UInt64(0), 0)
            (low, high) = (UInt64(count), 0)
            for byte in bytes {
                word = word << 8 | UInt64(byte)
                filled &+= 1
                guard filled == 8 else { continue }
                (low, high) = (Self.mixed(low ^ word), Self.mixed(high &+ word) ^ low)
                (word, filled) = (0, 0)
            }
            (low, high) = (Self.mixed(low ^ word), Self.mixed(high &+ word) | Self.longMark)
        }
        self.low = low
        self.high = high
    }
}

extension CustomerKey {
    private static let longMark: UInt64 = 0xFF << 56

    /// Whether equal keys prove equal identifiers.
    var isExact: Bool { high < Self.longMark }

    /// A number that is the same on every machine, its bits as good as drawn; customers are numbered by it.
    var hash: UInt64 { Self.mixed(Self.mixed(low) ^ high) }

    /// - Source: the finalizer of SplitMix64, <https://prng.di.unimi.it/splitmix64.c>.
    private static func mixed(_ value: UInt64) -> UInt64 {
        var mixed = value &+ 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
