/// A language that a customer reads, such as `en`, `zh-Hans` or `pt-BR`.
///
/// Only the form is checked, not whether anybody speaks it. Tags differ in case only by habit, so one is kept in the
/// usual case: `ZH-hans-cn` is `zh-Hans-CN`. In which languages results explain themselves is another question.
///
/// - Range: a language of two, three or five to eight letters, then subtags of one to eight letters or digits,
///   each after a hyphen, the last of them longer than one; 35 bytes at most.
/// - Wire format: a bare string, such as `"zh-Hans"`.
/// - Source: the form and case of RFC 5646, <https://www.rfc-editor.org/rfc/rfc5646>, without tags that begin with `x`
///   or `i`.
public struct LanguageTag: Hashable, Sendable {
    /// The tag in the usual case.
    public let text: String

    /// The language that `text` names, or `nil` when it has not the form of a tag.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count <= 35, text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        let subtags = text.lowercased().split(separator: "-", omittingEmptySubsequences: false)
        guard let language = subtags.first, let last = subtags.last else { return nil }
        guard [2, 3, 5, 6, 7, 8].contains(language.utf8.count), language.allSatisfy(\.isLetter) else { return nil }
        for subtag in subtags.dropFirst() {
            guard (1...8).contains(subtag.utf8.count), subtag.allSatisfy({ $0.isLetter || $0.isNumber }) else {
                return nil
            }
        }
        guard last.utf8.count > 1 else { return nil }
        self.text = Self.inUsualCase(subtags)
    }

    /// A region in capitals and a script with one, unless a single letter before them gives them another meaning.
    private static func inUsualCase(_ subtags: [Substring]) -> String {
        var follows = false
        var written: [String] = []
        for (index, subtag) in subtags.enumerated() {
            if subtag.utf8.count == 1 { follows = true }
            switch subtag.utf8.count {
            case 2 where index > 0 && !follows: written.append(subtag.uppercased())
            case 4 where index > 0 && !follows: written.append(subtag.prefix(1).uppercased() + subtag.dropFirst())
            default: written.append(String(subtag))
            }
        }
        return written.joined(separator: "-")
    }
}

extension LanguageTag: CustomStringConvertible {
    public var description: String { text }
}

extension LanguageTag: Codable {
    public init(from decoder: any Decoder) throws {
        self = try decoder.text(Self.init(_:), isNot: "a language such as zh-Hans")
    }

    public func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }
}
