/// What a customer is told about the use of a fact.
@nonexhaustive
public enum DataUseReason: String, ReasonCode {
    /// A fact was used.
    case factUsed = "factUsed"
    /// A fact was used, and its value is known.
    case valueUsed = "valueUsed"
}

extension DataUseReason {
    public var phrase: LocalizedText {
        switch self {
        case .factUsed:
            LocalizedText(
                english: "{fact} was used, from {source}, as of {date}",
                chinese: "使用了{fact}，来源：{source}，日期：{date}"
            )
        case .valueUsed:
            LocalizedText(
                english: "{fact} ({value}) was used, from {source}, as of {date}",
                chinese: "使用了{fact}（{value}），来源：{source}，日期：{date}"
            )
        }
    }
}

extension DataUseReason {
    public var disclosure: Disclosure { .shared(phrase) }
}

extension Phrasebook {
    /// The sentences for what a customer is told about the use of data, and those of consent.
    public static let dataUse = Phrasebook(DataUseReason.self).merging(.consent)
}
