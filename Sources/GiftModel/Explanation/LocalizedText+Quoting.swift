/// Names that hosts gave, set apart from the words around them so that no name can pass for anything else.
extension LocalizedText {
    /// A host's name in quotation marks, which are doubled within it so that two names never read alike.
    package init(quoting name: String) {
        let quoted = Self.quoted(name)
        self.init(english: quoted, chinese: quoted)
    }

    /// A host's words in quotation marks, those of each language in its own text.
    package init(quoting words: LocalizedText) {
        self.init(english: Self.quoted(words.english), chinese: Self.quoted(words.chinese))
    }

    /// A word of the library as its `title` has it, or one of the host's, which is its own title, in quotation marks.
    package init(quoting title: LocalizedText, _ name: String) {
        self = title == LocalizedText(english: name, chinese: name) ? LocalizedText(quoting: name) : title
    }

    /// A host's name, in quotation marks unless it is one plain word: a letter, then letters, digits, `-` and `_`.
    package init(naming name: String) {
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        func isLetter(_ byte: UInt8) -> Bool { letters.contains(byte | 0x20) }
        let isPlain =
            name.utf8.first.map(isLetter) ?? false
            && name.utf8.allSatisfy { isLetter($0) || digits.contains($0) || [0x2D, 0x5F].contains($0) }
        self = isPlain ? LocalizedText(english: name, chinese: name) : LocalizedText(quoting: name)
    }

    private static func quoted(_ name: String) -> String {
        "“\(name.split(separator: "”", omittingEmptySubsequences: false).joined(separator: "””"))”"
    }
}
