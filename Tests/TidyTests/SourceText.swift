/// Swift source text, parted into its code and its comments.
///
/// Both parts are as long as the text, with blanks for what belongs to the other, so every line stays where it was.
/// String literals belong to neither; what is interpolated into them is code. A literal on one line ends with that
/// line, so that a quote in a regular expression cannot swallow the rest of the file.
struct SourceText {
    private(set) var code: [UInt8]
    private(set) var comments: [UInt8]
    private let text: [UInt8]
    private var position = 0

    init(_ text: String) {
        self.text = Array(text.utf8)
        self.code = self.text.map { $0 == .newline ? .newline : .blank }
        self.comments = self.code
        readCode(isInterpolated: false)
    }

    private func reads(_ expected: StaticString, repeated pounds: Int = 0) -> Bool {
        let wanted = expected.withUTF8Buffer(Array.init) + Array(repeating: UInt8(ascii: "#"), count: pounds)
        return text.count >= position + wanted.count && text[position..<position + wanted.count].elementsEqual(wanted)
    }

    /// Reads code up to the end of the text, or past the parenthesis that closes an interpolation.
    private mutating func readCode(isInterpolated: Bool) {
        var depth = 0
        while position < text.count {
            let byte = text[position]
            switch byte {
            case UInt8(ascii: "/") where reads("//"): readLineComment()
            case UInt8(ascii: "/") where reads("/*"): readBlockComment()
            case UInt8(ascii: "\""): readString(pounds: 0)
            case UInt8(ascii: "#"): readPounds()
            default:
                if byte == UInt8(ascii: "(") { depth += 1 }
                if byte == UInt8(ascii: ")") { depth -= 1 }
                if isInterpolated, depth < 0 { return position += 1 }
                code[position] = byte
                position += 1
            }
        }
    }

    private mutating func readLineComment() {
        while position < text.count, text[position] != .newline { readCommentByte() }
    }

    private mutating func readBlockComment() {
        var depth = 0
        repeat {
            let isEdge = reads("/*") || reads("*/")
            if isEdge { depth += reads("/*") ? 1 : -1 }
            for _ in 0..<(isEdge ? 2 : 1) { readCommentByte() }
        } while depth > 0 && position < text.count
    }

    private mutating func readCommentByte() {
        comments[position] = text[position]
        position += 1
    }

    /// Reads `#if`, `#expect` and their like, or the pounds that open a raw string.
    private mutating func readPounds() {
        let pounds = text[position...].prefix { $0 == UInt8(ascii: "#") }.count
        position += pounds
        if reads("\"") { readString(pounds: pounds) } else { code[position - 1] = UInt8(ascii: "#") }
    }

    private mutating func readString(pounds: Int) {
        let isLong = reads("\"\"\"")
        position += isLong ? 3 : 1
        while position < text.count {
            if isLong ? reads("\"\"\"", repeated: pounds) : reads("\"", repeated: pounds) {
                return position += (isLong ? 3 : 1) + pounds
            } else if text[position] == .newline, !isLong {
                return
            } else if text[position] == UInt8(ascii: "\\"), reads("\\", repeated: pounds) {
                position += 1 + pounds
                let isInterpolation = reads("(")
                position += 1
                if isInterpolation { readCode(isInterpolated: true) }
            } else {
                position += 1
            }
        }
    }
}

extension UInt8 {
    static let newline = UInt8(ascii: "\n")
    static let blank = UInt8(ascii: " ")
}
