/// A value on its way to text: filled in by an encoder's containers, which share it.
final class CanonicalNode {
    /// A text, a number or a word; an object or an array writes its parts instead.
    var scalar = Scalar.word("null")
    /// The members of an object in the order in which they came; of several with one key the last counts.
    private var members: [Member]?
    /// The elements of an array.
    private(set) var elements: [CanonicalNode]?

    /// What is neither an object nor an array.
    enum Scalar {
        /// Digits, or one of the words of JSON.
        case word(String)
        /// A text that is written in quotes.
        case text(String)
    }

    /// A member of an object.
    struct Member {
        let key: String
        let node: CanonicalNode
        /// The first eight bytes of the key, which tell most keys apart.
        private let prefix: UInt64

        init(_ key: String, _ node: CanonicalNode) {
            self.key = key
            self.node = node
            var (prefix, count) = (UInt64(0), UInt64(0))
            for byte in key.utf8 {
                if count == 8 { break }
                prefix = prefix << 8 | UInt64(byte)
                count += 1
            }
            self.prefix = count == 0 ? 0 : prefix << (64 - 8 * count)
        }

        fileprivate func precedes(_ other: Member) -> Bool {
            prefix == other.prefix
                ? key.utf8.lexicographicallyPrecedes(other.key.utf8) : prefix < other.prefix
        }
    }

    func beginObject() { members = members ?? [] }
    func beginArray() { elements = elements ?? [] }
    func set(_ node: CanonicalNode, forKey key: String) { members?.append(Member(key, node)) }
    func append(_ node: CanonicalNode) { elements?.append(node) }

    /// The members by the bytes of their keys, ascending: `String` would call two spellings of `é` one key.
    var sortedMembers: [Member]? {
        guard var sorted = members, sorted.count > 1 else { return members }
        // Stable, so that of several with one key the last stays the last.
        sorted.sort { $0.precedes($1) }
        return sorted.indices.filter { $0 + 1 == sorted.count || sorted[$0].precedes(sorted[$0 + 1]) }
            .map { sorted[$0] }
    }

    func write(to bytes: inout [UInt8]) {
        if let sortedMembers {
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in sortedMembers.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                Self.write(member.key, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.node.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        } else if let elements {
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                element.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        } else {
            switch scalar {
            case .word(let word): bytes.append(contentsOf: word.utf8)
            case .text(let text): Self.write(text, to: &bytes)
            }
        }
    }

    /// Writes `text` in quotes, with what JSON demands to be escaped.
    private static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0..<0x20: bytes.append(contentsOf: escape(of: byte).utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// What stands for a control character.
    private static func escape(of byte: UInt8) -> String {
        switch byte {
        case 0x8: return "\\b"
        case 0x9: return "\\t"
        case 0xA: return "\\n"
        case 0xC: return "\\f"
        case 0xD: return "\\r"
        default:
            let digits = String(byte, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
        }
    }
}
