/// A short text in every language of the library.
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
