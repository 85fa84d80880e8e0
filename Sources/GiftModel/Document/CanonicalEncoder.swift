/// Collects what a value encodes into nodes; `CanonicalForm` writes them down.
struct CanonicalEncoder: Encoder {
    let node: CanonicalNode
    /// Nobody is told a place, for a value either has a canonical form or traps.
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    init(node: CanonicalNode = CanonicalNode()) { self.node = node }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        node.beginObject()
        return KeyedEncodingContainer(CanonicalObject(node: node))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        node.beginArray()
        return CanonicalArray(node: node)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        CanonicalScalar(node: node)
    }
}

/// The members of an object.
private struct CanonicalObject<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let node: CanonicalNode
    var codingPath: [any CodingKey] { [] }

    private func member(_ key: any CodingKey) -> CanonicalEncoder {
        let child = CanonicalNode()
        node.set(child, forKey: key.stringValue)
        return CanonicalEncoder(node: child)
    }

    func encodeNil(forKey key: Key) { _ = member(key) }
    func encode(_ value: some Encodable, forKey key: Key) throws { try value.encode(to: member(key)) }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type,
        forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        member(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { member(key).unkeyedContainer() }
    func superEncoder() -> any Encoder { CanonicalEncoder(node: node) }
    func superEncoder(forKey key: Key) -> any Encoder { member(key) }
}

/// The elements of an array.
private struct CanonicalArray: UnkeyedEncodingContainer {
    let node: CanonicalNode
    var codingPath: [any CodingKey] { [] }

    var count: Int { node.elements?.count ?? 0 }

    private func element() -> CanonicalEncoder {
        let child = CanonicalNode()
        node.append(child)
        return CanonicalEncoder(node: child)
    }

    func encodeNil() { _ = element() }
    func encode(_ value: some Encodable) throws { try value.encode(to: element()) }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        element().container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { element().unkeyedContainer() }
    func superEncoder() -> any Encoder { element() }
}

/// A single value: text, a truth value or a whole number.
private struct CanonicalScalar: SingleValueEncodingContainer {
    let node: CanonicalNode
    var codingPath: [any CodingKey] { [] }

    func encodeNil() { node.scalar = .word("null") }
    func encode(_ value: Bool) { node.scalar = .word(value ? "true" : "false") }
    func encode(_ value: String) { node.scalar = .text(value) }
    func encode(_ value: Double) throws { throw refusal(of: value) }
    func encode(_ value: Float) throws { throw refusal(of: value) }
    func encode(_ value: Int) { node.scalar = .word(String(value)) }
    func encode(_ value: Int8) { node.scalar = .word(String(value)) }
    func encode(_ value: Int16) { node.scalar = .word(String(value)) }
    func encode(_ value: Int32) { node.scalar = .word(String(value)) }
    func encode(_ value: Int64) { node.scalar = .word(String(value)) }
    func encode(_ value: UInt) { node.scalar = .word(String(value)) }
    func encode(_ value: UInt8) { node.scalar = .word(String(value)) }
    func encode(_ value: UInt16) { node.scalar = .word(String(value)) }
    func encode(_ value: UInt32) { node.scalar = .word(String(value)) }
    func encode(_ value: UInt64) { node.scalar = .word(String(value)) }
    func encode(_ value: some Encodable) throws {
        try value.encode(to: CanonicalEncoder(node: node))
    }

    private func refusal(of value: Any) -> EncodingError {
        .invalidValue(value, .init(codingPath: [], debugDescription: "a fraction has no canonical form"))
    }
}
