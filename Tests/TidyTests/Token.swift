/// A word or a mark of the source, and its line.
///
/// A mark is one character, except that a row of dots is one mark: only a single `.` stands before a member.
struct Token: Hashable, Sendable {
    let text: String
    let line: Int

    var isWord: Bool { text.utf8.first?.isWordByte ?? false }

    static func tokens(of bytes: [UInt8]) -> [Token] {
        var tokens: [Token] = []
        var line = 1
        var start = 0
        while start < bytes.count {
            let byte = bytes[start]
            var end = start + 1
            if byte == .newline {
                line += 1
            } else if byte > .blank {
                if byte.isWordByte {
                    while end < bytes.count, bytes[end].isWordByte { end += 1 }
                } else if byte == UInt8(ascii: ".") {
                    while end < bytes.count, bytes[end] == byte { end += 1 }
                }
                tokens.append(Token(text: String(decoding: bytes[start..<end], as: UTF8.self), line: line))
            }
            start = end
        }
        return tokens
    }

    static func texts(of text: String) -> [String] {
        tokens(of: SourceText(text).code).map(\.text)
    }
}

extension UInt8 {
    /// Letters, digits, underscores, backticks, and every part of a character beyond ASCII.
    fileprivate var isWordByte: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "`"), 0x80...: true
        default: false
        }
    }
}
