extension Identifier: Codable {
    public init(from decoder: any Decoder) throws {
        self = try decoder.text(Self.init(_:), isNot: Self.form)
    }

    /// What a text must be to name something, as faults say it.
    static var form: String { "1 to 255 bytes of text without control characters" }

    public func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }
}

/// Keeps `[Customer.ID: Points]` a JSON object; without it an encoder writes an array of pairs.
///
/// Foundation's JSON coders compare keys as `String` does, and keep one of two that differ only in their spelling
/// of the same letters; this library's own documents and hashes keep both.
extension Identifier: CodingKeyRepresentable {
    public var codingKey: any CodingKey { text.codingKey }

    public init?(codingKey: some CodingKey) { self.init(codingKey.stringValue) }
}
