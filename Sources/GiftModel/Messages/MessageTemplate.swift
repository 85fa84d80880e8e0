/// The words that go with a gift, with blanks in braces, in one language.
///
/// ```swift
/// let template = try MessageTemplate(id: "birthday-en", in: LanguageTag("en")!, "Dear {name}, enjoy your {gift}!")
/// try template.text(with: [.name: "Mei", .gift: "tea"])   // Dear Mei, enjoy your tea!
/// ```
///
/// Two braces stand for one: `{{` is `{`, and `}}` is `}`. What is filled in is not read again, so a name in braces
/// stays a name.
public struct MessageTemplate: Identifiable, Hashable, Sendable {
    /// The name of a template among the host's.
    public typealias ID = Identifier<MessageTemplate>

    /// The identity among the host's templates.
    public let id: ID
    /// The language in which it is written.
    public let language: LanguageTag
    /// The occasion for which it is meant, or `nil` for any.
    public let occasion: Occasion?
    /// The tone in which it is written, or `nil` when it has none of its own.
    public let tone: MessageTone?
    /// The words and blanks.
    private let parts: [Part]

    private enum Part: Hashable {
        case words(String)
        case blank(MessageField)
    }

    /// A template that reads `text`.
    ///
    /// - Throws: ``MessageError/unclosedBrace(position:)``, ``MessageError/strayBrace(position:)`` or
    ///   ``MessageError/unnamedField(position:)``, for the first such place.
    /// - Complexity: O(*n*) in the length of `text`.
    public init(
        id: ID,
        in language: LanguageTag,
        for occasion: Occasion? = nil,
        tone: MessageTone? = nil,
        _ text: String
    ) throws(MessageError) {
        self.id = id
        self.language = language
        self.occasion = occasion
        self.tone = tone
        self.parts = try Self.parts(of: Array(text))
    }

    private static func parts(of characters: [Character]) throws(MessageError) -> [Part] {
        var parts: [Part] = []
        var words = ""
        var index = 0
        while index < characters.count {
            let character = characters[index]
            let isDoubled = index + 1 < characters.count && characters[index + 1] == character
            switch character {
            case "{" where !isDoubled:
                let end = characters[(index + 1)...].firstIndex { $0 == "{" || $0 == "}" }
                guard let end, characters[end] == "}" else { throw .unclosedBrace(position: index + 1) }
                guard let name = Identifier<MessageField>(String(characters[(index + 1)..<end])) else {
                    throw .unnamedField(position: index + 1)
                }
                parts += [.words(words), .blank(MessageField(name))]
                words = ""
                index = end + 1
            case "}" where !isDoubled: throw .strayBrace(position: index + 1)
            default:
                words.append(character)
                index += character == "{" || character == "}" ? 2 : 1
            }
        }
        return parts + [.words(words)]
    }
}

extension MessageTemplate {
    /// The blanks, by their names ascending, each once.
    public var fields: [MessageField] {
        let blanks = parts.compactMap { part in if case .blank(let field) = part { field } else { nil } }
        return Set(blanks).sorted()
    }

    /// Returns the words with every blank filled in by `values`; values without a blank are left over.
    ///
    /// - Throws: ``MessageError/missingValue(_:)`` for the first blank without a value: no half message is written.
    public func text(with values: [MessageField: String]) throws(MessageError) -> String {
        var text = ""
        for part in parts {
            switch part {
            case .words(let words): text += words
            case .blank(let field):
                guard let value = values[field] else { throw .missingValue(field) }
                text += value
            }
        }
        return text
    }
}

/// A reason why a text is no template or a template makes no text.
@nonexhaustive
public enum MessageError: Error, Hashable, Sendable {
    /// A brace opens at this character, counted from 1, and never closes.
    case unclosedBrace(position: Int)
    /// A brace closes at this character that was never opened.
    case strayBrace(position: Int)
    /// The braces at this character name nothing.
    case unnamedField(position: Int)
    /// A blank has no value.
    case missingValue(MessageField)
}

extension MessageError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unclosedBrace(let position): "`{` at character \(position) is never closed"
        case .strayBrace(let position): "`}` at character \(position) was never opened"
        case .unnamedField(let position): "`{` at character \(position) names no field"
        case .missingValue(let field): "no value for `{\(field.name)}`"
        }
    }
}
