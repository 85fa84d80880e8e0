public import GiftModel

/// The reasons why engagement is as it is.
@nonexhaustive
public enum EngagementReason: String, ReasonCode {
    /// The score, and the points that it comes from.
    case engagementScore = "engagementScore"
    /// What one kind of interaction added in one channel.
    case engagementInChannel = "engagementInChannel"
    /// What one kind of interaction added where nobody recorded the channel.
    case engagementAnywhere = "engagementAnywhere"
}

extension EngagementReason {
    public var phrase: LocalizedText {
        switch self {
        case .engagementScore:
            LocalizedText(
                english: "engagement {score} of 100: {points} points, where {saturation} make 63",
                chinese: "互动度{score}分（满分100）：{points}点，{saturation}点对应63分"
            )
        case .engagementInChannel:
            LocalizedText(
                english: "{interaction} in {channel} adds {points} points",
                chinese: "{channel}的{interaction}贡献{points}点"
            )
        case .engagementAnywhere:
            LocalizedText(
                english: "{interaction} in no recorded channel adds {points} points",
                chinese: "渠道未记录的{interaction}贡献{points}点"
            )
        }
    }
}
