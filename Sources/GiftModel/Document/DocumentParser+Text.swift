extension DocumentParser {
    /// Reads a text in quotes, of which what could not be read is left out.
    mutating func string() throws(FatalFault) -> (text: String, isBroken: Bool) {
        var text = ""
        var isBroken = false
        advance()
        while true {
            // What stands for itself is taken over in one piece; a new line is not among it.
            let plain = rest.prefix { $0.value >= 0x20 && $0 != "\"" && $0 != "\\" }
            if !plain.isEmpty {
                text += Substring(plain)
                skip(over: plain)
            }
            switch rest.first {
            case nil: throw fatal(.malformed("a text is never closed"))
            case "\"":
                advance()
                return (text, isBroken)
            case "\\":
                advance()
                if let scalar = escaped() { text.unicodeScalars.append(scalar) } else { isBroken = true }
            case "\n", "\r": throw fatal(.malformed("a line ends within a text"))
            default:
                note(.malformed("a control character stands in a text"))
                isBroken = true
                advance()
            }
        }
    }

    private mutating func escaped() -> Unicode.Scalar? {
        let plain: [Unicode.Scalar: Unicode.Scalar] = [
            "\"": "\"", "\\": "\\", "/": "/", "b": "\u{8}", "f": "\u{C}", "n": "\n", "r": "\r", "t": "\t",
        ]
        if let scalar = rest.first.flatMap({ plain[$0] }) {
            advance()
            return scalar
        }
        guard skip("u") else { return note(.malformed("`\\` escapes nothing before \(next)")) }
        guard let first = hexadecimal() else { return nil }
        if let scalar = Unicode.Scalar(first) { return scalar }
        let half = DocumentProblem.malformed("half a character is escaped")
        guard first < 0xDC00, skip("\\"), skip("u") else { return note(half) }
        guard let second = hexadecimal() else { return nil }
        guard (0xDC00...0xDFFF).contains(second) else { return note(half) }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    }

    private mutating func hexadecimal() -> UInt32? {
        let digits = String(Substring(rest.prefix(4)))
        guard digits.utf8.count == 4, digits.allSatisfy(\.isHexDigit), let number = UInt32(digits, radix: 16) else {
            return note(.malformed("`\\u` takes four hexadecimal digits"))
        }
        for _ in 0..<4 { advance() }
        return number
    }
}
