import GiftNumerics

/// The SHA-256 digest of a value's canonical form: equal for equal content, on every platform.
///
/// - Wire format: 64 hexadecimal digits in lower case.
/// - Source: FIPS 180-4, <https://csrc.nist.gov/pubs/fips/180-4/upd1/final>.
public struct ContentHash: Hashable, Sendable {
    private let high: UInt128
    private let low: UInt128

    /// The hash of the canonical form of `value`: JSON with sorted keys, no white space and whole numbers only.
    ///
    /// Traps when `value` has no canonical form: when it encodes a fraction or a number beyond 64 bits, or throws.
    ///
    /// - Complexity: O(*n* log *n*) in the length of the form.
    public init(of value: some Encodable) {
        var digest = SHA256()
        digest.update(CanonicalForm.bytes(of: value).span)
        let words = digest.finalize()
        self.high = words[..<4].reduce(0) { $0 << 32 | UInt128($1) }
        self.low = words[4...].reduce(0) { $0 << 32 | UInt128($1) }
    }

    /// Reads 64 hexadecimal digits, or returns `nil` for any other text.
    public init?(hexadecimal text: some StringProtocol) {
        guard text.utf8.count == 64 else { return nil }
        guard let high = UInt128(hexadecimal: text.prefix(32)), let low = UInt128(hexadecimal: text.suffix(32)) else {
            return nil
        }
        self.high = high
        self.low = low
    }
}

extension ContentHash: CustomStringConvertible {
    public var description: String { high.hexadecimal + low.hexadecimal }
}

extension ContentHash: Codable {
    public init(from decoder: any Decoder) throws {
        self = try decoder.text(Self.init(hexadecimal:), isNot: "a hash of 64 hexadecimal digits")
    }

    public func encode(to encoder: any Encoder) throws { try description.encode(to: encoder) }
}
