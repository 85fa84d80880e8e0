import GiftModel

/// An identifier in 16 bytes: its own bytes and their number where they are 15 or fewer, a hash otherwise.
///
/// Two short identifiers have one key when they are equal; two long ones may share a key without being so.
struct CustomerKey: Hashable, Sendable {
    let low: UInt64
    let high: UInt64

    /// The key of the identifier with these bytes.
    init(_ bytes: Span<UInt8>) {
        var (low, high) = (UInt64(0), UInt64(0))
        if bytes.count <= 15 {
            for index in 0..<min(8, bytes.count) { low |= UInt64(bytes[index]) &<< UInt64(8 &* index) }
            for index in 8..<max(8, bytes.count) { high |= UInt64(bytes[index]) &<< UInt64(8 &* index &- 64) }
            high |= UInt64(bytes.count) << 56
        } else {
            low = UInt64(bytes.count)
            for start in stride(from: 0, to: bytes.count, by: 8) {
                var word: UInt64 = 0
                for index in start..<min(start + 8, bytes.count) { word = word << 8 | UInt64(bytes[index]) }
                (low, high) = (Self.mixed(low ^ word), Self.mixed(high &+ word) ^ low)
            }
            high |= Self.longMark
        }
        self.low = low
        self.high = high
    }

    init(_ id: Customer.ID) {
        guard #available(macOS 26, iOS 26, tvOS 26, watchOS 26, visionOS 26, *) else {
            self.init(ContiguousArray(id.text.utf8).span)
            return
        }
        self.init(id.text.utf8.span)
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
