/// A short text in every language of the library.
///
/// Two are the same when their UTF-8 bytes are, so that what is equal is also stored and hashed alike.
///
/// - Wire format: `{"en":"Gold","zh":"金卡"}`.
public struct LocalizedText: Hashable, Sendable {
    /// The text in English.
    public let english: String
    /// The text in Chinese.
    public let chinese: String

    /// A text that reads `english` and `chinese`.
    public init(english: String, chinese: String) {
        self.english = english
        self.chinese = chinese
    }

    /// The text in `language`.
    public subscript(language: Language) -> String {
        switch language {
        case .english: english
        case .chinese: chinese
        }
    }
}

extension LocalizedText {
    public static func == (left: Self, right: Self) -> Bool {
        left.english.utf8.elementsEqual(right.english.utf8) && left.chinese.utf8.elementsEqual(right.chinese.utf8)
    }
}

extension LocalizedText {
    /// The texts one after another, with a comma as each language writes it.
    package init(listing texts: [LocalizedText]) {
        self.init(
            english: texts.map(\.english).joined(separator: ", "),
            chinese: texts.map(\.chinese).joined(separator: "、")
        )
    }
}

extension LocalizedText: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case english = "en"
        case chinese = "zh"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let english = object.read(String.self, .english)
        let chinese = object.read(String.self, .chinese)
        guard let english, let chinese else { throw object.failure }
        self.init(english: english, chinese: chinese)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(english, forKey: .english)
        try container.encode(chinese, forKey: .chinese)
    }
}
