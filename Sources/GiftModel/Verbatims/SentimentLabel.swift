/// What a customer feels, such as anger or joy.
///
/// A struct and not an enum, because models tell feelings apart that others do not:
///
/// ```swift
/// extension SentimentLabel { static let gratitude: SentimentLabel = "gratitude" }
/// ```
///
/// - Wire format: a bare string, such as `"anxiety"`.
public struct SentimentLabel: OpenWord {
    public let name: Identifier<SentimentLabel>

    public init(_ name: Identifier<SentimentLabel>) { self.name = name }

    /// The customer is angry.
    public static let anger: SentimentLabel = "anger"
    /// The customer is worried.
    public static let anxiety: SentimentLabel = "anxiety"
    /// The customer had hoped for more.
    public static let disappointment: SentimentLabel = "disappointment"
    /// The customer shows no feeling; a model that cannot tell gives no sentiment at all.
    public static let neutral: SentimentLabel = "neutral"
    /// The customer got what they hoped for.
    public static let satisfaction: SentimentLabel = "satisfaction"
    /// The customer is delighted.
    public static let joy: SentimentLabel = "joy"

    /// The feeling in words; one of the host's own is shown by its name.
    public var title: LocalizedText {
        switch self {
        case .anger: LocalizedText(english: "anger", chinese: "愤怒")
        case .anxiety: LocalizedText(english: "anxiety", chinese: "焦虑")
        case .disappointment: LocalizedText(english: "disappointment", chinese: "失望")
        case .neutral: LocalizedText(english: "neutral", chinese: "中性")
        case .satisfaction: LocalizedText(english: "satisfaction", chinese: "满意")
        case .joy: LocalizedText(english: "joy", chinese: "喜悦")
        default: LocalizedText(english: name.text, chinese: name.text)
        }
    }
}
