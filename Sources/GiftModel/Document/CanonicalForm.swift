/// One text for each value, whatever machine writes it: JSON with sorted keys and no white space.
///
/// Keys are sorted by their UTF-8 bytes, strings escape only what JSON demands, and numbers are whole and written
/// in full: the JSON Canonicalization Scheme, for keys of the basic plane and numbers within 2^53.
///
/// - Source: RFC 8785, <https://www.rfc-editor.org/rfc/rfc8785>.
package enum CanonicalForm {
    /// Returns the canonical form of `value`, or traps when it encodes a floating-point number.
    package static func text(of value: some Encodable) -> String {
        String(decoding: bytes(of: value), as: UTF8.self)
    }

    /// Returns the bytes of the canonical form of `value`, or traps when it encodes a floating-point number.
    package static func bytes(of value: some Encodable) -> [UInt8] {
        var bytes: [UInt8] = []
        node(of: value).write(to: &bytes)
        return bytes
    }

    /// Returns what `value` encodes, or traps when it encodes a floating-point number.
    static func node(of value: some Encodable) -> CanonicalNode {
        let encoder = CanonicalEncoder()
        do {
            try value.encode(to: encoder)
        } catch {
            preconditionFailure("a value without a canonical form: \(error)")
        }
        return encoder.node
    }
}
