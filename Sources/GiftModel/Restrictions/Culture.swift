/// A culture, religion or custom by which a gift may be out of place.
///
/// Which one a customer lives by is nobody's guess: where it matters and was not told, the answer is that it is not
/// known. A struct and not an enum, because there are more than any list has.
///
/// - Wire format: a bare string, such as `"islam"`.
public struct Culture: OpenWord {
    public let name: Identifier<Culture>

    public init(_ name: Identifier<Culture>) { self.name = name }

    /// Islam.
    public static let islam: Culture = "islam"
    /// Judaism.
    public static let judaism: Culture = "judaism"
    /// Hinduism.
    public static let hinduism: Culture = "hinduism"
    /// Buddhism.
    public static let buddhism: Culture = "buddhism"
    /// The customs of China, by which clocks and umbrellas are no gifts.
    public static let chineseCustom: Culture = "chineseCustom"

    /// In words; one of the host's own is shown by its name.
    public var title: LocalizedText {
        switch self {
        case .islam: LocalizedText(english: "Islam", chinese: "伊斯兰教")
        case .judaism: LocalizedText(english: "Judaism", chinese: "犹太教")
        case .hinduism: LocalizedText(english: "Hinduism", chinese: "印度教")
        case .buddhism: LocalizedText(english: "Buddhism", chinese: "佛教")
        case .chineseCustom: LocalizedText(english: "Chinese custom", chinese: "中国习俗")
        default: LocalizedText(english: name.text, chinese: name.text)
        }
    }
}
