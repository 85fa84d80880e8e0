/// The 32-bit hash of Fowler, Noll and Vo, in the variant that mixes before it multiplies.
///
/// It scatters names and protects nothing: whoever wants to can find two texts with one hash.
///
/// - Source: <https://datatracker.ietf.org/doc/html/rfc9923>.
package struct FNV1a {
    /// The hash of the bytes so far.
    package private(set) var hash: UInt32 = 0x811c_9dc5

    package init() {}

    /// Takes in one more byte.
    package mutating func combine(_ byte: UInt8) { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }

    /// Takes in the UTF-8 bytes of `text`.
    package mutating func combine(_ text: String) { for byte in text.utf8 { combine(byte) } }
}
