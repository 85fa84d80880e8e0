/// The key under which a command is sent, so that sending it again does nothing twice.
///
/// The host draws one key for each intention (a random UUID serves) and repeats it when it heard no answer.
///
/// - Range: any 128 bits.
/// - Wire format: 32 hexadecimal digits in lower case.
public struct RequestKey: Hashable, Sendable {
    /// The 128 bits of the key.
    public let bits: UInt128

    /// A key of `bits`.
    public init(_ bits: UInt128) { self.bits = bits }

    /// Reads 32 hexadecimal digits, or returns `nil` for any other text.
    public init?(hexadecimal text: some StringProtocol) {
        guard let bits = UInt128(hexadecimal: text) else { return nil }
        self.bits = bits
    }
}

extension RequestKey: ExpressibleByIntegerLiteral {
    public init(integerLiteral bits: UInt128) { self.bits = bits }
}

extension RequestKey: CustomStringConvertible {
    public var description: String { bits.hexadecimal }
}

extension RequestKey: Codable {
    public init(from decoder: any Decoder) throws {
        self = try decoder.text(Self.init(hexadecimal:), isNot: "a request key of 32 hexadecimal digits")
    }

    public func encode(to encoder: any Encoder) throws { try description.encode(to: encoder) }
}
