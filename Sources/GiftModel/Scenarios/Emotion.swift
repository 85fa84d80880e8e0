/// What a gift is meant to make its receiver feel, such as taking part.
///
/// A struct and not an enum, because hosts name feelings of their own:
///
/// ```swift
/// extension Emotion { static let homesickness: Emotion = "homesickness" }
/// ```
///
/// - Wire format: a bare string, such as `"participation"`.
public struct Emotion: OpenWord {
    public let name: Identifier<Emotion>

    public init(_ name: Identifier<Emotion>) { self.name = name }

    /// Being a part of it.
    public static let participation: Emotion = "participation"
    /// Being thanked.
    public static let appreciation: Emotion = "appreciation"
    /// Being seen to matter.
    public static let pride: Emotion = "pride"
    /// Belonging together.
    public static let belonging: Emotion = "belonging"
    /// Not being left alone.
    public static let comfort: Emotion = "comfort"
    /// Not having expected it.
    public static let surprise: Emotion = "surprise"

    /// The feeling in words; one of the host's own is shown by its name.
    public var title: LocalizedText {
        switch self {
        case .participation: LocalizedText(english: "participation", chinese: "参与感")
        case .appreciation: LocalizedText(english: "appreciation", chinese: "被感谢")
        case .pride: LocalizedText(english: "pride", chinese: "荣誉感")
        case .belonging: LocalizedText(english: "belonging", chinese: "归属感")
        case .comfort: LocalizedText(english: "comfort", chinese: "慰藉")
        case .surprise: LocalizedText(english: "surprise", chinese: "惊喜")
        default: LocalizedText(english: name.text, chinese: name.text)
        }
    }
}
