/// Hands a document's values to a type that reads itself; every refusal says what was expected and found.
struct DocumentDecoder: Decoder {
    let node: DocumentNode
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard case .object(let members) = node.content else { throw mismatch("an object") }
        return KeyedDecodingContainer(DocumentObject(decoder: self, members: members.list))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard case .list(let elements) = node.content else { throw mismatch("a list") }
        return DocumentList(decoder: self, elements: elements)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { DocumentScalar(decoder: self) }

    /// How many members it has, or `nil` when it is no object.
    var memberCount: Int? { if case .object(let members) = node.content { members.list.count } else { nil } }

    var isNil: Bool { if case .null = node.content { true } else { false } }

    func truth() throws -> Bool {
        guard case .truth(let truth) = node.content else { throw mismatch("`true` or `false`") }
        return truth
    }

    func text() throws -> String {
        guard case .text(let text) = node.content else { throw mismatch("a text") }
        return text
    }

    func fraction<Number: LosslessStringConvertible & BinaryFloatingPoint>() throws -> Number {
        guard case .number(let digits) = node.content, let number = Number(digits) else {
            throw mismatch("a number")
        }
        return number
    }

    func integer<Number: FixedWidthInteger>() throws -> Number {
        guard case .number(let digits) = node.content, let number = Number(digits) else {
            throw mismatch("a whole number")
        }
        return number
    }

    func value<Value: Decodable>() throws -> Value { try Value(from: self) }

    /// What to throw when another kind of value stands here; nothing new to tell when the parser told it already.
    fileprivate func mismatch(_ expected: String) -> any Error {
        if case .broken = node.content { return CollectedFaults() }
        return DocumentProblem.unexpected(found: node.found, expected: expected).error(at: codingPath)
    }
}

extension Decoder {
    /// What to throw when what stands here is none of several kinds of values, as `expected` calls them.
    package func mismatch(expecting expected: String) -> any Error {
        (self as? DocumentDecoder)?.mismatch(expected)
            ?? DocumentProblem.impossible("this is not \(expected)").error(at: codingPath)
    }
}

/// The members of an object on their way to a type.
private struct DocumentObject<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let decoder: DocumentDecoder
    let members: [DocumentNode.Member]
    var codingPath: [any CodingKey] { decoder.codingPath }
    var allKeys: [Key] {
        var keys: [Key] = []
        for member in members { if let key = Key(stringValue: member.key) { keys.append(key) } }
        return keys
    }

    func contains(_ key: Key) -> Bool { decoder.node.member(key.stringValue) != nil }

    private func decoder(for key: any CodingKey) throws -> DocumentDecoder {
        guard let member = decoder.node.member(key.stringValue) else {
            throw DocumentProblem.missingKey(key.stringValue).error(at: codingPath)
        }
        return DocumentDecoder(node: member.value, codingPath: codingPath + [key])
    }

    func decodeNil(forKey key: Key) throws -> Bool { try decoder(for: key).isNil }
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try decoder(for: key).truth() }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try decoder(for: key).text() }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try decoder(for: key).fraction() }
    func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try decoder(for: key).fraction() }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try decoder(for: key).integer() }
    func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try decoder(for: key).integer() }
    func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try decoder(for: key).integer() }
    func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try decoder(for: key).integer() }
    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try decoder(for: key).integer() }
    func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try decoder(for: key).integer() }
    func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try decoder(for: key).integer() }
    func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try decoder(for: key).integer() }
    func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try decoder(for: key).integer() }
    func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try decoder(for: key).integer() }
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value { try decoder(for: key).value() }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type,
        forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try decoder(for: key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try decoder(for: key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { decoder }
    func superDecoder(forKey key: Key) throws -> any Decoder { try decoder(for: key) }
}

/// The elements of a list on their way to a type.
private struct DocumentList: UnkeyedDecodingContainer {
    let decoder: DocumentDecoder
    let elements: [DocumentNode]
    private(set) var currentIndex = 0
    var codingPath: [any CodingKey] { decoder.codingPath }
    var count: Int? { elements.count }
    var isAtEnd: Bool { currentIndex == elements.count }

    init(decoder: DocumentDecoder, elements: [DocumentNode]) {
        self.decoder = decoder
        self.elements = elements
    }

    /// The position of an element, as a key.
    struct Position: CodingKey {
        let index: Int
        var stringValue: String { String(index) }
        var intValue: Int? { index }

        init(_ index: Int) { self.index = index }
        init?(stringValue: String) { nil }
        init?(intValue: Int) { nil }
    }

    private mutating func advance() throws -> DocumentDecoder {
        let path = codingPath + [Position(currentIndex)]
        guard !isAtEnd else {
            throw DecodingError.valueNotFound(Any.self, .init(codingPath: path, debugDescription: "the list has ended"))
        }
        defer { currentIndex += 1 }
        return DocumentDecoder(node: elements[currentIndex], codingPath: path)
    }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, case .null = elements[currentIndex].content else { return false }
        currentIndex += 1
        return true
    }

    /// Decodes one element; where it cannot be read, the others are tried too, so that all their faults are told.
    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let decoder = try advance()
        do {
            return try decoder.value()
        } catch {
            var faults = CollectedFaults(error, at: decoder.codingPath)
            while !isAtEnd {
                let decoder = try advance()
                do { _ = try decoder.value() as Value } catch { faults.add(error, at: decoder.codingPath) }
            }
            throw faults
        }
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        try advance().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try advance().unkeyedContainer() }
    mutating func superDecoder() throws -> any Decoder { try advance() }
}

/// A single value on its way to a type.
private struct DocumentScalar: SingleValueDecodingContainer {
    let decoder: DocumentDecoder
    var codingPath: [any CodingKey] { decoder.codingPath }

    func decodeNil() -> Bool { decoder.isNil }
    func decode(_ type: Bool.Type) throws -> Bool { try decoder.truth() }
    func decode(_ type: String.Type) throws -> String { try decoder.text() }
    func decode(_ type: Double.Type) throws -> Double { try decoder.fraction() }
    func decode(_ type: Float.Type) throws -> Float { try decoder.fraction() }
    func decode(_ type: Int.Type) throws -> Int { try decoder.integer() }
    func decode(_ type: Int8.Type) throws -> Int8 { try decoder.integer() }
    func decode(_ type: Int16.Type) throws -> Int16 { try decoder.integer() }
    func decode(_ type: Int32.Type) throws -> Int32 { try decoder.integer() }
    func decode(_ type: Int64.Type) throws -> Int64 { try decoder.integer() }
    func decode(_ type: UInt.Type) throws -> UInt { try decoder.integer() }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try decoder.integer() }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try decoder.integer() }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try decoder.integer() }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try decoder.integer() }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try decoder.value() }
}
