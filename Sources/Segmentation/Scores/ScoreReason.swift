public import GiftModel

/// The reasons why a score is as it is.
@nonexhaustive
public enum ScoreReason: String, ReasonCode {
    /// A score lies between two bounds.
    case scoreWithin = "scoreWithin"
    /// A score is that of one value alone.
    case scoreExactly = "scoreExactly"
    /// A score has a least value and no greatest.
    case scoreAtLeast = "scoreAtLeast"
    /// A score has a greatest value and no least.
    case scoreAtMost = "scoreAtMost"
    /// A score is the only one there is.
    case scoreAny = "scoreAny"
    /// So many customers had a score or a higher one.
    case scoreShare = "scoreShare"
    /// A score adds so much to a combined one.
    case scoreContribution = "scoreContribution"
}

extension ScoreReason {
    public var phrase: LocalizedText {
        switch self {
        case .scoreWithin:
            LocalizedText(
                english: "{dimension} scores {score}: {value}, within {least} to {greatest}",
                chinese: "{dimension}得{score}分：{value}，介于{least}与{greatest}之间"
            )
        case .scoreExactly:
            LocalizedText(
                english: "{dimension} scores {score}: {value}, as no other value does",
                chinese: "{dimension}得{score}分：{value}，仅此值得此分"
            )
        case .scoreAtLeast:
            LocalizedText(
                english: "{dimension} scores {score}: {value}, at least {least}",
                chinese: "{dimension}得{score}分：{value}，不低于{least}"
            )
        case .scoreAtMost:
            LocalizedText(
                english: "{dimension} scores {score}: {value}, at most {greatest}",
                chinese: "{dimension}得{score}分：{value}，不高于{greatest}"
            )
        case .scoreAny:
            LocalizedText(english: "{dimension} scores {score}: {value}", chinese: "{dimension}得{score}分：{value}")
        case .scoreShare:
            LocalizedText(
                english: "{dimension}: {customers} of {all} customers score {score} or higher",
                chinese: "{dimension}：{all}位客户中有{customers}位得{score}分或以上"
            )
        case .scoreContribution:
            LocalizedText(
                english: "{dimension} adds {contribution}: score {score}, weight {weight}",
                chinese: "{dimension}贡献{contribution}分：得{score}分，权重{weight}"
            )
        }
    }
}
