/// A value on its way to text: filled in by an encoder's containers, which share it.
final class CanonicalNode {
    /// The text of a scalar; an object or an array writes its parts instead.
    var scalar = "null"
    /// The members of an object under the bytes of their keys: `String` would call two spellings of `é` one key.
    var members: [[UInt8]: CanonicalNode]?
    var elements: [CanonicalNode]?

    func write(to text: inout String) {
        if let members {
            text += "{"
            let sorted = members.sorted { $0.key.lexicographicallyPrecedes($1.key) }
            for (index, member) in sorted.enumerated() {
                text += index > 0 ? "," : ""
                text += Self.quoted(String(decoding: member.key, as: UTF8.self)) + ":"
                member.value.write(to: &text)
            }
            text += "}"
        } else if let elements {
            text += "["
            for (index, element) in elements.enumerated() {
                text += index > 0 ? "," : ""
                element.write(to: &text)
            }
            text += "]"
        } else {
            text += scalar
        }
    }

    /// Returns `string` in quotes, with what JSON demands to be escaped.
    static func quoted(_ string: String) -> String {
        var text = "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\u{8}": text += "\\b"
            case "\u{C}": text += "\\f"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{0}"..<"\u{20}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }
}
