/// What a gift is to whoever receives it.
@nonexhaustive
public enum GiftCharacter: String, Hashable, Sendable, CaseIterable {
    /// Something to work with.
    case practicalTool = "practicalTool"
    /// Something that others see.
    case socialHonor = "socialHonor"
    /// A thank-you in the same moment.
    case instantThanks = "instantThanks"
    /// Something that keeps a memory.
    case keepsake = "keepsake"
    /// Something that belongs to a feast.
    case culturalSymbol = "culturalSymbol"
    /// Something that stands by somebody.
    case comfort = "comfort"
    /// Something to live through.
    case experience = "experience"
    /// Something for every day.
    case everyday = "everyday"

    /// The character in words.
    public var title: LocalizedText {
        switch self {
        case .practicalTool: LocalizedText(english: "practical tool", chinese: "实用工具类")
        case .socialHonor: LocalizedText(english: "social honor", chinese: "社交荣誉类")
        case .instantThanks: LocalizedText(english: "instant thanks", chinese: "即时性礼品")
        case .keepsake: LocalizedText(english: "keepsake", chinese: "纪念性礼品")
        case .culturalSymbol: LocalizedText(english: "cultural symbol", chinese: "文化符号型")
        case .comfort: LocalizedText(english: "comfort", chinese: "情感共鸣型")
        case .experience: LocalizedText(english: "experience", chinese: "体验型")
        case .everyday: LocalizedText(english: "everyday goods", chinese: "实用型")
        }
    }
}

extension GiftCharacter: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
