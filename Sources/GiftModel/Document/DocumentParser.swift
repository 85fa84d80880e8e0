/// Reads JSON text into nodes, strictly, and tells every fault that leaves no doubt about what follows it.
///
/// Nothing is repaired and nothing is guessed: no comments, no trailing commas, no key twice. Depth and size are
/// limited, so that no text makes the reader run out of anything.
///
/// - Source: RFC 8259, <https://www.rfc-editor.org/rfc/rfc8259>.
struct DocumentParser {
    static let mostBytes = 1 << 20
    static let mostDepth = 64

    var rest: Substring.UnicodeScalarView
    private var position = DocumentPosition.start
    private var path: [String] = []
    private var faults: [DocumentFault] = []

    /// Returns the value that `text` says, and what is wrong with it.
    ///
    /// - Throws: ``InvalidDocument`` where nothing more can be read after the last of its faults.
    static func parse(_ text: String) throws(InvalidDocument) -> (root: DocumentNode, faults: [DocumentFault]) {
        var parser = DocumentParser(rest: text[...].unicodeScalars)
        do throws(FatalFault) {
            let root = try parser.document(bytes: text.utf8.count)
            return (root, parser.faults)
        } catch {
            throw InvalidDocument(parser.faults + [error.fault])
        }
    }

    private init(rest: Substring.UnicodeScalarView) { self.rest = rest }

    private mutating func document(bytes: Int) throws(FatalFault) -> DocumentNode {
        guard bytes <= Self.mostBytes else {
            throw fatal(.malformed("the text is longer than \(Self.mostBytes) bytes"))
        }
        skipSpace()
        let root = try value()
        skipSpace()
        if !rest.isEmpty { note(.malformed("\(next) stands after the end of the document")) }
        return root
    }

    // MARK: Values

    private mutating func value() throws(FatalFault) -> DocumentNode {
        let start = position
        guard path.count < Self.mostDepth else {
            throw fatal(.malformed("more than \(Self.mostDepth) values stand in one another"))
        }
        switch rest.first {
        case "{": return DocumentNode(position: start, content: .object(try members()))
        case "[": return DocumentNode(position: start, content: .list(try elements()))
        case "\"":
            let (text, isBroken) = try string()
            return DocumentNode(position: start, content: isBroken ? .broken : .text(text))
        case let scalar? where scalar == "-" || Self.isDigit(scalar):
            return DocumentNode(position: start, content: number().map(DocumentNode.Content.number) ?? .broken)
        case let scalar? where scalar.properties.isAlphabetic:
            return DocumentNode(position: start, content: word())
        default: throw fatal(.unexpected(found: next, expected: "a value"))
        }
    }

    /// Reads `null`, `true` or `false`; any other word is passed over.
    private mutating func word() -> DocumentNode.Content {
        let found = String(Substring(rest.prefix { $0.properties.isAlphabetic }))
        let words: [String: DocumentNode.Content] = ["null": .null, "true": .truth(true), "false": .truth(false)]
        if words[found] == nil { note(.unexpected(found: "`\(found)`", expected: "a value")) }
        for _ in found.unicodeScalars { advance() }
        return words[found] ?? .broken
    }

    private mutating func members() throws(FatalFault) -> DocumentNode.Members {
        var members = DocumentNode.Members()
        advance()
        skipSpace()
        if skip("}") { return members }
        while true {
            guard rest.first == "\"" else { throw fatal(.unexpected(found: next, expected: "a key in quotes")) }
            let start = position
            let (key, _) = try string()
            path.append(key)
            if members.contains(key) { note(.repeatedKey(key), at: start) }
            skipSpace()
            guard skip(":") else {
                path.removeLast()
                throw fatal(.unexpected(found: next, expected: "`:` after the key `\(key)`"))
            }
            skipSpace()
            let value = try value()
            path.removeLast()
            members.add(DocumentNode.Member(key: key, position: start, value: value))
            if try ends(with: "}", before: "a key in quotes") { return members }
        }
    }

    private mutating func elements() throws(FatalFault) -> [DocumentNode] {
        var elements: [DocumentNode] = []
        advance()
        skipSpace()
        if skip("]") { return elements }
        while true {
            path.append(String(elements.count))
            elements.append(try value())
            path.removeLast()
            if try ends(with: "]", before: "a value") { return elements }
        }
    }

    /// Passes over what stands between two parts of a list or an object; returns whether `bracket` ended it.
    private mutating func ends(with bracket: Unicode.Scalar, before part: String) throws(FatalFault) -> Bool {
        skipSpace()
        if skip(bracket) { return true }
        if skip(",") {
            skipSpace()
            guard rest.first == bracket else { return false }
            note(.unexpected(found: next, expected: part))
            return skip(bracket)
        }
        let missing = DocumentProblem.unexpected(found: next, expected: "`,` or `\(bracket)`")
        guard
            rest.first == "\""
                || bracket == "]" && rest.first.map({ "{[-".unicodeScalars.contains($0) || Self.isDigit($0) }) == true
        else { throw fatal(missing) }
        note(missing)
        return false
    }

    private mutating func number() -> String? {
        var text = ""
        if rest.first == "-" { text.unicodeScalars.append(advance()) }
        guard let whole = digits() else { return nil }
        guard whole == "0" || !whole.hasPrefix("0") else {
            note(.malformed("a number begins with a zero too many"))
            return nil
        }
        text += whole
        if rest.first == "." {
            text.unicodeScalars.append(advance())
            guard let decimals = digits() else { return nil }
            text += decimals
        }
        if rest.first == "e" || rest.first == "E" {
            text.unicodeScalars.append(advance())
            if rest.first == "+" || rest.first == "-" { text.unicodeScalars.append(advance()) }
            guard let exponent = digits() else { return nil }
            text += exponent
        }
        return text
    }

    private mutating func digits() -> String? {
        var digits = ""
        while let scalar = rest.first, Self.isDigit(scalar) { digits.unicodeScalars.append(advance()) }
        guard digits.isEmpty else { return digits }
        note(.unexpected(found: next, expected: "a digit"))
        return nil
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    // MARK: Characters

    @discardableResult
    mutating func advance() -> Unicode.Scalar {
        let scalar = rest.removeFirst()
        if scalar == "\n" {
            position = DocumentPosition(line: position.line + 1, column: 1)
        } else {
            position.column += 1
        }
        return scalar
    }

    /// Passes over the beginning of what is left, in which no line ends.
    mutating func skip(over beginning: Substring.UnicodeScalarView) {
        position.column += beginning.count
        rest = rest[beginning.endIndex...]
    }

    mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        guard rest.first == scalar else { return false }
        advance()
        return true
    }

    private mutating func skipSpace() {
        while let scalar = rest.first, scalar == " " || scalar == "\n" || scalar == "\r" || scalar == "\t" { advance() }
    }

    var next: String { rest.first.map { "`\($0)`" } ?? "the end" }

    /// Keeps a fault in mind and returns `nil`.
    mutating func note<Value>(_ problem: DocumentProblem) -> Value? {
        faults.append(fault(problem))
        return nil
    }

    mutating func note(_ problem: DocumentProblem, at place: DocumentPosition? = nil) {
        faults.append(fault(problem, at: place))
    }

    func fatal(_ problem: DocumentProblem) -> FatalFault { .init(fault: fault(problem)) }

    private func fault(_ problem: DocumentProblem, at place: DocumentPosition? = nil) -> DocumentFault {
        DocumentFault(path: DocumentPointer.text(of: path), at: place ?? position, problem: problem)
    }
}

/// A fault after which nothing more can be read.
struct FatalFault: Error {
    let fault: DocumentFault
}
