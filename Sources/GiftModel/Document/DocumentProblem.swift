/// What is wrong in one place of a document, as data and in words.
@nonexhaustive
public enum DocumentProblem: Hashable, Sendable, Error {
    /// Something else stands here than what must: a sign, or a value of another kind.
    case unexpected(found: String, expected: String)
    /// The object lacks this key.
    case missingKey(String)
    /// The object has had this key before.
    case repeatedKey(String)
    /// The word, a value or a key as `noun` says, is none of the known ones; `nearest` was probably meant.
    case unknown(noun: String, word: String, nearest: String?, known: [String])
    /// The text is of the right kind and does not say what it must.
    case unreadable(text: String, expected: String)
    /// The text is no JSON, or exceeds a limit, as the sentence says.
    case malformed(String)
    /// The parts were read and make no whole, as the sentence says.
    case impossible(String)
}

extension DocumentProblem {
    /// What must stand in this place, where that can be said.
    public var expected: String? {
        switch self {
        case .unexpected(_, let expected), .unreadable(_, let expected): expected
        case .missingKey(let key): "`\(key)`"
        case .unknown(_, _, _, let known): Self.list(known)
        case .repeatedKey, .malformed, .impossible: nil
        }
    }

    /// What stands in this place, where anything does.
    public var found: String? {
        switch self {
        case .unexpected(let found, _): found
        case .repeatedKey(let word), .unknown(_, let word, _, _), .unreadable(let word, _): "`\(word)`"
        case .missingKey, .malformed, .impossible: nil
        }
    }

    /// The known word that was probably meant.
    public var nearest: String? { if case .unknown(_, _, let nearest, _) = self { nearest } else { nil } }

    private static func list(_ words: [String]) -> String { words.map { "`\($0)`" }.joined(separator: ", ") }
}

extension DocumentProblem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unexpected(let found, let expected): "expected \(expected), found \(found)"
        case .missingKey(let key): "the key `\(key)` is missing"
        case .repeatedKey(let key): "the key `\(key)` stands twice"
        case .unknown(let noun, let word, let nearest, let known):
            "unknown \(noun) `\(word)`" + (nearest.map { ", perhaps `\($0)`" } ?? "")
                + "; known are \(Self.list(known))"
        case .unreadable(let text, let expected): "`\(text)` is not \(expected)"
        case .malformed(let sentence), .impossible(let sentence): sentence
        }
    }
}

extension DocumentProblem {
    /// The problem as whoever decodes a value expects to hear of it.
    package func error(at path: [any CodingKey]) -> DecodingError {
        .dataCorrupted(.init(codingPath: path, debugDescription: description, underlyingError: self))
    }
}
