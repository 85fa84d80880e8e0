/// The terms that a host looks for in what customers say, each with all its spellings.
///
/// A spelling is found as it stands, apart from the case of the letters A to Z. Where it begins or ends with a digit
/// or a letter of a script that has capitals (Latin, Greek, Cyrillic and others), no such letter, digit or mark may
/// adjoin it there: `art` is not in `party`. Where it begins or ends with anything else, as Chinese does, it is found
/// inside longer text: `电池` is in `换电池了`. Letters are compared by their code points, so that two spellings of `é`
/// are two spellings.
///
/// Each term is looked for by itself, from the start of the text: where several of its spellings begin, the longest
/// counts, once, and the search goes on behind it.
///
/// ```swift
/// let terms = TermList(["battery": ["battery", "battery life", "电池"], "case": ["phone case"]])!
/// terms.mentions(in: "Battery life: poor. 我的iPhone要换电池")["battery"]   // 2
/// ```
public struct TermList: Sendable {
    /// The spellings of each term.
    public let spellings: [Identifier<MentionCounts.Term>: [String]]
    /// The spellings by the letter with which they begin, the longest first.
    private let patterns: [Unicode.Scalar: [Pattern]]

    /// The terms with these spellings, or `nil` when a term has no spelling or an empty one.
    ///
    /// - Complexity: O(*n* log *n*) in the number of spellings, times the length of the longest.
    public init?(_ spellings: [Identifier<MentionCounts.Term>: [String]]) {
        guard spellings.values.allSatisfy({ !$0.isEmpty && !$0.contains("") }) else { return nil }
        self.spellings = spellings
        let patterns = spellings.flatMap { term, texts in texts.map { Pattern(of: term, $0) } }
        self.patterns = Dictionary(grouping: patterns) { $0.letters[0] }
            .mapValues { $0.sorted { $0.letters.count > $1.letters.count } }
    }

    /// Returns how often `text` mentions each term.
    ///
    /// - Complexity: O(*n*) in the length of `text`, times the spellings that begin with one letter and their length.
    public func mentions(in text: String) -> MentionCounts {
        let letters = text.unicodeScalars.map(\.smallIfASCII)
        var counts: [Identifier<MentionCounts.Term>: Int64] = [:]
        var searched: [Identifier<MentionCounts.Term>: Int] = [:]
        for start in letters.indices {
            for pattern in patterns[letters[start], default: []] where pattern.stands(in: letters, at: start) {
                guard searched[pattern.term, default: 0] <= start else { continue }
                searched[pattern.term] = start + pattern.letters.count
                counts[pattern.term, default: 0] += 1
            }
        }
        return MentionCounts(counts) ?? MentionCounts()
    }
}

/// One spelling of a term.
private struct Pattern: Sendable {
    let term: Identifier<MentionCounts.Term>
    let letters: [Unicode.Scalar]
    private let beginsInWord: Bool
    private let endsInWord: Bool

    init(of term: Identifier<MentionCounts.Term>, _ spelling: String) {
        self.term = term
        self.letters = spelling.unicodeScalars.map(\.smallIfASCII)
        self.beginsInWord = letters[0].isOfWord
        self.endsInWord = letters.last { !$0.isMark }?.isOfWord == true
    }

    func stands(in text: [Unicode.Scalar], at start: Int) -> Bool {
        let end = start + letters.count
        guard end <= text.count, text[start..<end].elementsEqual(letters) else { return false }
        // A mark belongs to the letter before it: an accent to its word, a variation selector to its emoji.
        if beginsInWord, text[..<start].last(where: { !$0.isMark })?.isOfWord == true { return false }
        return !(endsInWord && end < text.count && (text[end].isOfWord || text[end].isMark))
    }
}

extension Unicode.Scalar {
    /// The small letter of a capital from A to Z, and every other letter as it is.
    fileprivate var smallIfASCII: Unicode.Scalar {
        ("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(value) + 32) : self
    }

    /// Whether it belongs to a word that is set apart from its neighbours: capitals mark the scripts that do so.
    fileprivate var isOfWord: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .decimalNumber: true
        default: false
        }
    }

    fileprivate var isMark: Bool { properties.generalCategory == .nonspacingMark }
}
