/// Any key that a document may hold, known or not.
struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}

extension Decoder {
    /// Returns the object about to be read, or throws when it holds a key that `Keys` does not name.
    ///
    /// A misspelt key in a reviewed document would otherwise be a rule that silently does nothing.
    package func strictContainer<Keys: CodingKey & CaseIterable>(
        keyedBy keys: Keys.Type
    ) throws -> KeyedDecodingContainer<Keys> {
        try strictContainer(of: Array(keys.allCases))
    }

    /// Returns the object about to be read, or throws when it holds a key other than `keys`.
    package func strictContainer<Keys: CodingKey>(of keys: [Keys]) throws -> KeyedDecodingContainer<Keys> {
        if let unknown = try unknownKeys(besides: keys).first { throw unknown }
        return try container(keyedBy: Keys.self)
    }

    /// Returns an error for each key of the object that is none of `keys`, by key ascending.
    func unknownKeys(besides keys: [some CodingKey]) throws -> [DecodingError] {
        let known = keys.map(\.stringValue)
        let container = try container(keyedBy: AnyKey.self)
        return container.allKeys.map(\.stringValue).filter { !known.contains($0) }.sorted()
            .map { key in
                KnownWords(known).unknown("key", key).error(at: codingPath + [AnyKey(stringValue: key)])
            }
    }
}
