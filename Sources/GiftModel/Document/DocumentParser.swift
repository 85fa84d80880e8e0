/// Reads JSON text into nodes, strictly, and stops at the first fault.
///
/// Nothing is repaired and nothing is guessed: no comments, no trailing commas, no key twice. Depth and size are
/// limited, so that no text makes the reader run out of anything.
///
/// - Source: RFC 8259, <https://www.rfc-editor.org/rfc/rfc8259>.
struct DocumentParser {
    static let mostBytes = 1 << 20
    static let mostDepth = 64

    private var rest: Substring.UnicodeScalarView
    private var position = DocumentPosition.start
    private var path: [String] = []

    /// Returns the value that `text` says.
    static func node(of text: String) throws(DocumentFault) -> DocumentNode {
        var parser = DocumentParser(rest: text[...].unicodeScalars)
        guard text.utf8.count <= mostBytes else { throw parser.fault("the text is longer than \(mostBytes) bytes") }
        parser.skipSpace()
        let node = try parser.value()
        parser.skipSpace()
        guard parser.rest.isEmpty else { throw parser.fault("\(parser.next) stands after the end of the document") }
        return node
    }

    private init(rest: Substring.UnicodeScalarView) { self.rest = rest }

    // MARK: Values

    private mutating func value() throws(DocumentFault) -> DocumentNode {
        let start = position
        guard path.count < Self.mostDepth else {
            throw fault("more than \(Self.mostDepth) values stand in one another")
        }
        switch rest.first {
        case "{": return DocumentNode(position: start, content: .object(try members()))
        case "[": return DocumentNode(position: start, content: .list(try elements()))
        case "\"": return DocumentNode(position: start, content: .text(try string()))
        case let scalar? where scalar == "-" || Self.isDigit(scalar):
            return DocumentNode(position: start, content: .number(try number()))
        default:
            for (word, content) in Self.words where rest.starts(with: word.unicodeScalars) {
                for _ in word.unicodeScalars { advance() }
                return DocumentNode(position: start, content: content)
            }
            throw fault("expected a value, found \(next)")
        }
    }

    private static let words: [(String, DocumentNode.Content)] = [
        ("null", .null), ("true", .truth(true)), ("false", .truth(false)),
    ]

    private mutating func members() throws(DocumentFault) -> [DocumentNode.Member] {
        var members: [DocumentNode.Member] = []
        var seen: Set<[UInt8]> = []
        advance()
        skipSpace()
        if skip("}") { return members }
        while true {
            guard rest.first == "\"" else { throw fault("expected a key in quotes, found \(next)") }
            let start = position
            let key = try string()
            guard seen.insert(Array(key.utf8)).inserted else {
                throw DocumentFault(path: pointer(path + [key]), at: start, problem: "the key `\(key)` stands twice")
            }
            skipSpace()
            guard skip(":") else { throw fault("expected `:` after the key `\(key)`, found \(next)") }
            skipSpace()
            path.append(key)
            members.append(DocumentNode.Member(key: key, position: start, value: try value()))
            path.removeLast()
            skipSpace()
            if skip("}") { return members }
            guard skip(",") else { throw fault("expected `,` or `}`, found \(next)") }
            skipSpace()
        }
    }

    private mutating func elements() throws(DocumentFault) -> [DocumentNode] {
        var elements: [DocumentNode] = []
        advance()
        skipSpace()
        if skip("]") { return elements }
        while true {
            path.append(String(elements.count))
            elements.append(try value())
            path.removeLast()
            skipSpace()
            if skip("]") { return elements }
            guard skip(",") else { throw fault("expected `,` or `]`, found \(next)") }
            skipSpace()
        }
    }

    private mutating func number() throws(DocumentFault) -> String {
        var text = ""
        if rest.first == "-" { text.unicodeScalars.append(advance()) }
        let whole = try digits()
        guard whole == "0" || !whole.hasPrefix("0") else { throw fault("a number begins with a zero too many") }
        text += whole
        if rest.first == "." {
            text.unicodeScalars.append(advance())
            text += try digits()
        }
        if rest.first == "e" || rest.first == "E" {
            text.unicodeScalars.append(advance())
            if rest.first == "+" || rest.first == "-" { text.unicodeScalars.append(advance()) }
            text += try digits()
        }
        return text
    }

    private mutating func digits() throws(DocumentFault) -> String {
        var digits = ""
        while let scalar = rest.first, Self.isDigit(scalar) { digits.unicodeScalars.append(advance()) }
        guard !digits.isEmpty else { throw fault("expected a digit, found \(next)") }
        return digits
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private mutating func string() throws(DocumentFault) -> String {
        var text = ""
        advance()
        while true {
            switch rest.first {
            case nil: throw fault("a text is never closed")
            case "\"":
                advance()
                return text
            case "\\":
                advance()
                text.unicodeScalars.append(try escaped())
            case let scalar? where scalar.value < 0x20: throw fault("a control character stands in a text")
            default: text.unicodeScalars.append(advance())
            }
        }
    }

    private mutating func escaped() throws(DocumentFault) -> Unicode.Scalar {
        let plain: [Unicode.Scalar: Unicode.Scalar] = [
            "\"": "\"", "\\": "\\", "/": "/", "b": "\u{8}", "f": "\u{C}", "n": "\n", "r": "\r", "t": "\t",
        ]
        if let scalar = rest.first.flatMap({ plain[$0] }) {
            advance()
            return scalar
        }
        guard skip("u") else { throw fault("`\\` escapes nothing before \(next)") }
        let first = try hexadecimal()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, skip("\\"), skip("u") else { throw fault("half a character is escaped") }
        let second = try hexadecimal()
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw fault("half a character is escaped") }
        return scalar
    }

    private mutating func hexadecimal() throws(DocumentFault) -> UInt32 {
        let digits = String(Substring(rest.prefix(4)))
        guard digits.utf8.count == 4, digits.allSatisfy(\.isHexDigit), let number = UInt32(digits, radix: 16) else {
            throw fault("`\\u` takes four hexadecimal digits")
        }
        for _ in 0..<4 { advance() }
        return number
    }

    // MARK: Characters

    @discardableResult
    private mutating func advance() -> Unicode.Scalar {
        let scalar = rest.removeFirst()
        if scalar == "\n" {
            position = DocumentPosition(line: position.line + 1, column: 1)
        } else {
            position.column += 1
        }
        return scalar
    }

    private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        guard rest.first == scalar else { return false }
        advance()
        return true
    }

    private mutating func skipSpace() {
        while let scalar = rest.first, scalar == " " || scalar == "\n" || scalar == "\r" || scalar == "\t" { advance() }
    }

    private var next: String { rest.first.map { "`\($0)`" } ?? "the end" }

    private func fault(_ problem: String) -> DocumentFault {
        DocumentFault(path: pointer(path), at: position, problem: problem)
    }

    private func pointer(_ path: [String]) -> String { DocumentPointer.text(of: path) }
}
