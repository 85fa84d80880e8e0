extension Identifier: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let identifier = Self(text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "`\(text)` is not 1 to 255 bytes of text without control characters"
            )
        }
        self = identifier
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// Keeps `[Customer.ID: Points]` a JSON object; without it an encoder writes an array of pairs.
extension Identifier: CodingKeyRepresentable {
    public var codingKey: any CodingKey { text.codingKey }

    public init?(codingKey: some CodingKey) { self.init(codingKey.stringValue) }
}
