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
        if let unknown = try unknownKeys(besides: keys).first { throw unknown }
        return try container(keyedBy: keys)
    }

    /// Returns an error for each key of the object that `Keys` does not name, by key ascending.
    func unknownKeys<Keys: CodingKey & CaseIterable>(besides keys: Keys.Type) throws -> [DecodingError] {
        let known = keys.allCases.map(\.stringValue)
        let container = try container(keyedBy: AnyKey.self)
        return container.allKeys.map(\.stringValue).filter { !known.contains($0) }.sorted()
            .map { key in
                KnownWords(known).unknown("key", key).error(at: codingPath + [AnyKey(stringValue: key)])
            }
    }
}
